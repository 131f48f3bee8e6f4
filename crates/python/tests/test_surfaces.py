"""The same answers as every other surface, byte for byte, and nothing lost on the way to Python and back."""

import hashlib
import json
from pathlib import Path

import pejling
from pejling._record import plain

ROOT = Path(__file__).parents[3]
SURFACES = ROOT / "fixtures/surfaces"


def read(files: str | list[str]) -> str | list[str]:
    return [(ROOT / file).read_text(encoding="utf-8") for file in files] if isinstance(files, list) else (ROOT / files).read_text(encoding="utf-8")


def test_every_answer_is_the_golden_of_all_surfaces() -> None:
    digest, operations = hashlib.sha256(), set()
    for case in json.loads((SURFACES / "cases.json").read_text(encoding="utf-8")):
        operation, expected = case["operation"], (ROOT / case["answer"]).read_bytes().decode()
        documents = {name: read(files) for name, files in case["documents"].items()}
        text = pejling.perform(operation, {**case["fields"], **documents})
        assert text == expected, case["name"]
        fields = {name + "_" * (name == "from"): of for name, of in case["fields"].items()}
        answer = getattr(pejling, operation)(**fields, **documents)
        # what was kept, and what is written of the objects: no field is lost, and none is read as something else
        assert not isinstance(answer, pejling.Record) or answer.to_json() == expected, case["name"]
        assert json.dumps(plain(answer), ensure_ascii=False, indent=2, sort_keys=True) + "\n" == expected, case["name"]
        digest.update(text.encode())
        operations.add(operation)
    assert f"sha256:{digest.hexdigest()}\n" == (SURFACES / "digest.txt").read_text()
    assert operations == {name for name in pejling._operations.__all__}
