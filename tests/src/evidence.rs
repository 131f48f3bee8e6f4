//! Evidence as generators make it: kinds, findings, and drafts that are filed under numbers and cases.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::chance::{Day, Dice};

/// How sure an evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Assurance {
    Own,
    Internal,
    Independent,
}

impl Assurance {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Own => "self",
            Self::Internal => "internal",
            Self::Independent => "independent",
        }
    }
}

/// The ways to say what was found.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Form {
    Part,
    Level,
    Counted,
}

/// A kind of evidence: what it can carry (method M1), and how it comes about.
#[derive(Debug)]
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    pub(crate) highest: Assurance,
    pub(crate) valid: (u32, u32), // days, usual and longest
    pub(crate) ages: (u32, u32),  // days before the assessment
    pub(crate) central: bool,     // made by the region; the others are made on the spot
    pub(crate) forms: &'static [Form],
    pub(crate) notes: &'static [&'static str], // {} is the subject
}

pub(crate) const STATEMENT: &Kind = &Kind {
    notes: &["Egen vurdering af {}.", "Oplyst af systemejerne om {}; ikke efterset."],
    ..kind("statement", Assurance::Own, (365, 365), (15, 330), true, &[Form::Level, Form::Part])
};
pub(crate) const DOCUMENT: &Kind = &Kind {
    notes: &["Retningslinje for {}, revideret og godkendt.", "Instruks om {} i dokumentportalen.", "Procedure for {} med bilag."],
    ..kind("document", Assurance::Own, (365, 1095), (20, 400), true, &[Form::Level, Form::Level, Form::Part])
};
pub(crate) const AGREEMENT: &Kind = &Kind {
    notes: &["Aftaler om {} gennemgået.", "Standardbilag om {} er med i nye aftaler."],
    ..kind("agreement", Assurance::Internal, (365, 1095), (20, 400), true, &[Form::Counted, Form::Part])
};
pub(crate) const RISK_ASSESSMENT: &Kind = &Kind {
    notes: &["Vurdering af {}, forelagt informationssikkerhedsudvalget.", "Vurdering af {} sammen med klinikken."],
    ..kind("risk_assessment", Assurance::Internal, (365, 1095), (20, 400), true, &[Form::Counted, Form::Part])
};
pub(crate) const AWARENESS: &Kind = &Kind {
    notes: &["E-læring om {}.", "Morgenmøder og plakater om {}."],
    ..kind("awareness", Assurance::Internal, (365, 365), (20, 330), false, &[Form::Part, Form::Counted])
};
pub(crate) const LOG_REVIEW: &Kind = &Kind {
    notes: &["Gennemgang af {} på grundlag af loggen.", "Stikprøve i loggen om {}; afvigelser afklaret med nærmeste leder."],
    ..kind("log_review", Assurance::Internal, (90, 180), (5, 110), false, &[Form::Counted, Form::Counted, Form::Part])
};
pub(crate) const EXERCISE: &Kind = &Kind {
    notes: &["Skrivebordsøvelse om {} med vagthold og ledelse.", "Uvarslet øvelse om {} i en aftenvagt."],
    ..kind("exercise", Assurance::Internal, (365, 365), (30, 340), false, &[Form::Part])
};
pub(crate) const INCIDENT_REVIEW: &Kind = &Kind {
    notes: &["Opsamling på {} efter årets hændelser.", "Læring om {} delt med afdelingerne."],
    ..kind("incident_review", Assurance::Internal, (365, 365), (20, 330), false, &[Form::Counted, Form::Part])
};
pub(crate) const TEST: &Kind = &Kind {
    notes: &["Afprøvning af {}.", "Teknisk test af {}; rapport forelagt driften."],
    ..kind("test", Assurance::Independent, (365, 365), (15, 330), false, &[Form::Counted, Form::Counted, Form::Part])
};
pub(crate) const AUDIT: &Kind = &Kind {
    notes: &["Revisionen omfattede {}.", "Interview og stikprøver om {}."],
    ..kind("audit", Assurance::Independent, (365, 1095), (30, 300), true, &[Form::Counted, Form::Counted, Form::Part])
};
pub(crate) const ASSURANCE_REPORT: &Kind = &Kind {
    notes: &["Revisorerklæring; dækker {}.", "Erklæringens bilag om {}."],
    ..kind("assurance_report", Assurance::Independent, (365, 365), (60, 200), false, &[Form::Part])
};
pub(crate) const CERTIFICATE: &Kind = &Kind {
    notes: &["Certifikat for driften; {} er inden for anvendelsesområdet."],
    ..kind("certificate", Assurance::Independent, (365, 1095), (100, 300), false, &[Form::Part])
};

