//! `pejling soa`: the Statement of Applicability of one entity.

use std::collections::BTreeMap;

use pejling_documents::{
    As, Checked, ControlResult, Language, Library, MissingWord, SignOffDocument, SignatureDocument, SoaDocument, SoaExclusion,
};

use crate::args::{Arguments, EntityOptions, Format};
use crate::dissent::Dissent;
use crate::input::{Inputs, Problem};
use crate::name::entity;
use crate::score::one_of;
use crate::table::{heading, table};
use crate::{Outcome, print, print_json};

/// The most names of evidence that are shown of one control; JSON has all.
const EVIDENCE_SHOWN: usize = 3;

pub(crate) fn run(arguments: &Arguments, options: &EntityOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let (checked, as_of) = one_of(inputs, library, options.as_of)?;
    let scores = checked.scores(as_of);
    let entity = entity(&scores, options.entity.as_deref(), library)?;
    let soa = checked.soa(&scores, &entity)?;
    match arguments.format {
        Format::Json => print_json(&soa),
        Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => {
            let name = checked.name_of(&entity).unwrap_or(entity.as_str());
            let dissent = Dissent(soa.dissent.clone());
            print(&Shown { soa: &soa, library, language: library.language, dissent }.text(&checked, name))
        }
    }
}

struct Shown<'a> {
    soa: &'a SoaDocument,
    library: &'a Library<'a>,
    language: Language,
    dissent: Dissent,
}

