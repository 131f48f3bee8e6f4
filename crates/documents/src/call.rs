//! One boundary for every operation: JSON in, JSON out.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use pejling_core::{Band, EntityId, Goal, Scores};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::assessment::{AssessmentDocument, EvidenceDocument};
use crate::catalogue::CatalogueDocument;
use crate::check::Checked;
use crate::comparison::{ComparisonOptions, Side};
use crate::cpr::{mask, shown};
use crate::diagnostic::{FAULT_LIMIT, Fault, Faults, Origin};
use crate::digest::catalogue_digest;
use crate::library::{Library, Source};
use crate::limits::Limits;
use crate::merge::MergerTerms;
use crate::read::{Read, Reader, escaped, near, shorten};
use crate::result::WarningResult;
use crate::scalar::{As, WeightNumber};
use crate::schema::{SCHEMAS, schema};
use crate::text::Language;
use crate::tree;
use crate::verify::{Verdict, vectors_in};
use crate::vocabulary::{EntityKind, GraphForm, PlanSource};
use crate::what_if::{LiftDocument, Supposition};

/// What [`call`] is asked.
#[derive(Debug, JsonSchema)]
#[expect(dead_code, reason = "it is the schema of what `call` takes apart by hand, so that documents keep their own places")]
pub struct Call {
    /// The operation.
    op: Operation,
    /// The assessment.
    assessment: Option<AssessmentDocument>,
    /// Overlays to lay over the built-in catalogues.
    catalogues: Option<Vec<CatalogueDocument>>,
    /// The edition to compare from: for diff.
    before: Option<Compared>,
    /// The edition to compare to: for diff.
    after: Option<Compared>,
    /// The date of assessment; it beats the document's.
    as_of: Option<As<Date>>,
    /// The edition of the view; left out: the current one.
    edition: Option<String>,
    /// The entity to explain, view or screen; left out: the organisation.
    entity: Option<As<EntityId>>,
    /// The requirement or objective to explain, by its qualified name.
    of: Option<String>,
    /// The catalogue by name: for catalogue, lint and graph. Or the name of a requirement, view or schema.
    name: Option<String>,
    /// What the dependency graph is drawn in; left out: dot.
    form: Option<As<GraphForm>>,
    /// The requirement to draw with what is at most two steps below or above it; left out: the whole dependency graph.
    around: Option<String>,
    /// The requirements that are supposed to score more: for `what_if`.
    set: Option<Vec<LiftDocument>>,
    /// The evidence that is supposed, as an assessment has it: for `what_if`.
    evidence: Option<Vec<EvidenceDocument>>,
    /// The objective, by its qualified name: for gains and plan, which need one, and forecast, which foresees all without.
    objective: Option<String>,
    /// What may be spent: for plan, which takes either this or `reach`.
    budget: Option<u64>,
    /// The band to be reached: for plan.
    reach: Option<As<Band>>,
    /// What the plan is made of; left out: the measures of the assessment that are still to be done, or the requirements where there is none.
    source: Option<As<PlanSource>>,
    /// The result to verify against the assessment.
    result: Option<BTreeMap<String, Value>>,
    /// The conformance vectors to verify.
    vectors: Option<Value>,
    /// The earlier assessment: for bridge and follow-up, which lead from it to the assessment.
    old: Option<AssessmentDocument>,
    /// The date of the earlier assessment; it beats the document's.
    as_of_old: Option<As<Date>>,
    /// Whether a bridge may lead from one edition of a catalogue to another; left out: no.
    across_editions: Option<bool>,
    /// The assessments to merge, one of each organisation; or to compare, one's own first.
    assessments: Option<Vec<AssessmentDocument>>,
    /// Who they become: a slug of the register of regions, or any name with `from`.
    into: Option<As<EntityId>>,
    /// The first day of a successor that the register of regions does not know.
    from: Option<As<Date>>,
    /// How much each organisation counts, in the order of the assessments; left out: each 1.
    weights: Option<Vec<WeightNumber>>,
    /// The day of which to show the regions; left out: all that the register knows.
    on: Option<As<Date>>,
    /// The language of messages and titles; left out: English.
    language: Option<As<Language>>,
    /// The last day of a forecast.
    until: Option<As<Date>>,
    /// The organisation that one is; left out: that of the first assessment.
    own: Option<As<EntityId>>,
    /// What kind of entity to compare; left out: the organisations.
    level: Option<As<EntityKind>>,
}

