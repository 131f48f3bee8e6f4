//! From the text of an assessment to one that was checked against its catalogues, with every fault at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use pejling_core::{
    Assessment, AssessmentError, AssessmentFault, AssessmentPlace, Catalogue, CatalogueFault, EARLIEST_DATE, EntityId, METHOD,
    RequirementId, Scores, says_something, score,
};

use crate::assessment::{AssessmentDocument, Taken};
use crate::catalogue::{CatalogueDocument, pointer};
use crate::cpr::places;
use crate::diagnostic::{FAULT_LIMIT, Fault, Faults, Origin};
use crate::digest::{catalogue_digest, digest};
use crate::explanation::{ExplanationDocument, Why};
use crate::library::{Library, Source, read_document};
use crate::read::{escaped, near, shorten};
use crate::result::{ResultDocument, Stamp};
use crate::scalar::As;
use crate::text::Language;
use crate::tree;
use crate::vocabulary::{ExplanationFormat, SignOffStatus};
use crate::warning::WarningResult;

/// An assessment without fault, ready to be scored.
#[derive(Clone, Debug)]
pub struct Checked {
    content: AssessmentDocument, // without its evidence, which is in `assessment`
    notes: Vec<(usize, String)>, // on evidence, by its position
    assessment: Assessment,
    catalogues: BTreeMap<String, Stamp>,
    language: Language,
}

impl Checked {
    /// What core scores.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// The document that it was read from, in canonical form: defaults filled in, every list sorted.
    #[must_use]
    pub fn document(&self) -> AssessmentDocument {
        self.content.canonical(self.assessment.evidence(), &self.notes)
    }

    /// The digest of the document: of its canonical form, so the order of lists, white space and spelled-out defaults change nothing.
    #[must_use]
    pub fn digest(&self) -> String {
        digest(&self.document())
    }

    /// The name for people of an entity, where it has one.
    #[must_use]
    pub fn name_of(&self, entity: &EntityId) -> Option<&str> {
        self.content.entities.iter().find(|it| it.id.0 == *entity).and_then(|it| it.name.as_deref())
    }

    /// The date of assessment: the one given, else the document's.
    ///
    /// # Errors
    ///
    /// A fault where neither says it, or it lies before 1900: no result depends on the day on which it was computed.
    pub fn as_of(&self, given: Option<Date>) -> Result<Date, Faults> {
        let date = given.or(self.content.as_of.as_ref().map(|date| date.0));
        let fault = match date {
            Some(date) if date >= EARLIEST_DATE => return Ok(date),
            Some(date) => Fault::new("date-too-early", &[("date", &date)]),
            None => Fault::new("no-date", &[]),
        };
        Err(Faults::one(fault.at("/as_of"), self.language))
    }

