//! What became of the requirements of one edition of a standard in the next, and how merged ones are assessed on the way.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use pejling_core::{Edition, FrameworkId, RequirementId};

use crate::built_in::CATALOGUES;
use crate::catalogue::{CatalogueDocument, ObjectiveDocument, RequirementDocument, RequirementTexts, TextsDocument};
use crate::library::{files_of, read_own};
use crate::read::document;
use crate::scalar::As;
use crate::table::Table;
use crate::text::Language;
use crate::vocabulary::SuccessorsFormat;

document! {
    /// What became of each requirement of one catalogue in another, which is of the next edition of the same standard.
    pub struct SuccessorsDocument {
        /// The transitional edition of `to`: each merged requirement is a composite of its predecessors, one part each.
        pub edition: As<Edition>,
        /// What this document is.
        pub format: As<SuccessorsFormat>,
        /// The earlier framework.
        pub from: As<FrameworkId>,
        /// What only the later framework asks.
        pub new: Vec<String>,
        /// By requirement of the earlier framework: what took its place in the later one.
        pub successors: Table<Vec<String>>,
        /// The later framework.
        pub to: As<FrameworkId>,
    }
}

/// From ISO/IEC 27001:2013 to the edition of 2022.
#[must_use]
pub fn succession() -> Option<&'static SuccessorsDocument> {
    static SUCCESSORS: LazyLock<Option<SuccessorsDocument>> =
        LazyLock::new(|| read_own(include_str!("../controls/iso27001-2013/successors.toml")));
    SUCCESSORS.as_ref()
}

impl SuccessorsDocument {
    /// The merged requirements of the later framework, each with the two or more that it was merged of.
    #[must_use]
    pub fn merged(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut predecessors: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (earlier, successors) in self.successors.iter() {
            for later in successors {
                predecessors.entry(later).or_default().push(earlier);
            }
        }
        predecessors.retain(|_, earlier| earlier.len() > 1);
        predecessors
    }

    /// For each requirement of the earlier framework, where in the transitional edition its evidence is filed: on its successor, or on its part
    /// of each merged one.
    pub(crate) fn targets(&self) -> BTreeMap<RequirementId, Vec<Target>> {
        let merged = self.merged();
        let target = |earlier: &str, later: &str| {
            let whole = RequirementId::of(&self.to.0, later).ok()?;
            let is_part = merged.contains_key(later);
            let filed = if is_part { RequirementId::of(&self.to.0, &part(later, earlier)).ok()? } else { whole.clone() };
            Some(Target { whole, filed })
        };
        let of = |(earlier, successors): (&String, &Vec<String>)| {
            let targets = successors.iter().filter_map(|later| target(earlier, later)).collect();
            Some((RequirementId::of(&self.from.0, earlier).ok()?, targets))
        };
        self.successors.iter().filter_map(of).collect()
    }
}

/// Where something is filed that was held against a requirement of the earlier framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    /// The requirement of the later framework.
    pub(crate) whole: RequirementId,
    /// That, or the part of it that its predecessor is.
    pub(crate) filed: RequirementId,
}

impl Target {
    /// Whether it is a part of a merged requirement.
    pub(crate) fn is_part(&self) -> bool {
        self.whole != self.filed
    }
}

/// The name of the part of a merged requirement that one of its predecessors is.
fn part(later: &str, earlier: &str) -> String {
    format!("{later}.from-{earlier}")
}

/// The transitional edition of the later framework.
///
/// Evidence on one predecessor of a merged control says nothing about the others. Held against the merged control itself it would cover all
/// of it. So here a merged control is a composite of its predecessors: exactly as good as the weakest of them (method M3, worked
/// example 8). Each part rests on what the merged control rests on, so all else scores as in the current edition; the merged control, not
/// its parts, is what objectives count.
pub(crate) fn transitional() -> Option<CatalogueDocument> {
    let succession = succession()?;
    let [current, before] = [&succession.to, &succession.from].map(|id| files_of(id.0.as_str()).and_then(|files| files.catalogue.as_ref()));
    let (current, before) = (current?, before?);
    let merged = succession.merged();
    let requirements = current.requirements.iter().flat_map(|whole| match merged.get(whole.id.as_str()) {
        None => vec![whole.clone()],
        Some(earlier) => {
            let of = |earlier: &&str| {
                let before = before.requirements.iter().find(|it| it.id == **earlier);
                let (source, clause) = before.map(|it| (it.source.clone(), it.clause.clone())).unwrap_or_default();
                RequirementDocument { id: part(&whole.id, earlier), attributes: Table::default(), source, clause, ..whole.clone() }
            };
            let parts: Vec<_> = earlier.iter().map(of).collect();
            let requires = parts.iter().map(|part| part.id.clone()).collect();
            let composite = RequirementDocument {
                composite: Some(true),
                excludable: None,
                requires,
                supported_by: Vec::new(),
                target: None,
                ..whole.clone()
            };
            std::iter::once(composite).chain(parts).collect()
        }
    });
    let objectives = current.objectives.iter().map(|objective| {
        let members = current.members(objective).map(str::to_owned).collect();
        ObjectiveDocument { members, select: None, ..objective.clone() }
    });
    Some(CatalogueDocument {
        edition: succession.edition.clone(),
        requirements: requirements.collect(),
        objectives: objectives.collect(),
        sources: current.sources.iter().chain(&before.sources).cloned().collect(),
        ..current.clone()
    })
}

/// The texts of the transitional edition: those of the current one, and for each part the title that its predecessor had.
pub(crate) fn transitional_texts(language: Language) -> Option<TextsDocument> {
    let succession = succession()?;
    let [current, earlier_texts] =
        [&succession.to, &succession.from].map(|id| files_of(id.0.as_str()).and_then(|files| files.texts.get(language)));
    let (mut same, earlier_texts) = (current?.clone(), earlier_texts?);
    for (later, predecessors) in succession.merged() {
        let Some(whole) = same.requirements.0.get_mut(later) else { continue };
        let count = predecessors.len().to_string();
        let reason = |earlier: &&str| language.text_with("part-of-merged", &[("merged", later), ("count", &count), ("earlier", earlier)]);
        let requires = predecessors.iter().map(|earlier| (part(later, earlier), reason(earlier))).collect();
        let requires = std::mem::replace(&mut whole.requires, requires);
        let supported_by = std::mem::take(&mut whole.supported_by);
        for earlier in predecessors {
            let titled = earlier_texts.requirements.get(earlier).cloned();
            let own = titled.map(|titled| RequirementTexts { requires: requires.clone(), supported_by: supported_by.clone(), ..titled });
            same.requirements.0.extend(own.map(|own| (part(later, earlier), own)));
        }
    }
    same.note = Some(language.text("transitional-note"));
    Some(same)
}

/// The transitional edition among the built-in catalogues.
pub(crate) fn transitional_edition(succession: &SuccessorsDocument) -> Option<&'static CatalogueDocument> {
    let mut editions = CATALOGUES.iter().filter(|files| files.id == succession.to.0.as_str()).filter_map(|files| files.catalogue.as_ref());
    editions.find(|it| it.edition == succession.edition)
}
