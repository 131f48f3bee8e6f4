//! `pejling view`: the same evidence looked at in another way.

use pejling_documents::{Library, MemberStanding, StandingDocument, ViewTextsDocument};

use crate::args::{Arguments, Format, ViewOptions};
use crate::dissent::Dissent;
use crate::input::{Inputs, Problem};
use crate::name::entity;
use crate::score::one_of;
use crate::table::{heading, table};
use crate::{Outcome, print, print_json};

pub(crate) fn run(arguments: &Arguments, options: &ViewOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let view = library.view(&options.view, options.edition.as_deref())?;
    let (checked, as_of) = one_of(inputs, library, options.of.as_of)?;
    let scores = checked.scores(as_of);
    let standing = checked.standing(&scores, &entity(&scores, options.of.entity.as_deref(), library)?, view)?;
    let texts = library.views().find(|(other, _)| std::ptr::eq(*other, view)).map(|(_, texts)| texts);
    match (arguments.format, texts) {
        (Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md, Some(texts)) => {
            print(&show(&standing, view.scale.as_deref(), texts, library))
        }
        (Format::Json, _) | (_, None) => print_json(&standing),
    }
}

fn show(standing: &StandingDocument, scale: Option<&str>, texts: &ViewTextsDocument, library: &Library<'_>) -> String {
    let language = library.language;
    let StandingDocument { areas, as_of, edition, entity, .. } = standing;
    let head = [("view", texts.title.as_str()), ("edition", edition), ("entity", entity), ("date", &as_of.0.to_string())];
    let mut text = heading(&language.text_with("view-head", &head)).trim_start().to_owned();
    let dissent = Dissent(standing.dissent.clone());
    let title = |id: &str| texts.areas.get(id).map_or_else(|| id.to_owned(), |area| area.title.clone());
    if let Some(scale) = scale {
        text += &format!("  {}\n", language.text_with("view-scale", &[("scale", scale)]));
        let heads = ["area-head", "level", "meets-norm", "members-assessed"].map(|head| language.text(head));
        let rows = areas.iter().map(|area| {
            let level = area.level.as_ref().map_or_else(|| language.text("not-applicable"), |level| language.number(level));
            let norm = language.text(if area.meets_norm == Some(true) { "yes" } else { "no" });
            let members = || area.members.iter().map(|it| it.requirement.as_str());
            let (level, norm) = (dissent.mark_any(members(), level), dissent.mark_any(members(), norm));
            vec![title(&area.id), level, norm, format!("{}/{}", area.assessed, applying(&area.members))]
        });
        text += &table(&heads, rows.collect(), &[1, 3]);
        return text + &format!("\n  {}\n", language.text("view-declared")) + &dissent.section(library);
    }
    text += &format!("  {}\n", language.text("view-numbers"));
    for area in areas {
        text += &heading(&title(&area.id));
        let rows = area.members.iter().map(|member| {
            let numbers = member.score.as_ref().map(|it| [&it.substantiated, &it.declared, &it.possible].map(|it| language.number(it.0)));
            let numbers = numbers.map_or_else(
                || language.text("not-applicable"),
                |[substantiated, declared, possible]| {
                    format!("{substantiated} / {} / {possible}", dissent.mark(&member.requirement, declared))
                },
            );
            let state = if member.applicable > member.assessed { language.text("state-not-assessed") } else { String::new() };
            vec![member.requirement.clone(), library.title(&member.requirement).unwrap_or_default().to_owned(), numbers, state]
        });
        text += &table(&[], rows.collect(), &[2]);
    }
    let members = || areas.iter().flat_map(|area| &area.members);
    let open = members().filter(|it| it.assessed < it.applicable).count();
    let open = language.text_with("view-open", &[("open", &open.to_string()), ("count", &applying(members()).to_string())]);
    text + &format!("\n  {open}\n") + &dissent.section(library)
}

fn applying<'a>(members: impl IntoIterator<Item = &'a MemberStanding>) -> usize {
    members.into_iter().filter(|it| it.applicable > 0).count()
}
