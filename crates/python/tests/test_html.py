"""Tables in a notebook: accessible, escaped, in words of both languages."""

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import pejling


class Page(HTMLParser):
    """Holds that every element is closed, and collects the rows of tables."""

    def __init__(self, html: str | None) -> None:
        super().__init__()
        self.open: list[str] = []
        self.rows: list[list[str]] = []
        self.marks: list[tuple[str, dict[str, str | None]]] = []
        assert html is not None
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.open.append(tag)
        self.marks.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("td", "th"):
            self.rows[-1][-1] += data


def test_result(region: Path) -> None:
    result = pejling.score(region)
    page = Page(result._repr_html_())
    tables = [attributes for tag, attributes in page.marks if tag == "table"]
    captions = [tag for tag, _ in page.marks if tag == "caption"]
    assert len(tables) == len(captions) == (len(result.consolidated) + len(result.leaves)) * len(result.catalogues)
    assert all(attributes.get("scope") in ("col", "row") for tag, attributes in page.marks if tag == "th")
    # as README's first table has them: the declared reading of the GDPR is disputed
    assert page.rows[0] == ["objective", "substantiated", "declared", "possible", "band", "units begun"]
    assert ["objective", "substantiated", "declared", "possible", "band", "requirements assessed"] in page.rows  # at a leaf
    found = {row[0]: row[1:5] for row in reversed(page.rows)}  # the organisation comes first
    assert found["ISO/IEC 27001:2022"] == ["57.73", "74.69", "94.61", "largely met"]
    assert found["General Data Protection Regulation (GDPR)"] == ["50.61", "†65.23", "95.29", "largely met"]
    danish = Page(result.to_html("da"))
    assert {row[0]: row[1:5] for row in reversed(danish.rows)}["ISO/IEC 27001:2022"] == ["57,73", "74,69", "94,61", "overvejende opfyldt"]


def test_other_languages_are_refused(region: Path) -> None:
    with pytest.raises(ValueError, match="da and en"):
        pejling.score(region).to_html("sv")  # type: ignore[arg-type]


def test_absent_is_said_in_words(fixtures: Path) -> None:
    page = Page(pejling.score(fixtures / "empty/assessment.json")._repr_html_())
    assert {row[4] for row in page.rows if row[0] != "objective"} == {"not assessed"}
    merged = pejling.score(fixtures / "merge/ravnlund.json", catalogues=[fixtures / "merge/overlay/catalogue.toml"])
    found = [row[1:] for row in Page(merged._repr_html_()).rows]
    assert ["not applicable", "", "", "", ""] in found  # as its why.md says of backup in psykiatrien


def test_explanation_and_plan(region: Path) -> None:
    explained = pejling.explain(region, "iso27001-2022:framework")
    assert Page(explained._repr_html_()).rows[1] == ["score", "57.73", "74.69", "94.61"]
    assert Page(pejling.explain(region, "iso27001-2022:A.8.15", entity="psykiatrien", language="da")._repr_html_()).rows
    assert Page(pejling.explain(region, "iso27001-2022:chapter-4", entity="psykiatrien")._repr_html_()).rows
    plan = pejling.plan(region, "iso27001-2022:framework", budget=1_000_000)
    assert [row[0] for row in Page(plan._repr_html_()).rows[1:]] == [step.measure for step in plan.steps]


def test_what_anybody_wrote_is_escaped(fixtures: Path) -> None:
    hostile = "<script>alert('&\"')</script>"
    text = (fixtures / "dissent/assessment.json").read_text(encoding="utf-8").replace("Formålet er bredere end oplyst.", hostile.replace('"', '\\"'))
    shown = pejling.score(text)._repr_html_()
    assert shown is not None and "<script" not in shown and "&lt;script&gt;alert(&#x27;&amp;&quot;&#x27;)" in shown
    Page(shown)


def test_what_is_nothing_to_look_at() -> None:
    assert pejling.regions()._repr_html_() is None