/// An edition of a catalogue to compare.
#[derive(Debug, JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "it is the schema of what `call` takes apart by hand")]
enum Compared {
    /// The name of a catalogue at hand.
    Named(String),
    /// The catalogue itself.
    Given(Box<CatalogueDocument>),
}

/// An operation of [`call`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(rename_all = "snake_case")]
enum Operation {
    /// Checks an assessment.
    Check,
    /// Scores an assessment.
    Score,
    /// Explains a score.
    Explain,
    /// Makes the statement of applicability of an entity.
    Soa,
    /// Recomputes a result, or runs conformance vectors.
    Verify,
    /// Carries an assessment on into the next edition of its standard.
    Migrate,
    /// Lists the catalogues at hand.
    Catalogues,
    /// Shows one catalogue with its texts and guides.
    Catalogue,
    /// Shows one requirement with all that there is to say of it.
    Requirement,
    /// Says where an entity stands in a view.
    View,
    /// Screens a project or system.
    Screening,
    /// Says what the scores would be if something were so.
    WhatIf,
    /// Says what each measure would bring to an objective, alone and together.
    Gains,
    /// Chooses measures for an objective, under a budget or to reach a band.
    Plan,
    /// Says what a catalogue's author should mend.
    Lint,
    /// Says what changed between two editions of a catalogue, and which scores that can touch.
    Diff,
    /// Draws a catalogue's dependency graph in DOT or SVG, as text.
    Graph,
    /// Shows a JSON Schema.
    Schema,
    /// Foresees what becomes of the scores of an entity if nobody does anything.
    Forecast,
    /// Puts one organisation beside others, as far as these let it be seen.
    Compare,
    /// Says why the scores of an entity moved between two assessments.
    Bridge,
    /// Says what became of the measures that an earlier assessment had decided.
    FollowUp,
    /// Lists the regions of the register.
    Regions,
    /// Makes one assessment of several organisations' that become one.
    Merge,
}

impl Operation {
    const ALL: &'static [(&'static str, Self)] = &[
        ("check", Self::Check),
        ("score", Self::Score),
        ("explain", Self::Explain),
        ("soa", Self::Soa),
        ("verify", Self::Verify),
        ("migrate", Self::Migrate),
        ("catalogues", Self::Catalogues),
        ("catalogue", Self::Catalogue),
        ("requirement", Self::Requirement),
        ("view", Self::View),
        ("screening", Self::Screening),
        ("what_if", Self::WhatIf),
        ("gains", Self::Gains),
        ("plan", Self::Plan),
        ("lint", Self::Lint),
        ("diff", Self::Diff),
        ("graph", Self::Graph),
        ("schema", Self::Schema),
        ("forecast", Self::Forecast),
        ("compare", Self::Compare),
        ("bridge", Self::Bridge),
        ("follow_up", Self::FollowUp),
        ("regions", Self::Regions),
        ("merge", Self::Merge),
    ];

    /// The fields that it takes besides `op`, `catalogues` and `language`.
    const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Check | Self::Score => &["assessment", "as_of"],
            Self::Explain => &["assessment", "as_of", "entity", "of"],
            Self::View => &["assessment", "as_of", "entity", "name", "edition"],
            Self::Screening | Self::Soa => &["assessment", "as_of", "entity"],
            Self::WhatIf => &["assessment", "as_of", "entity", "set", "evidence"],
            Self::Gains => &["assessment", "as_of", "entity", "objective"],
            Self::Plan => &["assessment", "as_of", "entity", "objective", "budget", "reach", "source"],
            Self::Diff => &["before", "after"],
            Self::Verify => &["assessment", "as_of", "result"],
            Self::Migrate => &["assessment"],
            Self::Catalogues => &[],
            Self::Graph => &["name", "form", "around"],
            Self::Catalogue | Self::Requirement | Self::Lint | Self::Schema => &["name"],
            Self::Forecast => &["assessment", "as_of", "entity", "objective", "until"],
            Self::Compare => &["assessments", "as_of", "own", "level", "entity"],
            Self::Bridge | Self::FollowUp => &["old", "as_of_old", "assessment", "as_of", "entity", "across_editions"],
            Self::Regions => &["name", "on"],
            Self::Merge => &["assessments", "into", "from", "weights", "as_of"],
        }
    }
}

