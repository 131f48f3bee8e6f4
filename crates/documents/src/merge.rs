//! One assessment of several: two regions that become one get a parent (method M5), with an account of everything in them.
//!
//! Nothing here computes a number. Everything that stood in an assessment stays with its own organisation, which becomes a part of the
//! successor; so each part scores on every day what it scored alone, and the successor is their weighted mean as every entity above others
//! is. On a day before the successor began that mean is "as if merged": it is shown, marked as computed, and nothing is made of it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use pejling_core::{Band, EARLIEST_DATE, EntityId, METHOD, named};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use crate::assessment::{AssessmentDocument, ControlStatementDocument, SharingDocument, SignOffDocument, WeightingDocument};
use crate::check::Checked;
use crate::cpr::shown;
use crate::diagnostic::{Fault, Faults, Origin};
use crate::digest::digest;
use crate::dissent::DissentResult;
use crate::library::{Library, Source};
use crate::read::shorten;
use crate::regions::{RegionDocument, count_on, near_slug, region};
use crate::result::{Stamp, Triple, WeakestEntity};
use crate::scalar::{As, Spelled as _, WeightNumber, names};
use crate::vocabulary::MergerFormat;

use self::figures::figures;
use self::joining::{Joined, Part, Successor, join};

mod figures;
mod joining;

/// How several organisations become one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MergerTerms {
    /// The date of assessment; left out: that of the assessments, where they have the same.
    pub as_of: Option<Date>,
    /// The first day of the successor, where the register of regions does not know it.
    pub from: Option<Date>,
    /// The successor: a slug of the register of regions, or any name with the day on which it begins.
    pub into: String,
    /// How much each organisation counts, in the order of the assessments; none: each 1.
    pub weights: Vec<WeightNumber>,
}

/// What several organisations are as one.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
pub struct Merger {
    /// The assessment of the successor; none for a day on which there was none.
    #[schemars(skip_serializing_if = "Option::is_none")]
    pub assessment: Option<AssessmentDocument>,
    /// The figures, and what became of everything.
    pub report: MergerDocument,
}

impl Merger {
    /// The two as JSON: the assessment is its owners' content and stays as it is; the report repeats nothing that looks like a CPR number.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let Self { assessment, report } = self;
        match assessment {
            Some(assessment) => json!({"assessment": assessment, "report": shown(report)}),
            None => json!({"report": shown(report)}),
        }
    }
}

/// Several organisations as one, `pejling/merger/1`: what each scores and what they score together; and where an assessment was made of
/// theirs, what became of everything in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MergerDocument {
    /// What became of everything; null for a day before the successor began, of which no assessment is made.
    pub account: Option<MergerAccount>,
    /// The date of assessment.
    pub as_of: As<Date>,
    /// The catalogues by name, with edition and digest: the same for all.
    pub catalogues: BTreeMap<String, Stamp>,
    /// Whether what they score together is computed as if they had been merged: on this day there was no such successor.
    pub computed: bool,
    /// The views of others that concern what the organisations declare here, each in the words and names of its own assessment.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<DissentResult>,
    /// The successor.
    pub entity: String,
    /// What this document is.
    pub format: As<MergerFormat>,
    /// The version of the scoring method.
    pub method: String,
    /// Predecessors that the register of regions names and that are not among these.
    pub missing_predecessors: Vec<String>,
    /// The successor's name for people, where the register of regions has one.
    pub name: Option<String>,
    /// What the organisations score, each alone and together, by objective.
    pub objectives: BTreeMap<String, MergedObjective>,
    /// The organisations that become one.
    pub parts: BTreeMap<String, MergerPart>,
    /// How many regions there are the day before the successor begins and on that day; null where the register does not know it. Means over
    /// different numbers of regions do not compare.
    pub regions: Option<RegionCounts>,
    /// From when to when scores are of whom. No line is drawn from one series to another.
    pub series: Vec<MergerSeries>,
}

