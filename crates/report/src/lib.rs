//! Reports that councils can read, of what the published documents of Pejling say.
//!
//! One model, [`Report`], is a tree of blocks. Audiences build it of documents; HTML, Markdown and other renderers show it. No number is
//! computed here: each one stands in a document, and is only put into the form of a language.
#![forbid(unsafe_code)]

mod model;
mod chart;
mod markup;
mod html;
mod markdown;
mod forms;
mod words;
mod about;
mod time;
mod council;
mod agenda;
mod closed;
mod arithmetic;
mod ciso;
mod steering;
mod groups;
mod screening;
mod order;

pub use agenda::agenda;
pub use chart::{Bar, Cell, Chart, Course, Drawing, Keystone, Part, Step, Stretch};
pub use council::council;
pub use model::{About, Audience, Block, Column, Report, Run, Section, Style, Table};
pub use order::Order;
