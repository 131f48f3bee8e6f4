//! `pejling verify`: recompute what somebody else computed.

use pejling_documents::{Faults, Library, Verdict};

use crate::args::{Arguments, Format, VerifyOptions};
use crate::input::{Inputs, Problem};
use crate::{Outcome, print, print_json};

/// The most differences that are shown of one vector or result.
const SHOWN: usize = 10;

pub(crate) fn run(arguments: &Arguments, options: &VerifyOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let mut sources: Vec<_> = inputs.sources().collect();
    let input = if options.input.is_some() { sources.pop() } else { None };
    let checked = input.map(|input| library.check(input)).transpose()?;
    let (mut verdicts, mut faults) = (Vec::new(), Faults::default());
    for source in sources {
        let name = source.name.unwrap_or_default();
        let found = match &checked {
            Some(checked) => library.verify_result(source, checked, None).map(|verdict| vec![verdict]),
            None if library.is_result(source.text) => {
                return Err(Problem::Other(library.language.text_with("verify-needs-input", &[("file", name)])));
            }
            None => library.verify_vectors(source),
        };
        match found {
            Ok(found) => verdicts.extend(found.into_iter().map(|verdict| (name, verdict))),
            Err(found) => {
                faults.extend(found);
            }
        }
    }
    if !faults.faults.is_empty() {
        return Err(faults.into());
    }
    let failed = verdicts.iter().filter(|(_, verdict)| !verdict.holds()).count();
    let outcome = if failed == 0 { Outcome::Fine } else { Outcome::Below };
    match arguments.format {
        Format::Json => print_json(&verdicts.into_iter().map(|(_, verdict)| verdict).collect::<Vec<_>>())?,
        Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => {
            let mut text: String = verdicts.iter().map(|(name, verdict)| show(name, verdict, library)).collect();
            if checked.is_some() && failed == 0 {
                text += &format!("{}\n", library.language.text("verify-equal"));
            }
            text += &format!("{} passed, {failed} failed\n", verdicts.len() - failed);
            print(&text)?
        }
    };
    Ok(outcome)
}

fn show(name: &str, verdict: &Verdict, library: &Library<'_>) -> String {
    let written = |value: &Option<serde_json::Value>| value.as_ref().map_or_else(|| library.language.text("nothing"), ToString::to_string);
    let number = verdict.number.to_string();
    let lines = verdict.differences.iter().take(SHOWN).map(|difference| {
        let args = [
            ("file", name),
            ("number", &number),
            ("pointer", &difference.pointer),
            ("expected", &written(&difference.expected)),
            ("found", &written(&difference.found)),
        ];
        format!("{}\n", library.language.text_with("verify-difference", &args))
    });
    let mut text: String = lines.collect();
    if verdict.differences.len() > SHOWN {
        let count = (verdict.differences.len() - SHOWN).to_string();
        text += &format!("{}\n", library.language.text_with("verify-more", &[("file", name), ("number", &number), ("count", &count)]));
    }
    text
}
