#!/usr/bin/env python3
"""Scores the region of `fixtures/region/` as an analyst would in one plain script, to see what Pejling costs beside that.

It reads the assessment and the built-in catalogues, and works out the own scores and the scores of every requirement at every leaf,
in all three readings, by sections M1 to M3 of docs/method.md. It leaves out what Pejling's result holds besides: states, bands, what
holds a score back, objectives, parents, warnings, and every check of the input.

  region.py               prints the sums of the scores, holds each score against fixtures/region/result.json, tells the CPU time
  region.py --unchecked   the same without opening result.json, to be timed as a whole process

Needs Python 3.11 and networkx.
"""

import json
import sys
import time
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_DOWN, Decimal
from pathlib import Path

import networkx

ROOT = Path(__file__).resolve().parent.parent
READINGS = ("substantiated", "declared", "possible")
GRID = Decimal("0.01")
NOTHING, ALL = Decimal(0), Decimal(100)
FULL_SAMPLE = Decimal(60)

TRUST = {"self": Decimal(50), "internal": Decimal(85), "independent": Decimal(100)}
# Days a kind of evidence is valid unless it says otherwise, and the highest assurance that it carries.
KINDS = {
    "statement": (365, "self"),
    "document": (365, "self"),
    "agreement": (365, "internal"),
    "risk_assessment": (365, "internal"),
    "awareness": (365, "internal"),
    "log_review": (90, "internal"),
    "exercise": (365, "internal"),
    "incident_review": (365, "internal"),
    "test": (365, "independent"),
    "audit": (365, "independent"),
    "assurance_report": (365, "independent"),
    "certificate": (365, "independent"),
}


def cut(value):
    return value.quantize(GRID, ROUND_DOWN)


def cut_up(value):
    return value.quantize(GRID, ROUND_CEILING)


def half(score):
    return cut((ALL + score) / 2)


# M1: one evidence


@dataclass(frozen=True)
class Evidence:
    id: str
    requirement: str
    entity: str
    date: date
    assurance: str
    ok: Decimal
    bad: Decimal
    whole: bool  # looked at all of its entity
    closes: list
    trust: dict = field(compare=False)  # by reading

    def carried(self, share):
        """The same where only `share` percent rests on the service that it is about."""
        return replace(self, ok=cut(self.ok * share / 100), bad=cut_up(self.bad * share / 100))


def looked_at(row, target):
    """What was in order and what was wrong, in percent of the entity, and how much was looked at."""
    if "population" in row:
        population, examined, in_order = Decimal(row["population"]), Decimal(row["examined"]), Decimal(row["ok"])
        if row.get("selection", "chosen") == "chosen":
            ok = cut(100 * in_order / population)
            bad = cut_up(100 * (examined - in_order) / population)
            return ok, bad, ok + bad
        need = min(population, FULL_SAMPLE)
        share = cut(100 * min(examined, need) / need)
        ok = cut(share * in_order / examined)
    else:
        share = cut(Decimal(row.get("share", ALL)))
        result = Decimal(100 * min(row["level"], target)) / target if "level" in row else Decimal(row["result"])
        ok = cut(share * cut(result) / 100)
    return ok, share - ok, share


def freshness(age, valid):
    if age <= valid:
        return ALL
    return NOTHING if age >= 2 * valid else cut(ALL * (2 * valid - age) / valid)


def read_evidence(row, as_of, target, organisation):
    usual, highest = KINDS[row["kind"]]
    assurance = min(row["assurance"], highest, key=TRUST.get) if row.get("by") and row.get("reference") else "self"
    filed = date.fromisoformat(row["date"])
    fresh = freshness((as_of - filed).days, row.get("valid_days", usual))
    ok, bad, share = looked_at(row, target)
    return Evidence(
        id=row["id"],
        requirement=row["requirement"],
        entity=row.get("entity", organisation),
        date=filed,
        assurance=assurance,
        ok=ok,
        bad=bad,
        whole=share == ALL,
        closes=row.get("closes", []),
        trust={"substantiated": cut(TRUST[assurance] * fresh / 100), "declared": fresh},
    )


# M2: several evidences on one requirement


def closes(later, earlier):
    return (
        earlier.bad > 0
        and later.date > earlier.date
        and TRUST[later.assurance] >= TRUST[earlier.assurance]
        and later.ok + later.bad >= earlier.bad
        and (earlier.id in later.closes or (later.whole and later.entity == earlier.entity))
    )


def walk(pairs, ceiling):
    """Each percent counts once, with the best trust that covers it."""
    area = covered = NOTHING
    for trust, ok in sorted(pairs, reverse=True):
        reach = min(ok, ceiling)
        if reach > covered:
            area += (reach - covered) * trust
            covered = reach
    return cut(area / 100)


def own_scores(evidence):
    closings = [(later, earlier) for earlier in evidence for later in evidence if closes(later, earlier)]
    mended = [earlier for _, earlier in closings]
    own = {"possible": ALL - max((it.bad for it in evidence if it not in mended), default=NOTHING)}
    for reading in ("substantiated", "declared"):
        pairs = [(it.trust[reading], it.ok) for it in evidence]
        for later, earlier in closings:
            pairs.append((min(later.trust[reading], earlier.trust[reading]), earlier.ok + min(earlier.bad, later.ok)))
        own[reading] = walk(pairs, own["possible"])
    return own


