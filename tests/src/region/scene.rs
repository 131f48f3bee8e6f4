//! Drawing the evidence of one requirement at one place.

use super::places::{PLATFORM, Place, REGION, SERVICES};
use super::themes::{FORGOTTEN, GOOD, Grade, THEMES, Theme};
use super::{AS_OF, examiner, full};
use crate::chance::{Day, Dice};
use crate::evidence::Assurance::{self, Independent, Internal, Own};
use crate::evidence::{ASSURANCE_REPORT, AUDIT, AWARENESS, CERTIFICATE, Draft, Finding, Form, Kind, LOG_REVIEW, TEST, WHOLE};
use crate::requirement::Requirement;

/// One requirement at one place, about to be drawn.
pub(crate) struct Scene<'a> {
    pub(crate) requirement: &'a Requirement,
    pub(crate) place: &'static Place,
    pub(crate) theme: &'static Theme,
    pub(crate) grade: &'static Grade,
    pub(crate) dice: Dice,
    pub(crate) audited: (Day, Assurance), // an audit takes a whole chapter at a time
}

/// When audits are held: the last day of a round, and how many days it takes. Recent rounds come twice, to be drawn more often.
pub(crate) const ROUNDS: &[(Day, u32)] = &[
    (Day::new(2026, 5, 21), 75),
    (Day::new(2026, 5, 21), 75),
    (Day::new(2025, 11, 27), 80),
    (Day::new(2025, 11, 27), 80),
    (Day::new(2025, 5, 22), 75),
];
pub(crate) const FORGOTTEN_ROUND: (Day, u32) = (Day::new(2023, 11, 23), 75);

impl<'a> Scene<'a> {
    pub(crate) fn new(requirement: &'a Requirement, place: &'static Place, seed: u64) -> Option<Self> {
        let is_theme = |theme: &&Theme| {
            theme.requirements.split_whitespace().any(|name| full(&format!("{}:{name}", theme.framework)) == requirement.id)
        };
        let theme = THEMES.iter().find(is_theme).or(THEMES.first())?;
        let grade = if place.id == PLATFORM { GOOD } else { theme.grade };
        let mut dice = Dice::of(seed, &["audit", &requirement.part, place.id]);
        let (last, days) = if grade.late == FORGOTTEN { FORGOTTEN_ROUND } else { *dice.pick(ROUNDS)? };
        let independent = dice.chance(place.present * 2 / 3); // few come to the small places
        let audited = (last.workday_before(dice.between(0, days)), if independent { Independent } else { Internal });
        let dice = Dice::of(seed, &[&requirement.id, place.id]);
        Some(Self { requirement, place, theme, grade, dice, audited })
    }

    pub(crate) fn draw(mut self) -> Vec<Draft> {
        let kinds = self.kinds();
        let mut drafts = Vec::new();
        for (number, kind) in (1..).zip(kinds) {
            let draft = self.draft(kind, number);
            let again = self.look_again(&draft);
            drafts.push(draft);
            drafts.extend(again);
        }
        drafts
    }

