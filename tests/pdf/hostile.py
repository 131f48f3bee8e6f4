"""An assessment in which everything that people may write is code to typst, or a sign that no font has. Usage: python hostile.py > FILE"""

import json
import sys
from pathlib import Path

WORDS = "#panic(\"x\") $x^2$ *fed* _skrå_ @ref <mærke> \\ #include(\"/etc/passwd\") // \U0001f600 \u05d0 " + "u" * 120

if __name__ == "__main__":
    source = Path(__file__).parent.parent.parent / "fixtures/screening/assessment.json"
    it = json.loads(source.read_text())
    signed = {"by": WORDS, "on": "2026-06-01"}
    it["scope_note"] = WORDS
    it["dpo_statement"] = {**signed, "text": f"{WORDS}\n\n{WORDS}"}
    it["sign_off"] = {"status": "draft", "prepared": signed}
    it["dissent"] = [{"by": "dpo", "requirement": it["evidence"][0]["requirement"], "text": WORDS}]
    for one in it.get("entities", []):
        one["name"] = WORDS
    for one in it.get("measures", []):
        one["owner"] = WORDS
    json.dump(it, sys.stdout)
