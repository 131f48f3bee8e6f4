"""What operations answer.

Made by `generate.py` from the schema of all operations.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from ._record import Change, FrozenMap, Record

__all__ = [
    "ApartReason",
    "ApartResult",
    "Area",
    "AreaFigure",
    "AreaStanding",
    "AssessmentDocumentWritten",
    "Assurance",
    "Band",
    "BandChange",
    "BarResult",
    "Basis",
    "BindingResult",
    "BridgeDocument",
    "BridgeEnd",
    "BridgePart",
    "CatalogueDiffDocument",
    "CatalogueDocument",
    "CatalogueSummary",
    "CauseTerm",
    "ChangeKind",
    "ChangeResult",
    "CheckReport",
    "ChildTerm",
    "CircleTexts",
    "ClosingTerm",
    "CombinedScore",
    "ComparisonDocument",
    "ConditionMeasure",
    "ConsolidatedResult",
    "ConsolidatedWhy",
    "ConsolidationResult",
    "ControlMark",
    "ControlResult",
    "ControlState",
    "ControlStatementDocument",
    "CountResult",
    "CourseResult",
    "Coverage",
    "CriticalTerm",
    "DayResult",
    "Decision",
    "DecisionNeeded",
    "DependencyTerm",
    "Diagnostic",
    "Difference",
    "DissentDocument",
    "DissentResult",
    "EdgePage",
    "Effect",
    "EntityDocumentWritten",
    "EntityKind",
    "EvidenceCount",
    "EvidenceDocument",
    "EvidenceTerm",
    "Excludable",
    "ExclusionDocument",
    "ExclusionTerm",
    "ExplanationDocument",
    "ExtractDocument",
    "Family",
    "Fate",
    "FigureResult",
    "FindingTerm",
    "FollowUp",
    "FollowUpDocument",
    "FollowedMeasure",
    "FollowedResult",
    "ForecastDocument",
    "Found",
    "FoundCounts",
    "FoundCountsCounts",
    "FoundLevel",
    "FoundLevelLevel",
    "FoundResult",
    "FoundResultResult",
    "FrameworkExtract",
    "GainResult",
    "GainsDocument",
    "GainsResult",
    "GraphForm",
    "Group",
    "GroupResult",
    "GuideDocument",
    "HeldBackResult",
    "KeepingWord",
    "KeystoneResult",
    "Kind",
    "Language",
    "LapseResult",
    "LeafResult",
    "LeftOut",
    "LessonResult",
    "LiftDocument",
    "MeasureDocument",
    "MeasureSince",
    "MeasureStatus",
    "MemberStanding",
    "MemberTerm",
    "MemberWeightDocument",
    "MergedItem",
    "MergedObjective",
    "Merger",
    "MergerAccount",
    "MergerCounts",
    "MergerDocument",
    "MergerOutcome",
    "MergerPart",
    "MergerSeries",
    "Migrated",
    "MigratedTo",
    "Migration",
    "MigrationCounts",
    "MigrationEnd",
    "MigrationReport",
    "MissingWord",
    "MoveResult",
    "MovesResult",
    "NamedOther",
    "Numbers",
    "ObjectiveBridgeResult",
    "ObjectiveComparisonResult",
    "ObjectiveDocument",
    "ObjectiveResult",
    "ObjectiveTexts",
    "ObjectiveWhy",
    "OrderResult",
    "Outcome",
    "OwnEntity",
    "PartScore",
    "PathStep",
    "Place",
    "PlanDocument",
    "PlanSource",
    "PlanStepResult",
    "PlannedResult",
    "PointsTriple",
    "Position",
    "PositionTriple",
    "ProofKind",
    "ProofResult",
    "PublicDissent",
    "PublicFigure",
    "Ranking",
    "ReachResult",
    "ReasonClass",
    "RegionCounts",
    "RegionResult",
    "RegionSource",
    "RegionsDocument",
    "Relation",
    "RenewalName",
    "RenewalResult",
    "RenewedResult",
    "RequirementDocument",
    "RequirementGuide",
    "RequirementPage",
    "RequirementResult",
    "RequirementResultAssessed",
    "RequirementResultNotApplicable",
    "RequirementResultNotAssessed",
    "RequirementResultOutdated",
    "RequirementTexts",
    "RequirementWhy",
    "ResultDocument",
    "Screening",
    "ScreeningDocument",
    "ScreeningQuestion",
    "Selection",
    "ServiceDocument",
    "ServiceResult",
    "Severity",
    "SharingDocument",
    "SignOffDocument",
    "SignOffStatus",
    "SignatureDocument",
    "SignedTriple",
    "SinceResult",
    "SoaDocument",
    "SoaExclusion",
    "SourceDocument",
    "SpanResult",
    "Stamp",
    "StandingDocument",
    "StatementDocument",
    "StatementMark",
    "StatementsToDecide",
    "StepKind",
    "StepResult",
    "StepTerm",
    "TextsDocument",
    "TitleStatus",
    "TouchedResult",
    "Triple",
    "Unranked",
    "ValueResult",
    "Verdict",
    "Verified",
    "VerifiedVerdicts",
    "Voice",
    "WalkTerm",
    "WarningResult",
    "WarningTold",
    "WeakSpotResult",
    "WeakestEntity",
    "WeakestMember",
    "WeightResult",
    "WeightingDocument",
    "WhatIfDocument",
    "WholeBridge",
    "Why",
    "WhyConsolidated",
    "WhyObjective",
    "WhyRequirement",
    "WorthResult",
    "YardstickArea",
]


class Place(Record):
    """Where in the input a diagnostic is."""

    cell: str | None = None
    """The cell of a workbook, as `F17`; then there is no line."""
    column: int | None = None
    """The column, in characters, from 1."""
    file: str | None = None
    """The file, where the caller named it."""
    line: int | None = None
    """The line, from 1."""
    pointer: str
    """The JSON Pointer (RFC 6901) of the value."""
    sheet: str | None = None
    """The sheet of a workbook."""


Severity: TypeAlias = Literal["error", "warning", "info"]
"""How bad a diagnostic is."""


class Diagnostic(Record):
    """One thing that is wrong, or that a reader should know: where, what in the domain's words, and what to do."""

    args: Mapping[str, str]
    """What the message speaks of, by name."""
    at: Place
    """Where it is."""
    code: str
    """The stable name of the fault."""
    help: str | None = None
    """What to do, in the language that was asked for."""
    message: str
    """What is wrong, in the language that was asked for."""
    severity: Severity
    """How bad it is."""


ApartReason: TypeAlias = Literal["applies_no_more", "applied_not_before", "no_more_in_catalogue", "not_in_catalogue_before"]
"""Why an objective has a score in one of two assessments only."""


class Triple(Record):
    """The three readings."""

    declared: Decimal
    """Everybody's word taken in full."""
    possible: Decimal
    """100 less what is known to be wrong."""
    substantiated: Decimal
    """What would stand before an auditor."""


class ApartResult(Record):
    """An objective that has a score in one of the two assessments only."""

    reason: ApartReason
    """Why it has none in the other one."""
    score: Triple
    """The score that it has."""


Voice: TypeAlias = Literal["dpo", "auditor"]
"""Whose differing view a dissent is."""


class DissentResult(Record):
    """A view that differs from the self-assessment, as it stands beside the declared readings that it concerns."""

    by: Voice
    """Whose it is."""
    concerns: tuple[str, ...]
    """The requirements and objectives of which it concerns what is declared: at its entity, at those that this one serves for the
    requirement, and at all above and below these."""
    entity: str
    """On whom."""
    requirement: str
    """On what."""
    text: str
    """The view, in their own words."""


class Stamp(Record):
    """Exactly which catalogue was used."""

    digest: str
    """The digest of all that can move a number."""
    edition: str
    """The edition."""


class BridgeEnd(Record):
    """One of the two assessments that a bridge lies between."""

    as_of: datetime.date
    """The date of assessment."""
    assessment: str
    """The digest of the assessment."""
    catalogues: Mapping[str, Stamp]
    """The catalogues by name, with edition and digest."""


class SignedTriple(Record):
    """How far each of the three readings moved."""

    declared: Change
    """Everybody's word taken in full."""
    possible: Change
    """100 less what is known to be wrong."""
    substantiated: Change
    """What would stand before an auditor."""


class ObjectiveBridgeResult(Record):
    """How far one objective moved."""

    change: SignedTriple
    """The later score less the earlier one."""
    new: Triple
    """The later score."""
    old: Triple
    """The earlier score."""
    parts: Mapping[str, SignedTriple]
    """What each part did, by name: they sum to the change exactly, in each reading."""


StepKind: TypeAlias = (
    Literal["aged", "withdrawn", "edited", "new", "closed", "excluded", "included", "weighed", "served", "came", "moved", "left",
    "catalogue"]
)
"""What happened in a step of a bridge."""


BridgePart: TypeAlias = Literal["aged", "withdrawn", "new", "closed", "applicability", "entities", "catalogue"]
"""A part of a bridge."""


class ServiceResult(Record):
    """A service whose share changed."""

    after: Decimal | None
    """The share after; null where there is no service any more."""
    before: Decimal | None
    """The share before; null where there was no service."""
    entity: str
    """Who is served."""
    requirement: str
    """For what."""
    service: str
    """Who serves."""


class WeightResult(Record):
    """An entity whose weight changed."""

    after: int
    """The weight after."""
    before: int
    """The weight before."""
    entity: str
    """The entity."""


class StepResult(Record):
    """One thing that changed, and what that did."""

    changes: Mapping[str, SignedTriple]
    """How far it moved objectives, by name; those that it did not move are left out."""
    date: datetime.date | None
    """The day of the evidence; of an edited one, that which it has now. Null where there is no evidence, or several."""
    ended: bool | None
    """Whether the exclusion ran out; null where the step is not about one that is gone."""
    entities: tuple[str, ...]
    """The entities that it is about."""
    evidence: tuple[str, ...]
    """The evidence that changed."""
    findings: tuple[str, ...]
    """The findings that the evidence closes."""
    kind: StepKind
    """What happened."""
    part: BridgePart
    """The part of the bridge."""
    requirement: str | None
    """The requirement that it is about; null where it is about none, or several."""
    services: tuple[ServiceResult, ...]
    """The services whose share changed."""
    weights: tuple[WeightResult, ...]
    """The entities whose weight changed."""


