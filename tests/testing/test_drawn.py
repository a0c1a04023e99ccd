"""A drawn return in words, and with British Transport Police in it."""

from __future__ import annotations

import pytest

import peelcheck
from peelcheck import UsageError
from peelcheck.strategies import DrawnReturn
from peelcheck.strategies.valid import valid_return
from peelcheck.testing import with_british_transport_police
from peelcheck.testing.drawn import drawn_in_words


@pytest.fixture
def crimes() -> DrawnReturn:
    return valid_return("peel-2018-19", "submission", ["crimes"])


def test_the_small_return_is_told_by_how_to_make_it(crimes: DrawnReturn) -> None:
    first, *_, last = drawn_in_words(crimes.copied()).split("\n")
    small = "valid_return('peel-2018-19', 'submission', ['crimes'], 'Essex')"
    assert first == f"The return it was given is {small}."
    assert last.startswith("Essex,C4,")


def test_cells_and_rows_that_differ_are_listed(crimes: DrawnReturn) -> None:
    rows = crimes.tables["crimes"]
    other = crimes.with_row("crimes", 1, {**rows[1], "offence": None}).without(
        "crimes", [3]
    )
    lines = drawn_in_words(other).split("\n")
    assert lines[1] == "  crimes row 2: offence Theft offences -> empty"
    assert lines[2].startswith("  - crimes row 4: force = Essex, crime = C4")


def test_many_rows_that_differ_are_counted() -> None:
    drawn = valid_return("peel-2018-19", "publication", ["stop_search"])
    text = drawn_in_words(drawn.without("stop_search", range(63)))
    assert text.count("\n") < 15
    assert "  - stop_search row 1: year_ending = 2018-03-31, force = Avon and" in text
    assert text.endswith("and 55 more such rows")


def test_the_nearest_small_return_may_hold_british_transport_police() -> None:
    drawn = valid_return("peel-2018-19", "publication", ["stop_search"])
    text = drawn_in_words(with_british_transport_police(drawn))
    small = "valid_return('peel-2018-19', 'publication', ['stop_search'])"
    named = f"with_british_transport_police({small})"
    assert text.startswith(f"The return it was given is {named}.")


def test_a_manifest_of_ones_own_is_let_stand(crimes: DrawnReturn) -> None:
    text = drawn_in_words(DrawnReturn({}, crimes.tables))
    assert text.startswith("The return it was given:\n# manifest: {}")


def test_british_transport_police_is_a_note_in_a_publication_alone(
    crimes: DrawnReturn,
) -> None:
    drawn = valid_return("peel-2018-19", "publication", ["stop_search", "population"])
    more = with_british_transport_police(drawn)
    assert len(more.tables["stop_search"]) > len(drawn.tables["stop_search"])
    assert more.tables["population"] == drawn.tables["population"]
    report = peelcheck.check(more.read())
    assert report.ok
    assert report.of("STS001").failed == 63
    with pytest.raises(UsageError, match="only a publication"):
        with_british_transport_police(crimes)
