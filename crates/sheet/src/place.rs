//! Where something stands in a workbook.

/// The rows and columns that a sheet has.
pub(crate) const ROWS: u32 = 1 << 20;
pub(crate) const COLUMNS: u32 = 1 << 14;

/// The name of a column: `A`, `Z`, `AA`.
pub(crate) fn column_name(column: u32) -> String {
    let (mut name, mut rest) = (Vec::new(), u64::from(column) + 1);
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        name.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    name.iter().rev().collect()
}

/// The name of a cell, from a row and a column that count from 0: `F17`.
pub(crate) fn cell_name(row: u32, column: u32) -> String {
    format!("{}{}", column_name(column), u64::from(row) + 1)
}

/// The column of that name, from 0; `None` beyond the last one.
pub(crate) fn column_at(letters: &str) -> Option<u32> {
    let is_column = (1..=3).contains(&letters.len()) && letters.bytes().all(|letter| letter.is_ascii_alphabetic());
    let add = |column: u32, letter: u8| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    is_column.then(|| letters.bytes().fold(0, add) - 1).filter(|column| *column < COLUMNS)
}

/// The row and the column, from 0, of a cell by its name; `None` beyond the last one that a sheet can have.
pub(crate) fn cell_at(name: &str) -> Option<(u32, u32)> {
    let (letters, number) = name.split_at_checked(name.find(|sign: char| sign.is_ascii_digit())?)?;
    let row = number.parse::<u32>().ok()?.checked_sub(1).filter(|row| *row < ROWS)?;
    Some((row, column_at(letters)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cells_are_read() {
        assert_eq!(cell_at("A1"), Some((0, 0)));
        assert_eq!(cell_at("XFE1"), None);
        assert_eq!(cell_at("A1048577"), None);
        assert_eq!(cell_at("F17"), Some((16, 5)));
        assert_eq!(cell_at("XFD1048576"), Some((1_048_575, 16_383)));
        assert_eq!(cell_at("A0"), None);
        assert_eq!(cell_at("17"), None);
        assert_eq!(cell_at("ZZZZZZZZZZ1"), None);
    }

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        assert_eq!(cell_name(0, 0), "A1");
        assert_eq!(cell_name(16, 5), "F17");
        assert_eq!(cell_name(9, 25), "Z10");
        assert_eq!(cell_name(9, 26), "AA10");
        assert_eq!(cell_name(1_048_575, 16_383), "XFD1048576"); // the last one there is
    }
}