/// One of the organisations that become one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MergerPart {
    /// The digest of its assessment.
    pub assessment: String,
    /// Its name for people, where its assessment says it.
    pub name: Option<String>,
    /// Whether the register of regions names it as a predecessor; null where it does not know the successor.
    pub predecessor: Option<bool>,
    /// What its assessment covers, in its own words: of the successor people have to write anew.
    pub scope_note: Option<String>,
    /// What others may see of it: the successor has to decide that anew, and until then they see nothing.
    pub sharing: Option<SharingDocument>,
    /// The signatures under its assessment: they stay there.
    pub sign_off: Option<SignOffDocument>,
    /// How much it counts.
    pub weight: WeightNumber,
    /// What weights it would give the members of objectives: they stay its own.
    pub weightings: Vec<WeightingDocument>,
}

/// How many regions there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RegionCounts {
    /// On the day on which the successor begins.
    pub after: usize,
    /// The day before.
    pub before: usize,
}

/// The days of which there are scores of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MergerSeries {
    /// The first day; null where nobody says it.
    pub begins: Option<As<Date>>,
    /// The last day; null where there is no end.
    pub ends: Option<As<Date>>,
    /// Whose scores.
    pub entity: String,
}

/// What organisations score in one objective, each alone and together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MergedObjective {
    /// The weighted mean of the parts; null where it applies to none.
    pub combined: Option<CombinedScore>,
    /// Each part, as its own assessment scores; null where it does not apply.
    pub parts: BTreeMap<String, Option<PartScore>>,
}

/// What the organisations score together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CombinedScore {
    /// For how many leaves it applies.
    pub applicable: u32,
    /// How many of these are assessed.
    pub assessed: u32,
    /// The band of what is substantiated; null unless some leaf is assessed.
    pub band: Option<As<Band>>,
    /// The weighted mean of the parts.
    pub score: Triple,
    /// The leaf with the lowest substantiated score.
    pub weakest: WeakestEntity,
    /// The part with the lowest substantiated score, the first by name.
    pub weakest_part: WeakestEntity,
}

/// What one part scores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PartScore {
    /// For how many of its leaves it applies.
    pub applicable: u32,
    /// How many of these are assessed.
    pub assessed: u32,
    /// The band of what is substantiated; null unless some leaf is assessed.
    pub band: Option<As<Band>>,
    /// What it scores.
    pub score: Triple,
}

/// What became of everything in assessments that were merged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MergerAccount {
    /// The digest of the assessment that was made. It is a draft without signatures and without a note on what it covers.
    pub assessment: String,
    /// How many entries each list had, and has.
    pub counts: BTreeMap<String, MergerCounts>,
    /// What became of each entry, by list.
    pub items: BTreeMap<String, Vec<MergedItem>>,
    /// What the organisations said of controls and not all said alike: people have to say it of the successor.
    pub to_decide: Vec<StatementsToDecide>,
}

/// How many entries a list had and has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MergerCounts {
    /// How many it has. The successor itself is one entity more.
    pub after: usize,
    /// How many it had in all assessments together.
    pub before: usize,
}

/// What became of one entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MergedItem {
    /// Whom it was about, where it says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// The organisation in whose assessment it stood.
    pub from: String,
    /// Its name there; of a service, the entity that serves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What became of it.
    pub outcome: As<MergerOutcome>,
    /// The requirement that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requirement: Option<String>,
    /// Its name now, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Whom it is about now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_entity: Option<String>,
}

/// What organisations said of one control, each in its own words, and what people have to say of the successor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatementsToDecide {
    /// The control.
    pub requirement: String,
    /// What each said; who is not here said nothing.
    pub said: BTreeMap<String, ControlStatementDocument>,
}

named! {
    /// What became of an entry of an assessment that was merged.
    MergerOutcome {
        /// It is there under the name that it had.
        Kept = "kept",
        /// Another assessment has something of that name, or the successor is called so: its own organisation is now part of its name.
        Renamed = "renamed",
        /// All organisations say the same of a control, so the successor says it once.
        Joined = "joined",
        /// It is not carried on; people decide, and the account keeps it whole.
        ToDecide = "to_decide",
    }
}

