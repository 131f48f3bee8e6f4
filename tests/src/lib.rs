//! What whole-project tests and benches work on: invented organisations, the same bytes from the same seed on every platform.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde_json::{Map, Value};

pub use self::region::{SEED, region};

mod region;

/// A requirement, as far as a generator needs to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Requirement {
    /// Its qualified name, such as `iso27001-2022:A.8.15`.
    id: String,
    /// The framework and the chapter, theme or principle that it belongs to, such as `iso27001-2022:A.8`.
    part: String,
    /// Its follow-up area.
    area: String,
    /// The working group that answers for it.
    group: String,
    /// Whether it is made of others and has no evidence of its own.
    composite: bool,
    /// `freely`, `on-condition`, or nothing where it can never be excluded.
    excludable: Option<String>,
}

impl Requirement {
    /// The requirements of a catalogue, in its order, and the edition that they are of.
    ///
    /// # Errors
    ///
    /// When `catalogue.toml` cannot be read, or lacks one of the fields that a generator needs.
    fn of_catalogue(controls: &Path, framework: &str) -> Result<(String, Vec<Self>), String> {
        let path = controls.join(framework).join("catalogue.toml");
        let fault = |what: &dyn fmt::Display| format!("{}: {what}", path.display());
        let text = std::fs::read_to_string(&path).map_err(|error| fault(&error))?;
        let catalogue: toml::Table = text.parse().map_err(|error| fault(&error))?;
        let edition = catalogue.get("edition").and_then(toml::Value::as_str).ok_or_else(|| fault(&"no edition"))?;
        let tables = catalogue.get("requirements").and_then(toml::Value::as_array).ok_or_else(|| fault(&"no requirements"))?;
        let one = |table| Self::of_table(framework, table).ok_or_else(|| fault(&"a requirement lacks its id, part, area or group"));
        Ok((edition.to_owned(), tables.iter().map(one).collect::<Result<_, _>>()?))
    }

    fn of_table(framework: &str, table: &toml::Value) -> Option<Self> {
        let word = |field| table.get(field).and_then(toml::Value::as_str);
        Some(Self {
            id: format!("{framework}:{}", word("id")?),
            part: format!("{framework}:{}", word("part")?),
            area: word("area")?.to_owned(),
            group: word("group")?.to_owned(),
            composite: table.get("composite").and_then(toml::Value::as_bool).unwrap_or_default(),
            excludable: word("excludable").map(str::to_owned),
        })
    }
}

/// Pseudo-random numbers (SplitMix64): each topic has a stream of its own, so a change to one moves no other.
#[derive(Clone, Debug)]
struct Dice(u64);

impl Dice {
    /// The stream of a topic, which its words name.
    fn of(seed: u64, topic: &[&str]) -> Self {
        // FNV-1a over the words, each ended by a byte that no text has, then the seed.
        let bytes = topic.iter().flat_map(|word| word.bytes().chain([0xff]));
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
        Self(hash ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included; `low` where the two are the wrong way round.
    fn between(&mut self, low: u32, high: u32) -> u32 {
        let choices = u64::from(high.saturating_sub(low)) + 1;
        let drawn = ((self.draw() >> 32) * choices) >> 32;
        low.saturating_add(u32::try_from(drawn).unwrap_or_default())
    }

    /// True in that many of a hundred cases.
    fn chance(&mut self, percent: u32) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of several, or nothing of none.
    fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let last = u32::try_from(from.len().checked_sub(1)?).ok()?;
        from.get(self.between(0, last) as usize)
    }
}

/// A civil date from 1970 on, counted in days; printed as `2026-06-30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Day(u32);

impl Day {
    /// The date of a year, month and day.
    const fn new(year: u32, month: u32, day: u32) -> Self {
        // A year starts in March here, so that the leap day is its last. 1970-01-01 is day 719,468 of that count.
        let year = if month > 2 { year } else { year - 1 };
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Self(365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 719_468)
    }

