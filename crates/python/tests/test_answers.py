"""Answers are immutable dataclasses with exact numbers."""

import copy
import dataclasses
import datetime
import operator
import pickle
import threading
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import pejling


@pytest.fixture(scope="module")
def result(region: Path) -> pejling.ResultDocument:
    return pejling.score(region)


def parts(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, pejling.Record):
        for field in dataclasses.fields(value):
            yield from parts(getattr(value, field.name))
    elif isinstance(value, (tuple, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from parts(one)


def test_numbers_and_days(result: pejling.ResultDocument) -> None:
    scored = result.consolidated["bakkeland"].objectives["iso27001-2022:framework"]
    assert scored is not None
    assert (scored.score.substantiated, str(scored.score.substantiated)) == (Decimal("57.73"), "57.73")  # as README's first table
    assert (result.as_of, scored.band) == (datetime.date(2026, 6, 30), "L")
    assert sum(getattr(scored.bar, field.name) for field in dataclasses.fields(scored.bar)) == 100  # of its five parts
    assert not any(isinstance(part, (float, list)) for part in parts(result))


def test_nothing_absent_is_zero(result: pejling.ResultDocument) -> None:
    states: dict[str, pejling.RequirementResult] = {
        one.state: one for leaf in result.leaves.values() for one in leaf.requirements.values()
    }
    assert states.keys() == {"assessed", "outdated", "not_assessed", "not_applicable"}
    assert isinstance(states["not_applicable"], pejling.RequirementResultNotApplicable) and not hasattr(states["not_applicable"], "score")
    assert isinstance(states["not_assessed"], pejling.Numbers) and states["not_assessed"].band is None


def test_immutable(result: pejling.ResultDocument) -> None:
    leaves: Any = result.leaves
    tries: list[Any] = [
        lambda: setattr(result, "as_of", None),
        lambda: setattr(result, "anything", None),
        lambda: delattr(result, "as_of"),
        lambda: leaves.update({}),
        lambda: leaves.clear(),
        lambda: operator.setitem(leaves, "a", 1),
        lambda: leaves.__ior__({}),
        lambda: leaves.pop("psykiatrien"),
    ]
    for attempt in tries:
        with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
            attempt()


def test_by_content(result: pejling.ResultDocument, region: Path) -> None:
    again = pejling.score(region.read_text(encoding="utf-8"))
    assert again == result and hash(again) == hash(result) and len({again, result}) == 1
    assert pejling.score(region, as_of=datetime.date(2026, 7, 1)) != result
    assert copy.deepcopy(result) is result
    moved = pickle.loads(pickle.dumps(result))
    assert moved == result and moved.to_json() == result.to_json() and moved.leaves == result.leaves
    other = dataclasses.replace(result, method="2")
    assert other.method == "2" and '"method": "2"' in other.to_json() and other != result
    with pytest.raises(TypeError, match="needs as_of"):
        pejling.ResultDocument()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="has no wrong"):
        pejling.Stamp(digest="a", edition="b", wrong="c")  # type: ignore[call-arg]


def test_as_dataclasses(region: Path) -> None:
    plan = pejling.plan(region, "iso27001-2022:framework", budget=1_000_000)
    assert dataclasses.asdict(plan)["steps"][0]["after"]["score"] == plan.steps[0].after.score
    assert list(pd.DataFrame(plan.steps)["measure"]) == [step.measure for step in plan.steps]
    assert repr(plan.before).startswith("ValueResult(score=Decimal('57.73'), worth=Decimal('57.73")
    assert len(repr(pejling.score(region))) < 2_000  # a notebook is not flooded


def test_every_operation_without_a_document() -> None:
    assert [one.id for one in pejling.catalogues()][0] == "iso27001-2022"
    assert pejling.graph("iso27001-2022").startswith("digraph")
    assert pejling.schema("assessment")["title"]
    assert pejling.requirement("A.8.15", language="da").id == "iso27001-2022:A.8.15"
    assert pejling.regions(name="oestdanmark").regions[0].from_ == datetime.date(2027, 1, 1)
    assert pejling.lint("gdpr") is not None


def test_threads_run_beside_a_call(region: Path) -> None:
    """Two threads score while this one counts. Had a call kept the GIL, no count would come between its begin and its end."""
    text = region.read_text(encoding="utf-8")
    request = '{"assessment": %s}' % text
    spans: list[tuple[float, float]] = []

    def work() -> None:
        for _ in range(5):
            begin = time.perf_counter()
            pejling.perform("score", request)
            spans.append((begin, time.perf_counter()))

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    counted = []
    while any(thread.is_alive() for thread in threads):
        counted.append(time.perf_counter())
    # the threads hand the GIL on every 5 ms at most: hundreds of counts in the middle of a call are this thread at work meanwhile
    assert all(sum(begin < at < end for at in counted) > 100 for begin, end in spans)
    assert len(spans) == 10
