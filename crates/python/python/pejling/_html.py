"""Answers as tables for a notebook. Words come from the texts of the engine; all that anybody wrote is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from html import escape
from itertools import groupby
from typing import get_args

from . import _pejling
from ._documents import (
    Band,
    ConsolidatedResult,
    ConsolidationResult,
    DissentResult,
    ExplanationDocument,
    Language,
    LeafResult,
    ObjectiveResult,
    PlanDocument,
    ResultDocument,
    Triple,
    WhyConsolidated,
    WhyObjective,
    WhyRequirement,
)
from ._record import Record

SIGN = "†"  # at a declared number that somebody sees otherwise, as everywhere


def html(answer: Record, language: Language = "en") -> str | None:
    """A result, an explanation or a plan as accessible tables, in English or Danish (`da`). None of what is nothing to look at."""
    words = Words(language)
    match answer:
        case ResultDocument():
            return result(answer, words)
        case ExplanationDocument():
            return explanation(answer, words)
        case PlanDocument():
            return plan(answer, words)
    return None


class Words:
    """The texts of a language."""

    def __init__(self, language: Language) -> None:
        if language not in get_args(Language):
            raise ValueError(f"the texts are in {' and '.join(get_args(Language))}, not in {language!r}")
        self.language = language

    def __call__(self, key: str, **args: str) -> str:
        return _pejling.text(self.language, key, args)

    def number(self, number: Decimal | int) -> str:
        return _pejling.number(self.language, str(number))

    def title(self, name: str) -> str:
        return _pejling.title(self.language, name)

    def band(self, band: Band | None) -> str:
        """What is not assessed has no band, and says so."""
        return self("not-assessed") if band is None else self(f"band-{band}")

    def readings(self, score: Triple | None, disputed: bool = False) -> list[str]:
        if score is None:
            return [self("not-applicable"), "", ""]
        return [self.number(score.substantiated), (SIGN if disputed else "") + self.number(score.declared), self.number(score.possible)]


def table(caption: str, heads: Iterable[str], rows: Iterable[Iterable[str]], language: str) -> str:
    """The first cell of a row is its heading."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" if at else f'<th scope="row">{escape(text)}</th>' for at, text in enumerate(row)) + "</tr>"
        for row in rows
    )
    named = f"<caption>{escape(caption)}</caption>"
    return f'<table lang="{language}">{named}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def dissenting(all_of_it: Iterable[DissentResult], words: Words) -> str:
    """Whose view the sign stands for, in their own words."""
    lines = [
        words("dissent-line", sign=SIGN, voice=words(f"voice-{one.by}"), text=one.text, requirement=one.requirement, entity=one.entity)
        for one in all_of_it
    ]
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<p>{escape(words('dissent-head', sign=SIGN))}</p><ul>{items}</ul>" if lines else ""


def result(answer: ResultDocument, words: Words) -> str:
    """A table for each entity, the organisation first and open: the objectives with three readings and band."""
    entities: dict[str, ConsolidatedResult | LeafResult] = {**answer.consolidated, **answer.leaves}
    blocks = []
    for name in sorted(entities, key=lambda name: (name != answer.organisation, name)):
        counted = "members-assessed" if name in answer.leaves else "entities-assessed"
        heads = [words(key) for key in ("objective", "substantiated", "declared", "possible", "band", counted)]
        caption = words("score-head", entity=name, date=answer.as_of.isoformat(), method=answer.method)
        tables = ""
        for framework, of_framework in groupby(entities[name].objectives.items(), lambda item: item[0].split(":")[0]):
            rows = [objective(of, scored, words) for of, scored in of_framework]
            tables += table(f"{words.title(f'{framework}:framework')}: {caption}", heads, rows, words.language)
        opened = " open" if name == answer.organisation else ""
        blocks.append(f"<details{opened}><summary>{escape(name)}</summary>{tables}</details>")
    return "".join(blocks) + dissenting(answer.dissent, words)


def objective(name: str, scored: ObjectiveResult | ConsolidationResult | None, words: Words) -> list[str]:
    if scored is None:
        return [words.title(name), *words.readings(None), "", ""]
    count = f"{scored.assessed} / {scored.applicable}"
    return [words.title(name), *words.readings(scored.score, scored.disputed), words.band(scored.band), count]


def explanation(answer: ExplanationDocument, words: Words) -> str:
    """The terms that a score is made of."""
    disputed = {name for one in answer.dissent for name in one.concerns}
    match answer.why:
        case WhyConsolidated(consolidated=why):
            score, terms = why.score, [[one.entity, *words.readings(one.score, answer.of in disputed)] for one in why.children]
        case WhyObjective(objective=of):
            score = of.score
            terms = [[words.title(one.requirement), *words.readings(one.score, one.requirement in disputed)] for one in of.members]
        case WhyRequirement(requirement=why_so):
            score, terms = why_so.score, [[words("explain-own"), *words.readings(why_so.own, answer.of in disputed)]]
            terms += [[words.title(one.requirement), *words.readings(one.score, one.requirement in disputed)] for one in why_so.rests_on]
    stated = words(f"state-{answer.why.requirement.state.replace('_', '-')}") if isinstance(answer.why, WhyRequirement) else words("score")
    heads = ["", *(words(key) for key in ("substantiated", "declared", "possible"))]
    caption = words("explain-head", of=answer.of, title=words.title(answer.of), entity=answer.entity, date=answer.as_of.isoformat())
    whole = [stated, *words.readings(score, answer.of in disputed)]
    return table(caption, heads, [whole, *terms], words.language) + dissenting(answer.dissent, words)


def plan(answer: PlanDocument, words: Words) -> str:
    """The measures to take, in order, and how sure it is that nothing is better."""
    caption = words("plan-head", objective=words.title(answer.objective), entity=answer.entity, date=answer.as_of.isoformat())
    heads = [words(key) for key in ("measure", "requirement", "entity", "owner", "due", "status", "cost", "after")]
    rows = [
        [
            step.measure if step.status else f"→ {words.number(step.score_after)}",
            words.title(step.requirement),
            step.entity,
            step.owner or (words("nobody-said") if step.status else ""),
            "" if step.due is None else words("overdue", due=step.due.isoformat()) if step.overdue else step.due.isoformat(),
            words(f"status-{step.status}") if step.status else "",
            words.number(step.cost),
            words.number(step.after.score),
        ]
        for step in answer.steps
    ]
    proof = words(
        f"proof-{answer.proof.kind.replace('_', '-')}",
        at_most="" if answer.proof.at_most is None else words.number(answer.proof.at_most),
        at_least=str(answer.proof.at_least or ""),
    )
    return table(caption, heads, rows, words.language) + f"<p>{escape(proof)}</p>"
