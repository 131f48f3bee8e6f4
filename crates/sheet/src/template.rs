//! Pages on which people record what they did, each of which yields evidence.

use pejling_core::Kind;

use crate::layout::{Body, Holds, Sheet, field};
use crate::words::Words;

/// A page to record one piece of work on: a review, an exercise, a round of training.
#[derive(Debug)]
pub struct Template {
    /// What it is called on the command line, and the object that its values are read into.
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) sheet: Sheet,
    /// The requirements that it speaks to where nobody names others, as far as the catalogues have them.
    pub(crate) proves: &'static [&'static str],
}

/// The fields that name a requirement.
pub(crate) const PROVES: [&str; 3] = ["requirement", "requirement-2", "requirement-3"];

macro_rules! template {
    ($name:literal, $kind:expr, $valid:literal, $proves:expr) => {
        Template {
            name: $name,
            kind: $kind,
            sheet: Sheet {
                name: concat!("template-", $name),
                note: concat!("template-", $name, "-note"),
                body: Body::Form(&[
                    field(concat!("/", $name, "/requirement"), "label-requirement", "help-requirement", Holds::Requirement),
                    field(concat!("/", $name, "/requirement-2"), "label-requirement-2", "help-requirement-more", Holds::Requirement),
                    field(concat!("/", $name, "/requirement-3"), "label-requirement-3", "help-requirement-more", Holds::Requirement),
                    field(concat!("/", $name, "/entity"), "column-entity", "help-entity", Holds::Entity),
                    field(concat!("/", $name, "/date"), "column-date", $valid, Holds::Date),
                    field(concat!("/", $name, "/note"), concat!("template-", $name, "-what"), "help-what", Holds::Text),
                    field(concat!("/", $name, "/population"), concat!("template-", $name, "-all"), "help-all", Holds::Whole),
                    field(concat!("/", $name, "/examined"), concat!("template-", $name, "-seen"), "help-seen", Holds::Whole),
                    field(concat!("/", $name, "/ok"), concat!("template-", $name, "-fine"), "help-fine", Holds::Whole),
                    field(concat!("/", $name, "/selection"), "column-selection", "help-selection", Holds::Word(Words::Selection)),
                    field(concat!("/", $name, "/assurance"), "column-assurance", "help-assurance", Holds::Word(Words::Assurance)),
                    field(concat!("/", $name, "/by"), "column-by", "help-name", Holds::Text),
                    field(concat!("/", $name, "/reference"), "column-reference", "help-reference", Holds::Text),
                    field(concat!("/", $name, "/closes"), "column-closes", "help-closes", Holds::Names),
                ]),
            },
            proves: $proves,
        }
    };
}

impl Template {
    /// All there are.
    pub const ALL: &'static [Self] = &[
        template!("log-review", Kind::LogReview, "help-valid-90", &["iso27001-2022:A.8.15", "principles-2017:log-follow-up"]),
        template!("risk-assessment", Kind::RiskAssessment, "help-valid-365", &["iso27001-2022:8.2", "gdpr:32"]),
        template!(
            "processor-supervision",
            Kind::Agreement,
            "help-valid-365",
            &["gdpr:28", "iso27001-2022:A.5.20", "principles-2017:weakest-link"]
        ),
        template!(
            "awareness-staff",
            Kind::Awareness,
            "help-valid-365",
            &["iso27001-2022:A.6.3", "iso27001-2022:7.3", "principles-2017:justified-lookups"]
        ),
        template!("awareness-management", Kind::Awareness, "help-valid-365", &["iso27001-2022:A.5.4"]),
        template!("awareness-politicians", Kind::Awareness, "help-valid-365", &["principles-2017:council-discussion"]),
        template!("exercise", Kind::Exercise, "help-valid-365", &["iso27001-2022:A.5.30", "principles-2017:clinical-continuity"]),
        template!("incident-review", Kind::IncidentReview, "help-valid-365", &["iso27001-2022:A.5.27", "gdpr:33"]),
    ];

    /// What it is called on the command line.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|it| it.name == name)
    }

    /// The one that a sheet is, where it is one.
    pub(crate) fn of(sheet: &Sheet) -> Option<&'static Self> {
        Self::ALL.iter().find(|it| it.sheet.name == sheet.name)
    }
}

#[cfg(test)]
mod tests {
    use pejling_documents::{Language, Library};

    use super::*;

    /// The page says for how long it counts, and what it must show: both are told elsewhere, and must be the same.
    #[test]
    fn a_page_says_what_holds() {
        for language in Language::ALL {
            let library = Library::new(language);
            for template in Template::ALL {
                let Body::Form(fields) = template.sheet.body else { panic!() };
                let date = fields.iter().find(|field| field.pointer.ends_with("/date")).unwrap();
                let days = template.kind.usual_valid_days().to_string();
                assert!(language.text(date.help).contains(&format!(" {days} ")), "{}", template.name);
                for id in template.proves {
                    let (catalogue, local) = id.split_once(':').unwrap();
                    let guide = library.guide_of(library.find(catalogue).unwrap(), language).unwrap();
                    assert!(guide.requirements[local].evidence.contains_key(template.kind.name()), "{}: {id}", template.name);
                }
                assert!(template.proves.len() <= PROVES.len());
            }
        }
    }
}