    /// Every score on a day.
    #[must_use]
    pub fn scores(&self, as_of: Date) -> Scores<'_> {
        score(&self.assessment, as_of)
    }

    /// Explains one of its scores by the qualified name of a requirement or objective.
    ///
    /// # Errors
    ///
    /// A fault where there is no such entity, requirement or objective.
    pub fn explain(&self, scores: &Scores<'_>, entity: &EntityId, of: &str) -> Result<ExplanationDocument, Faults> {
        let assessment = scores.assessment();
        self.known_entity(entity)?;
        let why = Why::of(scores, entity, of).ok_or_else(|| {
            let catalogue = assessment.catalogue();
            let requirements = catalogue.requirements().iter().map(|it| it.id.as_str());
            let names = requirements.chain(catalogue.objectives().iter().map(|it| it.id.as_str())).take(SUGGESTION_LIMIT);
            let fault = Fault::new("unknown-name-to-explain", &[("name", &shorten(of))]).suggesting(near(of, names));
            Faults::one(fault.at("/of"), self.language)
        })?;
        let dissent = self.dissent_explained(scores, entity, of);
        Ok(ExplanationDocument {
            as_of: As(scores.as_of()),
            assessment: self.digest(),
            catalogues: self.catalogues.clone(),
            dissent,
            entity: entity.to_string(),
            format: As(ExplanationFormat),
            method: METHOD.to_owned(),
            of: of.to_owned(),
            why,
        })
    }

    pub(crate) fn known_entity(&self, entity: &EntityId) -> Result<(), Faults> {
        let entities = self.assessment.entities();
        if entities.iter().any(|it| it.id == *entity) {
            return Ok(());
        }
        let known = entities.iter().map(|it| it.id.as_str()).take(SUGGESTION_LIMIT);
        let fault = Fault::new("unknown-entity", &[("entity", entity)]).suggesting(near(entity.as_str(), known));
        Err(Faults::one(fault.at("/entity"), self.language))
    }

    /// The document without its evidence.
    pub(crate) fn content(&self) -> &AssessmentDocument {
        &self.content
    }

    /// The catalogues by name, with edition and digest.
    pub(crate) fn stamps(&self) -> &BTreeMap<String, Stamp> {
        &self.catalogues
    }

    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// What a reader of the scores of a day should know.
    #[must_use]
    pub fn warnings(&self, as_of: Date) -> Vec<WarningResult> {
        self.warnings_of(&self.scores(as_of))
    }

    /// What a reader of scores that were computed before should know.
    #[must_use]
    pub fn warnings_of(&self, scores: &Scores<'_>) -> Vec<WarningResult> {
        let mut warnings: Vec<_> = scores.warnings().iter().map(WarningResult::from).collect();
        warnings.extend(self.possible_cpr_numbers());
        warnings
    }

    /// A warning for each place where something looks like a CPR number: these need no date.
    #[must_use]
    pub(crate) fn possible_cpr_numbers(&self) -> Vec<WarningResult> {
        places::warnings(&self.content, self.assessment.evidence(), &self.notes)
    }

    /// The result document of a day.
    #[must_use]
    pub fn result(&self, as_of: Date) -> ResultDocument {
        self.result_of(&self.scores(as_of))
    }

    /// The result document of scores that were computed before.
    #[must_use]
    pub fn result_of(&self, scores: &Scores<'_>) -> ResultDocument {
        let mut result = ResultDocument::new(scores, self.digest(), self.catalogues.clone());
        result.warnings = self.warnings_of(scores);
        self.add_dissent(&mut result);
        result
    }
}

