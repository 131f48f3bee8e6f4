//! What the workbook of an assessment looks like, as data: its sheets, their columns, and which field of the document each column is. Writing
//! and reading both go by it, so they cannot disagree.

use std::collections::BTreeMap;

use pejling_documents::Language;

use crate::template::Template;
use crate::text::folded;
use crate::words::Words;

/// One sheet.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// The key of its name.
    pub(crate) name: &'static str,
    /// The key of the line above its heading: what it is for.
    pub(crate) note: &'static str,
    pub(crate) body: Body,
}

/// What a sheet holds.
#[derive(Debug)]
pub(crate) enum Body {
    /// Lines to read, each with a label: nothing is filled in.
    Lines(&'static [(&'static str, &'static str)]),
    /// One value a row: a label, the value, and a help.
    Form(&'static [Field]),
    /// One item of a list a row.
    Table(Table),
    /// The words of the drop-downs. Nobody sees it.
    Lists,
}

/// One value of a form.
#[derive(Debug)]
pub(crate) struct Field {
    /// Where it stands in the document, as a JSON Pointer.
    pub(crate) pointer: &'static str,
    pub(crate) label: &'static str,
    pub(crate) help: &'static str,
    pub(crate) holds: Holds,
}

/// A list of the document, as rows.
#[derive(Debug)]
pub(crate) struct Table {
    /// The field of the document that is the list; for catalogues, an object of editions by name.
    pub(crate) list: &'static str,
    /// The list within each item of it, where rows are of that; the columns that are the outer item's are marked.
    pub(crate) within: Option<Within>,
    /// Which requirements have a row before anybody answers.
    pub(crate) offers: Offers,
    pub(crate) columns: &'static [Column],
    /// The column that a fault of the whole row is told at.
    pub(crate) whole: &'static str,
}

/// A list within the items of another one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Within {
    pub(crate) list: &'static str,
    /// Whether the outer items have no sheet of their own, and a row makes one.
    pub(crate) makes: bool,
}

/// Which requirements have a row before anybody answers. Such a row says something once more than its requirement is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offers {
    Nothing,
    /// Those of one working group; empty: those of none.
    Group(&'static str),
    /// The controls of ISO/IEC 27001, of which the statement of applicability speaks.
    Controls,
}

/// One column.
#[derive(Debug)]
pub(crate) struct Column {
    /// The field of the item; what is only shown has a name of its own.
    pub(crate) field: &'static str,
    pub(crate) heading: &'static str,
    pub(crate) holds: Holds,
    /// In characters.
    pub(crate) width: u16,
    /// Whether a row that says something must have it.
    pub(crate) needed: bool,
    /// Whether it belongs to the outer item of a list within a list.
    pub(crate) outer: bool,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Any text.
    Text,
    /// A name with one spelling: of an edition, catalogue or organisation.
    Name,
    /// The name of an entity, from the sheet of entities.
    Entity,
    /// The names of evidence, a line each.
    Names,
    /// A requirement, by its qualified name or by what only one catalogue calls so.
    Requirement,
    /// An objective, likewise.
    Objective,
    Word(Words),
    Date,
    /// A percentage.
    Percent,
    /// A whole number.
    Whole,
    /// A level from 0 to 5.
    Level,
    /// Guidance that the catalogue gives. It is not read.
    Shown(Shown),
}

/// What the catalogue says of a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    Title,
    Question,
    Levels,
    Evidence,
    /// The title of a catalogue.
    Catalogue,
}

const fn column(field: &'static str, heading: &'static str, holds: Holds, width: u16) -> Column {
    Column { field, heading, holds, width, needed: false, outer: false }
}

const fn needed(field: &'static str, heading: &'static str, holds: Holds, width: u16) -> Column {
    Column { needed: true, ..column(field, heading, holds, width) }
}

const fn outer(field: &'static str, heading: &'static str, holds: Holds, width: u16) -> Column {
    Column { outer: true, ..needed(field, heading, holds, width) }
}

const REQUIREMENT: Column = needed("requirement", "column-requirement", Holds::Requirement, 17);

const fn title(width: u16) -> Column {
    column("title", "column-title", Holds::Shown(Shown::Title), width)
}

const fn entity(width: u16) -> Column {
    column("entity", "column-entity", Holds::Entity, width)
}

/// What a working group fills in: first what every answer has, further right what few have.
const EVIDENCE: &[Column] = &[
    REQUIREMENT,
    title(24),
    column("question", "column-question", Holds::Shown(Shown::Question), 38),
    column("levels", "column-levels", Holds::Shown(Shown::Levels), 62),
    column("counts", "column-counts", Holds::Shown(Shown::Evidence), 50),
    column("level", "column-level", Holds::Level, 8),
    needed("kind", "column-kind", Holds::Word(Words::EvidenceKind), 18),
    needed("date", "column-date", Holds::Date, 12),
    needed("assurance", "column-assurance", Holds::Word(Words::Assurance), 18),
    column("by", "column-by", Holds::Text, 26),
    column("reference", "column-reference", Holds::Text, 22),
    column("note", "column-note", Holds::Text, 40),
    entity(18),
    column("population", "column-population", Holds::Whole, 10),
    column("examined", "column-examined", Holds::Whole, 11),
    column("ok", "column-ok", Holds::Whole, 9),
    column("selection", "column-selection", Holds::Word(Words::Selection), 13),
    column("share", "column-share", Holds::Percent, 10),
    column("result", "column-result", Holds::Percent, 10),
    column("valid_days", "column-valid-days", Holds::Whole, 10),
    column("closes", "column-closes", Holds::Names, 22),
    column("id", "column-evidence-id", Holds::Text, 22),
];