impl Shown<'_> {
    fn text(&self, checked: &Checked, name: &str) -> String {
        let SoaDocument { as_of, assessment, catalogues, controls, framework, marks, method, sign_off, .. } = self.soa;
        let date = as_of.0.to_string();
        let head = self.language.text_with("soa-head", &[("entity", name), ("date", &date), ("method", method)]);
        let mut text = heading(&head).trim_start().to_owned();
        if let Some(stamp) = catalogues.get(framework) {
            let title = self.library.framework_title(framework).unwrap_or(framework);
            text += &self.line("soa-catalogue", &[("catalogue", title), ("edition", &stamp.edition), ("digest", &stamp.digest)]);
        }
        text += &self.line("soa-assessment", &[("digest", assessment)]);
        let count = |of: &dyn Fn(&ControlResult) -> bool| controls.iter().filter(|it| of(it)).count().to_string();
        let counts = [
            ("included", count(&|it| it.included)),
            ("excluded", count(&|it| !it.included)),
            ("unstated", count(&|it| it.missing.contains(&As(MissingWord::Why)))),
            ("marked", count(&|it| !it.marks.is_empty())),
        ];
        text += &self.line("soa-counts", &counts.each_ref().map(|(name, count)| (*name, count.as_str())));
        text += &self.sign_off(sign_off.as_ref(), &marks.iter().map(|mark| mark.0.name()).collect::<Vec<_>>());
        let heads =
            ["soa-control", "title", "soa-included", "soa-implemented", "soa-assessed", "substantiated", "soa-responsible", "soa-evidence"];
        text.push('\n');
        text += &table(&heads.map(|head| self.language.text(head)), controls.iter().map(|it| self.row(it)).collect(), &[5]);
        text += &self.dissent.section(self.library);
        let lines = |of: &dyn Fn(&ControlResult) -> Vec<String>| controls.iter().flat_map(of).collect::<Vec<_>>();
        text += &self.section("soa-marks", lines(&|it| self.marks(it)));
        text += &self.section("soa-excluded", lines(&|it| self.exclusions(checked, it, &it.exclusions, true)));
        text += &self.section(
            "soa-ended",
            lines(&|it| {
                let all: Vec<_> = it.exclusions.iter().chain(&it.exclusions_below).cloned().collect();
                self.exclusions(checked, it, &all, false)
            }),
        );
        text += &self.section("soa-excluded-below", lines(&|it| self.exclusions(checked, it, &it.exclusions_below, true)));
        text += &self.section("soa-reasons", lines(&|it| it.why.iter().map(|why| format!("{}: {}", local(it), plain(why))).collect()));
        text + &self.section("soa-missing", self.missing())
    }

    fn line(&self, key: &str, args: &[(&str, &str)]) -> String {
        format!("  {}\n", self.language.text_with(key, args))
    }

    fn section(&self, head: &str, lines: Vec<String>) -> String {
        if lines.is_empty() {
            return String::new();
        }
        heading(&self.language.text(head)) + &lines.into_iter().map(|line| format!("  {line}\n")).collect::<String>()
    }

    /// Who signed, and what is to be known of the whole. A name that is absent is said to be.
    fn sign_off(&self, sign_off: Option<&SignOffDocument>, marks: &[&str]) -> String {
        let nobody = || self.language.text("soa-nobody");
        let signed = |signature: Option<&SignatureDocument>| {
            signature.map_or_else(nobody, |it| self.language.text_with("soa-signed", &[("by", &it.by), ("on", &it.on.0.to_string())]))
        };
        let status = sign_off.map_or_else(nobody, |it| self.language.text(&format!("soa-status-{}", it.status.0.name())));
        let rows = vec![
            vec![self.language.text("soa-sign-off"), status],
            vec![self.language.text("soa-prepared"), signed(sign_off.and_then(|it| it.prepared.as_ref()))],
            vec![self.language.text("soa-reviewed"), signed(sign_off.and_then(|it| it.reviewed.as_ref()))],
            vec![self.language.text("soa-approved"), signed(sign_off.and_then(|it| it.approved.as_ref()))],
        ];
        let marks = marks.iter().map(|mark| self.line(&format!("mark-{mark}"), &[]));
        table(&[], rows, &[]) + &marks.collect::<String>()
    }

    fn row(&self, control: &ControlResult) -> Vec<String> {
        let yes_or_no = |is: bool| self.language.text(if is { "yes" } else { "no" });
        let nobody = || if control.included { self.language.text("soa-nobody") } else { String::new() };
        let state = self.language.text(&format!("state-{}", control.state.0.name().replace('_', "-")));
        let standing = match &control.band {
            Some(band) => format!("{state}: {}", self.language.text(&format!("band-{}", band.0.name()))),
            None => state,
        };
        vec![
            self.dissent.mark(&control.requirement, local(control).to_owned()),
            self.library.title(&control.requirement).unwrap_or_default().to_owned(),
            yes_or_no(control.included),
            control.implemented.map_or_else(nobody, yes_or_no),
            standing,
            // without a band nothing is assessed, and a number would read as an answer
            control.score.filter(|_| control.band.is_some()).map(|it| self.language.number(it.substantiated)).unwrap_or_default(),
            control.responsible.as_deref().map_or_else(nobody, plain),
            self.evidence(&control.evidence),
        ]
    }

    fn evidence(&self, names: &[String]) -> String {
        let shown = names.iter().take(EVIDENCE_SHOWN).map(|name| plain(name)).collect::<Vec<_>>().join(", ");
        match names.len().saturating_sub(EVIDENCE_SHOWN) {
            0 => shown,
            more => self.language.text_with("soa-more", &[("names", &shown), ("count", &more.to_string())]),
        }
    }

    fn marks(&self, control: &ControlResult) -> Vec<String> {
        let said = control.marks.iter().map(|mark| self.language.text(&format!("mark-{}", mark.0.name())));
        said.map(|mark| format!("{}: {mark}", local(control))).collect()
    }

    /// Exclusions that are in force, or those that are not.
    fn exclusions(&self, checked: &Checked, control: &ControlResult, all: &[SoaExclusion], in_force: bool) -> Vec<String> {
        let line = |it: &SoaExclusion| {
            let SoaExclusion { approved_by, class, entity, in_force: _, reason, review_by } = it;
            let name = entity.parse().ok().and_then(|id| checked.name_of(&id)).unwrap_or(entity);
            let class = self.language.text(&format!("class-{}", class.0.name().replace('_', "-")));
            let review_by = review_by.0.to_string();
            let args = [
                ("requirement", local(control)),
                ("entity", name),
                ("reason", reason),
                ("class", &class),
                ("approver", approved_by),
                ("review_by", &review_by),
            ];
            self.language.text_with("soa-exclusion", &args)
        };
        all.iter().filter(|it| it.in_force == in_force).map(line).collect()
    }

    /// By what is missing: the included controls of which nobody says it.
    fn missing(&self) -> Vec<String> {
        let mut missing: BTreeMap<MissingWord, Vec<&str>> = BTreeMap::new();
        for control in &self.soa.controls {
            for word in &control.missing {
                missing.entry(word.0).or_default().push(local(control));
            }
        }
        let line = |(word, names): (MissingWord, Vec<&str>)| {
            format!("{} ({}): {}", self.language.text(&format!("missing-{}", word.name())), names.len(), names.join(", "))
        };
        missing.into_iter().map(line).collect()
    }
}

/// The name of a control in its framework.
fn local(control: &ControlResult) -> &str {
    control.requirement.split_once(':').map_or(control.requirement.as_str(), |(_, local)| local)
}

/// What somebody wrote, on one line.
fn plain(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