impl Library<'_> {
    /// Reads an assessment and checks it against the catalogues that it names.
    ///
    /// # Errors
    ///
    /// Every fault there is, in the order of the text.
    pub fn check(&self, source: Source<'_>) -> Result<Checked, Faults> {
        self.check_at(&Origin::file(source.text, source.name), source)
    }

    /// The dependency graph of a catalogue at hand and all other frameworks.
    ///
    /// # Errors
    ///
    /// Every fault of overlays.
    pub fn graph_around(&self, document: &CatalogueDocument) -> Result<Catalogue, Faults> {
        let selected: Vec<_> = self.frameworks().map(|it| if it.id == document.id { document } else { it }).collect();
        let mut examined = Examined::default();
        let graph = self.graph(&selected, &mut examined);
        graph.ok_or_else(|| {
            let mut all = examined.overlays;
            all.extend(Faults::new(examined.faults, &Origin::file("", None), self.language));
            all
        })
    }

    pub(crate) fn check_at(&self, origin: &Origin<'_>, source: Source<'_>) -> Result<Checked, Faults> {
        self.check_prepared(origin, source, |_| ())
    }

    /// Checks a document that was made of one that had been checked: what is wrong with it comes from beside it, as an overlay that builds
    /// on what it no longer names.
    pub(crate) fn check_read(&self, document: AssessmentDocument, origin: &Origin<'_>) -> Result<Checked, Faults> {
        self.examine(document, None).map_err(|examined| {
            let mut all = examined.overlays;
            all.extend(Faults::new(examined.faults, origin, self.language));
            all
        })
    }

    /// Checks an assessment after something in it has been prepared, which is done where it can be read.
    pub(crate) fn check_prepared(
        &self,
        origin: &Origin<'_>,
        source: Source<'_>,
        mut prepare: impl FnMut(&mut AssessmentDocument),
    ) -> Result<Checked, Faults> {
        let words = |faults| Faults::new(faults, origin, self.language);
        if source.text.len() > self.limits.bytes {
            return Err(words(vec![Fault::new("too-long", &[("bytes", &source.text.len()), ("limit", &self.limits.bytes)])]));
        }
        // The first pass is fast and stops at the first fault. Only where it does, or where a limit needs a closer look, a second pass
        // reads the tree, which knows every place: what it says holds.
        if let Ok(mut document) = serde_json::from_str::<AssessmentDocument>(source.text)
            && document.is_within(&self.limits)
        {
            prepare(&mut document);
            if let Ok(checked) = self.examine(document, None) {
                return Ok(checked);
            }
        }
        let source = Source { name: None, ..source }; // an assessment is JSON, whatever its file is called
        let (mut document, tree, mut faults) = read_document::<AssessmentDocument>(source, &self.limits).map_err(words)?;
        if let Some(wrong) = faults.iter().position(|fault| fault.code == "wrong-format") {
            return Err(words(vec![faults.swap_remove(wrong)])); // it is another document: all else follows from that
        }
        let long = document.count_faults(&self.limits);
        if !long.is_empty() {
            faults.extend(long);
            return Err(self.place(Examined::default(), &tree, faults, origin));
        }
        prepare(&mut document);
        match self.examine(document, Some(&tree)) {
            Ok(checked) if faults.is_empty() => Ok(checked),
            Ok(_) => Err(self.place(Examined::default(), &tree, faults, origin)),
            Err(examined) => Err(self.place(examined, &tree, faults, origin)),
        }
    }

    /// Puts what examination found beside what reading found, each at its place. A value that could not be read speaks for itself: what
    /// examination says of its stand-in is left out.
    fn place(&self, examined: Examined, tree: &tree::Node<'_>, mut faults: Vec<Fault>, origin: &Origin<'_>) -> Faults {
        let unread: BTreeSet<String> = faults.iter().map(|fault| fault.pointer.clone()).collect();
        let touches = |pointer: &str| {
            let inside = format!("{pointer}/");
            let mut below = unread.range(inside.clone()..).take_while(|it| it.starts_with(&inside));
            let mut above = pointer.match_indices('/').filter_map(|(at, _)| pointer.get(..at));
            let of_finding = |it: &String| FINDING.iter().any(|field| it.strip_prefix(&inside) == Some(field));
            let of_stand_in = pointer == "/sign_off/approved" && unread.contains("/sign_off/status"); // what stands in for it is final
            of_stand_in || unread.contains(pointer) || above.any(|above| unread.contains(above)) || below.any(of_finding)
        };
        let found = examined.faults.into_iter().filter(|fault| !touches(&fault.pointer));
        faults.extend(found.map(|fault| Fault { offset: Some(tree.locate(&fault.pointer)), ..fault }));
        let mut all = examined.overlays;
        all.extend(Faults::new(faults, origin, self.language));
        all
    }

    /// Checks a document that was read, as far as it can be. The tree that it was read from says where and how what is wrong is written.
    fn examine(&self, mut document: AssessmentDocument, tree: Option<&tree::Node<'_>>) -> Result<Checked, Examined> {
        let mut examined = Examined::default();
        let mut selected = Vec::new();
        let mut absent = BTreeSet::new();
        for (id, edition) in document.catalogues.iter() {
            match self.select(id, edition.0.as_str()) {
                Ok(catalogue) => selected.push(catalogue),
                Err(fault) => {
                    absent.insert(id.to_owned());
                    examined.faults.push(fault.at(format!("/catalogues/{}", escaped(id))));
                }
            }
        }
        if document.catalogues.is_empty() {
            let known: Vec<_> = self.names().collect();
            examined.faults.push(Fault::new("no-catalogue", &[("known", &known.join(", "))]).at("/catalogues"));
        }
        let nameless = document.catalogues.is_empty();
        let Taken { submission, notes, faults } = document.take_submission();
        examined.faults.extend(faults);
        let Some(catalogue) = self.graph(&selected, &mut examined) else { return Err(examined) };
        let catalogue = Arc::new(catalogue);
        words(&document, &catalogue, &submission.entities.iter().map(|it| it.id.clone()).collect(), &mut examined.faults);
        let assessment = Assessment::new(catalogue.clone(), submission);
        if let (Err(faults), Some(tree)) = (&assessment, tree) {
            let names = Names::new(&catalogue, &document, tree);
            let known = |fault: &&AssessmentFault| match &fault.error {
                AssessmentError::UnknownRequirement { requirement } => !absent.contains(requirement.framework()),
                _ => true,
            };
            let told = faults.iter().filter(known).enumerate().map(|(at, fault)| names.fault(fault, at < FAULT_LIMIT / 10));
            examined.faults.extend(told);
        }
        let unknown = |fault: &Fault| {
            let named = fault.args.iter().find(|(name, _)| matches!(*name, "requirement" | "objective"));
            let framework = named.and_then(|(_, id)| id.split_once(':')).map(|(framework, _)| framework);
            matches!(fault.code, "unknown-requirement" | "unknown-objective")
                && (nameless || framework.is_some_and(|framework| absent.contains(framework)))
        };
        examined.faults.retain(|fault| !unknown(fault));
        match assessment {
            Ok(assessment) if examined.faults.is_empty() && examined.overlays.is_empty() => {
                let stamp = |it: &&CatalogueDocument| {
                    let (edition, digest) = (it.edition.0.to_string(), catalogue_digest(it));
                    (it.id.0.to_string(), Stamp { digest, edition })
                };
                let catalogues = selected.iter().map(stamp).collect();
                Ok(Checked { content: document, notes, assessment, catalogues, language: self.language })
            }
            Ok(_) | Err(_) => Err(examined),
        }
    }

    /// The catalogue of that name and edition.
    pub(crate) fn select(&self, id: &str, edition: &str) -> Result<&CatalogueDocument, Fault> {
        if let Some(current) = self.find(id).filter(|current| current.edition.0.as_str() == edition) {
            return Ok(current);
        }
        let editions = self.editions(id);
        if editions.is_empty() {
            let known: Vec<_> = self.names().collect();
            let suggestion = near(id, known.iter().copied());
            return Err(
                Fault::new("unknown-catalogue", &[("catalogue", &shorten(id)), ("known", &known.join(", "))]).suggesting(suggestion)
            );
        }
        let known: Vec<_> = editions.iter().map(|it| it.edition.0.as_str()).collect();
        let args: &[(_, &dyn std::fmt::Display)] = &[("catalogue", &id), ("edition", &shorten(edition)), ("known", &known.join(", "))];
        editions.into_iter().find(|it| it.edition.0.as_str() == edition).ok_or_else(|| Fault::new("unknown-edition", args))
    }

    /// The catalogues that an assessment names, each in the edition that it names, in the order of the library.
    #[must_use]
    pub fn catalogues_of(&self, checked: &Checked) -> Vec<&CatalogueDocument> {
        let named = self.names().filter_map(|name| self.select(name, &checked.stamps().get(name)?.edition).ok());
        named.collect()
    }

    /// The dependency graph of the selected catalogues. What is wrong with an overlay is told in its own text.
    fn graph(&self, selected: &[&CatalogueDocument], examined: &mut Examined) -> Option<Catalogue> {
        let (mut frameworks, mut read_well) = (Vec::new(), true);
        for document in selected {
            let (framework, faults) = document.framework(&self.limits_of(document));
            frameworks.push(framework);
            read_well &= faults.is_empty();
            self.blame(document, faults, examined);
        }
        match Catalogue::new(frameworks) {
            Ok(catalogue) => read_well.then_some(catalogue),
            Err(faults) => {
                for fault in faults {
                    if let Some(document) = selected.get(fault.place.framework) {
                        self.blame(document, vec![catalogue_fault(document, &fault)], examined);
                    }
                }
                None
            }
        }
    }

    /// Puts faults of a catalogue where its author can mend them: in the overlay's text, else at its name in the assessment.
    fn blame(&self, document: &CatalogueDocument, faults: Vec<Fault>, examined: &mut Examined) {
        if let Some(overlay) = self.overlay_of(document) {
            let placed = faults.into_iter().map(|fault| Fault { offset: Some(overlay.tree.locate(&fault.pointer)), ..fault });
            examined.overlays.extend(Faults::new(placed.collect(), &overlay.origin, self.language));
        } else {
            examined.faults.extend(faults.into_iter().map(|fault| fault.at(format!("/catalogues/{}", document.id.0))));
        }
    }
}