names! {
    MergerOutcome, "What became of an entry.";
}

impl MergerDocument {
    /// One plain sentence: who became one and by which weights, or that it is computed as if they had.
    #[must_use]
    pub fn sentence(&self, library: &Library<'_>) -> String {
        let language = library.language;
        let begins = self.series.last().and_then(|it| it.begins.as_ref()).map_or_else(String::new, |day| day.0.to_string());
        let parts = self.parts.iter().map(|(id, part)| {
            let args = [("part", part.name.as_deref().unwrap_or(id)), ("weight", &part.weight.0.get().to_string())];
            language.text_with("merge-part", &args)
        });
        let mut parts: Vec<String> = parts.collect();
        let last = parts.pop().unwrap_or_default();
        let parts = language.text_with("merge-and", &[("before", &parts.join(", ")), ("last", &last)]);
        let (name, as_of) = (self.name.as_deref().unwrap_or(&self.entity), self.as_of.0.to_string());
        let counted = |list: &str| self.account.as_ref().and_then(|it| it.counts.get(list)).map_or(0, |it| it.before).to_string();
        let args = [
            ("successor", name),
            ("begins", &begins),
            ("date", &as_of),
            ("parts", &parts),
            ("entities", &counted(joining::ENTITIES)),
            ("evidence", &counted(joining::EVIDENCE)),
        ];
        if self.computed { language.text_with("merge-computed", &args) } else { language.text_with("merge-merged", &args) }
    }
}