class BridgeDocument(Record):
    """Why the scores of an entity moved between two assessments. Codes and arguments, no prose."""

    across_editions: bool
    """Whether a catalogue that both assessments name differs between them. Then what it moved is the part `catalogue`."""
    apart: Mapping[str, ApartResult]
    """The objectives that have a score in one of the two only, by name: there is no difference to explain."""
    dissent: tuple[DissentResult, ...] = ()
    """The views of others that concern what the later assessment declares here."""
    dissent_old: tuple[DissentResult, ...] = ()
    """The views of others that concern what the earlier assessment declared here."""
    entity: str
    """The entity."""
    format: Literal["pejling/bridge/1"]
    """What this document is."""
    method: str
    """The version of the scoring method: both are scored by it."""
    name: str | None
    """The name of the entity for people; null where nobody gave one."""
    new: BridgeEnd
    """The later assessment."""
    objectives: Mapping[str, ObjectiveBridgeResult]
    """How far each objective moved, by name."""
    old: BridgeEnd
    """The earlier assessment."""
    steps: tuple[StepResult, ...]
    """What moved an objective, in the order in which it was applied."""
    unmoved: Mapping[str, int]
    """How many other things changed and moved no objective, by part."""


Language: TypeAlias = Literal["da", "en"]
"""A language of texts."""


class RequirementGuide(Record):
    """What a requirement means. A composite has neither question nor evidence: it is what it is made of."""

    asks: str
    """What it asks."""
    evidence: Mapping[str, str] = FrozenMap()
    """What counts as evidence, by kind of evidence."""
    levels: tuple[str, ...] = ()
    """What one sees at each level of maturity, from 0 to 5."""
    population: str | None = None
    """What samples are drawn from."""
    question: str | None = None
    """The one question that a colleague can answer."""
    why: str
    """Why it matters in a hospital."""


class GuideDocument(Record):
    """The guide to a catalogue in one language. Nothing here can move a number."""

    catalogue: str
    """The framework that it is to."""
    format: Literal["pejling/catalogue-guide/1"]
    """What this document is."""
    language: Language
    """The language."""
    requirements: Mapping[str, RequirementGuide] = FrozenMap()
    """What each requirement means, by name."""


Band: TypeAlias = Literal["N", "P", "L", "F"]
"""A band of ISO/IEC 33020: N up to 15, P up to 50, L up to 85, F above."""


Family: TypeAlias = Literal["framework", "chapter", "theme", "principle", "area", "group", "attribute"]
"""What kind of aggregate an objective is."""


class ObjectiveDocument(Record):
    """An aggregate of requirements of this framework."""

    critical: tuple[str, ...] = ()
    """Members whose halved shortfall caps it."""
    family: Family
    """What kind of aggregate it is."""
    id: str
    """Its name within the framework."""
    members: tuple[str, ...] = ()
    """Members by name."""
    norm: Band | None = None
    """The band that every member should reach; left out: the catalogue's."""
    select: Mapping[str, str] | None = None
    """All requirements that are no composites and fit: by `part`, `area`, `group` or the name of an attribute; empty: all."""
    weights: Mapping[str, int] = FrozenMap()
    """What members weigh that do not weigh 1."""


Area: TypeAlias = Literal["systems", "physical", "law-and-contract", "staff-and-processes"]
"""One of the four areas that the regions follow up on."""


Excludable: TypeAlias = Literal["never", "on-condition", "freely"]
"""Whether a requirement may be declared not applicable."""


Group: TypeAlias = Literal["it-and-cyber-security", "law-and-contracts", "organisation-and-management", "data-protection-officers"]
"""One of the four working groups under the regions' steering group."""


class RequirementDocument(Record):
    """What evidence is held against."""

    area: Area | None = None
    """The follow-up area."""
    attributes: Mapping[str, tuple[str, ...]] = FrozenMap()
    """Lists of words that objectives can select by."""
    clause: str | None = None
    """Where in the source it stands."""
    composite: bool | None = None
    """Whether it has no evidence of its own and is exactly what it requires; left out: false."""
    excludable: Excludable | None = None
    """Whether it may be declared not applicable; left out: never."""
    group: Group | None = None
    """The working group."""
    id: str
    """Its name within the framework."""
    part: str | None = None
    """The chapter, theme or principle that it belongs to."""
    requires: tuple[str, ...] = ()
    """What it is worth no more than: names within the framework, or qualified ones of a framework that this builds on."""
    source: str | None = None
    """What it comes from."""
    supported_by: tuple[str, ...] = ()
    """What it is weaker without."""
    target: int | None = None
    """The maturity level that counts as 100 %, 1 to 5; left out: 4."""


class SourceDocument(Record):
    """What requirements are taken from."""

    citation: str
    """How it is cited."""
    id: str
    """What requirements name it by."""


class CircleTexts(Record):
    """Requirements that rest on each other in a circle."""

    members: tuple[str, ...]
    """The requirements, by name."""
    reason: str
    """Why each of them rests on the others."""


TitleStatus: TypeAlias = Literal["quoted", "ours", "working-heading"]
"""Where a title comes from."""


class ObjectiveTexts(Record):
    """The texts of an objective."""

    critical: Mapping[str, str] = FrozenMap()
    """Why nothing makes up for each critical member."""
    title: str
    """Its title."""
    title_source: str | None = None
    """Where the theme of a working heading is stated."""
    title_status: TitleStatus | None = None
    """Where the title comes from; left out: quoted."""
    weights: Mapping[str, str] = FrozenMap()
    """Why members weigh more."""


class RequirementTexts(Record):
    """The texts of a requirement."""

    condition: str | None = None
    """When it does not apply."""
    requires: Mapping[str, str] = FrozenMap()
    """Why it is worth no more than each that it requires."""
    root: str | None = None
    """Why it rests on nothing else here, where it does not."""
    supported_by: Mapping[str, str] = FrozenMap()
    """Why it is weaker without each that supports it."""
    title: str
    """Its title."""
    title_source: str | None = None
    """Where the theme of a working heading is stated."""
    title_status: TitleStatus | None = None
    """Where the title comes from; left out: quoted."""


class TextsDocument(Record):
    """The texts of a catalogue in one language. Nothing here can move a number."""

    catalogue: str
    """The framework that they are of."""
    circles: tuple[CircleTexts, ...] = ()
    """Why requirements rest on each other in a circle, for each circle."""
    format: Literal["pejling/catalogue-texts/1"]
    """What this document is."""
    language: Language
    """The language."""
    left_out: Mapping[str, str] = FrozenMap()
    """What the source holds and this catalogue leaves out, with the reason."""
    no_dependencies: str | None = None
    """Why no requirement of it rests on another, where none does."""
    note: str | None = None
    """What the catalogue is, and how sure its titles are."""
    objectives: Mapping[str, ObjectiveTexts] = FrozenMap()
    """Texts of objectives, by name."""
    requirements: Mapping[str, RequirementTexts] = FrozenMap()
    """Texts of requirements, by name. A qualified name gives another framework's requirement a title of one's own."""
    title: str
    """The title of the framework."""


class CatalogueDocument(Record):
    """A catalogue: what a framework asks, what rests on what, and what is summed up. Everything that can move a number."""

    schema: str | None = None
    """The address of this document's JSON Schema, for editors."""
    builds_on: tuple[str, ...] = ()
    """Frameworks that edges may point into; they must be loaded as well."""
    edition: str
    """The edition of this catalogue."""
    format: Literal["pejling/catalogue/1"]
    """What this document is."""
    guides: Mapping[str, GuideDocument] = FrozenMap()
    """Guides by language, where they do not stand in files of their own."""
    id: str
    """The framework."""
    norm: Band | None = None
    """The band that every objective's members should reach; left out: L."""
    objectives: tuple[ObjectiveDocument, ...] = ()
    """What is summed up."""
    requirements: tuple[RequirementDocument, ...] = ()
    """What is asked."""
    sources: tuple[SourceDocument, ...] = ()
    """What the requirements are taken from."""
    texts: Mapping[str, TextsDocument] = FrozenMap()
    """Texts by language, where they do not stand in files of their own."""


class CatalogueSummary(Record):
    """A catalogue at hand."""

    digest: str
    """The digest of all that can move a number."""
    edges: int
    """How many edges it has."""
    edition: str
    """Its edition."""
    id: str
    """Its name."""
    objectives: int
    """How many objectives it has."""
    requirements: int
    """How many requirements it has."""
    title: str
    """Its title."""


class WarningTold(Record):
    """The same in words."""

    args: Mapping[str, str]
    """What it speaks of, by name."""
    code: str
    """Its stable name."""
    message: str
    """What it says, in the language that was asked for."""


class CheckReport(Record):
    """What an assessment without fault holds."""

    assessment: str
    """The digest of the assessment."""
    entities: int
    """How many entities it has."""
    evidence: int
    """How many evidences it has."""
    exclusions: int
    """How many exclusions it has."""
    warnings: tuple[WarningTold, ...] | None = None
    """What scoring it warns of; where neither the caller nor the document says a date, only what needs none, and left out where that is
    nothing."""


Assurance: TypeAlias = Literal["self", "internal", "independent"]
"""How sure an evidence is."""


Kind: TypeAlias = (
    Literal["statement", "document", "agreement", "risk_assessment", "awareness", "log_review", "exercise", "incident_review", "test",
    "audit", "assurance_report", "certificate"]
)
"""What kind of record an evidence is."""


class EvidenceCount(Record):
    """How many evidences there are of one kind and assurance."""

    assurance: Assurance
    """The assurance that counts."""
    count: int
    """How many."""
    kind: Kind
    """The kind."""


class LessonResult(Record):
    """What the others can teach of a requirement."""

    named: Mapping[str, tuple[EvidenceCount, ...]]
    """Those that are well substantiated, band F, and consent to be named, with their fresh evidence."""
    others: int | None
    """How many organisations besides are well substantiated; null where that would tell of too few."""


EntityKind: TypeAlias = Literal["region", "hospital", "unit", "system", "project", "supplier", "platform"]
"""What an entity is."""


class NamedOther(Record):
    """Another organisation that consents to be named."""

    assessment: str | None
    """The digest of its assessment; null where it does not consent to its figures as well."""
    dissent: tuple[DissentResult, ...] = ()
    """The views that concern what it declares here; empty where it does not consent to its figures as well."""
    entities: Mapping[str, str | None]
    """Its entities that are compared, with their names for people."""
    name: str | None
    """Its name for people; null where it has none."""


class FigureResult(Record):
    """What somebody scores in an objective."""

    band: Band | None
    """The band of what is substantiated; null where nothing is assessed."""
    score: Triple
    """The score."""


Basis: TypeAlias = Literal["members", "weights"]
"""What an order rests on."""


Ranking: TypeAlias = Literal["above", "below", "equal", "unranked"]
"""How the first of two stands to the second."""


Unranked: TypeAlias = Literal["different_members", "not_assessed", "less_assessed", "each_ahead", "weights_disagree"]
"""Why two cannot be ranked."""


