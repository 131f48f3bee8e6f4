//! Comparing checked assessments: everything that stands in the way, or the document.

use std::collections::BTreeSet;
use std::fmt::Display;

use jiff::civil::Date;
use pejling_core::{Comparison, EntityId, METHOD, Party, compare};

use super::{ComparisonDocument, LessonResult, NamedOther, ObjectiveComparisonResult, OwnEntity, WeakSpotResult};
use crate::check::Checked;
use crate::diagnostic::{Fault, Faults, Origin};
use crate::library::Library;
use crate::read::{escaped, near};
use crate::result::Stamp;
use crate::scalar::As;
use crate::vocabulary::{ComparisonFormat, EntityKind};

/// An assessment that is compared, and the file that it is from, for messages.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The file, where it is from one.
    pub file: Option<&'a str>,
    /// The assessment.
    pub checked: &'a Checked,
}

/// How to compare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparisonOptions {
    /// The one date of assessment; left out: the documents', which must be the same.
    pub as_of: Option<Date>,
    /// The organisation that one is; left out: that of the first assessment.
    pub own: Option<EntityId>,
    /// What kind of entity to compare; left out: that of `entity`.
    pub level: Option<EntityKind>,
    /// The one entity of one's own to compare; left out: with `level` all of that kind, else the organisation.
    pub entity: Option<EntityId>,
}