impl Library<'_> {
    /// Makes one assessment of several organisations' that become one, and says what each scores and what they score together.
    ///
    /// # Errors
    ///
    /// Every fault of the assessments and of the terms; or why the assessments cannot be merged.
    pub fn merge(&self, sources: &[Source<'_>], terms: &MergerTerms) -> Result<Merger, Faults> {
        let sources: Vec<_> = sources.iter().map(|source| (Origin::file(source.text, source.name), *source)).collect();
        self.merge_at(&sources, terms)
    }

    pub(crate) fn merge_at(&self, sources: &[(Origin<'_>, Source<'_>)], terms: &MergerTerms) -> Result<Merger, Faults> {
        let (mut checked, mut faults) = (Vec::new(), Faults::default());
        for (origin, source) in sources {
            match self.check_at(origin, *source) {
                Ok(one) => checked.push((origin, one)),
                Err(found) => faults.extend(found),
            }
        }
        let is_read = faults.is_empty();
        let mut wrong = Vec::new();
        let successor = successor(terms, &mut wrong);
        if sources.len() < 2 {
            wrong.push(Fault::new("merge-needs-two", &[("count", &sources.len())]).at("/assessments"));
        } else if !terms.weights.is_empty() && terms.weights.len() != sources.len() {
            let counts: &[(_, &dyn std::fmt::Display)] = &[("weights", &terms.weights.len()), ("assessments", &sources.len())];
            wrong.push(Fault::new("merge-weights-count", counts).at("/weights"));
        }
        if is_read {
            wrong.extend(beside_each_other(&checked, terms, successor.as_ref()));
        }
        let as_of = if is_read && sources.len() > 1 { as_of(&checked, terms, successor.as_ref(), &mut wrong) } else { None };
        faults.extend(Faults::new(wrong, &Origin::file("", None), self.language));
        if is_read {
            faults.extend(self.catalogues_differ(&checked));
        }
        let (Some(successor), Some(as_of), true) = (successor, as_of, faults.is_empty()) else { return Err(faults) };
        let weight = |at: usize| terms.weights.get(at).copied().unwrap_or_default();
        let parts = checked.into_iter().enumerate().map(|(at, (_, one))| Part::new(one, weight(at)));
        self.merged(&parts.map(|part| (part.organisation(), part)).collect(), &successor, as_of)
    }

    /// One assessment of parts that fit together, with figures and account.
    fn merged(&self, parts: &BTreeMap<EntityId, Part>, successor: &Successor, as_of: Date) -> Result<Merger, Faults> {
        let computed = as_of < successor.begins;
        let Joined { document, items, to_decide } = join(parts, successor, as_of, self.limits.characters);
        let nowhere = Origin::file("", None);
        let long = document.count_faults(&self.limits);
        if !long.is_empty() {
            return Err(Faults::new(long, &nowhere, self.language));
        }
        let whole = self.check_read(document, &nowhere)?;
        let objectives = figures(parts, &whole, as_of);
        let assessment = (!computed).then(|| whole.document());
        let account = assessment.as_ref().map(|assessment| MergerAccount {
            assessment: digest(assessment),
            counts: items.iter().map(|(list, items)| (list.clone(), joining::counts(list, items, assessment))).collect(),
            items,
            to_decide,
        });
        let shown = || objectives.keys().map(String::as_str);
        let dissent: BTreeSet<_> =
            parts.iter().flat_map(|(organisation, part)| part.checked.dissent_among(organisation, shown())).collect();
        let dissent = dissent.into_iter().collect();
        let report = MergerDocument {
            account,
            as_of: As(as_of),
            catalogues: whole.stamps().clone(),
            computed,
            dissent,
            entity: successor.id.to_string(),
            format: As(MergerFormat),
            method: METHOD.to_owned(),
            missing_predecessors: successor.missing(parts.keys()),
            name: successor.region.map(|region| region.name_da.clone()),
            objectives,
            parts: parts.iter().map(|(id, part)| (id.to_string(), part.told(successor))).collect(),
            regions: successor.region.map(|_| RegionCounts { after: count_on(successor.begins), before: count_on(successor.eve()) }),
            series: series(parts, successor),
        };
        Ok(Merger { assessment, report })
    }

    /// Where assessments are not against the same catalogues, each fault in the one that differs from the first.
    fn catalogues_differ(&self, checked: &[(&Origin<'_>, Checked)]) -> Faults {
        let mut all = Faults::default();
        let Some(((_, first), others)) = checked.split_first() else { return all };
        for (origin, other) in others {
            let (before, after) = (first.stamps(), other.stamps());
            let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
            let differing = names.into_iter().filter(|name| before.get(*name) != after.get(*name));
            let organisations = [first, other].map(|it| it.assessment().organisation().to_string());
            let fault = |name: &String| {
                let edition = |stamp: Option<&Stamp>| stamp.map_or_else(|| "none".to_owned(), |stamp| stamp.edition.clone());
                let [first, other] = &organisations;
                let args: &[(_, &dyn std::fmt::Display)] = &[
                    ("catalogue", name),
                    ("organisation", other),
                    ("edition", &edition(after.get(name))),
                    ("other", first),
                    ("other_edition", &edition(before.get(name))),
                ];
                Fault { offset: Some(0), ..Fault::new("merge-catalogues-differ", args).at("/catalogues") }
            };
            all.extend(Faults::new(differing.map(fault).collect(), origin, self.language));
        }
        all
    }
}

/// Who the parts become, after what is wrong with the terms has been noted.
fn successor(terms: &MergerTerms, wrong: &mut Vec<Fault>) -> Option<Successor> {
    let id = match EntityId::parse(&terms.into) {
        Ok(id) => id,
        Err(fault) => {
            wrong.push(fault.suggesting(near_slug(&terms.into)).at("/into"));
            return None;
        }
    };
    let known = region(id.as_str());
    let begins = match (known, terms.from) {
        (Some(region), Some(from)) if region.from.0 != from => {
            let args: &[(_, &dyn std::fmt::Display)] = &[("region", &id), ("begins", &region.from.0), ("from", &from)];
            wrong.push(Fault::new("merge-begins", args).at("/from"));
            return None;
        }
        (Some(region), _) => region.from.0,
        (None, Some(from)) if from >= EARLIEST_DATE => from,
        (None, Some(from)) => {
            wrong.push(Fault::new("date-too-early", &[("date", &from)]).at("/from"));
            return None;
        }
        (None, None) => {
            let fault = Fault::new("merge-unknown-region", &[("region", &shorten(id.as_str()))]);
            wrong.push(fault.suggesting(near_slug(id.as_str())).at("/into"));
            return None;
        }
    };
    Some(Successor { id, begins, region: known })
}

/// The day of assessment, after what is wrong with it has been noted.
fn as_of(checked: &[(&Origin<'_>, Checked)], terms: &MergerTerms, successor: Option<&Successor>, wrong: &mut Vec<Fault>) -> Option<Date> {
    let days: BTreeSet<Date> = checked.iter().filter_map(|(_, one)| one.content().as_of.as_ref().map(|day| day.0)).collect();
    let day = match (terms.as_of, days.len()) {
        (Some(day), _) => Some(day),
        (None, 0 | 1) => days.first().copied(),
        (None, _) => {
            let days = days.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            wrong.push(Fault::new("merge-dates-differ", &[("dates", &days)]).at("/as_of"));
            return None;
        }
    };
    let ended = successor.and_then(|it| it.region?.until.as_ref()).filter(|until| day.is_some_and(|day| until.0 < day));
    match (day, ended, successor) {
        (None, ..) => wrong.push(Fault::new("no-date", &[]).at("/as_of")),
        (Some(day), ..) if day < EARLIEST_DATE => wrong.push(Fault::new("date-too-early", &[("date", &day)]).at("/as_of")),
        (Some(day), Some(until), Some(successor)) => {
            let args: &[(_, &dyn std::fmt::Display)] = &[("region", &successor.id), ("until", &until.0), ("date", &day)];
            wrong.push(Fault::new("merge-ended", args).at("/as_of"));
        }
        (Some(day), ..) => return Some(day),
    }
    None
}

/// Where organisations cannot become one: what is wrong with them beside each other and beside the successor.
fn beside_each_other(checked: &[(&Origin<'_>, Checked)], terms: &MergerTerms, successor: Option<&Successor>) -> Vec<Fault> {
    let (mut wrong, mut seen) = (Vec::new(), BTreeSet::new());
    for (at, (_, one)) in checked.iter().enumerate() {
        let organisation = one.assessment().organisation();
        let place = format!("/assessments/{at}");
        if !seen.insert(organisation) {
            wrong.push(Fault::new("merge-same-organisation", &[("organisation", organisation)]).at(place));
        } else if organisation.as_str() == terms.into {
            wrong.push(Fault::new("merge-into-part", &[("organisation", organisation)]).at(place));
        } else if let Some(known) = successor.and_then(|it| it.region)
            && region(organisation.as_str()).is_some()
            && !is_predecessor(known, organisation)
        {
            let predecessors = known.predecessors.join(", ");
            let predecessors = if predecessors.is_empty() { "none".to_owned() } else { predecessors };
            let args: &[(_, &dyn std::fmt::Display)] =
                &[("organisation", organisation), ("region", &known.slug), ("predecessors", &predecessors)];
            wrong.push(Fault::new("merge-not-predecessor", args).at(place));
        }
    }
    wrong
}

fn is_predecessor(region: &RegionDocument, organisation: &EntityId) -> bool {
    region.predecessors.iter().any(|slug| slug == organisation.as_str())
}

/// The series of the parts end the day before that of the successor begins, unless the register of regions says when.
fn series(parts: &BTreeMap<EntityId, Part>, successor: &Successor) -> Vec<MergerSeries> {
    let of_part = |id: &EntityId| {
        let known = region(id.as_str());
        let ends = known.and_then(|region| region.until.clone()).unwrap_or_else(|| As(successor.eve()));
        MergerSeries { begins: known.map(|region| region.from.clone()), ends: Some(ends), entity: id.to_string() }
    };
    let ends = successor.region.and_then(|region| region.until.clone());
    let own = MergerSeries { begins: Some(As(successor.begins)), ends, entity: successor.id.to_string() };
    parts.keys().map(of_part).chain([own]).collect()
}
