"""What the tests of verifying share: claims, and the sample's recomputed figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ways_made import ways_in

from peelcheck.binding import edition_for
from peelcheck.checking import check_return
from peelcheck.claims import Claim
from peelcheck.metrics import METRICS
from peelcheck.reading import read
from peelcheck.reading.claim_fields import claim_of
from peelcheck.recomputing.figures import Figures
from peelcheck.recomputing.recompute import recompute_return
from peelcheck.recomputing.work import Work
from peelcheck.reference.editions import Edition
from peelcheck.returns import Return
from peelcheck.rules.rulebook import rulebook
from peelcheck.verifying.ways import Ways


def made_claim(**fields: str) -> Claim:
    made = claim_of("line 2", {"subject": "Essex", **fields})
    assert isinstance(made, Claim), made
    return made


@pytest.fixture(scope="session")
def claim() -> Callable[..., Claim]:
    """Return what makes a sound claim of its fields, about Essex by default."""
    return made_claim


@pytest.fixture(scope="session")
def given(published: Path) -> Return:
    """Return the published return, read."""
    return read(published)


@pytest.fixture(scope="session")
def edition(given: Return) -> Edition:
    """Return its edition."""
    return edition_for(given.manifest, None, None)


@pytest.fixture(scope="session")
def figures(given: Return, edition: Edition) -> Figures:
    """Return its figures."""
    return recompute_return(given, edition)


@pytest.fixture(scope="session")
def ways(given: Return, edition: Edition) -> Callable[..., Ways]:
    """Return what makes the ways of a figure of the sample."""
    report = check_return(given, edition, rulebook())
    works = {
        name: Work.of(METRICS[name], given, edition, report)
        for name in ("stop_search_rate", "stop_search_ratio")
    }

    def make(metric: str, area: str, group: str = "", per: int | None = None) -> Ways:
        return ways_in(works[metric], area, group, per)

    return make