const fn group(name: &'static str, group: &'static str) -> Sheet {
    let table = Table { list: "evidence", within: None, offers: Offers::Group(group), columns: EVIDENCE, whole: "level" };
    Sheet { name, note: "sheet-group-note", body: Body::Table(table) }
}

const fn table(name: &'static str, note: &'static str, list: &'static str, whole: &'static str, columns: &'static [Column]) -> Sheet {
    Sheet { name, note, body: Body::Table(Table { list, within: None, offers: Offers::Nothing, columns, whole }) }
}

pub(crate) const fn field(pointer: &'static str, label: &'static str, help: &'static str, holds: Holds) -> Field {
    Field { pointer, label, help, holds }
}

/// The sheets of an assessment, in their order.
pub(crate) const SHEETS: &[Sheet] = &[
    Sheet {
        name: "sheet-start",
        note: "sheet-start-note",
        body: Body::Lines(&[
            ("start-who", "start-who-text"),
            ("start-answer", "start-answer-text"),
            ("start-counts", "start-counts-text"),
            ("start-more", "start-more-text"),
            ("start-empty", "start-empty-text"),
            ("start-sure", "start-sure-text"),
            ("start-excluded", "start-excluded-text"),
            ("start-personal", "start-personal-text"),
            ("start-time", TIME),
            ("start-back", "start-back-text"),
        ]),
    },
    group("sheet-it", "it-and-cyber-security"),
    group("sheet-law", "law-and-contracts"),
    group("sheet-organisation", "organisation-and-management"),
    group("sheet-dpo", "data-protection-officers"),
    group("sheet-other", ""),
    Sheet {
        name: "sheet-statements",
        note: "sheet-statements-note",
        body: Body::Table(Table {
            list: "control_statements",
            within: None,
            offers: Offers::Controls,
            columns: &[
                REQUIREMENT,
                title(40),
                needed("implemented", "column-implemented", Holds::Word(Words::YesNo), 16),
                needed("why", "column-why-included", Holds::Text, 60),
                column("responsible", "column-responsible", Holds::Text, 30),
            ],
            whole: "requirement",
        }),
    },
    table(
        "sheet-exclusions",
        "sheet-exclusions-note",
        "exclusions",
        "requirement",
        &[
            REQUIREMENT,
            title(30),
            entity(20),
            needed("class", "column-class", Holds::Word(Words::ReasonClass), 26),
            needed("reason", "column-reason", Holds::Text, 50),
            needed("approved_by", "column-approved-by", Holds::Text, 26),
            needed("review_by", "column-review-by", Holds::Date, 14),
        ],
    ),
    table(
        "sheet-measures",
        "sheet-measures-note",
        "measures",
        "id",
        &[
            needed("id", "column-measure-id", Holds::Text, 14),
            REQUIREMENT,
            title(30),
            entity(20),
            needed("score_after", "column-score-after", Holds::Percent, 12),
            needed("cost", "column-cost", Holds::Whole, 12),
            column("owner", "column-owner", Holds::Text, 24),
            column("due", "column-due", Holds::Date, 12),
            needed("status", "column-status", Holds::Word(Words::MeasureStatus), 13),
            column("decided_by", "column-decided-by", Holds::Text, 22),
            column("decided_on", "column-decided-on", Holds::Date, 13),
        ],
    ),
    table(
        "sheet-dissent",
        "sheet-dissent-note",
        "dissent",
        "text",
        &[
            REQUIREMENT,
            title(30),
            entity(20),
            needed("by", "column-voice", Holds::Word(Words::Voice), 26),
            needed("text", "column-view", Holds::Text, 80),
        ],
    ),
    table(
        "sheet-entities",
        "sheet-entities-note",
        "entities",
        "id",
        &[
            needed("id", "column-entity-id", Holds::Name, 24),
            column("name", "column-entity-name", Holds::Text, 44),
            column("kind", "column-entity-kind", Holds::Word(Words::EntityKind), 16),
            column("parent", "column-parent", Holds::Entity, 24),
            column("weight", "column-weight", Holds::Whole, 10),
        ],
    ),
    Sheet {
        name: "sheet-services",
        note: "sheet-services-note",
        body: Body::Table(Table {
            list: "entities",
            within: Some(Within { list: "serves", makes: false }),
            offers: Offers::Nothing,
            columns: &[
                outer("id", "column-provider", Holds::Entity, 24),
                needed("entity", "column-served", Holds::Entity, 24),
                REQUIREMENT,
                title(40),
                needed("share", "column-service-share", Holds::Percent, 12),
            ],
            whole: "id",
        }),
    },
    Sheet {
        name: "sheet-assessment",
        note: "sheet-assessment-note",
        body: Body::Form(&[
            field("/organisation", "label-organisation", "help-organisation", Holds::Name),
            field("/as_of", "label-as-of", "help-as-of", Holds::Date),
            field("/scope_note", "label-scope-note", "help-scope-note", Holds::Text),
            field("/sign_off/status", "label-status", "help-status", Holds::Word(Words::SignOffStatus)),
            field("/sign_off/prepared/by", "label-prepared-by", "help-name", Holds::Text),
            field("/sign_off/prepared/on", "label-prepared-on", "help-date", Holds::Date),
            field("/sign_off/reviewed/by", "label-reviewed-by", "help-name", Holds::Text),
            field("/sign_off/reviewed/on", "label-reviewed-on", "help-date", Holds::Date),
            field("/sign_off/approved/by", "label-approved-by", "help-approved", Holds::Text),
            field("/sign_off/approved/on", "label-approved-on", "help-date", Holds::Date),
            field("/dpo_statement/by", "label-dpo-by", "help-name", Holds::Text),
            field("/dpo_statement/on", "label-dpo-on", "help-date", Holds::Date),
            field("/dpo_statement/text", "label-dpo-text", "help-dpo-text", Holds::Text),
            field("/sharing/figures", "label-sharing-figures", "help-sharing", Holds::Word(Words::YesNo)),
            field("/sharing/name", "label-sharing-name", "help-sharing-name", Holds::Word(Words::YesNo)),
            field("/sharing/approved/by", "label-sharing-by", "help-name", Holds::Text),
            field("/sharing/approved/on", "label-sharing-on", "help-date", Holds::Date),
        ]),
    },
    table(
        "sheet-catalogues",
        "sheet-catalogues-note",
        "catalogues",
        "catalogue",
        &[
            needed("catalogue", "column-catalogue", Holds::Name, 24),
            needed("edition", "column-edition", Holds::Name, 16),
            column("title", "column-title", Holds::Shown(Shown::Catalogue), 60),
        ],
    ),
    Sheet {
        name: "sheet-weightings",
        note: "sheet-weightings-note",
        body: Body::Table(Table {
            list: "weightings",
            within: Some(Within { list: "members", makes: true }),
            offers: Offers::Nothing,
            columns: &[
                outer("objective", "column-objective", Holds::Objective, 36),
                outer("why", "column-weighting-why", Holds::Text, 50),
                REQUIREMENT,
                title(40),
                needed("weight", "column-weight", Holds::Whole, 10),
            ],
            whole: "objective",
        }),
    },
    Sheet { name: "sheet-lists", note: "sheet-lists-note", body: Body::Lists },
];

