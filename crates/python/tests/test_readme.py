"""README's lines in Python do what they say: what each `print` prints stands behind it, or in the comments below it."""

import contextlib
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def test_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("\n## In Python\n")[1].split("\n## ")[0]
    (code,) = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    expected: list[str] = []
    for line in code.splitlines():
        if "print(" in line and "  # " in line:
            expected.append(line.split("  # ", 1)[1])
        elif line.startswith("# "):
            expected.append(line.removeprefix("# "))
    monkeypatch.chdir(ROOT)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(code, "README.md", "exec"), {})
    assert len(expected) > 5
    assert printed.getvalue().splitlines() == expected
