//! Nothing that anybody types is dropped silently: wherever it stands, it is in the assessment, or it is told at its cell.

use proptest::prelude::*;
use proptest::sample::Index;

use crate::book::{Book, name, told};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn what_is_typed_anywhere_arrives_or_is_told(filled: bool, sheet: Index, near: bool, row in 0_u32..40, column in 0_u16..26, far in 0_u32..5_000) {
        thread_local! {
            static EMPTY: Book = Book::empty();
            static FILLED: Book = Book::filled();
        }
        let mut book = if filled { FILLED.with(Clone::clone) } else { EMPTY.with(Clone::clone) };
        let count = book.0.len();
        let page = &mut book.0[sheet.index(count)];
        let row = if near { row % 6 } else { row + far };
        let text = "Kvalme over for regneark";
        page.cells.insert((row, column), text.into());
        let (sheet, cell) = (page.name.clone(), name(row, column));
        let read = book.read();
        let is_told = told(&read).iter().any(|it| it.at.sheet.as_ref() == Some(&sheet) && it.at.cell.as_ref() == Some(&cell));
        let arrived = read.as_ref().is_ok_and(|read| serde_json::to_string(&read.document).unwrap().contains(text));
        // a row that now says something may lack something else, which is told; then there is no assessment to look into
        let asked_for_more = read.is_err() && told(&read).iter().all(|it| {
            let of_row = it.at.cell.as_ref().is_some_and(|cell| cell.ends_with(&format!("{}", row + 1)));
            it.at.sheet.as_ref() == Some(&sheet) && of_row && matches!(it.code.as_str(), "cell-missing" | "row-without-finding")
        });
        prop_assert!(is_told || arrived || asked_for_more, "{sheet}!{cell}: {:?}", told(&read));
    }
}