# M3: dependencies


def full_id(catalogue, name):
    return name if ":" in name else f"{catalogue['id']}:{name}"


def read_catalogues(names):
    """Their requirements by `framework:id`, and a graph whose edges run from a requirement to those that rest on it."""
    requirements, graph = {}, networkx.DiGraph()
    for framework in sorted(names):
        catalogue = tomllib.loads((ROOT / f"controls/{framework}/catalogue.toml").read_text(encoding="utf-8"))
        for row in catalogue["requirements"]:
            requirement = full_id(catalogue, row["id"])
            requirements[requirement] = row
            graph.add_node(requirement)
            row["requires"] = [full_id(catalogue, name) for name in row.get("requires", [])]
            for name in row.get("supported_by", []):
                graph.add_edge(full_id(catalogue, name), requirement, required=False)
            for name in row["requires"]:  # after the supports: where an edge is both, what is required binds harder
                graph.add_edge(name, requirement, required=True)
    return requirements, graph


def order_of(graph):
    """Groups of requirements that rest on each other, each after all that it rests on."""
    groups = networkx.condensation(graph)
    return [groups.nodes[group]["members"] for group in networkx.topological_sort(groups)]


def propagate(graph, order, own):
    score = dict(own)
    for group in order:
        changed = True
        while changed:  # more than twice only where a group is a cycle
            changed = False
            for requirement in group:
                for base, _, required in graph.in_edges(requirement, data="required"):
                    cap = score[base] if required else half(score[base])
                    if cap < score[requirement]:
                        score[requirement] = cap
                        changed = True
    return score


# The region


def line_of(entity, entities):
    """The entity and those above it."""
    line = []
    while entity is not None:
        line.append(entity)
        entity = entities[entity].get("parent")
    return line


def counts_at(line, evidence, entities):
    """Evidence by requirement: the line's own, and that of services which somebody in the line rests on."""
    found = defaultdict(list)
    for it in evidence:
        if it.entity in line:
            found[it.requirement].append(it)
            continue
        for service in entities[it.entity].get("serves", []):
            if service["entity"] in line and service["requirement"] == it.requirement:
                found[it.requirement].append(it.carried(Decimal(service["share"])))
    return found


def excluded_at(line, assessment, requirements, as_of):
    excluded = {
        it["requirement"]
        for it in assessment["exclusions"]
        if it.get("entity", assessment["organisation"]) in line and as_of <= date.fromisoformat(it["review_by"])
    }

    def applies(requirement):
        row = requirements[requirement]
        return any(map(applies, row["requires"])) if row.get("composite") else requirement not in excluded

    return {requirement for requirement in requirements if not applies(requirement)}


def score_region(assessment, requirements, graph):
    """The scores by leaf, requirement that applies there, and reading."""
    as_of = date.fromisoformat(assessment["as_of"])
    entities = {it["id"]: it for it in assessment["entities"]}
    evidence = [
        read_evidence(row, as_of, requirements[row["requirement"]].get("target", 4), assessment["organisation"])
        for row in assessment["evidence"]
        if date.fromisoformat(row["date"]) <= as_of
    ]
    order = order_of(graph)
    parents = {it.get("parent") for it in entities.values()}
    scores = {}
    for leaf in entities.keys() - parents:
        line = line_of(leaf, entities)
        found = counts_at(line, evidence, entities)
        excluded = excluded_at(line, assessment, requirements, as_of)
        own = {}
        for requirement, row in requirements.items():
            bare = row.get("composite") or requirement in excluded
            own[requirement] = dict.fromkeys(READINGS, ALL) if bare else own_scores(found[requirement])
        by_reading = {name: propagate(graph, order, {it: own[it][name] for it in own}) for name in READINGS}
        scores[leaf] = {it: {name: by_reading[name][it] for name in READINGS} for it in requirements if it not in excluded}
    return scores


def expected_scores():
    result = json.loads((ROOT / "fixtures/region/result.json").read_text(encoding="utf-8"))
    return {
        leaf: {
            requirement: {reading: Decimal(score) for reading, score in row["score"].items()}
            for requirement, row in found["requirements"].items()
            if row["state"] != "not_applicable"
        }
        for leaf, found in result["leaves"].items()
    }


def total(scores, reading):
    return sum(score[reading] for found in scores.values() for score in found.values())


def main():
    start = time.process_time()
    assessment = json.loads((ROOT / "fixtures/region/assessment.json").read_text(encoding="utf-8"))
    requirements, graph = read_catalogues(assessment["catalogues"])
    loaded = time.process_time()
    scores = score_region(assessment, requirements, graph)
    done = time.process_time()

    for reading in READINGS:
        print(f"sum of {reading}: {total(scores, reading)}")
    print(f"of {sum(map(len, scores.values()))} scores at {len(scores)} leaves")
    whole, loading, scoring = (f"{1000 * seconds:.1f} ms" for seconds in (done - start, loaded - start, done - loaded))
    print(f"CPU, without start and imports: {whole}: {loading} loading, {scoring} scoring")

    if sys.argv[1:] != ["--unchecked"]:
        expected = expected_scores()
        for reading in READINGS:
            assert total(scores, reading) == total(expected, reading), (reading, total(expected, reading))
        assert scores == expected, "the sums agree, single scores do not"
        print("each score equals that of fixtures/region/result.json")


if __name__ == "__main__":
    main()