class OrderResult(Record):
    """How two entities stand to each other in an objective."""

    basis: Basis | None
    """What the order rests on; null unless one stands above the other."""
    first: str
    """The first of the two."""
    order: Ranking
    """How it stands to the second."""
    second: str
    """The second."""
    why: Unranked | None
    """Why they cannot be ranked; null where they can."""


class CountResult(Record):
    """How many others a statement rests on."""

    entities: int
    """Their entities."""
    organisations: int
    """The organisations."""


Position: TypeAlias = Literal["above", "within", "below"]
"""Where one stands beside what others span."""


class PositionTriple(Record):
    """Where one stands in each reading."""

    declared: Position
    """Everybody's word taken in full."""
    possible: Position
    """100 less what is known to be wrong."""
    substantiated: Position
    """What would stand before an auditor."""


class SpanResult(Record):
    """What others span, each reading by itself."""

    highest: Triple
    """The highest."""
    lowest: Triple
    """The lowest."""
    median: Triple
    """The one in the middle; of an even number the mean of the two in the middle, cut."""


class ObjectiveComparisonResult(Record):
    """One objective at one's own entities and at the others'. Another entity is called by its organisation, with `/` and its own name where
    it is not the organisation itself."""

    named: Mapping[str, FigureResult | None]
    """The figures that may stand beside a name; null where it does not apply."""
    order: tuple[OrderResult, ...]
    """Who stands above whom: each two that may be seen in order."""
    others: CountResult
    """How many others something is assessed of: only these are compared."""
    own: Mapping[str, FigureResult | None]
    """What one's own entities score; null where it does not apply."""
    position: PositionTriple | None
    """Where one's own stand beside what the others span; null where that would tell the figure of one of them, or nothing is assessed."""
    span: SpanResult | None
    """What the others span; null where that would tell too much of one of them."""
    weightings: int
    """How many weightings besides the catalogue's somebody among the compared declares."""


class WeakSpotResult(Record):
    """A requirement below the norm."""

    band: Band | None
    """The band of what is substantiated; null where nothing is assessed."""
    norm: Band
    """The highest norm of the objectives that it is a member of."""
    requirement: str
    """The requirement."""
    score: Triple
    """What it scores."""


class OwnEntity(Record):
    """One of one's own entities."""

    name: str | None
    """Its name for people; null where it has none."""
    weak_spots: tuple[WeakSpotResult, ...]
    """The requirements below the norm, the worst first."""


class ComparisonDocument(Record):
    """One organisation beside others, from its own point of view."""

    as_of: datetime.date
    """The date of assessment of all."""
    assessment: str
    """The digest of one's own assessment."""
    catalogues: Mapping[str, Stamp]
    """The catalogues by name, with edition and digest: the same for all."""
    dissent: tuple[DissentResult, ...] = ()
    """The views of others that concern what one's own organisation declares here."""
    everybody_consents: bool
    """Whether every other organisation consents to its figures."""
    format: Literal["pejling/comparison/1"]
    """What this document is."""
    lessons: Mapping[str, LessonResult]
    """What the others can teach of each requirement that is below the norm at one's own."""
    level: EntityKind
    """What kind of entity is compared."""
    method: str
    """The version of the scoring method: the same for all."""
    named: Mapping[str, NamedOther]
    """The other organisations that consent to be named."""
    objectives: Mapping[str, ObjectiveComparisonResult]
    """Each objective."""
    organisation: str
    """The organisation from whose point of view it is."""
    organisation_name: str | None
    """The name for people of that organisation; null where it has none."""
    others: CountResult
    """How many others there are."""
    own: Mapping[str, OwnEntity]
    """One's own entities that are compared."""
    too_many_to_order: bool
    """Whether there are too many entities to put each in order with each, so that none is."""


ChangeKind: TypeAlias = (
    Literal["edition-changed", "base-added", "base-removed", "source-changed", "default-norm-changed", "requirement-added",
    "requirement-removed", "target-changed", "composite-changed", "excludable-changed", "part-changed", "area-changed", "group-changed",
    "attribute-changed", "citation-changed", "edge-added", "edge-removed", "edge-turned", "edge-lost", "objective-added",
    "objective-removed", "member-added", "member-removed", "weight-changed", "critical-added", "critical-removed", "norm-changed",
    "family-changed", "selection-changed", "texts-added", "texts-removed", "title-changed", "text-changed"]
)
"""What kind of change it is."""


Effect: TypeAlias = Literal["none", "lowers", "raises", "either"]
"""What a change can do to the scores that it touches."""


class ChangeResult(Record):
    """One change."""

    args: Mapping[str, str]
    """What it speaks of, by name. A value that is absent on one side is left out."""
    at: str | None
    """The requirement at which it enters: it touches this one and all that `reach` says of it. Null where it enters at none."""
    code: ChangeKind
    """What kind of change it is."""
    effect: Effect
    """What it can do to the scores that it touches."""
    objectives: tuple[str, ...]
    """The objectives that it touches directly."""


class ReachResult(Record):
    """What moves when a requirement does: itself and all that rests on it, before or after the change."""

    more: int
    """How many more there are than are listed here; `touched` lists all."""
    objectives: tuple[str, ...]
    """The objectives that these requirements are members of."""
    requirements: tuple[str, ...]
    """The requirement itself, where both editions have it, and those that rest on it, directly or not."""


class TouchedResult(Record):
    """What all changes together can do, by name."""

    objectives: Mapping[str, Effect]
    """The objectives."""
    requirements: Mapping[str, Effect]
    """The requirements."""


class CatalogueDiffDocument(Record):
    """What changed between two editions of a catalogue, and which scores that can touch. Codes and arguments, no prose."""

    after: Stamp
    """The edition after the change."""
    before: Stamp
    """The edition before the change."""
    beside: Mapping[str, Stamp]
    """The catalogues at hand that were looked at besides: those that it builds on, and those that build on it."""
    catalogue: str
    """The framework."""
    changes: tuple[ChangeResult, ...]
    """What changed, by kind and then by name."""
    format: Literal["pejling/catalogue-diff/1"]
    """What this document is."""
    method: str
    """The version of the scoring method that the effects are of."""
    reach: Mapping[str, ReachResult]
    """By requirement at which a change enters: what rests on it."""
    touched: TouchedResult
    """Every score of both editions that all changes together can touch."""


class ChildTerm(Record):
    """One child of an entity."""

    entity: str
    """The child."""
    score: Triple | None
    """What it scores; null where it does not apply."""
    weight: int
    """How much it counts."""


class PointsTriple(Record):
    """Weighted points in the three readings."""

    declared: Decimal
    """Declared."""
    possible: Decimal
    """Possible."""
    substantiated: Decimal
    """Substantiated."""


class ConsolidatedWhy(Record):
    """The mean of children."""

    children: tuple[ChildTerm, ...]
    """The children."""
    points: PointsTriple
    """The sum of weight times score over children where it applies."""
    score: Triple | None
    """The score; null where it applies nowhere below."""
    weight: int
    """The sum of the weights of children where it applies."""


class WhyConsolidated(Record):
    """Of an entity above the leaves: its children."""

    consolidated: ConsolidatedWhy


class BarResult(Record):
    """The five parts of a bar."""

    declared_only: Decimal
    """What rests on somebody's word alone."""
    held_back: Decimal
    """What others hold back."""
    known_wrong: Decimal
    """What is known to be wrong."""
    substantiated: Decimal
    """What is substantiated."""
    unanswered: Decimal
    """What nobody answered or what is outdated."""


class CriticalTerm(Record):
    """What a critical member allows."""

    cap: Triple
    """Its shortfall, halved."""
    requirement: str
    """The member."""


class HeldBackResult(Record):
    """Points that one set of causes holds back."""

    by: tuple[str, ...]
    """The causes."""
    points: Decimal
    """The weighted points."""


class MemberTerm(Record):
    """One member of an objective."""

    own: Triple | None
    """By its own evidence; null where it does not apply."""
    requirement: str
    """The member."""
    score: Triple | None
    """What it scores; null where it does not apply."""
    weight: int
    """How much it counts."""


class ObjectiveWhy(Record):
    """The mean of members and what caps it."""

    bar: BarResult
    """The five parts in weighted points."""
    critical: tuple[CriticalTerm, ...]
    """The most that each applicable critical member allows."""
    held_back: tuple[HeldBackResult, ...]
    """The points held back, under each set of causes."""
    mean: Triple | None
    """The mean; null where no member applies."""
    members: tuple[MemberTerm, ...]
    """The members."""
    points: PointsTriple
    """The sum of weight times score over applicable members."""
    score: Triple | None
    """The score; null where no member applies."""
    weight: int
    """The sum of the weights of applicable members."""


class WhyObjective(Record):
    """Of an objective at a leaf: its members."""

    objective: ObjectiveWhy


class ClosingTerm(Record):
    """One closing."""

    finding: str
    """The finding."""
    freshness: Decimal
    """The smaller freshness of the two."""
    later: str
    """The later look."""
    ok: Decimal
    """What is in order since."""
    trust: Decimal
    """The smaller trust of the two."""


class StepTerm(Record):
    """One step of a walk."""

    added: Decimal
    """The share that it adds."""
    closing: str | None = None
    """The finding that was looked at again, where it is a closing."""
    evidence: str
    """The evidence."""
    trust: Decimal
    """The trust at which it counts."""
    upto: Decimal
    """How far is covered with it: what it has in order, but not more than is possible."""


class WalkTerm(Record):
    """A walk, term by term."""

    score: Decimal
    """The sum, cut."""
    steps: tuple[StepTerm, ...]
    """What each evidence or closing adds."""
    sum: Decimal
    """The exact sum of added share times trust, divided by 100."""


Selection: TypeAlias = Literal["chosen", "random"]
"""How the examined units were selected."""


class FoundCountsCounts(Record):
    """What it holds."""

    examined: int
    """How many were looked at."""
    ok: int
    """How many of these were in order."""
    population: int
    """How many there are."""
    selection: Selection
    """How they were selected."""


class FoundCounts(Record):
    """So many units of so many."""

    counts: FoundCountsCounts


class FoundLevelLevel(Record):
    """What it holds."""

    level: int
    """The level."""
    share: Decimal
    """How much was looked at."""
    target: int
    """The level that counts as 100 %."""


class FoundLevel(Record):
    """A level on the maturity scale."""

    level: FoundLevelLevel


class FoundResultResult(Record):
    """What it holds."""

    result: Decimal
    """How much of it is in order."""
    share: Decimal
    """How much was looked at."""


class FoundResult(Record):
    """A result in percent."""

    result: FoundResultResult