    /// Year, month and day.
    const fn parts(self) -> (u32, u32, u32) {
        let day = self.0 + 719_468;
        let (era, day) = (day / 146_097, day % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day_of_year = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        if month < 10 { (era * 400 + year, month + 3, day) } else { (era * 400 + year + 1, month - 9, day) }
    }

    /// That many days earlier, or the last working day before it where that is none.
    fn workday_before(self, days: u32) -> Self {
        let mut day = Self(self.0.saturating_sub(days));
        while day.is_off() {
            day = Self(day.0.saturating_sub(1));
        }
        day
    }

    /// A weekend, or a holiday of fixed date.
    fn is_off(self) -> bool {
        let (_, month, day) = self.parts();
        let weekend = matches!(self.0 % 7, 2 | 3); // 1970-01-01 was a Thursday
        weekend || matches!((month, day), (1, 1) | (6, 5) | (12, 24..=26 | 31))
    }

    /// Days from an earlier date to this one.
    const fn since(self, earlier: Self) -> u32 {
        self.0.saturating_sub(earlier.0)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// How sure an evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Assurance {
    Own,
    Internal,
    Independent,
}

impl Assurance {
    const fn name(self) -> &'static str {
        match self {
            Self::Own => "self",
            Self::Internal => "internal",
            Self::Independent => "independent",
        }
    }
}

/// The ways to say what was found.
#[derive(Clone, Copy, Debug)]
enum Form {
    Part,
    Level,
    Counted,
}

/// A kind of evidence: what it can carry (method M1), and how it comes about.
#[derive(Debug)]
struct Kind {
    name: &'static str,
    highest: Assurance,
    valid: (u32, u32), // days, usual and longest
    ages: (u32, u32),  // days before the assessment
    central: bool,     // made by the region; the others are made on the spot
    forms: &'static [Form],
    notes: &'static [&'static str], // {} is the subject
}

const STATEMENT: &Kind = &Kind {
    notes: &["Egen vurdering af {}.", "Oplyst af systemejerne om {}; ikke efterset."],
    ..kind("statement", Assurance::Own, (365, 365), (15, 330), true, &[Form::Level, Form::Part])
};
const DOCUMENT: &Kind = &Kind {
    notes: &["Retningslinje for {}, revideret og godkendt.", "Instruks om {} i dokumentportalen.", "Procedure for {} med bilag."],
    ..kind("document", Assurance::Own, (365, 1095), (20, 400), true, &[Form::Level, Form::Level, Form::Part])
};
const AGREEMENT: &Kind = &Kind {
    notes: &["Aftaler om {} gennemgået.", "Standardbilag om {} er med i nye aftaler."],
    ..kind("agreement", Assurance::Internal, (365, 1095), (20, 400), true, &[Form::Counted, Form::Part])
};
const RISK_ASSESSMENT: &Kind = &Kind {
    notes: &["Vurdering af {}, forelagt informationssikkerhedsudvalget.", "Vurdering af {} sammen med klinikken."],
    ..kind("risk_assessment", Assurance::Internal, (365, 1095), (20, 400), true, &[Form::Counted, Form::Part])
};
const AWARENESS: &Kind = &Kind {
    notes: &["E-læring om {}.", "Morgenmøder og plakater om {}."],
    ..kind("awareness", Assurance::Internal, (365, 365), (20, 330), false, &[Form::Part, Form::Counted])
};
const LOG_REVIEW: &Kind = &Kind {
    notes: &["Gennemgang af {} på grundlag af loggen.", "Stikprøve i loggen om {}; afvigelser afklaret med nærmeste leder."],
    ..kind("log_review", Assurance::Internal, (90, 180), (5, 110), false, &[Form::Counted, Form::Counted, Form::Part])
};
const EXERCISE: &Kind = &Kind {
    notes: &["Skrivebordsøvelse om {} med vagthold og ledelse.", "Uvarslet øvelse om {} i en aftenvagt."],
    ..kind("exercise", Assurance::Internal, (365, 365), (30, 340), false, &[Form::Part])
};
const INCIDENT_REVIEW: &Kind = &Kind {
    notes: &["Opsamling på {} efter årets hændelser.", "Læring om {} delt med afdelingerne."],
    ..kind("incident_review", Assurance::Internal, (365, 365), (20, 330), false, &[Form::Counted, Form::Part])
};
const TEST: &Kind = &Kind {
    notes: &["Afprøvning af {}.", "Teknisk test af {}; rapport forelagt driften."],
    ..kind("test", Assurance::Independent, (365, 365), (15, 330), false, &[Form::Counted, Form::Counted, Form::Part])
};
const AUDIT: &Kind = &Kind {
    notes: &["Revisionen omfattede {}.", "Interview og stikprøver om {}."],
    ..kind("audit", Assurance::Independent, (365, 1095), (30, 300), true, &[Form::Counted, Form::Counted, Form::Part])
};
const ASSURANCE_REPORT: &Kind = &Kind {
    notes: &["Revisorerklæring; dækker {}.", "Erklæringens bilag om {}."],
    ..kind("assurance_report", Assurance::Independent, (365, 365), (60, 200), false, &[Form::Part])
};
const CERTIFICATE: &Kind = &Kind {
    notes: &["Certifikat for driften; {} er inden for anvendelsesområdet."],
    ..kind("certificate", Assurance::Independent, (365, 1095), (100, 300), false, &[Form::Part])
};

const fn kind(name: &'static str, highest: Assurance, valid: (u32, u32), ages: (u32, u32), central: bool, forms: &'static [Form]) -> Kind {
    Kind { name, highest, valid, ages, central, forms, notes: &[] }
}

/// What an evidence found. Results and shares are in hundredths of a per cent.
#[derive(Clone, Copy, Debug)]
enum Finding {
    Part { result: u32, share: u32 },
    Level { level: u32, share: u32 },
    Counted { population: u32, examined: u32, ok: u32, random: bool },
}

impl Finding {
    fn json(self) -> Map<String, Value> {
        let mut fields = Map::new();
        let mut set = |field: &str, value: Value| fields.insert(field.to_owned(), value);
        match self {
            Self::Part { share, .. } | Self::Level { share, .. } if share < WHOLE => {
                set("share", decimal(share).into());
            }
            Self::Part { .. } | Self::Level { .. } | Self::Counted { .. } => {}
        }
        match self {
            Self::Part { result, .. } => {
                set("result", decimal(result).into());
            }
            Self::Level { level, .. } => {
                set("level", level.into());
            }
            Self::Counted { population, examined, ok, random } => {
                set("population", population.into());
                set("examined", examined.into());
                set("ok", ok.into());
                if random {
                    set("selection", "random".into());
                }
            }
        }
        fields
    }
}

/// 100 per cent, in hundredths.
const WHOLE: u32 = 10_000;

/// Hundredths as a decimal without needless zeros: 8750 is `87.5`.
fn decimal(hundredths: u32) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// An evidence that has no number yet.
#[derive(Clone, Debug)]
struct Draft {
    mark: String, // its name among the drafts
    requirement: String,
    entity: &'static str,
    kind: &'static Kind,
    day: Day,
    assurance: Assurance,
    by: Option<&'static str>,
    filed: bool, // whether the case is named
    valid_days: Option<u32>,
    closes: Vec<String>, // marks
    finding: Finding,
    note: String,
}

/// Numbers drafts by date and gives them cases: what one entity recorded as one kind on one day is one case.
fn file(mut drafts: Vec<Draft>, initials: &str, mut dice: Dice) -> Vec<Value> {
    drafts.sort_by(|a, b| {
        let key = |draft: &Draft| (draft.day, draft.entity, draft.kind.name, draft.assurance);
        key(a).cmp(&key(b)).then_with(|| (&a.requirement, &a.mark).cmp(&(&b.requirement, &b.mark)))
    });
    let numbers: BTreeMap<String, String> =
        (1..).zip(&drafts).map(|(number, draft)| (draft.mark.clone(), format!("{initials}-{number:04}"))).collect();
    let number = |mark: &String| numbers.get(mark).cloned().unwrap_or_default();

    let (mut year, mut serial) = (0, 0);
    let mut documents = Vec::with_capacity(drafts.len());
    for case in drafts.chunk_by(|a, b| (a.day, a.entity, a.kind.name, a.assurance) == (b.day, b.entity, b.kind.name, b.assurance)) {
        for (item, draft) in (1_u32..).zip(case) {
            let (this_year, ..) = draft.day.parts();
            if item == 1 {
                serial = dice.between(1, 5) + if this_year == year { serial } else { 0 };
                year = this_year;
            }
            let reference = format!("{initials}-{year}-{serial:04}");
            let reference = if case.len() > 1 { format!("{reference}, punkt {item}") } else { reference };
            documents.push(draft.json(&number, reference));
        }
    }
    documents
}

impl Draft {
    fn json(&self, number: &dyn Fn(&String) -> String, reference: String) -> Value {
        let mut fields = self.finding.json();
        let mut set = |field: &str, value: Value| fields.insert(field.to_owned(), value);
        set("id", number(&self.mark).into());
        set("requirement", self.requirement.as_str().into());
        set("entity", self.entity.into());
        set("kind", self.kind.name.into());
        set("date", self.day.to_string().into());
        set("assurance", self.assurance.name().into());
        if let Some(by) = self.by {
            set("by", by.into());
        }
        if self.filed {
            set("reference", reference.into());
        }
        if let Some(days) = self.valid_days {
            set("valid_days", days.into());
        }
        if !self.closes.is_empty() {
            set("closes", self.closes.iter().map(number).collect::<Vec<_>>().into());
        }
        if !self.note.is_empty() {
            set("note", self.note.as_str().into());
        }
        fields.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_keeps_its_date() {
        #[track_caller]
        fn check((year, month, day): (u32, u32, u32), count: u32) {
            assert_eq!(Day::new(year, month, day), Day(count));
            assert_eq!(Day(count).parts(), (year, month, day));
        }
        check((1970, 1, 1), 0);
        check((1999, 12, 31), 10_956); // 30 years, 7 leap days, less one day: 10,950 + 7 - 1
        check((2000, 2, 29), 11_016); // 10,957 + 31 + 28
        check((2026, 6, 30), 20_634); // 56 years, 14 leap days, 180 days into the year: 20,440 + 14 + 180
    }

    #[test]
    fn work_rests_on_weekends_and_holidays() {
        let friday = Day::new(2026, 6, 26);
        assert_eq!(Day::new(2026, 6, 28).workday_before(0), friday); // a Sunday
        assert_eq!(Day::new(2026, 6, 30).workday_before(3), friday); // from a Tuesday to a Saturday
        assert_eq!(Day::new(2025, 12, 28).workday_before(0), Day::new(2025, 12, 23)); // a Sunday after Christmas
        assert_eq!(Day::new(2026, 6, 30).workday_before(1).to_string(), "2026-06-29");
    }

    #[test]
    fn streams_are_those_of_splitmix64() {
        // The published reference stream of seed 0 starts 0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4.
        let mut dice = Dice(0);
        assert_eq!((dice.draw(), dice.draw()), (0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4));
        let mut dice = Dice(0); // the top halves 0xe220a839 and 0x6e789e6a of 2^32: 0.883 and 0.431
        assert_eq!((dice.between(1, 6), dice.between(1, 6)), (6, 3));
    }
}