/// What examination of a document found: in its own text, and in those of overlays.
#[derive(Debug, Default)]
struct Examined {
    faults: Vec<Fault>,
    overlays: Faults,
}

/// What core does not see: measures, statements, dissent, signatures, weightings and what may be shared.
fn words(document: &AssessmentDocument, catalogue: &Catalogue, entities: &BTreeSet<EntityId>, faults: &mut Vec<Fault>) {
    let mut unknown = |pointer: String, requirement: &RequirementId, entity: Option<&As<EntityId>>| {
        let names = || catalogue.requirements().iter().map(|it| it.id.as_str());
        match catalogue.requirement(requirement) {
            None => {
                let fault = Fault::new("unknown-requirement", &[("requirement", requirement)]);
                let suggestion = near(requirement.as_str(), names().take(SUGGESTION_LIMIT));
                faults.push(fault.suggesting(suggestion).at(format!("{pointer}/requirement")));
            }
            Some(it) if it.composite && pointer.starts_with("/measures") => {
                let fault = Fault::new("evidence-on-composite", &[("requirement", requirement)]);
                faults.push(fault.at(format!("{pointer}/requirement")));
            }
            Some(_) => {}
        }
        if let Some(entity) = entity.filter(|entity| !entities.contains(&entity.0)) {
            let suggestion = near(entity.0.as_str(), entities.iter().map(EntityId::as_str).take(SUGGESTION_LIMIT));
            let fault = Fault::new("unknown-entity", &[("entity", &entity.0)]);
            faults.push(fault.suggesting(suggestion).at(format!("{pointer}/entity")));
        }
    };
    for (index, it) in document.control_statements.iter().enumerate() {
        unknown(format!("/control_statements/{index}"), &it.requirement.0, None);
    }
    for (index, it) in document.dissent.iter().enumerate() {
        unknown(format!("/dissent/{index}"), &it.requirement.0, it.entity.as_ref());
    }
    for (index, it) in document.measures.iter().enumerate() {
        unknown(format!("/measures/{index}"), &it.requirement.0, it.entity.as_ref());
    }
    let mut seen = BTreeSet::new();
    for (index, it) in document.measures.iter().enumerate().filter(|(_, it)| !seen.insert(&it.id)) {
        faults.push(Fault::new("duplicate-measure", &[("measure", &it.id.0)]).at(format!("/measures/{index}/id")));
    }
    let mut stated = BTreeSet::new();
    for (index, it) in document.control_statements.iter().enumerate().filter(|(_, it)| !stated.insert(&it.requirement)) {
        let fault = Fault::new("duplicate-statement", &[("requirement", &it.requirement.0)]);
        faults.push(fault.at(format!("/control_statements/{index}/requirement")));
    }
    if document
        .sign_off
        .as_ref()
        .is_some_and(|it| it.status.0 == SignOffStatus::Final && !it.approved.as_ref().is_some_and(|approved| says_something(&approved.by)))
    {
        faults.push(Fault::new("final-without-approval", &[]).at("/sign_off/approved"));
    }
    if document.dpo_statement.as_ref().is_some_and(|it| !says_something(&it.by) || !says_something(&it.text)) {
        faults.push(Fault::new("dpo-statement-empty", &[]).at("/dpo_statement"));
    }
    if document.sharing.as_ref().is_some_and(|it| !says_something(&it.approved.by)) {
        faults.push(Fault::new("sharing-without-approver", &[]).at("/sharing/approved/by"));
    }
    weightings(document, catalogue, faults);
}