impl Library<'_> {
    /// Puts one organisation beside others: the first, or the one that the options name.
    ///
    /// # Errors
    ///
    /// Everything that stands in the way, each with its file: another catalogue, edition, digest, date or kind of entity, nothing of that kind, the
    /// same organisation twice, or nobody to compare with.
    pub fn compare(&self, sides: &[Side<'_>], options: &ComparisonOptions) -> Result<ComparisonDocument, Faults> {
        self.compare_at(sides, options, |_| String::new())
    }

    /// As [`Library::compare`], where each assessment stands at a pointer of a whole text.
    pub(crate) fn compare_at(
        &self,
        sides: &[Side<'_>],
        options: &ComparisonOptions,
        pointer: impl Fn(usize) -> String,
    ) -> Result<ComparisonDocument, Faults> {
        let mut found = Faults::default();
        let tell = |found: &mut Faults, at: usize, faults: Vec<Fault>| {
            let origin = Origin { whole: "", start: 0, pointer: pointer(at), file: sides.get(at).and_then(|side| side.file) };
            found.extend(Faults::new(faults, &origin, self.language));
        };
        let first = own_of(sides, options.own.as_ref()).unwrap_or_else(|fault| {
            found.extend(Faults::one(fault, self.language));
            0
        });
        if sides.len() < 2 {
            found.extend(Faults::one(Fault::new("nothing-to-compare", &[]), self.language));
        }
        let Some(own) = sides.get(first).map(|side| side.checked) else { return Err(found) };
        if let Err(unknown) = options.entity.as_ref().map_or(Ok(()), |entity| own.known_entity(entity)) {
            found.extend(unknown);
            return Err(found);
        }
        let asked = Asked::new(own, options);
        let mut organisations = BTreeSet::new();
        let mut compared = Vec::new(); // one's own first
        for (at, side) in
            std::iter::once(first).chain((0..sides.len()).filter(|at| *at != first)).filter_map(|at| Some((at, sides.get(at)?)))
        {
            let organisation = side.checked.assessment().organisation();
            let mut faults = if at == first { Vec::new() } else { catalogue_faults(own, side.checked) };
            if !organisations.insert(organisation) {
                faults.push(Fault::new("organisation-twice", &[("organisation", organisation)]).at("/organisation"));
            }
            faults.extend(asked.date_fault(side.checked));
            let entities = asked.entities(side.checked, at == first).unwrap_or_else(|fault| {
                faults.push(fault);
                Vec::new()
            });
            tell(&mut found, at, faults);
            compared.push((side.checked, entities));
        }
        let (Some(level), Some(as_of), true) = (asked.level, asked.as_of, found.is_empty()) else { return Err(found) };
        let as_of = own.as_of(Some(as_of))?; // not too early
        let brought = compared.iter().map(|(checked, entities)| (checked, checked.scores(as_of), entities, checked.content().weightings()));
        let brought: Vec<_> = brought.collect();
        let parties = brought.iter().map(|(checked, scores, entities, weightings)| Party {
            scores,
            entities,
            sharing: checked.content().sharing(),
            weightings,
        });
        let parties: Vec<_> = parties.collect();
        let comparison = parties.split_first().and_then(|(own, others)| compare(own, others));
        let document = comparison.and_then(|comparison| ComparisonDocument::new(comparison, &compared, level, as_of));
        document.ok_or(found) // all that core refuses was looked for
    }
}

/// Which of the assessments is one's own.
fn own_of(sides: &[Side<'_>], name: Option<&EntityId>) -> Result<usize, Fault> {
    let Some(name) = name else { return Ok(0) };
    let organisations = || sides.iter().map(|side| side.checked.assessment().organisation());
    organisations().position(|it| it == name).ok_or_else(|| {
        let known: Vec<_> = organisations().map(EntityId::as_str).collect();
        let fault = Fault::new("unknown-own", &[("organisation", name), ("known", &known.join(", "))]);
        fault.suggesting(near(name.as_str(), known.into_iter())).at("/own")
    })
}

/// Where the catalogues of two assessments are not the same: a name, an edition or a digest.
fn catalogue_faults(own: &Checked, other: &Checked) -> Vec<Fault> {
    let (own_name, own, here) = (own.assessment().organisation(), own.stamps(), other.stamps());
    let names: BTreeSet<&String> = own.keys().chain(here.keys()).collect();
    let fault = |name: &String| {
        let fault = match (here.get(name), own.get(name)) {
            (Some(it), Some(other)) if it == other => return None,
            (Some(Stamp { edition, digest }), Some(Stamp { edition: other_edition, digest: other_digest })) => {
                let args: &[(_, &dyn Display)] = if edition == other_edition {
                    &[("catalogue", name), ("edition", edition), ("other", own_name), ("digest", digest), ("other_digest", other_digest)]
                } else {
                    &[("catalogue", name), ("edition", edition), ("other", own_name), ("other_edition", other_edition)]
                };
                if edition == other_edition { Fault::new("digest-not-common", args) } else { Fault::new("edition-not-common", args) }
            }
            (Some(_), None) => Fault::new("catalogue-only-here", &[("catalogue", name), ("other", own_name)]),
            (None, _) => Fault::new("catalogue-not-here", &[("catalogue", name), ("other", own_name)]),
        };
        Some(fault.at(format!("/catalogues/{}", escaped(name))))
    };
    names.into_iter().filter_map(fault).collect()
}

/// What was asked for, as far as one's own assessment says it.
struct Asked<'a> {
    own: &'a Checked,
    options: &'a ComparisonOptions,
    as_of: Option<Date>,
    level: Option<EntityKind>,
}

impl<'a> Asked<'a> {
    fn new(own: &'a Checked, options: &'a ComparisonOptions) -> Self {
        let entity = options.entity.as_ref().unwrap_or(own.assessment().organisation());
        let as_of = options.as_of.or(own.content().as_of.as_ref().map(|date| date.0));
        Self { own, options, as_of, level: options.level.or_else(|| own.content().kind_of(entity)) }
    }

    /// That an assessment is of another day, or says none.
    fn date_fault(&self, checked: &Checked) -> Option<Fault> {
        if self.options.as_of.is_some() {
            return None;
        }
        let fault = match (&checked.content().as_of, self.as_of) {
            (None, _) => Fault::new("no-date", &[]),
            (Some(date), Some(own)) if date.0 != own => {
                Fault::new("date-not-common", &[("date", &date.0), ("other", self.own.assessment().organisation()), ("other_date", &own)])
            }
            (Some(_), _) => return None,
        };
        Some(fault.at("/as_of"))
    }

    /// The entities of an assessment that are compared.
    fn entities(&self, checked: &Checked, is_own: bool) -> Result<Vec<EntityId>, Fault> {
        let (content, organisation) = (checked.content(), checked.assessment().organisation());
        let whole = self.options.entity.as_ref().is_none_or(|entity| entity == self.own.assessment().organisation());
        let one = match &self.options.entity {
            Some(entity) if is_own => Some(entity),
            Some(_) | None if self.options.level.is_none() && whole => Some(organisation),
            Some(_) | None => None,
        };
        let Some(level) = self.level else {
            // one's own does not say it: that is told there, and of the others what is missing in the same way
            return match one.filter(|one| content.kind_of(one).is_none()) {
                Some(one) => Err(Fault::new("kind-missing", &[("entity", one)]).at("/entities")),
                None => Ok(Vec::new()),
            };
        };
        if let Some(one) = one {
            let of_another = |kind: EntityKind| Fault::new("kind-not-common", &[("entity", one), ("kind", &kind), ("level", &level)]);
            return match content.kind_of(one) {
                None => Err(Fault::new("kind-missing", &[("entity", one)]).at("/entities")),
                Some(kind) if kind != level => Err(of_another(kind).at("/entities")),
                Some(_) => Ok(vec![one.clone()]),
            };
        }
        let of_level = content.entities.iter().filter(|it| it.kind.as_ref().is_some_and(|kind| kind.0 == level)).map(|it| it.id.0.clone());
        let of_level: Vec<_> = of_level.collect();
        if of_level.is_empty() { Err(Fault::new("no-entity-of-kind", &[("level", &level)]).at("/entities")) } else { Ok(of_level) }
    }
}

impl ComparisonDocument {
    /// `compared` are the assessments with their entities, one's own first.
    fn new(comparison: Comparison<'_>, compared: &[(&Checked, Vec<EntityId>)], level: EntityKind, as_of: Date) -> Option<Self> {
        let ((own, own_entities), others) = compared.split_first()?;
        let Comparison { others: count, everybody_consents, too_many_to_order, objectives, weak_spots, lessons } = comparison;
        let name = |checked: &Checked, entity: &EntityId| checked.name_of(entity).map(str::to_owned);
        let own_entity = |(entity, spots): (&EntityId, Vec<_>)| {
            let weak_spots = spots.into_iter().map(WeakSpotResult::from).collect();
            (entity.to_string(), OwnEntity { name: name(own, entity), weak_spots })
        };
        let dissent = |checked: &Checked, entities: &[EntityId]| {
            let spots = || weak_spots.iter().flat_map(|(_, spots)| spots).map(|it| it.requirement.as_str());
            let shown = || objectives.iter().map(|(id, _)| id.as_str()).chain(spots());
            let all: BTreeSet<_> = entities.iter().flat_map(|entity| checked.dissent_among(entity, shown())).collect();
            all.into_iter().collect()
        };
        let named = others.iter().filter(|(other, _)| other.content().sharing().name).map(|(other, entities)| {
            let organisation = other.assessment().organisation();
            let it = NamedOther {
                assessment: other.content().sharing().both().then(|| other.digest()),
                dissent: if other.content().sharing().both() { dissent(other, entities) } else { Vec::new() },
                entities: entities.iter().map(|entity| (entity.to_string(), name(other, entity))).collect(),
                name: name(other, organisation),
            };
            (organisation.to_string(), it)
        });
        let named = named.collect();
        let dissent_own = dissent(own, own_entities);
        let organisation = own.assessment().organisation();
        Some(Self {
            as_of: As(as_of),
            assessment: own.digest(),
            catalogues: own.stamps().clone(),
            dissent: dissent_own,
            everybody_consents,
            format: As(ComparisonFormat),
            lessons: lessons.into_iter().map(|it| (it.requirement.to_string(), LessonResult::from(it))).collect(),
            level: As(level),
            method: METHOD.to_owned(),
            named,
            objectives: objectives.into_iter().map(|(id, it)| (id.to_string(), ObjectiveComparisonResult::from(it))).collect(),
            organisation: organisation.to_string(),
            organisation_name: name(own, organisation),
            others: count.into(),
            own: weak_spots.into_iter().map(own_entity).collect(),
            too_many_to_order,
        })
    }
}
