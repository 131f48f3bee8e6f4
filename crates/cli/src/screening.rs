//! `pejling screening`: whether a project or system may start.

use pejling_core::Screening;
use pejling_documents::{Library, ScreeningDocument, ScreeningQuestion};

use crate::args::{Arguments, EntityOptions, Format};
use crate::dissent::Dissent;
use crate::input::{Inputs, Problem};
use crate::name::entity;
use crate::score::one_of;
use crate::table::heading;
use crate::{Outcome, print, print_json};

pub(crate) fn run(arguments: &Arguments, options: &EntityOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let (checked, as_of) = one_of(inputs, library, options.as_of)?;
    let scores = checked.scores(as_of);
    let screening = checked.screening(&scores, &entity(&scores, options.entity.as_deref(), library)?)?;
    match arguments.format {
        Format::Json => print_json(&screening)?,
        Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => print(&show(&screening, library))?,
    };
    Ok(if screening.outcome.0 == Screening::No { Outcome::Below } else { Outcome::Fine })
}

fn show(screening: &ScreeningDocument, library: &Library<'_>) -> String {
    let language = library.language;
    let ScreeningDocument { as_of, entity, outcome, questions, .. } = screening;
    let dissent = Dissent(screening.dissent.clone());
    let said = language.text(&format!("screening-{}", outcome.0.name()));
    let said = dissent.mark_any(questions.iter().map(|it| it.requirement.as_str()), said);
    let args = [("entity", entity.as_str()), ("date", &as_of.0.to_string()), ("outcome", &said)];
    let mut text = heading(&language.text_with("screening-head", &args)).trim_start().to_owned();
    text += &format!("  {}\n", language.text("screening-numbers"));
    for (group, head) in [(Screening::No, "screening-stops"), (Screening::Conditions, "screening-open"), (Screening::Go, "screening-met")] {
        let of_group: Vec<_> = questions.iter().filter(|it| it.outcome.0 == group).collect();
        if !of_group.is_empty() {
            text += &heading(&language.text_with(head, &[("count", &of_group.len().to_string())]));
            text += &of_group.into_iter().map(|it| question(it, library, &dissent)).collect::<String>();
        }
    }
    text + &dissent.section(library)
}

fn question(question: &ScreeningQuestion, library: &Library<'_>, dissent: &Dissent) -> String {
    let language = library.language;
    let ScreeningQuestion { answered, critical, measures, outcome, requirement, score } = question;
    let [substantiated, declared, possible] = [&score.substantiated, &score.declared, &score.possible].map(|it| language.number(it.0));
    let numbers = format!("{substantiated} / {} / {possible}", dissent.mark(requirement, declared));
    let marks = [(*critical, "screening-critical"), (!answered, "screening-unanswered")];
    let marks: Vec<_> = marks.into_iter().filter(|(said, _)| *said).map(|(_, key)| language.text(key)).collect();
    let marks = if marks.is_empty() { String::new() } else { format!(" ({})", marks.join(", ")) };
    let mut text = format!("  {} {numbers}{marks}\n", library.title(requirement).unwrap_or(requirement));
    if outcome.0 == Screening::Go {
        return text;
    }
    for measure in measures {
        let said = |value: Option<String>| value.unwrap_or_else(|| language.text("nobody-said"));
        let (owner, due) = (said(measure.owner.clone()), said(measure.due.as_ref().map(|due| due.0.to_string())));
        let args = [("measure", measure.id.as_str()), ("owner", &owner), ("due", &due)];
        text += &format!("      {}\n", language.text_with("screening-measure", &args));
    }
    if measures.iter().all(|it| it.owner.is_none() || it.due.is_none()) {
        text += &format!("      {}\n", language.text(if *critical { "screening-needs-before" } else { "screening-needs" }));
    }
    text
}