/// What is wrong with weightings: each is of one objective, of members of it, and says why.
fn weightings(document: &AssessmentDocument, catalogue: &Catalogue, faults: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    for (index, it) in document.weightings.iter().enumerate() {
        let (pointer, id) = (format!("/weightings/{index}"), &it.objective.0);
        if !says_something(&it.why) {
            faults.push(Fault::new("weighting-without-reason", &[("objective", id)]).at(format!("{pointer}/why")));
        }
        if !seen.insert(id) {
            faults.push(Fault::new("duplicate-weighting", &[("objective", id)]).at(format!("{pointer}/objective")));
        }
        let Some(objective) = catalogue.objective(id) else {
            let names = catalogue.objectives().iter().map(|it| it.id.as_str()).take(SUGGESTION_LIMIT);
            let fault = Fault::new("unknown-objective", &[("objective", id)]).suggesting(near(id.as_str(), names));
            faults.push(fault.at(format!("{pointer}/objective")));
            continue;
        };
        let known: BTreeSet<&RequirementId> = objective.members.iter().map(|(member, _)| member).collect();
        let mut weighted = BTreeSet::new();
        for (at, member) in it.members.iter().enumerate() {
            let args: &[(_, &dyn std::fmt::Display)] = &[("member", &member.requirement.0), ("objective", id)];
            let code = if !known.contains(&member.requirement.0) {
                Some(Fault::new("weight-of-no-member", args))
            } else if weighted.insert(&member.requirement) {
                None
            } else {
                Some(Fault::new("duplicate-weight", args))
            };
            faults.extend(code.map(|fault| fault.at(format!("{pointer}/members/{at}/requirement"))));
        }
    }
}