/// What [`call`] answers: what was asked for, or everything that is wrong.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", untagged)]
pub enum Answer {
    /// What was asked for.
    Ok {
        /// The document, list or report.
        ok: Value,
    },
    /// Everything that is wrong.
    Faults(Faults),
}

/// What an assessment without fault holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CheckReport {
    /// The digest of the assessment.
    pub assessment: String,
    /// How many entities it has.
    pub entities: usize,
    /// How many evidences it has.
    pub evidence: usize,
    /// How many exclusions it has.
    pub exclusions: usize,
    /// What scoring it warns of; where neither the caller nor the document says a date, only what needs none, and left out where that is
    /// nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warnings: Option<Vec<WarningResult>>,
}

impl CheckReport {
    /// What a checked assessment holds, and what scoring it on a day warns of: the day given, else the document's.
    #[must_use]
    pub fn new(checked: &Checked, as_of: Option<Date>) -> Self {
        let assessment = checked.assessment();
        Self {
            assessment: checked.digest(),
            entities: assessment.entities().len(),
            evidence: assessment.evidence().len(),
            exclusions: assessment.exclusions().len(),
            warnings: match checked.as_of(as_of) {
                Ok(as_of) => Some(checked.warnings(as_of)),
                Err(_) => Some(checked.possible_cpr_numbers()).filter(|found| !found.is_empty()),
            },
        }
    }
}

/// A catalogue at hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CatalogueSummary {
    /// The digest of all that can move a number.
    pub digest: String,
    /// Its edition.
    pub edition: String,
    /// How many edges it has.
    pub edges: usize,
    /// Its name.
    pub id: String,
    /// How many objectives it has.
    pub objectives: usize,
    /// How many requirements it has.
    pub requirements: usize,
    /// Its title.
    pub title: String,
}

impl Library<'_> {
    /// The catalogues at hand, in few words.
    #[must_use]
    pub fn summaries(&self) -> Vec<CatalogueSummary> {
        let summary = |it: &CatalogueDocument| CatalogueSummary {
            digest: catalogue_digest(it),
            edition: it.edition.0.to_string(),
            edges: it.requirements.iter().map(|requirement| requirement.requires.len() + requirement.supported_by.len()).sum(),
            id: it.id.0.to_string(),
            objectives: it.objectives.len(),
            requirements: it.requirements.len(),
            title: self.framework_title(it.id.0.as_str()).unwrap_or_default().to_owned(),
        };
        self.catalogues().map(summary).collect()
    }

    /// The catalogue of that name.
    ///
    /// # Errors
    ///
    /// A fault with the names that there are.
    pub fn catalogue(&self, name: &str) -> Result<&CatalogueDocument, Faults> {
        self.find(name).ok_or_else(|| {
            let known: Vec<_> = self.names().collect();
            let args: &[(_, &dyn std::fmt::Display)] = &[("catalogue", &shorten(name)), ("known", &known.join(", "))];
            Faults::one(Fault::new("unknown-catalogue", args).suggesting(near(name, known.into_iter())), self.language)
        })
    }
}

/// Answers one question in JSON, in JSON: `{"ok": ..}` or `{"faults": [..]}`. It never fails in any other way.
///
/// ```
/// let answer = pejling_documents::call(r#"{"op": "score", "as_of": "2026-06-30", "assessment": {
///     "format": "pejling/assessment/1", "organisation": "bakkeland", "catalogues": {"iso27001-2022": "2026.1"}}}"#);
/// assert!(answer.starts_with(r#"{"ok":{"as_of":"2026-06-30","#));
/// ```
#[must_use]
pub fn call(text: &str) -> String {
    call_within(text, Limits::default())
}

/// As [`call`], with limits of one's own.
#[must_use]
pub fn call_within(text: &str, limits: Limits) -> String {
    let answer = match answer(text, limits) {
        Ok(ok) => Answer::Ok { ok },
        Err(faults) => Answer::Faults(faults),
    };
    serde_json::to_string(&answer).unwrap_or_default() // documents have text keys: writing them cannot fail
}

