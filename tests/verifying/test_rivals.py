"""The search for departures that print a figure."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from returns import frame
from searched import searched
from ways_made import ways_of

from peelcheck.claims import Claim
from peelcheck.reference.editions import Edition
from peelcheck.verifying.departures import AREA, TRUNCATED
from peelcheck.verifying.rivals import (
    LISTED,
    MOST,
    Search,
    _combinations,
    _effective,
    prints,
    search,
)
from peelcheck.verifying.ways import Ways

Make = Callable[..., Claim]
MakeWays = Callable[..., Ways]
ALL = "All minority ethnic groups"


@pytest.fixture(scope="module")
def rate(claim: Make) -> Claim:
    return claim(metric="stop_search_rate", figure="3.6")


@pytest.fixture(scope="module")
def ratio(claim: Make) -> Claim:
    return claim(metric="stop_search_ratio", figure="4.2", group=ALL)


@pytest.fixture(scope="module")
def rates(ways: MakeWays) -> Ways:
    return ways("stop_search_rate", "Essex")


@pytest.fixture(scope="module")
def ratios(ways: MakeWays) -> Ways:
    return ways("stop_search_ratio", "Essex", ALL)


@pytest.fixture(scope="module", params=["rate", "ratio"])
def looked(
    request: pytest.FixtureRequest,
    edition: Edition,
) -> tuple[Claim, Ways, Search]:
    """Return a claim, its ways, and the search for what prints it."""
    one = request.getfixturevalue(request.param)
    made = request.getfixturevalue(f"{request.param}s")
    return one, made, search(one, made, edition)


def test_every_combination_found_prints_the_figure(
    looked: tuple[Claim, Ways, Search],
) -> None:
    claim, ways, found = looked
    assert found.hits
    for chosen in found.hits:
        assert prints(ways.made(chosen), claim, chosen)
    for rival in found.rivals.found:
        made = ways.made(rival.departures)
        assert made is not None
        assert (made.numerator, made.denominator) == (
            rival.numerator,
            rival.denominator,
        )
        assert float(made.value) == rival.value


def test_combinations_have_one_to_four_departures_of_different_choices(
    looked: tuple[Claim, Ways, Search],
) -> None:
    for chosen in looked[2].hits:
        assert 1 <= len(chosen) <= MOST
        assert len({one.choice for one in chosen}) == len(chosen)


def test_no_departure_of_a_combination_is_idle(
    looked: tuple[Claim, Ways, Search],
) -> None:
    _, ways, found = looked
    made = {frozenset(chosen): ways.made(chosen) for chosen in found.hits}
    for chosen, value in made.items():
        assert not any(less < chosen and made[less] == value for less in made)


def test_they_are_listed_by_number_of_departures_and_all_are_counted(
    looked: tuple[Claim, Ways, Search],
) -> None:
    _, _, found = looked
    sizes = [len(one.departures) for one in found.rivals.found]
    assert sizes == sorted(sizes)
    assert sum(found.rivals.hits.values()) == len(found.hits)
    for size, count in found.rivals.hits.items():
        assert sizes.count(size) == min(count, LISTED)
    assert found.rivals.distinct <= found.rivals.tried


def test_every_option_changes_the_figure(
    looked: tuple[Claim, Ways, Search], edition: Edition
) -> None:
    claim, ways, _ = looked
    definition = ways.made()
    assert definition is not None
    options = [
        one for many in _effective(claim, ways, edition).values() for one in many
    ]
    assert {one.kind for one in options} >= {AREA, TRUNCATED}
    for one in options:
        made = ways.made((one,))
        assert made is not None
        assert (made.value != definition.value) is (one.kind != TRUNCATED)


def test_a_search_made_again_is_the_same(
    looked: tuple[Claim, Ways, Search], ways: MakeWays, edition: Edition
) -> None:
    claim, _, found = looked
    fresh = ways(claim.metric, "Essex", claim.group)
    assert search(claim, fresh, edition) == found


def test_a_truncated_claim_is_not_truncated_again(
    claim: Make, rates: Ways, edition: Edition
) -> None:
    cut = claim(metric="stop_search_rate", figure="3.6", rounding="truncated")
    found = search(cut, rates, edition)
    assert not any(one.kind == TRUNCATED for chosen in found.hits for one in chosen)
    twice = next(
        chosen
        for chosen in found.hits
        if [one.says for one in chosen]
        == ["vehicle only kept in", "each counted twice", "the figure of Cheshire"]
    )
    made = rates.made(twice)
    assert made is not None
    assert 3.6 <= float(made.value) < 3.7


def test_a_figure_that_nothing_prints_has_no_rival(
    claim: Make, rates: Ways, edition: Edition
) -> None:
    found = search(claim(metric="stop_search_rate", figure="987.6"), rates, edition)
    assert found.hits == ()
    assert found.rivals.hits == {}
    assert found.rivals.found == ()
    assert found.rivals.tried == 3_516
    assert found.rivals.distinct == 1_330


def test_a_combination_without_a_value_is_not_counted_as_tried(
    claim: Make, edition: Edition
) -> None:
    kent = [one for one in searched("Kent") if one["ethnic_group"][0] in "WB"]
    rows = frame(*searched(), *kent)
    both = ways_of("stop_search_ratio", ALL, kind="collection", stop_search=rows)
    one = claim(metric="stop_search_ratio", figure="4.2", group=ALL)
    options = _effective(one, both, edition)
    alone = {d.says: d for many in options.values() for d in many}
    area, out = alone["the figure of Kent"], "Black or Black British left out of the"
    assert both.made((area,)) is not None
    assert both.made((alone[f"{out} count"], area)) is None
    combined = sum(
        prod(len(options[name]) for name in names)
        for size in range(1, MOST + 1)
        for names in combinations(options, size)
    )
    assert all(both.made((one,)) for many in options.values() for one in many)
    tried = search(one, both, edition).rivals.tried
    assert 0 < tried < combined
    assert tried == sum(both.made(some) is not None for some in _combinations(options))


def test_no_two_options_but_areas_have_one_effect(
    looked: tuple[Claim, Ways, Search], edition: Edition
) -> None:
    claim, ways, _ = looked
    every = [one for many in _effective(claim, ways, edition).values() for one in many]
    made = [ways.made((one,)) for one in every if one.kind not in {AREA, TRUNCATED}]
    assert len(set(made)) == len(made)


def test_nothing_is_printed_by_no_figure(claim: Make, rates: Ways) -> None:
    counts = claim(metric="stop_search_rate", figure="52 of 60")
    assert not prints(rates.made(), counts, ())
    assert not prints(None, claim(figure="3.6"), ())


@settings(max_examples=15, deadline=None)
@given(figure=st.integers(0, 99).map(lambda tenths: f"{tenths / 10:.1f}"))
def test_whatever_is_claimed_a_hit_prints_it(
    figure: str, claim: Make, rates: Ways, edition: Edition
) -> None:
    one = claim(metric="stop_search_rate", figure=figure)
    found = search(one, rates, edition)
    assert all(prints(rates.made(chosen), one, chosen) for chosen in found.hits)
    assert found.rivals.tried == 3_516
