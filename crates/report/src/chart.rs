//! Charts as SVG of their own: with a title, a description and textures besides colours, and no style from around them. The same picture
//! stands in a page, in a file and on paper.
//!
//! They are drawn narrow, so that their letters can be read on a telephone. Places are whole units; no number is computed for a reader.

use pejling_core::Score;

use crate::markup::Markup;
use crate::model::Table;

mod bars;
mod course;
mod heat;
mod keystones;
mod paper;
mod waterfall;

pub use self::bars::{Bar, Part};
pub use self::course::{Course, Stretch};
pub use self::heat::Cell;
pub use self::keystones::Keystone;
pub use self::waterfall::Step;

/// A chart: what it shows, in a picture, in words and in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its name in the document.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// What is to be seen in it, for those who do not see it.
    pub alternative: String,
    /// The picture.
    pub drawing: Drawing,
    /// The same as numbers.
    pub table: Table,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Bars of five parts.
    Bars {
        /// The bars from top to bottom.
        bars: Vec<Bar>,
        /// The names of the five parts, from the best to the worst.
        parts: [String; 5],
    },
    /// A grid of cells, darker where more is substantiated, with words or numbers in each.
    Heat {
        /// The heads of the columns.
        columns: Vec<String>,
        /// The rows, each with its head.
        rows: Vec<(String, Vec<Cell>)>,
    },
    /// From one score to another, step by step.
    Waterfall {
        /// What it begins at.
        from: (String, Score, String),
        /// What moved it.
        steps: Vec<Step>,
        /// What it ends at.
        to: (String, Score, String),
    },
    /// Bands over time.
    Courses {
        /// One row each.
        courses: Vec<Course>,
        /// The first and the last day, in words.
        ends: (String, String),
    },
    /// What holds back what, and how much.
    Keystones {
        /// The greatest first.
        keystones: Vec<Keystone>,
    },
}

impl Chart {
    /// The picture as a document of its own, to stand in a page or a file.
    #[must_use]
    pub fn svg(&self) -> String {
        let mut inside = Markup::default();
        let height = match &self.drawing {
            Drawing::Bars { bars, parts } => bars::draw(&mut inside, &self.id, bars, parts),
            Drawing::Heat { columns, rows } => heat::draw(&mut inside, columns, rows),
            Drawing::Waterfall { from, steps, to } => waterfall::draw(&mut inside, &self.id, from, steps, to),
            Drawing::Courses { courses, ends } => course::draw(&mut inside, courses, ends),
            Drawing::Keystones { keystones } => keystones::draw(&mut inside, keystones),
        };
        paper::sheet(&self.id, &self.title, &self.alternative, height, &inside.finish())
    }

    pub(crate) fn texts(&mut self) -> Box<dyn Iterator<Item = &mut String> + '_> {
        let Self { id: _, title, alternative, drawing, table } = self;
        let drawn: Box<dyn Iterator<Item = &mut String>> = match drawing {
            Drawing::Bars { bars, parts } => Box::new(bars.iter_mut().flat_map(|bar| [&mut bar.label, &mut bar.note]).chain(parts)),
            Drawing::Heat { columns, rows } => {
                let rows =
                    rows.iter_mut().flat_map(|(head, cells)| std::iter::once(head).chain(cells.iter_mut().map(|cell| &mut cell.text)));
                Box::new(columns.iter_mut().chain(rows))
            }
            Drawing::Waterfall { from, steps, to } => {
                let steps = steps.iter_mut().flat_map(|step| [&mut step.label, &mut step.number]);
                Box::new([&mut from.0, &mut from.2, &mut to.0, &mut to.2].into_iter().chain(steps))
            }
            Drawing::Courses { courses, ends } => {
                let words = courses
                    .iter_mut()
                    .flat_map(|it| std::iter::once(&mut it.label).chain(it.stretches.iter_mut().map(|stretch| &mut stretch.text)));
                Box::new(words.chain([&mut ends.0, &mut ends.1]))
            }
            Drawing::Keystones { keystones } => Box::new(keystones.iter_mut().flat_map(|it| [&mut it.label, &mut it.note])),
        };
        Box::new([title, alternative].into_iter().chain(drawn).chain(table.texts()))
    }
}