fn answer(text: &str, limits: Limits) -> Result<Value, Faults> {
    let mut library = Library::new(Language::English);
    library.limits = limits;
    let whole = Origin::file(text, None);
    if text.len() > limits.bytes {
        let fault = Fault::new("too-long", &[("bytes", &text.len()), ("limit", &limits.bytes)]);
        return Err(Faults::new(vec![fault], &whole, library.language));
    }
    let fields = tree::fields(text).map_err(|fault| Faults::new(vec![fault], &whole, library.language))?;
    let request = Request { text, fields };
    if let Some(language) = request.read::<As<Language>>("language", &library)? {
        library.language = language.0;
    }
    let operation = request.operation(&library)?;
    if let Some(part) = request.field("catalogues") {
        let overlays = tree::items(part.get()).map_err(|fault| request.at_fault("/catalogues", part, fault, &library))?;
        for (index, overlay) in overlays.into_iter().enumerate() {
            let pointer = format!("/catalogues/{index}");
            let origin = Origin { whole: text, start: request.start(overlay), pointer, file: None };
            library.lay_over_at(origin, Source::text(overlay.get()), &[])?;
        }
    }
    request.perform(operation, &library)
}

/// What was asked, field by field, each still text with a place of its own.
struct Request<'a> {
    text: &'a str,
    fields: Vec<(String, &'a RawValue)>,
}