Found: TypeAlias = FoundCounts | FoundLevel | FoundResult
"""What was found, in one of three forms."""


class EvidenceTerm(Record):
    """One evidence as it counts."""

    age_days: int
    """Its age in days."""
    assurance: Assurance
    """The assurance that counts."""
    bad: Decimal
    """What it says is wrong."""
    carried: Decimal | None = None
    """The share at which a service carries it, where it does."""
    closed: bool
    """Whether what it found wrong has been closed."""
    entity: str
    """What it is about."""
    finding: Found
    """What was found there."""
    freshness: Decimal
    """How fresh it is."""
    id: str
    """Its name."""
    kind: Kind
    """What kind of record it is."""
    ok: Decimal
    """What it says is in order."""
    share: Decimal
    """What it speaks of."""
    trust: Decimal
    """What its word is worth: assurance times freshness."""
    valid_days: int
    """Days that it is valid."""


ReasonClass: TypeAlias = Literal["no_such_activity", "no_such_asset", "legal_condition"]
"""Why a requirement does not apply."""


class ExclusionTerm(Record):
    """The exclusion that is in force."""

    approved_by: str
    """Who approved it."""
    class_: ReasonClass
    """Why, as a class."""
    entity: str
    """For whom it holds."""
    reason: str
    """Why, in words."""
    review_by: datetime.date
    """The last day on which it holds."""


Coverage: TypeAlias = Literal["assessed", "outdated", "not_assessed"]
"""What is known of a requirement that applies."""


Relation: TypeAlias = Literal["requires", "supported_by"]
"""How one requirement rests on another."""


class PathStep(Record):
    """One step of a way through the graph."""

    relation: Relation
    """How."""
    requirement: str
    """To what."""


class CauseTerm(Record):
    """One cause that holds a requirement back."""

    coverage: Coverage | None
    """What is known of it; null where it does not apply."""
    own: Decimal
    """What it scores by its own evidence."""
    path: tuple[PathStep, ...]
    """A way to it: each step with its relation."""
    requirement: str
    """The cause."""
    supporting_steps: int
    """The fewest supporting steps to it."""


class FindingTerm(Record):
    """The open finding that says most is wrong."""

    bad: Decimal
    """What it found wrong."""
    evidence: str
    """The evidence."""


class DependencyTerm(Record):
    """One direct dependency."""

    binds: bool
    """Whether it binds in the substantiated reading."""
    cap: Triple
    """The most that it allows."""
    coverage: Coverage | None
    """What is known of it; null where it does not apply."""
    relation: Relation
    """How."""
    requirement: str
    """What the requirement rests on."""
    score: Triple
    """What that scores."""


class RequirementWhy(Record):
    """The evidence of a requirement and what it rests on."""

    closings: tuple[ClosingTerm, ...]
    """What was looked at again."""
    declared: WalkTerm
    """The walk in the declared reading."""
    evidence: tuple[EvidenceTerm, ...]
    """What counts, each with its arithmetic."""
    exclusion: ExclusionTerm | None
    """The exclusion in force."""
    held_back_by: tuple[CauseTerm, ...]
    """What holds it back together."""
    open_finding: FindingTerm | None
    """The open finding that says most is wrong."""
    own: Triple | None
    """By its own evidence; null where it does not apply."""
    parts: tuple[str, ...]
    """The parts of a composite."""
    rests_on: tuple[DependencyTerm, ...]
    """What it rests on directly."""
    score: Triple | None
    """With what it rests on; null where it does not apply."""
    state: str
    """What is known of it."""
    substantiated: WalkTerm
    """The walk in the substantiated reading."""


class WhyRequirement(Record):
    """Of a requirement at a leaf: its evidence and what it rests on."""

    requirement: RequirementWhy


Why: TypeAlias = WhyConsolidated | WhyObjective | WhyRequirement
"""The reason for a score, by what it is the score of."""


class ExplanationDocument(Record):
    """Why a score is what it is."""

    as_of: datetime.date
    """The date of assessment."""
    assessment: str
    """The digest of the assessment."""
    catalogues: Mapping[str, Stamp]
    """The catalogues by name, with edition and digest."""
    dissent: tuple[DissentResult, ...] = ()
    """Views of the data protection officer or an auditor that differ from what is declared here; left out where there are none."""
    entity: str
    """The entity."""
    format: Literal["pejling/explanation/1"]
    """What this document is."""
    method: str
    """The version of the scoring method."""
    of: str
    """The requirement or objective."""
    why: Why
    """The reason."""


class PublicDissent(Record):
    """A differing view of the data protection officer, without the requirement that it is on."""

    concerns: tuple[str, ...]
    """The objectives, of those that are shown, of which it concerns what is declared."""
    text: str
    """The view, in their own words."""


class StatementDocument(Record):
    """Somebody's own words."""

    by: str
    """Who says so."""
    on: datetime.date
    """When."""
    text: str
    """The words; an empty line begins a paragraph."""


class PublicFigure(Record):
    """The numbers of an objective."""

    band: Band | None
    """The band of what is substantiated; null where nothing is assessed."""
    bar: BarResult
    """The five parts in percent: they sum to 100."""
    score: Triple
    """The three readings."""


class AreaFigure(Record):
    """An objective in public."""

    applicable: int
    """How many requirements apply."""
    area: Area | None
    """The follow-up area that it is of; null where it is of none."""
    change: Change | None
    """How far it moved since the year before; null where either of the two figures is kept back, or there is no earlier one."""
    disputed: bool
    """Whether a dissent concerns what is declared here."""
    figure: PublicFigure | None
    """The numbers; null where they are kept back, or nothing applies."""
    objective: str
    """The objective."""


BandChange: TypeAlias = Literal["lower", "higher", "lost", "gained", "applies", "not_applicable"]
"""How a band is otherwise than the day before."""


class DayResult(Record):
    """A day of a forecast: what scoring the same assessment on that day gives."""

    band: Band | None
    """The band of what is substantiated; null unless something is assessed."""
    change: BandChange | None
    """What is otherwise than the day before; null: nothing is."""
    date: datetime.date
    """The day."""
    score: Triple | None
    """The score; null where it does not apply."""


class FrameworkExtract(Record):
    """A framework at area level."""

    areas: tuple[AreaFigure, ...]
    """The follow-up areas."""
    course: tuple[DayResult, ...]
    """What becomes of the whole if nobody does anything: the date of assessment, each day on which its band changes, and the last day. None
    where the whole has no public figure."""
    framework: str
    """The framework."""
    principles: tuple[AreaFigure, ...]
    """Its principles; none where it has no such."""
    whole: AreaFigure
    """The whole."""
    with_measures: Decimal | None
    """What is substantiated of the whole once all measures that are still to be done are done; null where there is none, or the whole has
    no public figure."""


class PlannedResult(Record):
    """Measures that are still to be done."""

    cost: int
    """What they cost together, in the unit of the assessment."""
    count: int
    """How many."""
    overdue: int
    """How many should have been done by the date of assessment."""


class SignatureDocument(Record):
    """Somebody's name under something."""

    by: str
    """Who."""
    on: datetime.date
    """When."""


SignOffStatus: TypeAlias = Literal["draft", "final"]
"""Whether an assessment is a draft or final."""


class SignOffDocument(Record):
    """Who prepared, reviewed and approved an assessment."""

    approved: SignatureDocument | None = None
    """Who approved it."""
    prepared: SignatureDocument | None = None
    """Who prepared it."""
    reviewed: SignatureDocument | None = None
    """Who reviewed it."""
    status: SignOffStatus
    """Whether it is a draft or final."""


class FollowedResult(Record):
    """What became of measures."""

    count: int
    """How many there were."""
    done: int
    """How many are done, with evidence since."""
    done_without_evidence: int
    """How many are said to be done without evidence since."""
    dropped: int
    """How many were dropped."""
    not_accounted_for: int
    """How many the later assessment does not mention."""
    open: int
    """How many are not done."""
    overdue: int
    """How many are past their day and neither done nor dropped."""


class WholeBridge(Record):
    """Why what is substantiated of a framework moved."""

    change: Change
    """The later score less the earlier one."""
    new: Decimal
    """The later score."""
    objective: str
    """The objective."""
    old: Decimal
    """The earlier score."""
    parts: Mapping[str, Change]
    """What each part did, by name: they sum to the change exactly."""


class SinceResult(Record):
    """What became of things since an earlier assessment."""

    across_editions: bool
    """Whether a catalogue that both assessments name differs between them."""
    followed: Mapping[str, FollowedResult]
    """The measures that were decided or started then, by follow-up area."""
    followed_in_all: FollowedResult
    """All of them."""
    old: BridgeEnd
    """The earlier assessment."""
    whole: tuple[WholeBridge, ...]
    """How far each framework as a whole moved."""


class YardstickArea(Record):
    """An area of the state's yardstick in public."""

    applicable: int
    """How many requirements apply."""
    disputed: bool
    """Whether a dissent concerns what is declared here."""
    id: str
    """Its name."""
    level: Decimal | None
    """The mean level; null where it is kept back."""
    meets_norm: bool | None
    """Whether every requirement is declared in full; null where that is kept back."""


class ExtractDocument(Record):
    """What may be told in public of an entity. Codes and arguments, and the words of those who said something; no prose of ours."""

    as_of: datetime.date
    """The date of assessment."""
    assessment: str
    """The digest of the assessment."""
    catalogues: Mapping[str, Stamp]
    """The catalogues by name, with edition and digest."""
    dissent: tuple[PublicDissent, ...]
    """Views of the data protection officer that differ from what is declared, in their own words and without the requirement that each is
    on."""
    dpo_statement: StatementDocument | None
    """What the data protection officer has to say to the public; null where they wrote nothing."""
    entity: str
    """The entity."""
    foreseen_until: datetime.date
    """The last day that is foreseen."""
    format: Literal["pejling/extract/1"]
    """What this document is."""
    frameworks: tuple[FrameworkExtract, ...]
    """The frameworks, in the order of the catalogues."""
    method: str
    """The version of the scoring method."""
    name: str | None
    """The name of the entity for people; null where nobody gave one."""
    planned: Mapping[str, PlannedResult]
    """What is still to be done, by follow-up area."""
    planned_in_all: PlannedResult
    """All that is still to be done."""
    scope_note: str | None
    """What the assessment covers, in its own words; null where it does not say so."""
    sign_off: SignOffDocument | None
    """Who prepared, reviewed and approved the assessment; null where nobody signed."""
    since: SinceResult | None
    """What became of things since the year before; null where no earlier assessment was given."""
    yardstick: tuple[YardstickArea, ...]
    """The areas of the state's yardstick; none where the assessment is not against ISO/IEC 27001:2022."""


