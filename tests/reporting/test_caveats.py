"""A caveat reaches every value it concerns, in every output."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from csv import DictReader
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from consoles import printed
from pages import read_page

import peelcheck
from peelcheck import Figures, Verification
from peelcheck.ledger import caveats
from peelcheck.reporting.claims import verification_on_terminal
from peelcheck.reporting.figures import figures_on_terminal
from peelcheck.reporting.machine import (
    figures_as_csv,
    figures_as_json,
    verification_as_json,
)
from peelcheck.reporting.page import page_as_html

RATE = "stop_search_rate"
EVERY = tuple(caveats().values())


def page_of(**parts: Figures | Verification) -> str:
    return read_page(page_as_html(**parts)).words  # type: ignore[arg-type]


OF_FIGURES: dict[str, Callable[[Figures], str]] = {
    "terminal": lambda figures: printed(figures_on_terminal(figures), 200),
    "explained": lambda figures: figures.explain(RATE, "Essex"),
    "page": lambda figures: page_of(figures=figures),
    "JSON": figures_as_json,
    "CSV": figures_as_csv,
    "pandas": lambda figures: figures.to_pandas().to_csv(),
}
OF_CLAIMS: dict[str, Callable[[Verification], str]] = {
    "terminal": lambda held: printed(verification_on_terminal(held), 200),
    "page": lambda held: page_of(verification=held),
    "JSON": verification_as_json,
    "pandas": lambda held: held.to_pandas().to_csv(),
}


@pytest.fixture(scope="module")
def plain(published: Path) -> Figures:
    """Return rates without any caveat."""
    rates = peelcheck.recompute(published).only(metric=RATE)
    return replace(rates, figures=tuple(replace(one, caveats=()) for one in rates))


@pytest.fixture(scope="module")
def noted(plain: Figures) -> Figures:
    """Return them with every caveat there is on the rate of Essex."""
    figures = (
        replace(one, caveats=EVERY) if one.force == "Essex" else one for one in plain
    )
    return replace(plain, figures=tuple(figures))


@pytest.fixture(scope="module")
def held(plain: Figures, published: Path) -> Verification:
    """Return a claim on the rate of Essex, without any caveat."""
    claim = {"subject": "Essex", "metric": RATE, "figure": "1.7"}
    verification = peelcheck.verify([claim], published)
    figure = plain.of(RATE, "Essex")
    return replace(verification, held=(replace(verification.held[0], figure=figure),))


@pytest.fixture(scope="module")
def noted_claim(held: Verification, noted: Figures) -> Verification:
    """Return it with every caveat there is."""
    figure = noted.of(RATE, "Essex")
    return replace(held, held=(replace(held.held[0], figure=figure),))


def told(text: str) -> set[str]:
    """Return the caveats that a text names, each as a whole word."""
    return {one.id for one in EVERY if re.search(rf"\b{one.id}\b", text)}


@pytest.mark.parametrize("output", list(OF_FIGURES))
def test_no_output_of_figures_drops_a_caveat(
    output: str, plain: Figures, noted: Figures
) -> None:
    assert told(OF_FIGURES[output](plain)) == set()
    assert told(OF_FIGURES[output](noted)) == {one.id for one in EVERY}


@pytest.mark.parametrize("output", list(OF_CLAIMS))
def test_no_output_of_claims_drops_a_caveat(
    output: str, held: Verification, noted_claim: Verification
) -> None:
    assert told(OF_CLAIMS[output](held)) == set()
    assert told(OF_CLAIMS[output](noted_claim)) == {one.id for one in EVERY}


def test_it_stands_with_the_value_it_concerns_and_no_other(noted: Figures) -> None:
    rows = list(DictReader(StringIO(figures_as_csv(noted))))
    frame = noted.to_pandas()
    made = json.loads(figures_as_json(noted))["figures"]
    assert len(rows) == len(frame) == len(made) == 44
    for row, in_frame, one in zip(rows, frame["caveats"], made, strict=True):
        expected = [c.id for c in EVERY] if row["force"] == "Essex" else []
        assert row["caveats"] == in_frame == "; ".join(expected)
        assert [caveat["id"] for caveat in one["caveats"]] == expected


def test_a_caveat_that_is_cut_for_its_many_wordings_is_told_once(
    plain: Figures,
) -> None:
    words = caveats()["INCOMPLETE"]
    last = caveats()["FEW_RESIDENTS"]
    figures = [
        replace(one, caveats=(replace(words, says=f"{n} cells are empty."),))
        for n, one in enumerate(plain)
    ]
    figures[-1] = replace(figures[-1], caveats=(last,))
    page = page_of(figures=replace(plain, figures=tuple(figures)))
    assert last.says in page
    assert "0 cells are empty." in page
    assert "40 cells are empty." not in page
