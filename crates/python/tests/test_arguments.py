"""What may be given, and what is told of what may not."""

import datetime
import json
import pickle
import random
import threading
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import pejling

SMALL: dict[str, Any] = {
    "format": "pejling/assessment/1",
    "organisation": "bakkeland",
    "as_of": datetime.date(2026, 6, 30),
    "catalogues": {"iso27001-2022": "2026.1"},
    "evidence": [
        {
            "id": "E-1",
            "requirement": "iso27001-2022:4.1",
            "kind": "audit",
            "date": datetime.date(2026, 6, 1),
            "result": Decimal("90"),
            "assurance": "independent",
            "by": "an auditor",
            "reference": "case 2026-14",
        }
    ],
}


def with_result(result: object) -> dict[str, Any]:
    return {**SMALL, "evidence": [{**SMALL["evidence"][0], "result": result}]}


@pytest.mark.parametrize("result", [Decimal("90"), "90", 90, np.int64(90), Decimal("9E+1")])
def test_exact_numbers(result: object) -> None:
    scored = pejling.score(with_result(result)).leaves["bakkeland"].objectives["iso27001-2022:chapter-4"]
    assert scored is not None
    assert str(scored.score.substantiated) == "22.50"  # 4.1 at 90, three others without evidence: 90 / 4


@pytest.mark.parametrize("result", [90.0, np.float64(90), {1, 2}, b"90", {1: 2}])
def test_what_is_not_exact_is_refused(result: object) -> None:
    with pytest.raises(TypeError, match="/assessment/evidence/0/result: "):
        pejling.score(with_result(result))


def test_the_same_in_every_form(region: Path) -> None:
    text = region.read_text(encoding="utf-8")
    result = pejling.score(region)
    assert pejling.score(text) == result == pejling.score(json.loads(text, parse_float=Decimal)) == pejling.score(str(text), as_of="2026-06-30")
    assert pejling.verify(assessment=region, result=result) == pejling.Verdict(differences=(), number=1)
    answer = json.loads(pejling.call(json.dumps({"op": "score", "assessment": text})))
    assert answer["ok"] == json.loads(result.to_json())


def test_the_name_of_a_file_is_no_document() -> None:
    with pytest.raises(TypeError, match=r"pathlib\.Path"):
        pejling.score("fixtures/region/assessment.json")


def test_answers_are_documents_again(fixtures: Path) -> None:
    migrated = pejling.migrate(fixtures / "iso27001-2013/assessment.json")
    expected = (fixtures / "iso27001-2013/migrated.result.json").read_text(encoding="utf-8")
    assert pejling.score(migrated.assessment).to_json() == expected
    assert migrated.assessment.to_json() == (fixtures / "iso27001-2013/migrated.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_fault_as_the_command_tells_it(language: pejling.Language, fixtures: Path) -> None:
    """The golden has the file in front, and no pointer to the field of the request. All in Danish, then all in English."""
    golden = (fixtures / "wrong/faults.txt").read_text(encoding="utf-8")
    tried = 0
    for file in sorted((fixtures / "wrong").glob("*.json")):
        begins = f"fixtures/wrong/{file.name}:"
        if begins not in golden:
            continue
        with pytest.raises(pejling.Faults) as raised:
            pejling.score(file, language=language)
        told = str(raised.value).replace(" (/assessment)", "").replace("(/assessment/", "(/")
        assert "".join(f"{line}\n" if line.startswith(" ") else f"{begins}{line}\n" for line in told.splitlines()) in golden
        assert len(raised.value.faults) * 2 == golden.count(begins)
        tried += 1
    assert tried > 10


def test_faults_are_objects(fixtures: Path) -> None:
    with pytest.raises(ValueError) as raised:
        pejling.score(fixtures / "wrong/duplicate-key.json")
    faults = raised.value
    assert isinstance(faults, pejling.Faults)
    assert [(fault.code, fault.at.line, fault.at.column) for fault in faults.faults] == [
        ("duplicate-key", 5, 62),
        ("duplicate-key", 6, 12),
        ("duplicate-key", 8, 147),
    ]  # as fixtures/wrong/faults.txt has it
    assert faults.faults[0].severity == "error" and faults.more == 0
    again = pickle.loads(pickle.dumps(faults))
    assert (str(again), again.faults) == (str(faults), faults.faults)


def test_an_unknown_operation() -> None:
    with pytest.raises(ValueError, match="there are check, score"):
        pejling.perform("scroe", {})
    with pytest.raises(pejling.Faults, match="unknown-field"):
        pejling.perform("score", {"assesment": {}})


def hostile() -> list[str]:
    draw = random.Random(7)
    return [
        *("".join(chr(draw.randrange(1, 0x3000)) for _ in range(draw.randrange(200))) for _ in range(200)),
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"format":' + "9" * 100_000 + "}",
        "\ud800",
        '{"\ud800": 1}',
        "\0",
        "",
    ]


@pytest.mark.parametrize("operation", ["score", "check", "migrate", "soa"])
def test_hostile_texts_are_faults(operation: str) -> None:
    for text in hostile():
        with pytest.raises(pejling.Faults):
            getattr(pejling, operation)(text)
        with pytest.raises((pejling.Faults, UnicodeEncodeError)):  # a lone surrogate is no text
            pejling.perform(operation, text)


def test_hostile_objects_are_errors(tmp_path: Path) -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    round_about: dict[str, Any] = {}
    round_about["a"] = round_about
    every: list[Any] = [deep, round_about, 10**5_000, None, [], 0, object(), b"{}", {"evidence": [10**40]}, {"\ud800": "\ud800"}]
    for given in every:
        with pytest.raises((pejling.Faults, RecursionError, TypeError, ValueError)):
            pejling.score(given)
    (tmp_path / "latin-1.json").write_bytes(b'{"\xe6": 1}')
    with pytest.raises(UnicodeDecodeError):
        pejling.score(tmp_path / "latin-1.json")
    with pytest.raises(FileNotFoundError):
        pejling.score(tmp_path / "nowhere.json")


def test_many_threads_at_once() -> None:
    results: list[pejling.ResultDocument] = []
    threads = [threading.Thread(target=lambda: results.append(pejling.score(SMALL))) for _ in range(64)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 64 and len(set(results)) == 1
