//! How somebody else's file is read as an assessment: `pejling/import-map/1`.

use crate::diagnostic::Faults;
use crate::library::{Library, Source, read_document};
use crate::read::document;
use crate::scalar::As;
use crate::table::Table;
use crate::vocabulary::ImportMapFormat;

document! {
    /// Which columns of which sheets say what, and what the words in them stand for.
    pub struct ImportMapDocument {
        /// The address of this document's JSON Schema, for editors.
        #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
        pub schema: Option<String>,
        /// What this document is.
        pub format: As<ImportMapFormat>,
        /// The sheets that are read. All others are left out.
        pub sheets: Vec<ImportSheetDocument>,
        /// What words stand for beside the table of the program, or instead of it: a percentage as `50`, `excluded` or `unanswered`.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub words: Table<String>,
    }

    /// One sheet: columns are named by their letters.
    pub struct ImportSheetDocument {
        /// The column that says whether the requirement applies.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub applicable: Option<String>,
        /// What a number without the `A.` of Annex A is: `controls` or `clauses`; left out: what the file itself proves.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub bare_ids: Option<String>,
        /// The column of the day on which it was found.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub date: Option<String>,
        /// The columns that describe what is there; they become the note.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub evidence: Vec<String>,
        /// The row of the heading, from 1.
        pub heading_row: u32,
        /// The headings that the columns must have, by letter.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub headings: Table<String>,
        /// The column of the level or number on a scale.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub maturity: Option<String>,
        /// The column of who answers for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub owner: Option<String>,
        /// The column of the reason why it applies or not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<String>,
        /// The column of where the record is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reference: Option<String>,
        /// The column of the requirement's name.
        pub requirement: String,
        /// The scale of numbers, as `0-5`; left out: what the file itself says.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub scale: Option<String>,
        /// The name of the sheet.
        pub sheet: String,
        /// Rows below the heading that are not read, from 1.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub skip_rows: Vec<u32>,
        /// The column of the words that say how far it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub status: Option<String>,
        /// The column of the requirement's title, held against the catalogue's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub title: Option<String>,
    }
}

impl Library<'_> {
    /// Reads a map: TOML where the name of the source ends so, else JSON.
    ///
    /// # Errors
    ///
    /// Every fault in it, with its place.
    pub fn read_import_map(&self, source: Source<'_>) -> Result<ImportMapDocument, Faults> {
        let tell = |faults| Faults::new(faults, &crate::diagnostic::Origin::file(source.text, source.name), self.language);
        match read_document(source, &self.limits) {
            Ok((map, _, faults)) if faults.is_empty() => Ok(map),
            Ok((_, _, faults)) | Err(faults) => Err(tell(faults)),
        }
    }
}

impl ImportMapDocument {
    /// The same as TOML, to edit.
    #[must_use]
    pub fn to_toml(&self) -> String {
        toml::to_string(self).unwrap_or_default() // it has text keys and no null: this cannot fail
    }
}
