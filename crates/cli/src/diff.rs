//! `pejling catalogue diff`: what changed between two editions, and which scores that can touch.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use pejling_documents::{As, CatalogueDiffDocument, CatalogueDocument, ChangeKind, ChangeResult, Effect, Language, Library, Source};

use crate::args::{Arguments, Format};
use crate::input::{self, Problem};
use crate::table::{heading, table};
use crate::{Outcome, print, print_json};

pub(crate) fn run(arguments: &Arguments, library: &Library<'_>, before: &str, after: &str) -> Result<Outcome, Problem> {
    let (before, after) = (edition(arguments, library, before)?, edition(arguments, library, after)?);
    let diff = library.diff(&before, &after)?;
    match arguments.format {
        Format::Json => print_json(&diff),
        Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => {
            print(&Shown { diff: &diff, language: library.language }.text())
        }
    }
}

/// A catalogue at hand by its name, or else one that is read from where the name leads.
fn edition<'l>(arguments: &Arguments, library: &'l Library<'_>, name: &str) -> Result<Cow<'l, CatalogueDocument>, Problem> {
    let path = Path::new(name);
    match library.catalogue(name) {
        Ok(at_hand) => return Ok(Cow::Borrowed(at_hand)),
        Err(unknown) if !path.exists() && name != "-" => return Err(unknown.into()),
        Err(_) => {}
    }
    let texts = input::catalogue(path, arguments)?;
    let mut sources = texts.iter().map(|(name, text)| Source { name: Some(name), text });
    let catalogue = sources.next().unwrap_or(Source::text(""));
    Ok(Cow::Owned(library.read_catalogue(catalogue, &sources.collect::<Vec<_>>())?))
}

struct Shown<'a> {
    diff: &'a CatalogueDiffDocument,
    language: Language,
}

impl Shown<'_> {
    fn text(&self) -> String {
        let CatalogueDiffDocument { after, before, beside, catalogue, changes, touched, .. } = self.diff;
        let args = [("catalogue", catalogue.as_str()), ("before", &before.edition), ("after", &after.edition)];
        let mut text = heading(&self.language.text_with("diff-head", &args)).trim_start().to_owned();
        text += &format!("  {}\n  → {}\n", before.digest, after.digest);
        let line = |key: &str, args: &[(&str, &str)]| format!("  {}\n", self.language.text_with(key, args));
        if !beside.is_empty() {
            let named: Vec<_> = beside.iter().map(|(id, stamp)| format!("{id} {}", stamp.edition)).collect();
            text += &line("diff-beside", &[("catalogues", &named.join(", "))]);
        }
        if changes.is_empty() {
            return text + &line("diff-equal", &[]);
        }
        if before.digest == after.digest {
            text += &line("diff-same-digest", &[]);
        } else if before.edition == after.edition {
            text += &line("diff-same-edition", &[]);
        }
        text += &self.section("diff-moving", |it| it.effect.0 != Effect::None);
        text += &self.section("diff-still", |it| it.effect.0 == Effect::None && !it.code.0.is_of_texts());
        text += &self.section("diff-texts", |it| it.code.0.is_of_texts());
        let rows = [Effect::Lowers, Effect::Raises, Effect::Either].into_iter().flat_map(|effect| {
            [("requirements", &touched.requirements), ("objectives", &touched.objectives)].map(|(of, touched)| (effect, of, touched))
        });
        let rows = rows.map(|(effect, of, touched)| {
            let names = touched.iter().filter(|(_, it)| it.0 == effect).map(|(id, _)| self.local(id)).collect::<Vec<_>>();
            let said = self.language.text(&format!("effect-{}", effect.name()));
            (!names.is_empty()).then(|| vec![said, self.language.text(of), names.join(", ")])
        });
        let rows: Vec<_> = rows.flatten().collect();
        if !rows.is_empty() {
            text += &heading(&self.language.text("diff-touched"));
            text += &table(&[], rows, &[]);
        }
        text
    }

    fn section(&self, head: &str, of: impl Fn(&ChangeResult) -> bool) -> String {
        let rows: Vec<_> = self.diff.changes.iter().filter(|it| of(it)).map(|it| self.row(it)).collect();
        if rows.is_empty() { String::new() } else { heading(&self.language.text(head)) + &table(&[], rows, &[]) }
    }

    fn row(&self, change: &ChangeResult) -> Vec<String> {
        let ChangeResult { args, at, code: As(kind), effect: As(effect), objectives } = change;
        let absent = self.language.text("nothing");
        let mut said: BTreeMap<&str, String> = [("before", absent.clone()), ("after", absent)].into();
        said.extend(args.iter().map(|(name, value)| (name.as_str(), self.value(*kind, name, value))));
        let said: Vec<_> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let what = self.language.text_with(&format!("change-{}", kind.name()), &said);
        if *effect == Effect::None {
            return vec![what];
        }
        let reach = at.as_ref().and_then(|at| self.diff.reach.get(at));
        let summed: BTreeSet<&String> = reach.iter().flat_map(|it| &it.objectives).chain(objectives).collect();
        let more = if reach.is_some_and(|it| it.more > 0) { "+" } else { "" };
        let requirements = reach.map_or(0, |it| it.requirements.len());
        let counts = [("requirements", format!("{requirements}{more}")), ("objectives", format!("{}{more}", summed.len()))];
        let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
        vec![what, self.language.text(&format!("effect-{}", effect.name())), self.language.text_with("diff-reach", &counts)]
    }

    /// A value in the words of the reader.
    fn value(&self, kind: ChangeKind, name: &str, value: &str) -> String {
        let said = |prefix: &str| self.language.text(&format!("{prefix}{}", value.replace('_', "-")));
        let is_value = ["before", "after", "relation"].contains(&name);
        match kind {
            ChangeKind::EdgeAdded | ChangeKind::EdgeRemoved | ChangeKind::EdgeTurned | ChangeKind::EdgeLost if is_value => said(""),
            ChangeKind::Norm | ChangeKind::DefaultNorm if is_value => said("band-"),
            ChangeKind::Excludable if is_value => said("excludable-"),
            ChangeKind::Area if is_value => said("area-"),
            ChangeKind::Group if is_value => said("group-"),
            ChangeKind::Family if is_value => said("family-"),
            _ => self.local(value).to_owned(),
        }
    }

    /// A name without the framework that all of this is about.
    fn local<'n>(&self, name: &'n str) -> &'n str {
        name.split_once(':').filter(|(framework, _)| *framework == self.diff.catalogue).map_or(name, |(_, local)| local)
    }
}