    /// Which kinds of evidence there are.
    pub(crate) fn kinds(&mut self) -> Vec<&'static Kind> {
        if self.place.id == REGION {
            self.central_kinds()
        } else if self.place.is_in_region() {
            self.local_kinds()
        } else if self.is_served() {
            let sometimes = [LOG_REVIEW, CERTIFICATE].into_iter().filter(|_| self.dice.chance(70));
            [TEST, ASSURANCE_REPORT].into_iter().chain(sometimes).collect()
        } else {
            Vec::new()
        }
    }

    /// First what the region lays down, then mostly what audits made of it.
    pub(crate) fn central_kinds(&mut self) -> Vec<&'static Kind> {
        let central: Vec<&Kind> = self.theme.kinds.iter().copied().filter(|kind| kind.central).collect();
        let (Some(first), Some(last)) = (central.first(), central.last()) else { return Vec::new() };
        let number = self.dice.between(self.grade.central.0, self.grade.central.1);
        let kind = |place| if place == 1 { Some(*first) } else { self.dice.pick(&[AUDIT, AUDIT, *last]).copied() };
        (1..=number).filter_map(kind).collect()
    }

    /// What shows on the spot; where a theme lives at the region alone, an audit at times.
    pub(crate) fn local_kinds(&mut self) -> Vec<&'static Kind> {
        let local: Vec<&Kind> = self.theme.kinds.iter().copied().filter(|kind| !kind.central).collect();
        let present = self.place.present * self.grade.present / 100;
        match self.dice.pick(&local).copied() {
            Some(kind) if self.dice.chance(present) => {
                if self.dice.chance(20) {
                    vec![kind, AUDIT]
                } else {
                    vec![kind]
                }
            }
            None if self.dice.chance(present / 2) => vec![AUDIT],
            Some(_) | None => Vec::new(),
        }
    }

    pub(crate) fn is_served(&self) -> bool {
        SERVICES.iter().any(|(service, requirement, _)| *service == self.place.id && full(requirement) == self.requirement.id)
    }

    pub(crate) fn draft(&mut self, kind: &'static Kind, number: u32) -> Draft {
        let assurance = self.assurance(kind);
        let finding = self.finding(kind);
        let (signed, filed) = match self.dice.between(1, 100) {
            1 => (false, true),
            2 => (true, false),
            _ => (true, true),
        };
        let (usual, longest) = kind.valid;
        let longer = longest > usual && self.grade.late < FORGOTTEN && self.dice.chance(30);
        Draft {
            mark: format!("{} at {}, {number}", self.requirement.id, self.place.id),
            requirement: self.requirement.id.clone(),
            entity: self.place.id,
            kind,
            day: self.day(kind),
            assurance,
            by: examiner(self.requirement, self.place.id, kind, assurance).filter(|_| signed),
            filed,
            valid_days: longer.then_some(usual * 2),
            closes: Vec::new(),
            finding,
            note: self.note(kind, finding),
        }
    }

    pub(crate) fn assurance(&mut self, kind: &Kind) -> Assurance {
        let honest = match kind.highest {
            _ if kind.name == AUDIT.name => self.audited.1,
            Independent if kind.name != TEST.name || self.dice.chance(self.grade.independent) => Independent,
            Independent | Internal if self.dice.chance(85) => Internal,
            Independent | Internal | Own => Own,
        };
        match honest {
            Own if kind.highest == Own && self.dice.chance(2) => Internal, // more than such a kind can carry
            other => other,
        }
    }

    pub(crate) fn day(&mut self, kind: &Kind) -> Day {
        if kind.name == AUDIT.name {
            return self.audited.0;
        }
        let (usual, _) = kind.valid;
        let (youngest, oldest) = if self.grade.late == FORGOTTEN { (usual * 2 + 10, usual * 3) } else { kind.ages };
        let age = self.dice.between(youngest, oldest) + self.place.late;
        let forgotten = if self.dice.chance(self.grade.late) { self.dice.between(usual / 3, usual) } else { 0 };
        AS_OF.workday_before(age + forgotten)
    }

    pub(crate) fn finding(&mut self, kind: &Kind) -> Finding {
        let (low, high) = self.grade.result;
        let in_order = self.dice.between(low, high).saturating_sub(self.place.behind); // half per cents
        let share = self.dice.between(self.grade.share.0, self.grade.share.1);
        match self.dice.pick(kind.forms).copied().unwrap_or(Form::Part) {
            Form::Part => Finding::Part { result: in_order * 50, share: share.next_multiple_of(5) * 100 },
            Form::Level => match self.dice.pick(self.grade.levels).copied().unwrap_or_default() {
                level @ 0..=3 => Finding::Level { level, share: self.dice.between(4, 9) * 500 },
                level => Finding::Level { level, share: WHOLE },
            },
            Form::Counted => {
                let population = (self.theme.unit.1 * self.place.size / 100).max(4);
                let random = population >= 300 && kind.name != AWARENESS.name;
                let examined = if random { self.dice.between(30, 60) } else { (population * share / 100).max(1) };
                let wrong = (examined * (200 - in_order) + self.dice.between(0, 199)) / 200;
                Finding::Counted { population, examined, ok: examined.saturating_sub(wrong), random }
            }
        }
    }

    pub(crate) fn note(&mut self, kind: &Kind, finding: Finding) -> String {
        match finding {
            Finding::Counted { examined, ok, .. } if ok < examined => {
                format!("{} af {examined} {} med mangler.", examined - ok, self.theme.unit.0)
            }
            _ if self.dice.chance(55) => self.dice.pick(kind.notes).map(|note| note.replace("{}", self.theme.subject)).unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// A later look that closes what a draft found wrong, where somebody took it.
    pub(crate) fn look_again(&mut self, found: &Draft) -> Option<Draft> {
        let finding = match found.finding {
            Finding::Part { result, share } if result < WHOLE => Finding::Part { result: WHOLE, share },
            // Some of those in order as well: as shares are cut and failures cut up, looking at the failures alone can fall short of them.
            Finding::Counted { population, examined, ok, random: false } if ok < examined => {
                let again = ((examined - ok) * 2).min(population);
                Finding::Counted { population, examined: again, ok: again, random: false }
            }
            Finding::Counted { population, examined, ok, random: true } if ok < examined => {
                Finding::Counted { population, examined: 60, ok: 60, random: true }
            }
            Finding::Part { .. } | Finding::Level { .. } | Finding::Counted { .. } => return None,
        };
        let age = AS_OF.since(found.day);
        if age < 60 || self.grade.late == FORGOTTEN || !self.dice.chance(self.grade.mended) {
            return None;
        }
        Some(Draft {
            mark: format!("{}, again", found.mark),
            day: AS_OF.workday_before(self.dice.between(5, age - 40)),
            closes: vec![found.mark.clone()],
            finding,
            note: "Set efter; rettet.".to_owned(),
            ..found.clone()
        })
    }
}
