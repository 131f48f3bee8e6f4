//! Dissent in tables: a sign at each declared number that it concerns, and below whose view it is.

use pejling_documents::{DissentResult, Library};

use crate::table::heading;

/// What stands at a declared number, or at what is shown of one, where somebody sees it otherwise.
const SIGN: &str = "†";

/// The dissent that concerns what a table shows.
pub(crate) struct Dissent(pub(crate) Vec<DissentResult>);

impl Dissent {
    /// A declared number of a requirement or objective, with the sign where a dissent concerns it.
    pub(crate) fn mark(&self, of: &str, number: String) -> String {
        self.mark_any(std::iter::once(of), number)
    }

    /// The three readings of a requirement or objective in their order, with the sign at the declared one.
    pub(crate) fn triple(&self, of: &str, [substantiated, declared, possible]: [String; 3]) -> String {
        [substantiated, self.mark(of, declared), possible].join(" / ")
    }

    /// A number that goes by what is declared of several, with the sign where a dissent concerns one of them.
    pub(crate) fn mark_any<'a>(&self, mut of: impl Iterator<Item = &'a str>, number: String) -> String {
        let disputed = of.any(|of| self.0.iter().any(|it| it.is_on(of)));
        if disputed { format!("{SIGN}{number}") } else { number }
    }

    /// Whose view it is, in their own words. Nothing where there is none.
    pub(crate) fn section(&self, library: &Library<'_>) -> String {
        let Self(all) = self;
        if all.is_empty() {
            return String::new();
        }
        let line = |it: &DissentResult| {
            let DissentResult { by, concerns: _, entity, requirement, text } = it;
            let voice = library.language.text(&format!("voice-{}", by.0.name()));
            let titled = library.title(requirement).map_or_else(|| requirement.clone(), |title| format!("{requirement} {title}"));
            let args = [("sign", SIGN), ("voice", &voice), ("text", text), ("requirement", &titled), ("entity", entity)];
            format!("  {}\n", library.language.text_with("dissent-line", &args))
        };
        heading(&library.language.text_with("dissent-head", &[("sign", SIGN)])) + &all.iter().map(line).collect::<String>()
    }
}
