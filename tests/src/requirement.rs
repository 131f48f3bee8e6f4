//! What a generator needs to know of the catalogues.

use std::fmt;
use std::path::Path;

/// A requirement, as far as a generator needs to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Requirement {
    /// Its qualified name, such as `iso27001-2022:A.8.15`.
    pub(crate) id: String,
    /// The framework and the chapter, theme or principle that it belongs to, such as `iso27001-2022:A.8`.
    pub(crate) part: String,
    /// Its follow-up area.
    pub(crate) area: String,
    /// The working group that answers for it.
    pub(crate) group: String,
    /// Whether it is made of others and has no evidence of its own.
    pub(crate) composite: bool,
    /// `freely`, `on-condition`, or nothing where it can never be excluded.
    pub(crate) excludable: Option<String>,
}

impl Requirement {
    /// The requirements of a catalogue, in its order, and the edition that they are of.
    ///
    /// # Errors
    ///
    /// When `catalogue.toml` cannot be read, or lacks one of the fields that a generator needs.
    pub(crate) fn of_catalogue(controls: &Path, framework: &str) -> Result<(String, Vec<Self>), String> {
        let path = controls.join(framework).join("catalogue.toml");
        let fault = |what: &dyn fmt::Display| format!("{}: {what}", path.display());
        let text = std::fs::read_to_string(&path).map_err(|error| fault(&error))?;
        let catalogue: toml::Table = text.parse().map_err(|error| fault(&error))?;
        let edition = catalogue.get("edition").and_then(toml::Value::as_str).ok_or_else(|| fault(&"no edition"))?;
        let tables = catalogue.get("requirements").and_then(toml::Value::as_array).ok_or_else(|| fault(&"no requirements"))?;
        let one = |table| Self::of_table(framework, table).ok_or_else(|| fault(&"a requirement lacks its id, part, area or group"));
        Ok((edition.to_owned(), tables.iter().map(one).collect::<Result<_, _>>()?))
    }

    pub(crate) fn of_table(framework: &str, table: &toml::Value) -> Option<Self> {
        let word = |field| table.get(field).and_then(toml::Value::as_str);
        Some(Self {
            id: format!("{framework}:{}", word("id")?),
            part: format!("{framework}:{}", word("part")?),
            area: word("area")?.to_owned(),
            group: word("group")?.to_owned(),
            composite: table.get("composite").and_then(toml::Value::as_bool).unwrap_or_default(),
            excludable: word("excludable").map(str::to_owned),
        })
    }
}
