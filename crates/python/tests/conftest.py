"""Where fixtures are."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def fixtures() -> Path:
    return ROOT / "fixtures"


@pytest.fixture(scope="session")
def region(fixtures: Path) -> Path:
    return fixtures / "region/assessment.json"
