#!/usr/bin/env python3
"""Fills tests/fuzz/corpus with the fixtures, in pieces that are small enough to be tried a thousand times a second."""

import json
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(__file__).resolve().parent / "corpus"
MOST = 32_000  # bytes of a seed; tests/fuzz/run lets inputs grow no longer
DIVIDER = "\n#---\n"  # as in src/mutation.rs


def plant(target, name, text):
    """Writes one seed, unless it is too long."""
    folder = CORPUS / target
    folder.mkdir(parents=True, exist_ok=True)
    if len(text.encode()) <= MOST:
        (folder / f"seed-{name}").write_text(text)


def name_of(path):
    return "-".join(path.relative_to(ROOT).parts[1:])


def lines(document):
    """JSON with a line for each field and item of the first two levels, as people write it."""
    return json.dumps(document, ensure_ascii=False, indent=1)


def catalogues():
    """Overlays and built-in catalogues, alone and with their texts; a built-in one needs a name that is free."""
    for path in sorted(ROOT.glob("fixtures/**/catalogue.toml")) + sorted(ROOT.glob("controls/*/catalogue.toml")):
        text = path.read_text()
        for taken in (folder.name for folder in sorted(ROOT.glob("controls/*"))):
            text = text.replace(f'\nid = "{taken}"', '\nid = "own"')
        plant("catalogue", name_of(path), text)
        try:
            document = tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            continue
        plant("catalogue", f"{name_of(path)}.json", lines(document))
        texts = [path.with_name(name).read_text() for name in ["da.toml", "en.toml"] if path.with_name(name).exists()]
        if texts:
            plant("catalogue", f"{name_of(path)}-with-texts", DIVIDER.join([text, *texts]))
        yield document


def pieces(document, size):
    """Parts of a long assessment: a few evidences each, with the whole that they stand in."""
    evidence = document.get("evidence", [])
    for start in range(0, len(evidence), size):
        part = evidence[start : start + size]
        names = {one["id"] for one in part}
        part = [{**one, "closes": [it for it in one["closes"] if it in names]} if "closes" in one else one for one in part]
        yield start, {**document, "evidence": part}


def assessments():
    """All assessments, right and wrong. Long ones in pieces; the region has too many entities to be fast even so."""
    for path in sorted(ROOT.glob("fixtures/**/*.json")):
        if path.parent.name == "vectors" or path.name.endswith("result.json"):
            continue
        text = path.read_text()
        if path.parent.name != "wrong" and "pejling/assessment/" not in text:
            continue
        plant("assessment", name_of(path), text)
        if path.parent.name == "wrong":
            continue
        document = json.loads(text)
        if len(text) > MOST // 2:
            for start, part in list(pieces(document, 12))[:2] if len(document.get("entities", [])) < 10 else []:
                plant("assessment", f"{name_of(path)}-{start}", lines(part))
        else:
            yield path, document


def results():
    """Results of small overlays; those of the built-in catalogues are long."""
    for path in sorted(ROOT.glob("fixtures/**/*result.json")):
        plant("result", name_of(path), path.read_text())
    plant("result", "result-instead", (ROOT / "fixtures/wrong/result-instead.json").read_text())


def vectors():
    """Each vector alone, the shortest of each file; and two together."""
    for path in sorted(ROOT.glob("fixtures/vectors/*.json")):
        all_of_them = sorted(json.loads(path.read_text()), key=lambda it: len(json.dumps(it)))
        for at, one in enumerate(all_of_them[:40]):
            plant("vectors", f"{path.stem}-{at}", json.dumps(one).replace('}, {', '},\n{'))
        plant("vectors", f"{path.stem}-two", json.dumps(all_of_them[:2]))
        yield all_of_them[:3]