/// The line that says how long it takes: the one text of the start page that depends on what was asked for.
pub(crate) const TIME: &str = "start-time-text";

/// What the workbook says that it is, in the first cell of its hidden sheet.
pub(crate) const FORMAT: &str = "pejling/workbook/1";

/// The row of the line that says what a sheet is for, and that of the heading.
pub(crate) const NOTE_ROW: u32 = 0;
pub(crate) const HEADING_ROW: u32 = 1;

impl Sheet {
    /// Every sheet that there can be: those of an assessment, and the pages that yield evidence.
    pub(crate) fn all() -> impl Iterator<Item = &'static Self> {
        SHEETS.iter().chain(Template::ALL.iter().map(|template| &template.sheet))
    }

    /// The sheet of that name, in either language.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        let name = folded(name);
        Self::all().find(|sheet| Language::ALL.iter().any(|language| folded(&language.text(sheet.name)) == name))
    }
}

impl Table {
    /// The columns by their headings, in either language.
    pub(crate) fn by_heading(&self) -> BTreeMap<String, &'static Column> {
        let headings = |column: &'static Column| Language::ALL.map(|language| (folded(&language.text(column.heading)), column));
        self.columns.iter().flat_map(headings).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// A workbook is read in whatever language it is, so no name of a sheet, heading or label may stand for two things.
    #[test]
    fn every_name_is_read_back() {
        for sheet in Sheet::all() {
            for language in Language::ALL {
                let name = language.text(sheet.name);
                assert!(
                    name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\', '\'']),
                    "{name}: no name of a sheet"
                );
                assert_eq!(Sheet::named(&name).map(|it| it.name), Some(sheet.name));
                match &sheet.body {
                    Body::Table(table) => {
                        for column in table.columns {
                            let found = table.by_heading().get(&folded(&language.text(column.heading))).map(|it| it.field);
                            assert_eq!(found, Some(column.field), "{name}");
                        }
                        assert!(table.columns.iter().any(|column| column.field == table.whole));
                    }
                    Body::Form(fields) => {
                        let labels: BTreeSet<_> = fields.iter().map(|field| folded(&language.text(field.label))).collect();
                        assert_eq!(labels.len(), fields.len(), "{name}");
                    }
                    Body::Lines(_) | Body::Lists => {}
                }
            }
        }
    }
}
