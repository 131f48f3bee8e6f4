//! A report as a plain tree: sections of blocks. Renderers know nothing but blocks; audiences build nothing else.

use jiff::civil::Date;
use pejling_documents::{Language, mask};

use crate::chart::Chart;

/// Whom a report is for. It decides what is told, never how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// The regional council and the public: area level.
    Council,
    /// Those who work with it: control level, closed.
    Ciso,
    /// The regions' joint steering group.
    Steering,
    /// The four working groups: what each does next.
    WorkingGroups,
    /// An agenda item to paste.
    Agenda,
    /// The screening of one project or system.
    Screening,
}

impl Audience {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Council, Self::Ciso, Self::Steering, Self::WorkingGroups, Self::Agenda, Self::Screening];

    /// Its name on a command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Council => "council",
            Self::Ciso => "ciso",
            Self::Steering => "steering",
            Self::WorkingGroups => "working-groups",
            Self::Agenda => "agenda",
            Self::Screening => "screening",
        }
    }

    /// Whether it may be published. What may not says so on its first page.
    #[must_use]
    pub const fn is_public(self) -> bool {
        match self {
            Self::Council | Self::Agenda => true,
            Self::Ciso | Self::Steering | Self::WorkingGroups | Self::Screening => false,
        }
    }
}

/// A report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What it is, in one line.
    pub title: String,
    /// Of whom and of which day.
    pub subtitle: String,
    /// The language of every text in it.
    pub language: Language,
    /// Whom it is for.
    pub audience: Audience,
    /// What it holds, in reading order.
    pub sections: Vec<Section>,
    /// What it rests on.
    pub about: About,
}

/// What a report rests on: for the last pages, and for the properties of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Who was assessed.
    pub organisation: String,
    /// The date of assessment.
    pub as_of: Date,
    /// The version of the scoring method.
    pub method: String,
    /// The digests of the assessments.
    pub assessments: Vec<String>,
    /// Each catalogue: its name, its edition, and the digest of all in it that can move a number.
    pub catalogues: Vec<(String, String, String)>,
}

/// A part of a report with a heading of the second level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name, to link to.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// What is in it.
    pub blocks: Vec<Block>,
    /// Whether it begins a page on paper.
    pub on_new_page: bool,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of the third level.
    Heading(String),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A list, numbered where it is ordered.
    List {
        /// Whether the items have an order.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Run>>,
    },
    /// A table.
    Table(Table),
    /// A chart with its text alternative and its data table.
    Chart(Box<Chart>),
    /// Somebody's own words.
    Quote {
        /// The words, paragraph by paragraph.
        paragraphs: Vec<String>,
        /// Whose they are.
        by: String,
    },
    /// Something that nobody should miss.
    Callout {
        /// What it is about.
        title: String,
        /// What there is to know.
        text: Vec<Run>,
    },
}

/// Text in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Its style.
    pub style: Style,
}

/// How a text stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// It does not.
    Plain,
    /// It carries weight.
    Strong,
    /// It is a name or digest that is copied letter by letter.
    Code,
}

/// A table. Every cell is text as it is read: numbers and dates are in the language's form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The heads of its columns; the first one is of the row heads.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell a column; the first cell is the head of the row.
    pub rows: Vec<Vec<String>>,
    /// What a reader of its numbers should know, such as whose view differs; each on a line of its own.
    pub notes: Vec<String>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Whether its cells are numbers, which stand flush right.
    pub is_number: bool,
}

impl Run {
    /// Text that does not stand out.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Plain }
    }

    /// Text that carries weight.
    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Strong }
    }

    /// A name or digest.
    #[must_use]
    pub fn code(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Code }
    }
}

impl Block {
    /// A paragraph in one style.
    #[must_use]
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(vec![Run::plain(text)])
    }

    /// A list of texts in one style.
    #[must_use]
    pub fn list(ordered: bool, items: impl IntoIterator<Item = String>) -> Self {
        Self::List { ordered, items: items.into_iter().map(|item| vec![Run::plain(item)]).collect() }
    }

    /// Something that nobody should miss.
    #[must_use]
    pub fn callout(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Callout { title: title.into(), text: vec![Run::plain(text)] }
    }

    /// Somebody's own words: an empty line begins a paragraph.
    pub(crate) fn quote(text: &str, by: String) -> Self {
        let text = text.replace("\r\n", "\n");
        let paragraphs = text.split("\n\n").map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned);
        Self::Quote { paragraphs: paragraphs.collect(), by }
    }
}

impl Table {
    /// A table; `numbers` are the positions of the columns with numbers.
    #[must_use]
    pub fn new(caption: impl Into<String>, heads: impl IntoIterator<Item = String>, numbers: &[usize]) -> Self {
        let column = |(at, head)| Column { head, is_number: numbers.contains(&at) };
        Self { caption: caption.into(), columns: heads.into_iter().enumerate().map(column).collect(), rows: Vec::new(), notes: Vec::new() }
    }

    /// The same with rows.
    #[must_use]
    pub fn with(mut self, rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        self.rows.extend(rows);
        self
    }

    /// The same with notes below it.
    #[must_use]
    pub fn noting(mut self, notes: impl IntoIterator<Item = String>) -> Self {
        self.notes.extend(notes);
        self
    }

    pub(crate) fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        let Self { caption, columns, rows, notes } = self;
        let heads = columns.iter_mut().map(|column| &mut column.head);
        std::iter::once(caption).chain(heads).chain(rows.iter_mut().flatten()).chain(notes)
    }
}

impl Report {
    /// The same with what looks like a CPR number hidden in every text: nothing that shows a report has to think of it.
    #[must_use]
    pub(crate) fn masked(mut self) -> Self {
        let hide = |text: &mut String| {
            if let std::borrow::Cow::Owned(masked) = mask(text) {
                *text = masked;
            }
        };
        let Self { title, subtitle, sections, about: About { organisation, .. }, .. } = &mut self;
        [title, subtitle, organisation].into_iter().for_each(hide);
        for section in sections {
            hide(&mut section.heading);
            section.blocks.iter_mut().flat_map(Block::texts).for_each(hide);
        }
        self
    }
}

impl Block {
    fn texts(&mut self) -> Box<dyn Iterator<Item = &mut String> + '_> {
        match self {
            Self::Heading(text) => Box::new(std::iter::once(text)),
            Self::Paragraph(text) => Box::new(text.iter_mut().map(|run| &mut run.text)),
            Self::List { items, ordered: _ } => Box::new(items.iter_mut().flatten().map(|run| &mut run.text)),
            Self::Table(table) => Box::new(table.texts()),
            Self::Chart(chart) => chart.texts(),
            Self::Quote { paragraphs, by } => Box::new(paragraphs.iter_mut().chain(std::iter::once(by))),
            Self::Callout { title, text } => Box::new(std::iter::once(title).chain(text.iter_mut().map(|run| &mut run.text))),
        }
    }
}