/// The fields that together say what was found: a fault of them as a whole waits until each can be read.
const FINDING: [&str; 7] = ["examined", "level", "ok", "population", "result", "selection", "share"];

/// The most names among which a near miss is looked for.
const SUGGESTION_LIMIT: usize = 2_000;

/// A fault of core in a catalogue, at its place in the document.
pub(crate) fn catalogue_fault(document: &CatalogueDocument, fault: &CatalogueFault) -> Fault {
    Fault { args: fault.error.args(), ..Fault::new(fault.error.code(), &[]) }.at(pointer(document, fault))
}

/// The names that a fault in an assessment can be a near miss of.
struct Names<'a> {
    requirements: Vec<&'a str>,
    entities: Vec<&'a str>,
    evidence: &'a [tree::Node<'a>],
}

impl<'a> Names<'a> {
    fn new(catalogue: &'a Catalogue, document: &'a AssessmentDocument, tree: &'a tree::Node<'a>) -> Self {
        let entities = document.entities.iter().map(|it| it.id.0.as_str());
        let alone = document.entities.is_empty().then_some(document.organisation.0.as_str());
        Self {
            requirements: catalogue.requirements().iter().map(|it| it.id.as_str()).take(SUGGESTION_LIMIT).collect(),
            entities: entities.chain(alone).take(SUGGESTION_LIMIT).collect(),
            evidence: tree.field("evidence").map(tree::Node::items).unwrap_or_default(),
        }
    }

