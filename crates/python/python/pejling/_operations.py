"""Every operation.

Made by `generate.py` from the schema of all operations.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from ._call import Day, Given, ask, document, documents
from ._documents import (
    Band,
    BridgeDocument,
    CatalogueDiffDocument,
    CatalogueDocument,
    CatalogueSummary,
    CheckReport,
    ComparisonDocument,
    Diagnostic,
    EntityKind,
    ExplanationDocument,
    ExtractDocument,
    FollowUpDocument,
    ForecastDocument,
    GainsDocument,
    GraphForm,
    Language,
    Merger,
    Migration,
    PlanDocument,
    PlanSource,
    RegionsDocument,
    RequirementPage,
    ResultDocument,
    ScreeningDocument,
    SoaDocument,
    StandingDocument,
    Verified,
    WhatIfDocument,
)
from ._record import Record

__all__ = [
    "bridge",
    "catalogue",
    "catalogues",
    "check",
    "compare",
    "diff",
    "explain",
    "extract",
    "follow_up",
    "forecast",
    "gains",
    "graph",
    "lint",
    "merge",
    "migrate",
    "plan",
    "regions",
    "requirement",
    "schema",
    "score",
    "screening",
    "soa",
    "verify",
    "view",
    "what_if",
]


def bridge(
    old: Given,
    assessment: Given,
    *,
    across_editions: bool | None = None,
    as_of: Day | None = None,
    as_of_old: Day | None = None,
    catalogues: Sequence[Given] | None = None,
    entity: str | None = None,
    language: Language | None = None,
) -> BridgeDocument:
    """Says why the scores of an entity moved between two assessments.

    old: The earlier assessment: for bridge and follow-up, which lead from it to the assessment, and extract, which needs none.
    assessment: The assessment.
    across_editions: Whether a bridge may lead from one edition of a catalogue to another; left out: no.
    as_of: The date of assessment; it beats the document's.
    as_of_old: The date of the earlier assessment; it beats the document's.
    catalogues: Overlays to lay over the built-in catalogues.
    entity: The entity to explain, view or screen; left out: the organisation.
    language: The language of messages and titles; left out: English.
    """
    answered: BridgeDocument = ask(
        BridgeDocument,
        "bridge",
        across_editions=across_editions,
        as_of=as_of,
        as_of_old=as_of_old,
        assessment=document(assessment),
        catalogues=documents(catalogues),
        entity=entity,
        language=language,
        old=document(old),
    )
    return answered


def catalogue(
    name: str,
    *,
    catalogues: Sequence[Given] | None = None,
    language: Language | None = None,
) -> CatalogueDocument:
    """Shows one catalogue with its texts and guides.

    name: The catalogue by name: for catalogue, lint and graph. Or the name of a requirement, view or schema.
    catalogues: Overlays to lay over the built-in catalogues.
    language: The language of messages and titles; left out: English.
    """
    answered: CatalogueDocument = ask(
        CatalogueDocument,
        "catalogue",
        catalogues=documents(catalogues),
        language=language,
        name=name,
    )
    return answered


def catalogues(
    *,
    catalogues: Sequence[Given] | None = None,
    language: Language | None = None,
) -> tuple[CatalogueSummary, ...]:
    """Lists the catalogues at hand.

    catalogues: Overlays to lay over the built-in catalogues.
    language: The language of messages and titles; left out: English.
    """
    answered: tuple[CatalogueSummary, ...] = ask(
        tuple[CatalogueSummary, ...],
        "catalogues",
        catalogues=documents(catalogues),
        language=language,
    )
    return answered


def check(
    assessment: Given,
    *,
    as_of: Day | None = None,
    catalogues: Sequence[Given] | None = None,
    language: Language | None = None,
) -> CheckReport:
    """Checks an assessment.

    assessment: The assessment.
    as_of: The date of assessment; it beats the document's.
    catalogues: Overlays to lay over the built-in catalogues.
    language: The language of messages and titles; left out: English.
    """
    answered: CheckReport = ask(
        CheckReport,
        "check",
        as_of=as_of,
        assessment=document(assessment),
        catalogues=documents(catalogues),
        language=language,
    )
    return answered


def compare(
    assessments: Sequence[Given],
    *,
    as_of: Day | None = None,
    catalogues: Sequence[Given] | None = None,
    entity: str | None = None,
    language: Language | None = None,
    level: EntityKind | None = None,
    own: str | None = None,
) -> ComparisonDocument:
    """Puts one organisation beside others, as far as these let it be seen.

    assessments: The assessments to merge, one of each organisation; or to compare, one's own first.
    as_of: The date of assessment; it beats the document's.
    catalogues: Overlays to lay over the built-in catalogues.
    entity: The entity to explain, view or screen; left out: the organisation.
    language: The language of messages and titles; left out: English.
    level: What kind of entity to compare; left out: the organisations.
    own: The organisation that one is; left out: that of the first assessment.
    """
    answered: ComparisonDocument = ask(
        ComparisonDocument,
        "compare",
        as_of=as_of,
        assessments=documents(assessments),
        catalogues=documents(catalogues),
        entity=entity,
        language=language,
        level=level,
        own=own,
    )
    return answered


def diff(
    before: str | Mapping[str, Any] | Record,
    after: str | Mapping[str, Any] | Record,
    *,
    catalogues: Sequence[Given] | None = None,
    language: Language | None = None,
) -> CatalogueDiffDocument:
    """Says what changed between two editions of a catalogue, and which scores that can touch.

    before: The edition to compare from: for diff.
    after: The edition to compare to: for diff.
    catalogues: Overlays to lay over the built-in catalogues.
    language: The language of messages and titles; left out: English.
    """
    answered: CatalogueDiffDocument = ask(
        CatalogueDiffDocument,
        "diff",
        after=after,
        before=before,
        catalogues=documents(catalogues),
        language=language,
    )
    return answered


def explain(
    assessment: Given,
    of: str,
    *,
    as_of: Day | None = None,
    catalogues: Sequence[Given] | None = None,
    entity: str | None = None,
    language: Language | None = None,
) -> ExplanationDocument:
    """Explains a score.

    assessment: The assessment.
    of: The requirement or objective to explain, by its qualified name.
    as_of: The date of assessment; it beats the document's.
    catalogues: Overlays to lay over the built-in catalogues.
    entity: The entity to explain, view or screen; left out: the organisation.
    language: The language of messages and titles; left out: English.
    """
    answered: ExplanationDocument = ask(
        ExplanationDocument,
        "explain",
        as_of=as_of,
        assessment=document(assessment),
        catalogues=documents(catalogues),
        entity=entity,
        language=language,
        of=of,
    )
    return answered


def extract(
    assessment: Given,
    *,
    across_editions: bool | None = None,
    as_of: Day | None = None,
    as_of_old: Day | None = None,
    catalogues: Sequence[Given] | None = None,
    entity: str | None = None,
    language: Language | None = None,
    old: Given | None = None,
    until: Day | None = None,
) -> ExtractDocument:
    """Says what may be told in public of an entity: what a council's report is made of.

    assessment: The assessment.
    across_editions: Whether a bridge may lead from one edition of a catalogue to another; left out: no.
    as_of: The date of assessment; it beats the document's.
    as_of_old: The date of the earlier assessment; it beats the document's.
    catalogues: Overlays to lay over the built-in catalogues.
    entity: The entity to explain, view or screen; left out: the organisation.
    language: The language of messages and titles; left out: English.
    old: The earlier assessment: for bridge and follow-up, which lead from it to the assessment, and extract, which needs none.
    until: The last day of a forecast; of an extract, where it is left out, a year after the date of assessment.
    """
    answered: ExtractDocument = ask(
        ExtractDocument,
        "extract",
        across_editions=across_editions,
        as_of=as_of,
        as_of_old=as_of_old,
        assessment=document(assessment),
        catalogues=documents(catalogues),
        entity=entity,
        language=language,
        old=document(old),
        until=until,
    )
    return answered


def follow_up(
    old: Given,
    assessment: Given,
    *,
    across_editions: bool | None = None,
    as_of: Day | None = None,
    as_of_old: Day | None = None,
    catalogues: Sequence[Given] | None = None,
    entity: str | None = None,
    language: Language | None = None,
) -> FollowUpDocument:
    """Says what became of the measures that an earlier assessment had decided.

    old: The earlier assessment: for bridge and follow-up, which lead from it to the assessment, and extract, which needs none.
    assessment: The assessment.
    across_editions: Whether a bridge may lead from one edition of a catalogue to another; left out: no.
    as_of: The date of assessment; it beats the document's.
    as_of_old: The date of the earlier assessment; it beats the document's.
    catalogues: Overlays to lay over the built-in catalogues.
    entity: The entity to explain, view or screen; left out: the organisation.
    language: The language of messages and titles; left out: English.
    """
    answered: FollowUpDocument = ask(
        FollowUpDocument,
        "follow_up",
        across_editions=across_editions,
        as_of=as_of,
        as_of_old=as_of_old,
        assessment=document(assessment),
        catalogues=documents(catalogues),
        entity=entity,
        language=language,
        old=document(old),
    )
    return answered


def forecast(
    assessment: Given,
    until: Day,
    *,
    as_of: Day | None = None,
    catalogues: Sequence[Given] | None = None,
    entity: str | None = None,
    language: Language | None = None,
    objective: str | None = None,
) -> ForecastDocument:
    """Foresees what becomes of the scores of an entity if nobody does anything.

    assessment: The assessment.
    until: The last day of a forecast; of an extract, where it is left out, a year after the date of assessment.
    as_of: The date of assessment; it beats the document's.
    catalogues: Overlays to lay over the built-in catalogues.
    entity: The entity to explain, view or screen; left out: the organisation.
    language: The language of messages and titles; left out: English.
    objective: The objective, by its qualified name: for gains and plan, which need one, and forecast, which foresees all without.
    """
    answered: ForecastDocument = ask(
        ForecastDocument,
        "forecast",
        as_of=as_of,
        assessment=document(assessment),
        catalogues=documents(catalogues),
        entity=entity,
        language=language,
        objective=objective,
        until=until,
    )
    return answered


def gains(
    assessment: Given,
    objective: str,
    *,
    as_of: Day | None = None,
    catalogues: Sequence[Given] | None = None,
    entity: str | None = None,
    language: Language | None = None,
) -> GainsDocument:
    """Says what each measure would bring to an objective, alone and together.

    assessment: The assessment.
    objective: The objective, by its qualified name: for gains and plan, which need one, and forecast, which foresees all without.
    as_of: The date of assessment; it beats the document's.
    catalogues: Overlays to lay over the built-in catalogues.
    entity: The entity to explain, view or screen; left out: the organisation.
    language: The language of messages and titles; left out: English.
    """
    answered: GainsDocument = ask(
        GainsDocument,
        "gains",
        as_of=as_of,
        assessment=document(assessment),
        catalogues=documents(catalogues),
        entity=entity,
        language=language,
        objective=objective,
    )
    return answered


def graph(
    name: str,
    *,
    around: str | None = None,
    catalogues: Sequence[Given] | None = None,
    form: GraphForm | None = None,
    language: Language | None = None,
) -> str:
    """Draws a catalogue's dependency graph in DOT or SVG, as text.

    name: The catalogue by name: for catalogue, lint and graph. Or the name of a requirement, view or schema.
    around: The requirement to draw with what is at most two steps below or above it; left out: the whole dependency graph.
    catalogues: Overlays to lay over the built-in catalogues.
    form: What the dependency graph is drawn in; left out: dot.
    language: The language of messages and titles; left out: English.
    """
    answered: str = ask(
        str,
        "graph",
        around=around,
        catalogues=documents(catalogues),
        form=form,
        language=language,
        name=name,
    )
    return answered


def lint(
    name: str,
    *,
    catalogues: Sequence[Given] | None = None,
    language: Language | None = None,
) -> tuple[Diagnostic, ...]:
    """Says what a catalogue's author should mend.

    name: The catalogue by name: for catalogue, lint and graph. Or the name of a requirement, view or schema.
    catalogues: Overlays to lay over the built-in catalogues.
    language: The language of messages and titles; left out: English.
    """
    answered: tuple[Diagnostic, ...] = ask(
        tuple[Diagnostic, ...],
        "lint",
        catalogues=documents(catalogues),
        language=language,
        name=name,
    )
    return answered


def merge(
    assessments: Sequence[Given],
    into: str,
    *,
    as_of: Day | None = None,
    catalogues: Sequence[Given] | None = None,
    from_: Day | None = None,
    language: Language | None = None,
    weights: Sequence[int] | None = None,
) -> Merger:
    """Makes one assessment of several organisations' that become one.

    assessments: The assessments to merge, one of each organisation; or to compare, one's own first.
    into: Who they become: a slug of the register of regions, or any name with `from`.
    as_of: The date of assessment; it beats the document's.
    catalogues: Overlays to lay over the built-in catalogues.
    from_: The first day of a successor that the register of regions does not know.
    language: The language of messages and titles; left out: English.
    weights: How much each organisation counts, in the order of the assessments; left out: each 1.
    """
    answered: Merger = ask(
        Merger,
        "merge",
        as_of=as_of,
        assessments=documents(assessments),
        catalogues=documents(catalogues),
        from_=from_,
        into=into,
        language=language,
        weights=weights,
    )
    return answered


def migrate(
    assessment: Given,
    *,
    catalogues: Sequence[Given] | None = None,
    language: Language | None = None,
) -> Migration:
    """Carries an assessment on into the next edition of its standard.

    assessment: The assessment.
    catalogues: Overlays to lay over the built-in catalogues.
    language: The language of messages and titles; left out: English.
    """
    answered: Migration = ask(
        Migration,
        "migrate",
        assessment=document(assessment),
        catalogues=documents(catalogues),
        language=language,
    )
    return answered


def plan(
    assessment: Given,
    objective: str,
    *,
    as_of: Day | None = None,
    budget: int | None = None,
    catalogues: Sequence[Given] | None = None,
    entity: str | None = None,
    language: Language | None = None,
    reach: Band | None = None,
    source: PlanSource | None = None,
) -> PlanDocument:
    """Chooses measures for an objective, under a budget or to reach a band.

    assessment: The assessment.
    objective: The objective, by its qualified name: for gains and plan, which need one, and forecast, which foresees all without.
    as_of: The date of assessment; it beats the document's.
    budget: What may be spent: for plan, which takes either this or `reach`.
    catalogues: Overlays to lay over the built-in catalogues.
    entity: The entity to explain, view or screen; left out: the organisation.
    language: The language of messages and titles; left out: English.
    reach: The band to be reached: for plan.
    source: What the plan is made of; left out: the measures of the assessment that are still to be done, or the requirements where there is
        none.
    """
    answered: PlanDocument = ask(
        PlanDocument,
        "plan",
        as_of=as_of,
        assessment=document(assessment),
        budget=budget,
        catalogues=documents(catalogues),
        entity=entity,
        language=language,
        objective=objective,
        reach=reach,
        source=source,
    )
    return answered


def regions(
    *,
    catalogues: Sequence[Given] | None = None,
    language: Language | None = None,
    name: str | None = None,
    on: Day | None = None,
) -> RegionsDocument:
    """Lists the regions of the register.

    catalogues: Overlays to lay over the built-in catalogues.
    language: The language of messages and titles; left out: English.
    name: The catalogue by name: for catalogue, lint and graph. Or the name of a requirement, view or schema.
    on: The day of which to show the regions; left out: all that the register knows.
    """
    answered: RegionsDocument = ask(
        RegionsDocument,
        "regions",
        catalogues=documents(catalogues),
        language=language,
        name=name,
        on=on,
    )
    return answered


def requirement(
    name: str,
    *,
    catalogues: Sequence[Given] | None = None,
    language: Language | None = None,
) -> RequirementPage:
    """Shows one requirement with all that there is to say of it.

    name: The catalogue by name: for catalogue, lint and graph. Or the name of a requirement, view or schema.
    catalogues: Overlays to lay over the built-in catalogues.
    language: The language of messages and titles; left out: English.
    """
    answered: RequirementPage = ask(
        RequirementPage,
        "requirement",
        catalogues=documents(catalogues),
        language=language,
        name=name,
    )
    return answered


def schema(
    name: str,
    *,
    catalogues: Sequence[Given] | None = None,
    language: Language | None = None,
) -> dict[str, Any]:
    """Shows a JSON Schema.

    name: The catalogue by name: for catalogue, lint and graph. Or the name of a requirement, view or schema.
    catalogues: Overlays to lay over the built-in catalogues.
    language: The language of messages and titles; left out: English.
    """
    answered: dict[str, Any] = ask(
        dict[str, Any],
        "schema",
        catalogues=documents(catalogues),
        language=language,
        name=name,
    )
    return answered


def score(
    assessment: Given,
    *,
    as_of: Day | None = None,
    catalogues: Sequence[Given] | None = None,
    language: Language | None = None,
) -> ResultDocument:
    """Scores an assessment.

    assessment: The assessment.
    as_of: The date of assessment; it beats the document's.
    catalogues: Overlays to lay over the built-in catalogues.
    language: The language of messages and titles; left out: English.
    """
    answered: ResultDocument = ask(
        ResultDocument,
        "score",
        as_of=as_of,
        assessment=document(assessment),
        catalogues=documents(catalogues),
        language=language,
    )
    return answered


def screening(
    assessment: Given,
    *,
    as_of: Day | None = None,
    catalogues: Sequence[Given] | None = None,
    entity: str | None = None,
    language: Language | None = None,
) -> ScreeningDocument:
    """Screens a project or system.

    assessment: The assessment.
    as_of: The date of assessment; it beats the document's.
    catalogues: Overlays to lay over the built-in catalogues.
    entity: The entity to explain, view or screen; left out: the organisation.
    language: The language of messages and titles; left out: English.
    """
    answered: ScreeningDocument = ask(
        ScreeningDocument,
        "screening",
        as_of=as_of,
        assessment=document(assessment),
        catalogues=documents(catalogues),
        entity=entity,
        language=language,
    )
    return answered


def soa(
    assessment: Given,
    *,
    as_of: Day | None = None,
    catalogues: Sequence[Given] | None = None,
    entity: str | None = None,
    language: Language | None = None,
) -> SoaDocument:
    """Makes the statement of applicability of an entity.

    assessment: The assessment.
    as_of: The date of assessment; it beats the document's.
    catalogues: Overlays to lay over the built-in catalogues.
    entity: The entity to explain, view or screen; left out: the organisation.
    language: The language of messages and titles; left out: English.
    """
    answered: SoaDocument = ask(
        SoaDocument,
        "soa",
        as_of=as_of,
        assessment=document(assessment),
        catalogues=documents(catalogues),
        entity=entity,
        language=language,
    )
    return answered


def verify(
    *,
    as_of: Day | None = None,
    assessment: Given | None = None,
    catalogues: Sequence[Given] | None = None,
    language: Language | None = None,
    result: Given | None = None,
    vectors: Given | Sequence[Any] | None = None,
) -> Verified:
    """Recomputes a result, or runs conformance vectors.

    as_of: The date of assessment; it beats the document's.
    assessment: The assessment.
    catalogues: Overlays to lay over the built-in catalogues.
    language: The language of messages and titles; left out: English.
    result: The result to verify against the assessment.
    vectors: The conformance vectors to verify.
    """
    answered: Verified = ask(
        Verified,
        "verify",
        as_of=as_of,
        assessment=document(assessment),
        catalogues=documents(catalogues),
        language=language,
        result=document(result),
        vectors=document(vectors),
    )
    return answered


def view(
    assessment: Given,
    name: str,
    *,
    as_of: Day | None = None,
    catalogues: Sequence[Given] | None = None,
    edition: str | None = None,
    entity: str | None = None,
    language: Language | None = None,
) -> StandingDocument:
    """Says where an entity stands in a view.

    assessment: The assessment.
    name: The catalogue by name: for catalogue, lint and graph. Or the name of a requirement, view or schema.
    as_of: The date of assessment; it beats the document's.
    catalogues: Overlays to lay over the built-in catalogues.
    edition: The edition of the view; left out: the current one.
    entity: The entity to explain, view or screen; left out: the organisation.
    language: The language of messages and titles; left out: English.
    """
    answered: StandingDocument = ask(
        StandingDocument,
        "view",
        as_of=as_of,
        assessment=document(assessment),
        catalogues=documents(catalogues),
        edition=edition,
        entity=entity,
        language=language,
        name=name,
    )
    return answered


def what_if(
    assessment: Given,
    *,
    as_of: Day | None = None,
    catalogues: Sequence[Given] | None = None,
    entity: str | None = None,
    evidence: Sequence[Mapping[str, Any] | Record] | None = None,
    language: Language | None = None,
    set: Sequence[Mapping[str, Any] | Record] | None = None,
) -> WhatIfDocument:
    """Says what the scores would be if something were so.

    assessment: The assessment.
    as_of: The date of assessment; it beats the document's.
    catalogues: Overlays to lay over the built-in catalogues.
    entity: The entity to explain, view or screen; left out: the organisation.
    evidence: The evidence that is supposed, as an assessment has it: for `what_if`.
    language: The language of messages and titles; left out: English.
    set: The requirements that are supposed to score more: for `what_if`.
    """
    answered: WhatIfDocument = ask(
        WhatIfDocument,
        "what_if",
        as_of=as_of,
        assessment=document(assessment),
        catalogues=documents(catalogues),
        entity=entity,
        evidence=evidence,
        language=language,
        set=set,
    )
    return answered
