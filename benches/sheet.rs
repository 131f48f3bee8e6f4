//! Reading a workbook beside calamine merely reading its cells. The figures are in `benches/README.md`.
//!
//! `cargo bench -p pejling-tests --bench sheet`
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    reason = "a bench that finds something else than it expects has to stop there, and ratios are of times"
)]

use std::io::Cursor;
use std::path::Path;

use calamine::{DataRef, Reader as _, Xlsx};
use pejling_documents::{Language, Library, Source};
use pejling_sheet::{read_workbook, workbook};

use self::measure::{ratio, tell, time};

mod measure;

/// Every cell of a workbook that has something in it: how many there are, and how many characters they have.
fn cells(bytes: &[u8]) -> (usize, usize) {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let (mut count, mut characters) = (0, 0);
    for name in book.sheet_names() {
        let mut reader = book.worksheet_cells_reader(&name).unwrap();
        while let Some(cell) = reader.next_cell().unwrap() {
            count += usize::from(*cell.get_value() != DataRef::Empty);
            characters += match cell.get_value() {
                DataRef::SharedString(text) => text.len(),
                _ => 0,
            };
        }
    }
    (count, characters)
}

fn main() {
    let library = Library::new(Language::Danish);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/region/assessment.json");
    let text = std::fs::read_to_string(path).unwrap();
    let checked = library.check(Source::text(&text)).unwrap();
    let bytes = workbook(&library, &checked, false).unwrap();
    let read = || read_workbook(&library, None, &bytes).unwrap();
    assert_eq!(read().checked.digest(), checked.digest());
    let (count, characters) = cells(&bytes);
    println!("{} bytes, {count} cells with {characters} characters, {} evidences", bytes.len(), read().document.evidence.len());
    tell("reading the region's workbook / calamine reading its cells", ratio(21, || time(read), || time(|| cells(&bytes))), "");
    let check = || library.check(Source::text(&text)).unwrap();
    tell("the same / checking the same assessment as JSON", ratio(21, || time(read), || time(check)), "");
    let write = || workbook(&library, &checked, false).unwrap();
    tell("writing it / reading it", ratio(21, || time(write), || time(read)), "");
}