    /// A fault of core, at its place in the document, with the name that was probably meant where that is asked for.
    fn fault(&self, fault: &AssessmentFault, suggest: bool) -> Fault {
        let (field, suggestion) = self.field(fault, suggest);
        let place = match fault.place {
            AssessmentPlace::Organisation => "/organisation".to_owned(),
            AssessmentPlace::Entity(index) => format!("/entities/{index}"),
            AssessmentPlace::Service(index, at) => format!("/entities/{index}/serves/{at}"),
            AssessmentPlace::Evidence(index) => format!("/evidence/{index}"),
            AssessmentPlace::Exclusion(index) => format!("/exclusions/{index}"),
        };
        let told = Fault { args: fault.error.args(), ..Fault::new(fault.error.code(), &[]) };
        told.suggesting(suggestion).at(format!("{place}{field}"))
    }

    /// The field that a fault is about, and the name that was probably meant.
    fn field(&self, fault: &AssessmentFault, suggest: bool) -> (String, Option<String>) {
        let near = |name: &str, names: &mut dyn Iterator<Item = &str>| if suggest { near(name, names) } else { None };
        let requirement = |id: &RequirementId| near(id.as_str(), &mut self.requirements.iter().copied());
        let entity = |id: &EntityId| near(id.as_str(), &mut self.entities.iter().copied());
        let (field, suggestion) = match &fault.error {
            AssessmentError::UnknownOrganisation { organisation } => ("", entity(organisation)),
            AssessmentError::UnknownParent { parent, .. } => ("/parent", entity(parent)),
            AssessmentError::EntityCycle { .. } | AssessmentError::EntityTooDeep { .. } => ("/parent", None),
            AssessmentError::DuplicateEntity { .. } | AssessmentError::DuplicateEvidence { .. } => ("/id", None),
            AssessmentError::ServesUnknownEntity { entity: id, .. } | AssessmentError::UnknownEntity { entity: id } => {
                ("/entity", entity(id))
            }
            AssessmentError::ServesItself { .. } => ("/entity", None),
            AssessmentError::UnknownRequirement { requirement: id } => ("/requirement", requirement(id)),
            AssessmentError::EvidenceOnComposite { .. }
            | AssessmentError::NotExcludable { .. }
            | AssessmentError::DuplicateExclusion { .. } => ("/requirement", None),
            AssessmentError::DateTooEarly { .. } => match fault.place {
                AssessmentPlace::Exclusion(_) => ("/review_by", None),
                _ => ("/date", None),
            },
            AssessmentError::LevelOutOfRange { .. } => ("/level", None),
            AssessmentError::ValidDaysOutOfRange { .. } => ("/valid_days", None),
            AssessmentError::NothingExamined => match fault.place {
                AssessmentPlace::Evidence(index) if self.evidence.get(index).is_some_and(|it| it.field("population").is_some()) => {
                    ("/examined", None)
                }
                _ => ("/share", None),
            },
            AssessmentError::ExclusionNeedsCondition { .. } | AssessmentError::ExclusionWithoutCondition { .. } => ("/class", None),
            AssessmentError::ExclusionWithoutReason { .. } => ("/reason", None),
            AssessmentError::ExclusionWithoutApprover { .. } => ("/approved_by", None),
            AssessmentError::ClosesUnknown { finding, .. } => {
                return (self.closing(fault, finding.as_str()), near(finding.as_str(), &mut self.ids()));
            }
            AssessmentError::ClosesItself { evidence } => return (self.closing(fault, evidence.as_str()), None),
            _ => ("", None),
        };
        (field.to_owned(), suggestion)
    }

    /// The names of the evidence.
    fn ids(&self) -> impl Iterator<Item = &str> {
        self.evidence.iter().filter_map(|it| it.field("id")?.text()).take(SUGGESTION_LIMIT)
    }

    /// Where in the list of closings a name stands.
    fn closing(&self, fault: &AssessmentFault, finding: &str) -> String {
        let AssessmentPlace::Evidence(index) = fault.place else { return "/closes".to_owned() };
        let closes = self.evidence.get(index).and_then(|it| it.field("closes")).map(tree::Node::items).unwrap_or_default();
        let at = closes.iter().position(|id| id.text() == Some(finding));
        at.map_or_else(|| "/closes".to_owned(), |at| format!("/closes/{at}"))
    }
}