impl<'a> Request<'a> {
    fn field(&self, name: &str) -> Option<&'a RawValue> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, raw)| *raw)
    }

    fn start(&self, raw: &RawValue) -> usize {
        raw.get().as_ptr().addr().saturating_sub(self.text.as_ptr().addr())
    }

    fn at_fault(&self, pointer: &str, raw: &RawValue, fault: Fault, library: &Library<'_>) -> Faults {
        let origin = Origin { whole: self.text, start: self.start(raw), pointer: pointer.to_owned(), file: None };
        Faults::new(vec![Fault { offset: fault.offset.or(Some(0)), ..fault }], &origin, library.language)
    }

    /// A field that must be there.
    fn needed(&self, name: &'static str, library: &Library<'_>) -> Result<&'a RawValue, Faults> {
        let missing = || Fault::new("missing-field", &[("field", &name)]).at(format!("/{name}"));
        self.field(name).ok_or_else(|| Faults::one(missing(), library.language))
    }

    /// A single value.
    fn read<T: Read>(&self, name: &'static str, library: &Library<'_>) -> Result<Option<T>, Faults> {
        let Some(raw) = self.field(name) else { return Ok(None) };
        let node = tree::json(raw.get(), &library.limits);
        let pointer = format!("/{name}");
        let node = node.map_err(|fault| self.at_fault(&pointer, raw, fault, library))?;
        if matches!(node.value, tree::Value::Null) {
            return Ok(None);
        }
        let mut reader = Reader::new(&library.limits);
        let read = T::read(&node, &mut reader);
        if reader.faults.is_empty() {
            return Ok(read);
        }
        let origin = Origin { whole: self.text, start: self.start(raw), pointer, file: None };
        Err(Faults::new(reader.faults, &origin, library.language))
    }

    /// The operation, after every field has been found to belong to it.
    fn operation(&self, library: &Library<'_>) -> Result<Operation, Faults> {
        let name: String = match self.read("op", library)? {
            Some(name) => name,
            None => return Err(Faults::one(Fault::new("missing-field", &[("field", &"op")]).at("/op"), library.language)),
        };
        let names = || Operation::ALL.iter().map(|(name, _)| *name);
        let Some((_, operation)) = Operation::ALL.iter().copied().find(|(known, _)| *known == name) else {
            let known: Vec<_> = names().collect();
            let args: &[(_, &dyn std::fmt::Display)] = &[("name", &shorten(&name)), ("known", &known.join(", "))];
            let fault = Fault::new("unknown-operation", args).suggesting(near(&name, names()));
            return Err(self.field("op").map(|raw| self.at_fault("/op", raw, fault, library)).unwrap_or_default());
        };
        let fields = if operation == Operation::Verify && self.field("vectors").is_some() { &["vectors"] } else { operation.fields() }; // vectors bring all that they need
        let known: Vec<&str> = ["op", "catalogues", "language"].into_iter().chain(fields.iter().copied()).collect();
        let (mut faults, mut seen) = (Vec::new(), BTreeSet::new());
        for (field, raw) in &self.fields {
            let fault = if !seen.insert(field) {
                Fault::new("duplicate-key", &[("field", &shorten(field))])
            } else if !known.contains(&field.as_str()) {
                let meant = if faults.len() < FAULT_LIMIT { near(field, known.iter().copied()) } else { None };
                Fault::new("unknown-field", &[("field", &shorten(field))]).suggesting(meant)
            } else {
                continue;
            };
            let pointer = format!("/{}", escaped(field));
            faults.push(Fault { offset: Some(self.start(raw)), ..fault.at(pointer) });
        }
        if faults.is_empty() { Ok(operation) } else { Err(Faults::new(faults, &Origin::file(self.text, None), library.language)) }
    }

    fn perform(&self, operation: Operation, library: &Library<'_>) -> Result<Value, Faults> {
        match operation {
            Operation::Check => Ok(value(&CheckReport::new(&self.assessment(library)?, self.as_of(library)?))),
            Operation::Score => {
                let checked = self.assessment(library)?;
                Ok(value(&checked.result(checked.as_of(self.as_of(library)?)?)))
            }
            Operation::Explain => {
                let of = self.needed_text("of", library)?;
                self.at_entity(library, |checked, scores, entity| Ok(value(&checked.explain(scores, entity, &of)?)))
            }
            Operation::View => {
                let edition: Option<String> = self.read("edition", library)?;
                let view = library.view(&self.name(library)?, edition.as_deref())?;
                self.at_entity(library, |checked, scores, entity| Ok(value(&checked.standing(scores, entity, view)?)))
            }
            Operation::Soa => self.at_entity(library, |checked, scores, entity| Ok(value(&checked.soa(scores, entity)?))),
            Operation::Screening => self.at_entity(library, |checked, scores, entity| Ok(value(&checked.screening(scores, entity)?))),
            Operation::WhatIf => {
                let lifts = self.read("set", library)?.unwrap_or_default();
                let supposition = Supposition { lifts, evidence: self.read("evidence", library)?.unwrap_or_default() };
                self.at_entity(library, |checked, scores, entity| Ok(value(&checked.what_if(scores, entity, &supposition)?)))
            }
            Operation::Gains => {
                let objective = self.needed_text("objective", library)?;
                self.at_entity(library, |checked, scores, entity| Ok(value(&checked.gains(scores, entity, &objective)?)))
            }
            Operation::Plan => {
                let objective = self.needed_text("objective", library)?;
                let goal = match (self.read("budget", library)?, self.read::<As<Band>>("reach", library)?) {
                    (Some(budget), None) => Goal::Budget(budget),
                    (None, Some(band)) => Goal::Reach(band.0),
                    (None, None) | (Some(_), Some(_)) => {
                        return Err(Faults::one(Fault::new("budget-or-reach", &[]).at("/budget"), library.language));
                    }
                };
                let source = self.read::<As<PlanSource>>("source", library)?.map(|source| source.0);
                let work =
                    |checked: &Checked, scores: &Scores<'_>, entity: &EntityId| checked.plan(scores, entity, &objective, goal, source);
                self.at_entity(library, |checked, scores, entity| Ok(value(&work(checked, scores, entity)?)))
            }
            Operation::Requirement => Ok(value(&library.requirement_page(&self.name(library)?)?)),
            Operation::Verify => self.verify(library),
            Operation::Migrate => {
                let (origin, source) = self.assessment_source(library)?;
                Ok(library.migrate_at(&origin, source)?.to_value())
            }
            Operation::Catalogues => Ok(value(&library.summaries())),
            Operation::Catalogue => {
                let document = library.catalogue(&self.name(library)?)?;
                let texts = Language::ALL
                    .iter()
                    .filter_map(|&language| Some((language.code().to_owned(), library.texts_of(document, language)?.clone())));
                let guides = Language::ALL
                    .iter()
                    .filter_map(|&language| Some((language.code().to_owned(), library.guide_of(document, language)?.clone())));
                Ok(value(&CatalogueDocument { texts: texts.collect(), guides: guides.collect(), ..document.clone() }))
            }
            Operation::Lint => Ok(value(&library.lint(library.catalogue(&self.name(library)?)?))),
            Operation::Diff => Ok(value(&library.diff(&*self.edition("before", library)?, &*self.edition("after", library)?)?)),
            Operation::Graph => {
                let form = self.read::<As<GraphForm>>("form", library)?.map_or(GraphForm::Dot, |form| form.0);
                let around: Option<String> = self.read("around", library)?;
                let graph = library.dependencies(library.catalogue(&self.name(library)?)?, around.as_deref())?;
                Ok(Value::String(match form {
                    GraphForm::Dot => mask(&graph.dot()).into_owned(),
                    GraphForm::Svg => mask(&graph.svg()?).into_owned(),
                }))
            }
            Operation::Schema => {
                let name = self.name(library)?;
                let unknown = || {
                    let args: &[(_, &dyn std::fmt::Display)] = &[("name", &shorten(&name)), ("known", &SCHEMAS.join(", "))];
                    Faults::one(
                        Fault::new("unknown-name", args).suggesting(near(&name, SCHEMAS.iter().copied())).at("/name"),
                        library.language,
                    )
                };
                schema(&name).and_then(|text| serde_json::from_str(&text).ok()).ok_or_else(unknown)
            }
            Operation::Forecast => {
                let until: Option<As<Date>> = self.read("until", library)?;
                let missing = || Faults::one(Fault::new("missing-field", &[("field", &"until")]).at("/until"), library.language);
                let (until, objective) = (until.ok_or_else(missing)?, self.read::<String>("objective", library)?);
                let checked = self.assessment(library)?;
                let as_of = checked.as_of(self.as_of(library)?)?;
                let entity = self.read::<As<EntityId>>("entity", library)?;
                let entity = entity.map_or_else(|| checked.assessment().organisation().clone(), |entity| entity.0);
                Ok(value(&checked.forecast(library, as_of, until.0, &entity, objective.as_deref())?))
            }
            Operation::Compare => self.compare(library),
            Operation::Bridge => {
                self.between(library, |new, scores, old, entity, across| Ok(value(&new.bridge(scores, old, entity, across)?)))
            }
            Operation::FollowUp => {
                self.between(library, |new, scores, old, entity, across| Ok(value(&new.follow_up(scores, old, entity, across)?)))
            }
            Operation::Regions => {
                let (slug, on) = (self.read::<String>("name", library)?, self.read::<As<Date>>("on", library)?);
                Ok(value(&library.regions(slug.as_deref(), on.map(|day| day.0))?))
            }
            Operation::Merge => self.merge(library),
        }
    }

    /// Does something with the scores of two assessments at the entity that is asked about, else at the later one's organisation.
    fn between(
        &self,
        library: &Library<'_>,
        work: impl FnOnce(&Checked, &Scores<'_>, (&Checked, &Scores<'_>), &EntityId, bool) -> Result<Value, Faults>,
    ) -> Result<Value, Faults> {
        let read = |field| {
            let (origin, source) = self.source(field, library)?;
            library.check_at(&origin, source)
        };
        let (old, new) = match (read("old"), read("assessment")) {
            (Ok(old), Ok(new)) => (old, new),
            (old, new) => {
                let mut faults = Faults::default();
                [old.err(), new.err()].into_iter().flatten().for_each(|found| faults.extend(found));
                return Err(faults);
            }
        };
        let then = self.read::<As<Date>>("as_of_old", library)?.map(|date| date.0);
        let then = old.as_of(then).map_err(|faults| faults.at("/as_of_old"))?;
        let (before, after) = (old.scores(then), new.scores(new.as_of(self.as_of(library)?)?));
        let entity = self.read::<As<EntityId>>("entity", library)?;
        let entity = entity.map_or_else(|| new.assessment().organisation().clone(), |entity| entity.0);
        let across = self.read("across_editions", library)?.unwrap_or(false);
        work(&new, &after, (&old, &before), &entity, across)
    }

    /// Does something with the scores of the assessment at the entity that is asked about, else at the organisation.
    fn at_entity(
        &self,
        library: &Library<'_>,
        work: impl FnOnce(&Checked, &Scores<'_>, &EntityId) -> Result<Value, Faults>,
    ) -> Result<Value, Faults> {
        let checked = self.assessment(library)?;
        let scores = checked.scores(checked.as_of(self.as_of(library)?)?);
        let entity = self.read::<As<EntityId>>("entity", library)?;
        let entity = entity.map_or_else(|| checked.assessment().organisation().clone(), |entity| entity.0);
        work(&checked, &scores, &entity)
    }

    fn merge(&self, library: &Library<'_>) -> Result<Value, Faults> {
        let part = self.needed("assessments", library)?;
        self.needed("into", library)?;
        let terms = MergerTerms {
            as_of: self.as_of(library)?,
            from: self.read::<As<Date>>("from", library)?.map(|day| day.0),
            into: self.read("into", library)?.unwrap_or_default(),
            weights: self.read("weights", library)?.unwrap_or_default(),
        };
        let items = tree::items(part.get()).map_err(|fault| self.at_fault("/assessments", part, fault, library))?;
        let sources = items.into_iter().enumerate().map(|(index, raw)| {
            let pointer = format!("/assessments/{index}");
            (Origin { whole: self.text, start: self.start(raw), pointer, file: None }, Source::text(raw.get()))
        });
        Ok(value(&library.merge_at(&sources.collect::<Vec<_>>(), &terms)?))
    }

    fn verify(&self, library: &Library<'_>) -> Result<Value, Faults> {
        if let Some(raw) = self.field("vectors") {
            let origin = Origin { whole: self.text, start: self.start(raw), pointer: "/vectors".to_owned(), file: None };
            let verdicts = vectors_in(raw.get(), library, &origin)?;
            let failed = verdicts.iter().filter(|verdict| !verdict.holds()).count();
            return Ok(json!({"passed": verdicts.len() - failed, "failed": failed, "verdicts": value(&verdicts)}));
        }
        let result = self.needed("result", library)?;
        let checked = self.assessment(library)?;
        let origin = Origin { whole: self.text, start: self.start(result), pointer: "/result".to_owned(), file: None };
        let verdict = Verdict::of_result(result.get(), &checked, self.as_of(library)?, library, &origin)?;
        Ok(value(&verdict))
    }

    fn compare(&self, library: &Library<'_>) -> Result<Value, Faults> {
        let options = ComparisonOptions {
            as_of: self.as_of(library)?,
            own: self.read::<As<EntityId>>("own", library)?.map(|own| own.0),
            level: self.read::<As<EntityKind>>("level", library)?.map(|level| level.0),
            entity: self.read::<As<EntityId>>("entity", library)?.map(|entity| entity.0),
        };
        let raw = self.needed("assessments", library)?;
        let texts = tree::items(raw.get()).map_err(|fault| self.at_fault("/assessments", raw, fault, library))?;
        let pointer = |at: usize| format!("/assessments/{at}");
        let (mut all, mut faults) = (Vec::new(), Faults::default());
        for (at, text) in texts.into_iter().enumerate() {
            let origin = Origin { whole: self.text, start: self.start(text), pointer: pointer(at), file: None };
            match library.check_at(&origin, Source::text(text.get())) {
                Ok(checked) => all.push(checked),
                Err(found) => faults.extend(found),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let sides: Vec<_> = all.iter().map(|checked| Side { file: None, checked }).collect();
        Ok(value(&library.compare_at(&sides, &options, pointer)?))
    }

    fn assessment(&self, library: &Library<'_>) -> Result<Checked, Faults> {
        let (origin, source) = self.assessment_source(library)?;
        library.check_at(&origin, source)
    }

    fn assessment_source(&self, library: &Library<'_>) -> Result<(Origin<'a>, Source<'a>), Faults> {
        self.source("assessment", library)
    }

    /// An assessment in a field.
    fn source(&self, field: &'static str, library: &Library<'_>) -> Result<(Origin<'a>, Source<'a>), Faults> {
        let raw = self.needed(field, library)?;
        let origin = Origin { whole: self.text, start: self.start(raw), pointer: format!("/{field}"), file: None };
        Ok((origin, Source::text(raw.get())))
    }

    /// A catalogue at hand by its name, or the one that is given.
    fn edition<'l>(&self, field: &'static str, library: &'l Library<'_>) -> Result<Cow<'l, CatalogueDocument>, Faults> {
        let raw = self.needed(field, library)?;
        if raw.get().starts_with('"') {
            let name: Option<String> = self.read(field, library)?;
            return library.catalogue(&name.unwrap_or_default()).map(Cow::Borrowed);
        }
        let origin = Origin { whole: self.text, start: self.start(raw), pointer: format!("/{field}"), file: None };
        library.read_catalogue_at(origin, Source::text(raw.get()), &[]).map(Cow::Owned)
    }

    fn as_of(&self, library: &Library<'_>) -> Result<Option<Date>, Faults> {
        Ok(self.read::<As<Date>>("as_of", library)?.map(|date| date.0))
    }

    fn name(&self, library: &Library<'_>) -> Result<String, Faults> {
        self.needed_text("name", library)
    }

    fn needed_text(&self, name: &'static str, library: &Library<'_>) -> Result<String, Faults> {
        let missing = || Faults::one(Fault::new("missing-field", &[("field", &name)]).at(format!("/{name}")), library.language);
        self.read(name, library)?.ok_or_else(missing)
    }
}

/// A document as it is answered.
fn value(document: &impl Serialize) -> Value {
    shown(document)
}