FollowUp: TypeAlias = Literal["done", "done_without_evidence", "open", "dropped", "not_accounted_for"]
"""What became of a measure."""


MeasureStatus: TypeAlias = Literal["proposed", "decided", "started", "done", "dropped"]
"""How far a measure has come."""


class FollowedMeasure(Record):
    """What became of a measure that was decided or started."""

    changes: Mapping[str, SignedTriple]
    """What the new, edited and closing evidence on its requirement at its entity or below did, by objective: the sum of those steps of the
    bridge. Objectives that it did not move are left out."""
    due: datetime.date | None
    """When it is due, as the later assessment says, else the earlier one; null: nobody said."""
    due_before: datetime.date | None
    """When it was due, as the earlier assessment said; null: nobody said."""
    entity: str
    """For whom it is."""
    evidence: tuple[str, ...]
    """The evidence that is new or says something else since, on its requirement at its entity or below."""
    expected: Decimal
    """What the requirement's own evidence should score afterwards."""
    id: str
    """Its name."""
    outcome: FollowUp
    """What became of it."""
    overdue: bool
    """Whether its day has passed and it is neither done nor dropped."""
    own_new: Triple | None
    """What the requirement's own evidence scores now, at its entity; null where it does not apply there."""
    own_old: Triple | None
    """What the requirement's own evidence scored then, at its entity; null where it did not apply there."""
    owner: str | None
    """Who carries it out; null: nobody said."""
    requirement: str
    """What it improves."""
    status: MeasureStatus | None
    """How far it has come; null where the later assessment does not mention it."""
    status_before: MeasureStatus
    """How far it had come."""


class MeasureSince(Record):
    """A measure that was not decided in the earlier assessment."""

    due: datetime.date | None
    """When it is due; null: nobody said."""
    entity: str
    """For whom it is."""
    id: str
    """Its name."""
    overdue: bool
    """Whether its day has passed and it is neither done nor dropped."""
    owner: str | None
    """Who carries it out; null: nobody said."""
    requirement: str
    """What it improves."""
    status: MeasureStatus
    """How far it has come."""
    was_proposed: bool
    """Whether the earlier assessment proposed it."""


class FollowUpDocument(Record):
    """What became of the measures of an earlier assessment at an entity. Codes and arguments, no prose."""

    across_editions: bool
    """Whether a catalogue that both assessments name differs between them."""
    dissent: tuple[DissentResult, ...] = ()
    """The views of others that concern what is declared of a followed measure's requirement, in the later assessment."""
    entity: str
    """The entity: what measures did is told of its scores. Measures for it, for what is below it and for what it is a part of are followed;
    for the organisation all are."""
    followed: tuple[FollowedMeasure, ...]
    """The measures that were decided or started in the earlier assessment, by name."""
    format: Literal["pejling/follow-up/1"]
    """What this document is."""
    method: str
    """The version of the scoring method: both are scored by it."""
    name: str | None
    """The name of the entity for people; null where nobody gave one."""
    new: BridgeEnd
    """The later assessment."""
    old: BridgeEnd
    """The earlier assessment."""
    since: tuple[MeasureSince, ...]
    """The measures that were not decided then, by name: new ones, and those that were only proposed and have been taken up since."""


class LapseResult(Record):
    """An evidence that loses validity or its last worth."""

    entity: str
    """Whose it is."""
    id: str
    """Its name."""
    requirement: str
    """What it is held against."""
    stale_from: datetime.date
    """The first day on which its freshness is below 100."""
    worthless_from: datetime.date
    """The first day on which it is worth nothing."""


class RenewalName(Record):
    """The name of a renewal."""

    entity: str
    """Whose evidence."""
    requirement: str
    """The requirement."""


class GroupResult(Record):
    """What a working group has to do again."""

    due: datetime.date
    """The day by which the first of it is due."""
    group: Group | None
    """The working group; null for requirements that no group has."""
    renewals: tuple[RenewalName, ...]
    """What, in the order of the renewals."""


KeepingWord: TypeAlias = Literal["not_needed", "named", "many", "no"]
"""Whether renewals keep the band of the date of assessment until the last day."""


class CourseResult(Record):
    """What an objective or requirement scores over the days of a forecast."""

    days: tuple[DayResult, ...]
    """The date of assessment, each day on which the band is another than the day before, and the last day."""
    id: str
    """Which one."""
    keeping: KeepingWord
    """Whether renewals keep the band of the date of assessment until the last day."""
    kept_by: tuple[RenewalName, ...]
    """These together do; without any one of them the rest does not."""


class RenewedResult(Record):
    """An evidence that is done again."""

    first: datetime.date
    """When for the first time: the last day on which it is valid, or the date of assessment where it is stale then."""
    id: str
    """Its name."""
    times: int
    """How often until the last day, each time after as many days as it is valid."""


class WorthResult(Record):
    """What something is worth to an objective."""

    change: Change
    """By how much it moves."""
    objective: str
    """The objective."""


class RenewalResult(Record):
    """The evidence of one entity on one requirement, done again with the same finding so that it is valid until the last day."""

    due: datetime.date
    """The day by which the first of it is due."""
    entity: str
    """Whose evidence."""
    evidence: tuple[RenewedResult, ...]
    """What is done again, by name."""
    group: Group | None
    """The working group of the requirement; null where the catalogue names none."""
    mends: bool
    """Whether it also closes a finding that is open: then its worth counts on that being mended."""
    most: WorthResult | None
    """What it moves most of those that renewals are ordered by; null where it moves none of them up."""
    requirement: str
    """The requirement."""
    responsible: str | None
    """Who is responsible for the control in the organisation; null where the assessment does not say so."""
    worth: Mapping[str, Change]
    """By how much it alone moves what is substantiated of each objective on the last day; those that it does not move are left out."""


class ForecastDocument(Record):
    """The scores of an entity from the date of assessment to a later day if nobody does anything, and what is worth doing again."""

    as_of: datetime.date
    """The date of assessment, the first day."""
    assessment: str
    """The digest of the assessment."""
    catalogues: Mapping[str, Stamp]
    """The catalogues by name, with edition and digest."""
    dissent: tuple[DissentResult, ...] = ()
    """The views of others that concern what is declared here."""
    entity: str
    """The entity."""
    evidence: tuple[LapseResult, ...]
    """The evidence that loses validity or its last worth, by the first day of either."""
    format: Literal["pejling/forecast/1"]
    """What this document is."""
    groups: tuple[GroupResult, ...]
    """Who has what to do again: the working groups in their order, then what no group has."""
    method: str
    """The version of the scoring method."""
    objective: str | None
    """The objective that was asked for; null: all of them."""
    objectives: tuple[CourseResult, ...]
    """The objectives, by name."""
    renewals: tuple[RenewalResult, ...]
    """What can be done again in time. First what moves most of an objective over a whole framework (or the one that was asked for), then
    what moves any objective most, then by name."""
    requirements: tuple[CourseResult, ...]
    """The requirements whose band changes, by name; where one objective is asked for, of its members."""
    until: datetime.date
    """The last day."""


class ValueResult(Record):
    """What an objective scores, as printed and before it is cut."""

    score: Decimal
    """The substantiated score."""
    worth: Decimal
    """The same before it is cut, in percent with six decimals."""


class KeystoneResult(Record):
    """A requirement that holds others back."""

    alone: Decimal
    """What it holds back by itself, in points over all objectives, with six decimals."""
    held_back: Decimal
    """What it holds back by itself or together with others."""
    objectives: Mapping[str, Decimal]
    """What it holds back of each objective."""
    requirement: str
    """The requirement."""


class GainResult(Record):
    """What one measure, or several together, would bring."""

    after: ValueResult
    """The objective then."""
    cost: int
    """What they cost together."""
    gain: Decimal
    """What the objective is worth more then, in percent with six decimals."""
    of: tuple[str, ...]
    """The measures, or requirements, by name."""


class GainsResult(Record):
    """What several things would bring, alone and together."""

    all: ValueResult
    """The objective with all of them done."""
    alone: tuple[GainResult, ...]
    """Each by itself, greatest gain first; those that gain nothing alone are left out."""
    bundles: tuple[GainResult, ...]
    """Those that gain more together than one by one; those that gain most for what they cost first."""
    nothing_alone: int
    """How many gain nothing alone."""


class GainsDocument(Record):
    """What measures, and requirements, would bring to an objective at an entity."""

    as_of: datetime.date
    """The date of assessment."""
    assessment: str
    """The digest of the assessment."""
    before: ValueResult
    """The objective as it is."""
    catalogues: Mapping[str, Stamp]
    """The catalogues by name, with edition and digest."""
    entity: str
    """The entity."""
    format: Literal["pejling/gains/1"]
    """What this document is."""
    keystones: tuple[KeystoneResult, ...]
    """What most is held back by at the entity, over all objectives; greatest first."""
    measures: GainsResult
    """The measures of the assessment that are still to be done."""
    method: str
    """The version of the scoring method."""
    objective: str
    """The objective."""
    requirements: GainsResult
    """Each requirement, if it scored 100 by its own evidence at the entity."""


class ControlStatementDocument(Record):
    """What the statement of applicability says of a control besides its evidence."""

    implemented: bool
    """Whether it is implemented."""
    requirement: str
    """The control."""
    responsible: str | None = None
    """Who is responsible."""
    why: str
    """Why it is included."""


class DissentDocument(Record):
    """A view that differs from the self-assessment."""

    by: Voice
    """Whose it is."""
    entity: str | None = None
    """On whom; left out: the organisation."""
    requirement: str
    """On what."""
    text: str
    """The view, in their own words."""


class ServiceDocument(Record):
    """How far an entity rests on a service."""

    entity: str
    """Who rests on it."""
    requirement: str
    """For what."""
    share: Decimal
    """For how much of it."""


class EntityDocumentWritten(Record):
    """A region, hospital, system, project, supplier or platform."""

    id: str
    """Its name in this document."""
    kind: EntityKind | None = None
    """What it is."""
    name: str | None = None
    """Its name for people."""
    parent: str | None = None
    """What it is a part of."""
    serves: tuple[ServiceDocument, ...] = ()
    """Where others rest on it."""
    weight: int
    """How much it counts among the parts of its parent; left out: 1."""