pub(crate) const fn kind(
    name: &'static str,
    highest: Assurance,
    valid: (u32, u32),
    ages: (u32, u32),
    central: bool,
    forms: &'static [Form],
) -> Kind {
    Kind { name, highest, valid, ages, central, forms, notes: &[] }
}

/// What an evidence found. Results and shares are in hundredths of a per cent.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Finding {
    Part { result: u32, share: u32 },
    Level { level: u32, share: u32 },
    Counted { population: u32, examined: u32, ok: u32, random: bool },
}

impl Finding {
    /// How much was found wrong: of nothing wrong 0, else a number that only says that it is not.
    pub(crate) const fn wrong(self) -> u32 {
        match self {
            Self::Part { result, .. } => WHOLE - result,
            Self::Level { level, .. } => 4_u32.saturating_sub(level),
            Self::Counted { examined, ok, .. } => examined - ok,
        }
    }

    pub(crate) fn json(self) -> Map<String, Value> {
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
pub(crate) const WHOLE: u32 = 10_000;

/// Hundredths as a decimal without needless zeros: 8750 is `87.5`.
pub(crate) fn decimal(hundredths: u32) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// An evidence that has no number yet.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) mark: String, // its name among the drafts
    pub(crate) requirement: String,
    pub(crate) entity: &'static str,
    pub(crate) kind: &'static Kind,
    pub(crate) day: Day,
    pub(crate) assurance: Assurance,
    pub(crate) by: Option<&'static str>,
    pub(crate) filed: bool, // whether the case is named
    pub(crate) valid_days: Option<u32>,
    pub(crate) closes: Vec<String>, // marks
    pub(crate) finding: Finding,
    pub(crate) note: String,
}

/// Where evidence is filed: which number each draft has.
pub(crate) struct Register {
    initials: &'static str,
    numbers: BTreeMap<String, String>,
    last_case: (u32, u32), // year and number
}

impl Register {
    pub(crate) const fn new(initials: &'static str) -> Self {
        Self { initials, numbers: BTreeMap::new(), last_case: (0, 0) }
    }

    /// The number of a draft that was filed.
    pub(crate) fn number(&self, mark: &str) -> Option<&str> {
        self.numbers.get(mark).map(String::as_str)
    }

    /// Numbers drafts by date, after those that were filed before.
    fn number_all(&mut self, drafts: &mut [Draft]) {
        drafts.sort_by(|a, b| {
            let key = |draft: &Draft| (draft.day, draft.entity, draft.kind.name, draft.assurance);
            key(a).cmp(&key(b)).then_with(|| (&a.requirement, &a.mark).cmp(&(&b.requirement, &b.mark)))
        });
        let (initials, filed) = (self.initials, self.numbers.len());
        self.numbers.extend((filed + 1..).zip(&*drafts).map(|(number, draft)| (draft.mark.clone(), format!("{initials}-{number:04}"))));
    }
}

/// Numbers drafts by date and gives them cases: what one entity recorded as one kind on one day is one case.
pub(crate) fn file(mut drafts: Vec<Draft>, register: &mut Register, mut dice: Dice) -> Vec<Value> {
    register.number_all(&mut drafts);
    let initials = register.initials;
    let number = |mark: &String| register.number(mark).unwrap_or_default().to_owned();

    let (mut year, mut serial) = register.last_case;
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
    register.last_case = (year, serial);
    documents
}

impl Draft {
    pub(crate) fn json(&self, number: &dyn Fn(&String) -> String, reference: String) -> Value {
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
