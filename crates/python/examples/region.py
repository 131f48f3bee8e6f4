"""A region in pandas: objectives by entity, the weakest, what becomes of them, and a plan for the money there is.

    python region.py fixtures/region/assessment.json objectives.csv

Scores stay `decimal.Decimal`, in the CSV as well: pandas keeps objects as they are, and no float comes near them.
"""

import sys
from decimal import Decimal
from pathlib import Path

import pandas as pd

import pejling

FRAMEWORK = "iso27001-2022:framework"


def objectives(result: pejling.ResultDocument) -> pd.DataFrame:
    """A row for each objective of each entity. What does not apply has no score, and what is not assessed no band."""
    rows = [
        {
            "entity": entity,
            "objective": name,
            "substantiated": scored and scored.score.substantiated,
            "declared": scored and scored.score.declared,
            "possible": scored and scored.score.possible,
            "band": "not applicable" if scored is None else scored.band or "not assessed",
            "disputed": scored is not None and scored.disputed,
        }
        for entities in (result.consolidated, result.leaves)
        for entity, scores in entities.items()
        for name, scored in scores.objectives.items()
    ]
    return pd.DataFrame(rows)


def forecast(assessment: Path, until: str) -> pd.DataFrame:
    """The days on which an objective of the region gets another band if nobody acts."""
    found = pejling.forecast(assessment, until)
    rows = [
        {"date": day.date, "objective": course.id, "change": day.change, "substantiated": day.score and day.score.substantiated}
        for course in found.objectives
        for day in course.days
        if day.change is not None
    ]
    return pd.DataFrame(rows, columns=["date", "objective", "change", "substantiated"]).sort_values(["date", "objective"])


def plan(assessment: Path, budget: int) -> pd.DataFrame:
    """The measures to take for that money, in order, with what the framework scores after each."""
    steps = pejling.plan(assessment, FRAMEWORK, budget=budget).steps
    return pd.DataFrame([{"measure": step.measure, "entity": step.entity, "cost": step.cost, "after": step.after.score} for step in steps])


def main(assessment: Path, csv: Path) -> None:
    frame = objectives(pejling.score(assessment))
    frame.to_csv(csv, index=False)
    wide = frame.pivot(index="objective", columns="entity", values="substantiated")
    print("ISO/IEC 27001:2022 by entity")
    print(wide.loc[FRAMEWORK].to_string())
    assert all(isinstance(score, Decimal) for score in frame["substantiated"].dropna())  # pandas made no float of them
    print("\nThe weakest objectives among those that are assessed")
    weakest = frame[frame["band"].isin(["N", "P", "L", "F"])].sort_values(["substantiated", "entity", "objective"])
    print(weakest.head(5)[["entity", "objective", "substantiated", "band"]].to_string(index=False))
    print(frame["band"].value_counts().to_string())
    print("\nOther bands until the end of the year if nobody acts")
    print(forecast(assessment, "2026-12-31").head(5).to_string(index=False))
    print("\nA plan for 1,000,000 kroner")
    print(plan(assessment, 1_000_000).to_string(index=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