class EvidenceDocument(Record):
    """One evidence. The finding has one of three forms: `result`, `level`, or `population`, `examined` and `ok`."""

    assurance: Assurance
    """How sure it claims to be."""
    by: str | None = None
    """Who examined."""
    closes: tuple[str, ...] = ()
    """Earlier findings that this one looked at again."""
    date: datetime.date
    """The day on which it was found."""
    entity: str | None = None
    """What it is about; left out: the organisation."""
    examined: int | None = None
    """How many units were looked at."""
    id: str
    """Its name."""
    kind: Kind
    """What kind of record it is."""
    level: int | None = None
    """The level on the maturity scale, 0 to 5."""
    note: str | None = None
    """What there is to say about it."""
    ok: int | None = None
    """How many of the examined units were in order."""
    population: int | None = None
    """How many units there are."""
    reference: str | None = None
    """Case number, address or digest of the record."""
    requirement: str
    """What it is held against."""
    result: Decimal | None = None
    """How much of what was looked at is in order."""
    selection: Selection | None = None
    """How the examined units were selected; left out: chosen."""
    share: Decimal | None = None
    """How much of the entity was looked at; left out: all of it."""
    valid_days: int | None = None
    """Days of validity, where they differ from the kind's."""


class ExclusionDocument(Record):
    """A requirement that does not apply."""

    approved_by: str
    """Who approved it."""
    class_: ReasonClass
    """Why, as a class."""
    entity: str | None = None
    """To whom it does not apply; left out: the organisation."""
    reason: str
    """Why, in words."""
    requirement: str
    """What does not apply."""
    review_by: datetime.date
    """The last day on which that holds."""


class MeasureDocument(Record):
    """Something that might be done, or was."""

    cost: int
    """What it costs, in a whole number of a unit of one's own choosing."""
    decided_by: str | None = None
    """Who decided it."""
    decided_on: datetime.date | None = None
    """When it was decided."""
    due: datetime.date | None = None
    """When it is due."""
    entity: str | None = None
    """For whom; left out: the organisation."""
    id: str
    """Its name."""
    owner: str | None = None
    """Who carries it out."""
    requirement: str
    """What it improves."""
    score_after: Decimal
    """What the requirement's own evidence scores afterwards."""
    status: MeasureStatus
    """How far it has come."""


class SharingDocument(Record):
    """What others may see of an organisation where they are compared."""

    approved: SignatureDocument
    """Who approved that, and when."""
    figures: bool
    """Whether its figures may be shown."""
    name: bool
    """Whether it may be named: beside its figures where these may be shown, and as an example where it is well substantiated."""


class MemberWeightDocument(Record):
    """What a member of an objective should weigh."""

    requirement: str
    """The member."""
    weight: int
    """How much it should count."""


class WeightingDocument(Record):
    """What weights an organisation would give the members of an objective. It moves no score: a comparison says whether an order of
    organisations holds under these weights as well."""

    members: tuple[MemberWeightDocument, ...]
    """The members with the weight of each; those that are left out keep the catalogue's."""
    objective: str
    """The objective."""
    why: str
    """Why."""


class AssessmentDocumentWritten(Record):
    """An assessment: who is assessed against which catalogues, and the evidence."""

    schema: str | None = None
    """The address of this document's JSON Schema, for editors."""
    as_of: datetime.date | None = None
    """The date of assessment, where the caller names no other."""
    catalogues: Mapping[str, str]
    """The catalogues that are assessed against, with the edition of each."""
    control_statements: tuple[ControlStatementDocument, ...] = ()
    """What the statement of applicability says of each control besides evidence."""
    dissent: tuple[DissentDocument, ...] = ()
    """Views of the data protection officer or an auditor that differ from the self-assessment."""
    dpo_statement: StatementDocument | None = None
    """What the data protection officer has to say to the public, in their own words: reports print it as it stands."""
    entities: tuple[EntityDocumentWritten, ...] = ()
    """The organisation, what is below it and what it rests on; left out: the organisation alone."""
    evidence: tuple[EvidenceDocument, ...] = ()
    """What was found."""
    exclusions: tuple[ExclusionDocument, ...] = ()
    """What does not apply."""
    format: Literal["pejling/assessment/1"]
    """What this document is."""
    measures: tuple[MeasureDocument, ...] = ()
    """What might be done, or was."""
    organisation: str
    """The entity that the whole is about."""
    scope_note: str | None = None
    """What the assessment of this year covers."""
    sharing: SharingDocument | None = None
    """What others may see of this organisation where they are compared; left out: nothing."""
    sign_off: SignOffDocument | None = None
    """Who prepared, reviewed and approved it."""
    weightings: tuple[WeightingDocument, ...] = ()
    """What weights this organisation would give the members of objectives. They move no score."""


class MergerCounts(Record):
    """How many entries a list had and has."""

    after: int
    """How many it has. The successor itself is one entity more."""
    before: int
    """How many it had in all assessments together."""


MergerOutcome: TypeAlias = Literal["kept", "renamed", "joined", "to_decide"]
"""What became of an entry."""


class MergedItem(Record):
    """What became of one entry of a list."""

    entity: str | None = None
    """Whom it was about, where it says so."""
    from_: str
    """The organisation in whose assessment it stood."""
    id: str | None = None
    """Its name there; of a service, the entity that serves."""
    outcome: MergerOutcome
    """What became of it."""
    requirement: str | None = None
    """The requirement that it is about."""
    to: str | None = None
    """Its name now, where it has one."""
    to_entity: str | None = None
    """Whom it is about now."""


class StatementsToDecide(Record):
    """What organisations said of one control, each in its own words, and what people have to say of the successor."""

    requirement: str
    """The control."""
    said: Mapping[str, ControlStatementDocument]
    """What each said; who is not here said nothing."""


class MergerAccount(Record):
    """What became of everything in assessments that were merged."""

    assessment: str
    """The digest of the assessment that was made. It is a draft without signatures and without a note on what it covers."""
    counts: Mapping[str, MergerCounts]
    """How many entries each list had, and has."""
    items: Mapping[str, tuple[MergedItem, ...]]
    """What became of each entry, by list."""
    to_decide: tuple[StatementsToDecide, ...]
    """What the organisations said of controls and not all said alike: people have to say it of the successor."""


class WeakestEntity(Record):
    """The weakest leaf below an entity."""

    entity: str
    """The leaf, the first by name."""
    others: int
    """How many other leaves are just as weak."""
    score: Decimal
    """What it scores, substantiated."""


class CombinedScore(Record):
    """What the organisations score together."""

    applicable: int
    """For how many leaves it applies."""
    assessed: int
    """How many of these are assessed."""
    band: Band | None
    """The band of what is substantiated; null unless some leaf is assessed."""
    score: Triple
    """The weighted mean of the parts."""
    weakest: WeakestEntity
    """The leaf with the lowest substantiated score."""
    weakest_part: WeakestEntity
    """The part with the lowest substantiated score, the first by name."""


class PartScore(Record):
    """What one part scores."""

    applicable: int
    """For how many of its leaves it applies."""
    assessed: int
    """How many of these are assessed."""
    band: Band | None
    """The band of what is substantiated; null unless some leaf is assessed."""
    score: Triple
    """What it scores."""


class MergedObjective(Record):
    """What organisations score in one objective, each alone and together."""

    combined: CombinedScore | None
    """The weighted mean of the parts; null where it applies to none."""
    parts: Mapping[str, PartScore | None]
    """Each part, as its own assessment scores; null where it does not apply."""


class MergerPart(Record):
    """One of the organisations that become one."""

    assessment: str
    """The digest of its assessment."""
    name: str | None
    """Its name for people, where its assessment says it."""
    predecessor: bool | None
    """Whether the register of regions names it as a predecessor; null where it does not know the successor."""
    scope_note: str | None
    """What its assessment covers, in its own words: of the successor people have to write anew."""
    sharing: SharingDocument | None
    """What others may see of it: the successor has to decide that anew, and until then they see nothing."""
    sign_off: SignOffDocument | None
    """The signatures under its assessment: they stay there."""
    weight: int
    """How much it counts."""
    weightings: tuple[WeightingDocument, ...]
    """What weights it would give the members of objectives: they stay its own."""


class RegionCounts(Record):
    """How many regions there are."""

    after: int
    """On the day on which the successor begins."""
    before: int
    """The day before."""


class MergerSeries(Record):
    """The days of which there are scores of an organisation."""

    begins: datetime.date | None
    """The first day; null where nobody says it."""
    ends: datetime.date | None
    """The last day; null where there is no end."""
    entity: str
    """Whose scores."""


class MergerDocument(Record):
    """Several organisations as one, `pejling/merger/1`: what each scores and what they score together; and where an assessment was made of
    theirs, what became of everything in it."""

    account: MergerAccount | None
    """What became of everything; null for a day before the successor began, of which no assessment is made."""
    as_of: datetime.date
    """The date of assessment."""
    catalogues: Mapping[str, Stamp]
    """The catalogues by name, with edition and digest: the same for all."""
    computed: bool
    """Whether what they score together is computed as if they had been merged: on this day there was no such successor."""
    dissent: tuple[DissentResult, ...] = ()
    """The views of others that concern what the organisations declare here, each in the words and names of its own assessment."""
    entity: str
    """The successor."""
    format: Literal["pejling/merger/1"]
    """What this document is."""
    method: str
    """The version of the scoring method."""
    missing_predecessors: tuple[str, ...]
    """Predecessors that the register of regions names and that are not among these."""
    name: str | None
    """The successor's name for people, where the register of regions has one."""
    objectives: Mapping[str, MergedObjective]
    """What the organisations score, each alone and together, by objective."""
    parts: Mapping[str, MergerPart]
    """The organisations that become one."""
    regions: RegionCounts | None
    """How many regions there are the day before the successor begins and on that day; null where the register does not know it. Means over
    different numbers of regions do not compare."""
    series: tuple[MergerSeries, ...]
    """From when to when scores are of whom. No line is drawn from one series to another."""


class Merger(Record):
    """What several organisations are as one."""

    assessment: AssessmentDocumentWritten | None = None
    """The assessment of the successor; none for a day on which there was none."""
    report: MergerDocument
    """The figures, and what became of everything."""


class MigrationCounts(Record):
    """How many entries of a list became what."""

    after: int
    """How many entries the list has afterwards."""
    before: int
    """How many entries it had."""
    outcomes: Mapping[str, int]
    """How many of these became what; an outcome of none is left out."""


class MigrationEnd(Record):
    """An assessment, and the catalogue of the standard that it is against."""

    assessment: str
    """The digest of the assessment."""
    catalogue: str
    """The framework."""
    digest: str
    """The digest of the catalogue."""
    edition: str
    """The edition of the catalogue."""


Outcome: TypeAlias = Literal["untouched", "renamed", "in_part", "divided", "joined", "to_decide"]
"""What became of an entry."""


class MigratedTo(Record):
    """Where an entry is now."""

    id: str | None = None
    """Its name now, where it has one."""
    requirement: str
    """The requirement that it is about now."""