def calls(overlays, documents, some_vectors):
    """Every operation."""
    by_name = {overlay["id"]: overlay for overlay in overlays if "id" in overlay}
    for path, document in documents:
        needed = [by_name[name] for name in document.get("catalogues", {}) if name in by_name]
        whole = {"catalogues": needed, "assessment": document} if needed else {"assessment": document}
        plant("score", name_of(path), lines(whole))
        for operation in ["check", "score", "soa", "screening", "migrate"]:
            plant("call", f"{operation}-{name_of(path)}", lines({"op": operation, **whole}))
        plant("call", f"dated-{name_of(path)}", lines({"op": "score", "as_of": "2027-01-01", "language": "da", **whole}))
        requirement = next((one["requirement"] for one in document.get("evidence", [])), "iso27001-2022:framework")
        plant("call", f"explain-{name_of(path)}", lines({"op": "explain", "of": requirement, **whole}))
        plant("call", f"explain-one-{name_of(path)}", lines({"op": "explain", "entity": document["organisation"], "of": requirement, **whole}))
        lift = {"requirement": requirement, "own": "85"}
        plant("call", f"what-if-{name_of(path)}", lines({"op": "what_if", "set": [lift], **whole}))
        future = [{**one, "id": one["id"] + "-again"} for one in document.get("evidence", [])[:2]]
        plant("call", f"what-if-filed-{name_of(path)}", lines({"op": "what_if", "evidence": future, **whole}))
        objective = requirement.split(":")[0] + ":framework"
        plant("call", f"gains-{name_of(path)}", lines({"op": "gains", "objective": objective, **whole}))
        plant("call", f"plan-{name_of(path)}", lines({"op": "plan", "objective": objective, "budget": 5, **whole}))
        plant("call", f"reach-{name_of(path)}", lines({"op": "plan", "objective": objective, "reach": "F", "source": "requirements", **whole}))
        plant("call", f"view-{name_of(path)}", lines({"op": "view", "name": "iso-maaling", "edition": "2018.1", **whole}))
        result = path.with_name(path.name.replace(".json", ".result.json").replace("assessment.result.json", "result.json"))
        if result.exists():
            plant("call", f"verify-{name_of(path)}", lines({"op": "verify", "result": json.loads(result.read_text()), **whole}))
    for number, some in enumerate(some_vectors):
        plant("call", f"vectors-{number}", lines({"op": "verify", "vectors": some}))
    for overlay in by_name.values():
        for operation in ["catalogue", "lint", "graph"]:
            plant("call", f"{operation}-{overlay['id']}", lines({"op": operation, "name": overlay["id"], "catalogues": [overlay]}))
    for name in ["gdpr", "principles-2017"]:
        for operation in ["catalogue", "lint", "graph"]:
            plant("call", f"{operation}-{name}", lines({"op": operation, "name": name, "language": "da"}))
    plant("call", "graph-around", lines({"op": "graph", "name": "gdpr", "form": "svg", "around": "33"}))
    plant("call", "requirement", lines({"op": "requirement", "name": "A.8.15"}))
    for overlay in list(by_name.values())[:3]:
        plant("call", f"diff-{overlay['id']}", lines({"op": "diff", "before": overlay, "after": {**overlay, "edition": "next"}}))
    for path, document in documents:
        needed = [by_name[name] for name in document.get("catalogues", {}) if name in by_name]
        whole = {"catalogues": needed, "assessment": document} if needed else {"assessment": document}
        plant("call", f"forecast-{name_of(path)}", lines({"op": "forecast", "until": "2027-06-30", **whole}))
        plant("call", f"forecast-one-{name_of(path)}", lines({"op": "forecast", "as_of": "2026-06-30", "until": "2029-06-30", "objective": "ageing:logging", **whole}))
    two = [json.loads((ROOT / f"fixtures/bridge/{name}.json").read_text()) for name in ["old", "new"]]
    for operation in ["bridge", "follow_up"]:
        whole = {"op": operation, "old": two[0], "assessment": two[1], "catalogues": [by_name["bridge"]]}
        plant("call", operation, lines(whole))
        plant("call", f"{operation}-dated", lines({**whole, "as_of_old": "2026-01-01", "as_of": "2029-01-01", "entity": "syd", "across_editions": True}))
    plant("call", "catalogues", lines({"op": "catalogues"}))
    for path, document in documents:
        needed = [by_name[name] for name in document.get("catalogues", {}) if name in by_name]
        other = {field: document[field] for field in ["format", "as_of", "catalogues"] if field in document}
        other |= {"organisation": "other", "entities": [{"id": "other", "kind": "region"}]}
        whole = {"catalogues": needed, "assessments": [document, other]}
        plant("call", f"compare-{name_of(path)}", lines({"op": "compare", "level": "region", **whole}))
    plant("call", "schema", lines({"op": "schema", "name": "answer"}))
    plant("call", "regions", lines({"op": "regions", "name": "oestdanmark", "on": "2027-01-01"}))
    parts = [json.loads((ROOT / f"fixtures/merge/{name}.json").read_text()) for name in ["ravnlund", "tangmark"]]
    merge = {"op": "merge", "assessments": parts, "into": "fjordmark", "from": "2027-01-01", "weights": [3, 2], "catalogues": [by_name["tre-krav"]]}
    plant("call", "merge", lines(merge))
    plant("call", "merge-dated", lines({**merge, "as_of": "2027-01-01"}))


def given_as_text():
    """Documents as the text of their files, in strings."""
    path = "fixtures/worked-examples/"
    overlay, example = (ROOT / path / "overlay/catalogue.toml").read_text(), (ROOT / path / "example-6.json").read_text()
    plant("call", "given-as-text", lines({"op": "score", "assessment": example, "catalogues": [overlay]}))
    plant("call", "given-wrong", lines({"op": "compare", "assessments": [example, "", "{"], "catalogues": [overlay, "noet = 1"]}))


def import_maps():
    """Maps of spreadsheets, as TOML and as JSON."""
    sheet = {"sheet": "Ark1", "heading_row": 1, "requirement": "A", "status": "B", "skip_rows": [4], "headings": {"A": "Nr.", "B": "Status"}}
    other = {"sheet": "Gap", "heading_row": 3, "requirement": "C", "maturity": "E", "scale": "0-5", "bare_ids": "controls", "evidence": ["F", "G"], "date": "H"}
    document = {"format": "pejling/import-map/1", "sheets": [sheet, other], "words": {"delvist": "50", "nej": "0", "udgår": "excluded"}}
    plant("import_map", "json", lines(document))
    value = lambda it: json.dumps(it, ensure_ascii=False)
    table = lambda it: "{ " + ", ".join(f"{value(key)} = {value(one)}" for key, one in it.items()) + " }"
    field = lambda name, it: f"{name} = {table(it) if isinstance(it, dict) else value(it)}"
    toml = [field("format", document["format"]), field("words", document["words"])]
    for one in document["sheets"]:
        toml += ["[[sheets]]", *(field(name, it) for name, it in one.items())]
    plant("import_map", "toml", "\n".join(toml) + "\n")


if __name__ == "__main__":
    overlays, documents = list(catalogues()), list(assessments())
    results()
    calls(overlays, documents, list(vectors()))
    given_as_text()
    import_maps()
    for folder in sorted(CORPUS.iterdir()):
        print(f"{folder.name}: {sum(1 for _ in folder.glob('seed-*'))} seeds")