class Migrated(Record):
    """What became of one entry of a list."""

    entity: str | None = None
    """Whom it is about, where the entry says so."""
    id: str | None = None
    """The name of the evidence or measure; of a service, the entity that serves."""
    outcome: Outcome
    """What became of it."""
    requirement: str
    """The requirement that it was about."""
    to: tuple[MigratedTo, ...]
    """Where it is now; empty where it has to be decided anew."""


DecisionNeeded: TypeAlias = Literal["statements_differ", "applies_in_part", "measure_of_several"]
"""Why people have to decide something anew."""


class Decision(Record):
    """What people have to decide anew."""

    entity: str | None = None
    """For whom, where that matters."""
    measure: MeasureDocument | None = None
    """The measure that was not carried on, as it was."""
    requirement: str
    """The merged control; or the requirement of the earlier edition."""
    why: DecisionNeeded
    """Why."""


class MigrationReport(Record):
    """What became of everything in an assessment that was carried on into the next edition of a standard."""

    counts: Mapping[str, MigrationCounts]
    """How much of each list became what: `before` is the sum of the outcomes."""
    format: Literal["pejling/migration/1"]
    """What this document is."""
    from_: MigrationEnd
    """What was carried on."""
    items: Mapping[str, tuple[Migrated, ...]]
    """What became of each entry, by list."""
    merged: Mapping[str, tuple[str, ...]]
    """The controls that were merged of several, each with its parts. A merged control has no evidence of its own and is worth as much as
    its weakest part."""
    new: tuple[str, ...]
    """What only the next edition asks: nothing in the assessment speaks to it."""
    sign_off: SignOffDocument | None = None
    """The signatures that were left behind: they were given for the assessment before. The new one is a draft."""
    to: MigrationEnd
    """What it came to."""
    to_decide: tuple[Decision, ...]
    """What people have to decide anew."""
    weightings: tuple[WeightingDocument, ...] = ()
    """The weightings that were left behind: they are of objectives of the edition before, which has other members."""


class Migration(Record):
    """An assessment against the next edition, and what became of everything in the one before."""

    assessment: AssessmentDocumentWritten
    """The assessment against the next edition."""
    report: MigrationReport
    """What became of everything."""


Fate: TypeAlias = Literal["done", "dropped", "moves_nothing", "not_taken", "not_asked"]
"""Why a plan does not take a measure of the assessment."""


class LeftOut(Record):
    """A measure of the assessment that a plan does not take."""

    measure: str
    """The measure."""
    why: Fate
    """Why."""


ProofKind: TypeAlias = Literal["exact", "at_most", "at_least", "out_of_reach"]
"""How good a plan is, compared to all there could be."""


class ProofResult(Record):
    """How good a plan is."""

    at_least: int | None
    """No choice that reaches the band costs less than this; null unless so proved."""
    at_most: Decimal | None
    """No choice within the budget is worth more than this, in percent with six decimals; null unless so proved."""
    kind: ProofKind
    """Whether no other choice is better."""
    visited: int
    """How many choices were valued."""


PlanSource: TypeAlias = Literal["measures", "requirements"]
"""What a plan is made of."""


class PlanStepResult(Record):
    """One measure of a plan."""

    after: ValueResult
    """The objective once this and all before it are done."""
    cost: int
    """What it costs."""
    due: datetime.date | None
    """When it is due."""
    entity: str
    """For whom."""
    measure: str
    """The measure, or the requirement."""
    overdue: bool
    """Whether it is due before the date of assessment."""
    owner: str | None
    """Who carries it out."""
    requirement: str
    """What it improves."""
    score_after: Decimal
    """What the requirement's own evidence scores afterwards."""
    status: MeasureStatus | None
    """How far it has come; null for what is no measure of the assessment."""


class PlanDocument(Record):
    """Which measures to take for an objective at an entity."""

    after: ValueResult
    """The objective once the plan is carried out."""
    all: ValueResult
    """The objective with all measures done that there are."""
    as_of: datetime.date
    """The date of assessment."""
    assessment: str
    """The digest of the assessment."""
    before: ValueResult
    """The objective as it is."""
    budget: int | None
    """What may be spent; null where a band is to be reached."""
    catalogues: Mapping[str, Stamp]
    """The catalogues by name, with edition and digest."""
    cost: int
    """What the plan costs."""
    entity: str
    """The entity."""
    format: Literal["pejling/plan/1"]
    """What this document is."""
    left_out: tuple[LeftOut, ...]
    """What becomes of every measure of the assessment that the plan does not take, by name."""
    method: str
    """The version of the scoring method."""
    objective: str
    """The objective."""
    proof: ProofResult
    """How good the plan is, compared to all there could be."""
    reach: Band | None
    """The band to be reached; null where there is a budget."""
    source: PlanSource
    """What the plan was made of."""
    steps: tuple[PlanStepResult, ...]
    """The measures to take, in the order in which to take them."""


class RegionResult(Record):
    """One region."""

    code: str | None
    """The code of the public registers; null where it is not sourced."""
    from_: datetime.date
    """The first day on which there is such a region."""
    iso_3166_2: str | None
    """The code of ISO 3166-2; null where it is not sourced."""
    name_da: str
    """Its name."""
    name_en: str | None
    """Its name in English; null where it is not sourced."""
    not_sourced: tuple[str, ...]
    """What has no source, by field."""
    predecessors: tuple[str, ...]
    """The regions that it was made of."""
    slug: str
    """The name by which it is known here and in assessments."""
    sources: Mapping[str, str]
    """Where each value is taken from, by field."""
    successors: tuple[str, ...]
    """The regions that it is a predecessor of."""
    until: datetime.date | None
    """The last day on which there is such a region; null: no end is known."""


class RegionSource(Record):
    """What values of the register are taken from."""

    citation: str
    """How it is cited."""
    id: str
    """Its name in the register."""


class RegionsDocument(Record):
    """The regions, all of them or those of one day, `pejling/regions/1`."""

    count: int
    """How many regions these are. Means over different numbers of regions do not compare."""
    format: Literal["pejling/regions/1"]
    """What this document is."""
    on: datetime.date | None
    """The day that was asked about; null: all that the register knows."""
    regions: tuple[RegionResult, ...]
    """The regions, in the order of the register."""
    sources: tuple[RegionSource, ...]
    """What their values are taken from."""


class EdgePage(Record):
    """An edge from or to a requirement."""

    basis: str | None = None
    """The published source that names the two together; left out: the edge is our own judgement alone."""
    further: Mapping[str, str]
    """What is reached from there by one more edge in the same direction, with its title, by name."""
    reason: str
    """Why there is the edge."""
    relation: Relation
    """What kind of edge it is."""
    requirement: str
    """The other requirement."""
    title: str
    """Its title."""


class RequirementPage(Record):
    """A requirement in one language: what it asks, what counts as evidence, what it rests on and what rests on it."""

    carries: tuple[EdgePage, ...]
    """What rests on it directly: what requires it first, and each in the order of the catalogues, its own before the others."""
    condition: str | None = None
    """When it does not apply."""
    guide: RequirementGuide | None = None
    """What it means to those who answer for it."""
    id: str
    """Its qualified name."""
    objectives: Mapping[str, str]
    """The objectives that it is a member of, with their titles, by name."""
    requirement: RequirementDocument
    """What the catalogue holds of it."""
    rests_on: tuple[EdgePage, ...]
    """What it rests on directly: what it requires first, and each in the order of the catalogues, its own before the others."""
    root: str | None = None
    """Why it rests on nothing else, where it does not."""
    source: str | None = None
    """How its source is cited."""
    title: str
    """Its title."""
    title_status: TitleStatus
    """Where the title comes from."""


class ConsolidationResult(Record):
    """A consolidated score and what stands beside it."""

    applicable: int
    """For how many leaves below it applies."""
    assessed: int
    """How many of these are assessed."""
    band: Band | None
    """The band of what is substantiated; null unless some leaf is assessed."""
    bar: BarResult
    """The five parts in percent: they sum to 100."""
    disputed: bool = False
    """Whether a dissent concerns what is declared here; left out where none does."""
    not_assessed: tuple[str, ...]
    """The leaves where it applies and is not assessed."""
    score: Triple
    """The weighted mean of the children."""
    weakest: WeakestEntity
    """The leaf below with the lowest substantiated score."""


class ConsolidatedResult(Record):
    """The scores of one entity above the leaves; null where it applies nowhere below."""

    objectives: Mapping[str, ConsolidationResult | None]
    """The objectives."""
    requirements: Mapping[str, ConsolidationResult | None]
    """The requirements."""


class WeakestMember(Record):
    """The weakest member of an objective."""

    others: int
    """How many other members are just as weak."""
    requirement: str
    """The member, the first by name."""
    score: Decimal
    """What it scores, substantiated."""


class ObjectiveResult(Record):
    """What an objective scores at a leaf."""

    applicable: int
    """How many members apply."""
    assessed: int
    """How many of these are assessed."""
    band: Band | None
    """The band of what is substantiated; null unless some member is assessed."""
    bar: BarResult
    """The five parts in weighted points: they sum to 100 times the applicable weight."""
    below_norm: tuple[str, ...]
    """The members below the norm."""
    disputed: bool = False
    """Whether a dissent concerns what is declared here; left out where none does."""
    held_back: tuple[HeldBackResult, ...]
    """The points held back, under each set of causes that hold them back together."""
    mean: Triple
    """The weighted mean of the members."""
    score: Triple
    """The mean, capped by critical members."""
    weakest: WeakestMember
    """The member with the lowest substantiated score."""


class RequirementResultNotApplicable(Record):
    """It does not apply."""

    state: Literal["not_applicable"]


class BindingResult(Record):
    """A direct dependency that binds."""

    relation: Relation
    """How."""
    requirement: str
    """What the requirement rests on."""
    score: Decimal
    """What that scores, substantiated."""


class Numbers(Record):
    """The numbers of a requirement that applies."""

    band: Band | None
    """The band of what is substantiated; null unless assessed."""
    bound_by: tuple[BindingResult, ...]
    """The direct dependencies that bind in the substantiated reading."""
    disputed: bool = False
    """Whether a dissent concerns what is declared here; left out where none does."""
    held_back_by: Mapping[str, int]
    """What holds it back together, with the fewest supporting steps to each."""
    own: Triple
    """By its own evidence."""
    score: Triple
    """With what it rests on."""


class RequirementResultAssessed(Numbers):
    """Something fresh counts, or a finding is open."""

    state: Literal["assessed"]


class RequirementResultOutdated(Numbers):
    """All that counts has lost its freshness."""

    state: Literal["outdated"]


class RequirementResultNotAssessed(Numbers):
    """Nothing counts."""

    state: Literal["not_assessed"]


RequirementResult: TypeAlias = RequirementResultNotApplicable | RequirementResultAssessed | RequirementResultOutdated | RequirementResultNotAssessed
"""What a requirement scores at a leaf."""


class LeafResult(Record):
    """The scores of one leaf, by name of requirement and objective."""

    objectives: Mapping[str, ObjectiveResult | None]
    """The objectives; null where no member applies."""
    requirements: Mapping[str, RequirementResult]
    """The requirements."""


class WarningResult(Record):
    """Something that a reader should know."""

    args: Mapping[str, str]
    """What it speaks of, by name."""
    code: str
    """Its stable name."""


class ResultDocument(Record):
    """Every score of an assessment on one day. The same content in any order gives the same bytes."""

    as_of: datetime.date
    """The date of assessment."""
    assessment: str
    """The digest of the assessment."""
    catalogues: Mapping[str, Stamp]
    """The catalogues by name, with edition and digest."""
    consolidated: Mapping[str, ConsolidatedResult]
    """The scores of entities above the leaves."""
    dissent: tuple[DissentResult, ...] = ()
    """Views of the data protection officer or an auditor that differ from what is declared; left out where there are none. The numbers that
    they concern are marked `disputed`."""
    format: Literal["pejling/result/1"]
    """What this document is."""
    leaves: Mapping[str, LeafResult]
    """The scores of entities without entities below."""
    method: str
    """The version of the scoring method."""
    organisation: str
    """The entity that the whole is about."""
    warnings: tuple[WarningResult, ...]
    """What a reader should know."""


Screening: TypeAlias = Literal["go", "conditions", "no"]
"""What a screening ends in."""


class ConditionMeasure(Record):
    """A measure that meets a condition. One without owner or date meets none."""

    due: datetime.date | None
    """When it is due; null: nobody said."""
    id: str
    """Its name."""
    owner: str | None
    """Who carries it out; null: nobody said."""
    status: MeasureStatus
    """How far it has come."""


class ScreeningQuestion(Record):
    """One question of a screening."""

    answered: bool
    """Whether somebody answered it."""
    critical: bool
    """Whether it is critical."""
    measures: tuple[ConditionMeasure, ...]
    """What is planned for it."""
    outcome: Screening
    """What it alone would lead to; `conditions`: it is one."""
    requirement: str
    """The requirement."""
    score: Triple
    """What it scores."""


class ScreeningDocument(Record):
    """What a screening ends in, question by question."""

    as_of: datetime.date
    """The date of assessment."""
    assessment: str
    """The digest of the assessment."""
    catalogues: Mapping[str, Stamp]
    """The catalogues by name, with edition and digest."""
    dissent: tuple[DissentResult, ...] = ()
    """Views of the data protection officer or an auditor that differ from what is declared here; left out where there are none."""
    entity: str
    """The project or system."""
    format: Literal["pejling/screening/1"]
    """What this document is."""
    method: str
    """The version of the scoring method."""
    outcome: Screening
    """`no` where a critical question has something known to be wrong that leaves it below the norm; `go` where every question that applies
    is declared at the norm; `conditions` for all else."""
    questions: tuple[ScreeningQuestion, ...]
    """The questions that apply."""


class SoaExclusion(Record):
    """An exclusion of a control."""

    approved_by: str
    """Who approved it."""
    class_: ReasonClass
    """Why, as a class."""
    entity: str
    """Who excludes it."""
    in_force: bool
    """Whether it holds on the day of assessment."""
    reason: str
    """Why, in words."""
    review_by: datetime.date
    """The last day on which it holds."""


ControlMark: TypeAlias = (
    Literal["implemented-not-assessed", "implemented-outdated", "implemented-partly-assessed", "implemented-below-norm",
    "not-implemented-at-norm", "excluded-implemented", "excluded-with-statement", "excluded-everywhere-below", "exclusion-ended"]
)
"""Where what is said of a control does not agree, and what else a reader should know."""


MissingWord: TypeAlias = Literal["why", "implemented", "responsible"]
"""What a statement of applicability needs of an included control."""


ControlState: TypeAlias = Literal["assessed", "partly_assessed", "outdated", "not_assessed", "not_applicable"]
"""What is known of a control at an entity."""


class ControlResult(Record):
    """What the statement says of one control."""

    band: Band | None
    """The band of what is substantiated; null unless something is assessed."""
    evidence: tuple[str, ...]
    """The evidence that counts, by name; none where the control is excluded."""
    exclusions: tuple[SoaExclusion, ...]
    """The exclusions by the entity itself or one above it: the control is excluded where one of these is in force."""
    exclusions_below: tuple[SoaExclusion, ...]
    """The exclusions by single entities below. They exclude the control there alone."""
    implemented: bool | None
    """Whether it is declared to be implemented; null where nobody says so."""
    included: bool
    """Whether it is included: no exclusion by the entity itself or one above it is in force."""
    marks: tuple[ControlMark, ...]
    """Where what is said does not agree, and what else a reader should know."""
    missing: tuple[MissingWord, ...]
    """What nobody says of it although it is included."""
    not_assessed: tuple[str, ...]
    """The entities without entities below where it applies and is not assessed."""
    requirement: str
    """The control."""
    responsible: str | None
    """Who is responsible; null where nobody says so."""
    score: Triple | None
    """What it scores; null where it does not apply."""
    state: ControlState
    """What is known of it."""
    why: str | None
    """Why it is included; null where nobody says so."""


StatementMark: TypeAlias = Literal["unsigned", "draft", "signed-for-another-day"]
"""What a reader of the whole statement should know."""


class SoaDocument(Record):
    """The statement of applicability of one entity on one day. Codes and arguments, no prose but what the assessment itself says."""

    as_of: datetime.date
    """The date of assessment."""
    assessment: str
    """The digest of the assessment."""
    catalogues: Mapping[str, Stamp]
    """The catalogues by name, with edition and digest."""
    controls: tuple[ControlResult, ...]
    """Every control, in the order of Annex A."""
    dissent: tuple[DissentResult, ...] = ()
    """Views of the data protection officer or an auditor that differ from what is declared here; left out where there are none."""
    entity: str
    """Whose statement it is."""
    format: Literal["pejling/soa/1"]
    """What this document is."""
    framework: str
    """The framework."""
    marks: tuple[StatementMark, ...]
    """What a reader should know of the whole."""
    method: str
    """The version of the scoring method."""
    organisation: str
    """The entity that the assessment is about: control statements are its own."""
    sign_off: SignOffDocument | None
    """Who prepared, reviewed and approved the assessment; null where nobody signed."""


class Difference(Record):
    """One difference between what a vector expects and what the engine finds."""

    expected: Any = None
    """What was expected; left out where there should be nothing."""
    found: Any = None
    """What was found; left out where there is nothing."""
    pointer: str
    """The JSON Pointer of the value."""


class Verdict(Record):
    """What became of one vector or result."""

    differences: tuple[Difference, ...]
    """Where the numbers differ; empty where it holds."""
    number: int
    """Which one it is, from 1."""


class VerifiedVerdicts(Record):
    """Of conformance vectors."""

    failed: int
    """How many differ."""
    passed: int
    """How many hold."""
    verdicts: tuple[Verdict, ...]
    """Of each, in their order."""


Verified: TypeAlias = Verdict | VerifiedVerdicts
"""What verifying answers: of one result, or of conformance vectors."""


class MemberStanding(Record):
    """Where an entity stands in one requirement of a view."""

    applicable: int
    """For how many leaves it applies; 0: it does not apply."""
    assessed: int
    """How many of these are assessed."""
    requirement: str
    """The requirement."""
    score: Triple | None
    """What it scores; null where it does not apply."""


class AreaStanding(Record):
    """Where an entity stands in one area of a view."""

    assessed: int
    """How many requirements somebody assessed everywhere that they apply."""
    id: str
    """Its name."""
    level: Decimal | None
    """The mean level on the state's scale, of what is declared; null where the view has no scale or nothing applies."""
    meets_norm: bool | None
    """Whether every requirement is declared in full; null where the view has no scale."""
    members: tuple[MemberStanding, ...]
    """Its requirements, in the order of the view."""


class StandingDocument(Record):
    """Where an entity stands in a view."""

    areas: tuple[AreaStanding, ...]
    """The areas, in the order of the view."""
    as_of: datetime.date
    """The date of assessment."""
    assessment: str
    """The digest of the assessment."""
    catalogues: Mapping[str, Stamp]
    """The catalogues by name, with edition and digest."""
    dissent: tuple[DissentResult, ...] = ()
    """Views of the data protection officer or an auditor that differ from what is declared here; left out where there are none."""
    edition: str
    """The edition of the view."""
    entity: str
    """The entity."""
    format: Literal["pejling/view/1"]
    """What this document is."""
    method: str
    """The version of the scoring method."""
    view: str
    """The view."""


class LiftDocument(Record):
    """A requirement that would score at least this by its own evidence."""

    entity: str | None = None
    """For whom, and for all below; left out: the entity that is asked about."""
    own: Decimal
    """The own score."""
    requirement: str
    """The requirement."""


class MoveResult(Record):
    """A score that would move."""

    after: Triple | None
    """What it would be; null where it would not apply."""
    band_after: Band | None
    """The band then; null unless something is assessed."""
    band_before: Band | None
    """The band now; null unless something is assessed."""
    before: Triple | None
    """What it is; null where it does not apply."""
    change: SignedTriple | None
    """How far it would move; null where it applies only before or after."""
    through: tuple[PathStep, ...]
    """Where another requirement moves it: the way to that. Empty for what moves by its own evidence, for objectives, and above the
    leaves."""


class MovesResult(Record):
    """What would move at one entity."""

    objectives: Mapping[str, MoveResult]
    """The objectives, by name."""
    requirements: Mapping[str, MoveResult]
    """The requirements, by name."""


class WhatIfDocument(Record):
    """Every score that would move, at an entity and at all below."""

    as_of: datetime.date
    """The date of assessment."""
    assessment: str
    """The digest of the assessment."""
    catalogues: Mapping[str, Stamp]
    """The catalogues by name, with edition and digest."""
    dissent: tuple[DissentResult, ...] = ()
    """The views of others that concern what is declared here."""
    entity: str
    """The entity."""
    evidence: tuple[str, ...]
    """The names of the evidence that was supposed."""
    format: Literal["pejling/what-if/1"]
    """What this document is."""
    lifts: tuple[LiftDocument, ...]
    """The requirements that were supposed to score more."""
    method: str
    """The version of the scoring method."""
    moves: Mapping[str, MovesResult]
    """What would move, by entity; those where nothing would are left out."""


GraphForm: TypeAlias = Literal["dot", "svg"]
"""What a dependency graph is drawn in."""
