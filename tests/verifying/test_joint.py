"""Claims on one metric seen together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peelcheck.claims import Claim, Joint
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.editions import Edition
from peelcheck.verifying.departures import AREA, departures_from
from peelcheck.verifying.joint import Party, joint_view
from peelcheck.verifying.rivals import prints, search
from peelcheck.verifying.ways import Ways

Make = Callable[..., Claim]
MakeWays = Callable[..., Ways]
ALL = "All minority ethnic groups"


@pytest.fixture(scope="module")
def parties(claim: Make, ways: MakeWays, edition: Edition) -> list[Party]:
    """Return the four printed figures of stop and search, each with its search."""
    made = (
        claim(id="rate", metric="stop_search_rate", figure="3.6"),
        claim(
            id="national",
            metric="stop_search_rate",
            figure="9.6",
            subject=ENGLAND_AND_WALES,
        ),
        claim(id="all", metric="stop_search_ratio", figure="4.2", group=ALL),
        claim(id="black", metric="stop_search_ratio", figure="8.8", group="Black"),
    )
    found = []
    for one in made:
        way = ways(one.metric, one.subject, one.group)
        reproduced = one.id == "black"
        found.append(Party(one, way, None if reproduced else search(one, way, edition)))
    return found


@pytest.fixture(scope="module")
def joint(parties: list[Party]) -> tuple[Joint, ...]:
    """Return what they show together."""
    return joint_view(parties)


def test_departures_are_ranked_by_how_many_claims_they_print(
    joint: tuple[Joint, ...],
) -> None:
    rates = [one for one in joint if one.metric == "stop_search_rate"]
    assert [[d.says for d in one.departures] for one in rates] == [
        [
            "British Transport Police kept in",
            "vehicle only kept in",
            "ethnicity not stated kept in",
            "each counted twice",
        ],
        [
            "vehicle only kept in",
            "ethnicity not stated kept in",
            "each counted twice",
            "ONS mid-2016 population",
        ],
    ]
    assert {(one.claims, one.of) for one in rates} == {(("rate", "national"), 2)}


def test_what_prints_three_claims_stands_before_what_prints_two(
    claim: Make, ways: MakeWays, edition: Edition
) -> None:
    rate = "stop_search_rate"
    with_vehicles = ("Essex", "Kent", "Surrey")
    parties = []
    for force in with_vehicles:
        way = ways(rate, force)
        kept = next(
            one
            for one in departures_from(way.work.metric, "", force, edition)
            if one.says == "vehicle only kept in"
        )
        made = way.made([kept])
        assert made is not None
        figure = f"{float(made.value):.1f}"
        printed = claim(id=force, subject=force, metric=rate, figure=figure)
        parties.append(Party(printed, way, search(printed, way, edition)))
    found = joint_view(parties)
    counts = [len(one.claims) for one in found]
    assert found[0].claims == with_vehicles
    assert counts == sorted(counts, reverse=True)
    assert set(counts) == {2, 3}


def test_a_reproduced_claim_counts_where_a_departure_leaves_it_so(
    joint: tuple[Joint, ...],
) -> None:
    ratios = [one for one in joint if one.metric == "stop_search_ratio"]
    assert [d.says for d in ratios[0].departures] == [
        "Other Ethnic Group (2011 grouping) left out of the population"
    ]
    assert ratios[0].claims == ("all", "black")


def test_every_claim_named_is_printed_and_no_other_area_stands_in(
    joint: tuple[Joint, ...], parties: list[Party]
) -> None:
    for one in joint:
        assert all(d.kind != AREA for d in one.departures)
        mine = [party for party in parties if party.claim.metric == one.metric]
        printed = tuple(
            party.claim.id
            for party in mine
            if prints(party.ways.made(one.departures), party.claim, one.departures)
        )
        assert one.claims == printed
        assert one.of == len(mine)
    counts = [(one.metric, -len(one.claims)) for one in joint]
    assert counts == sorted(counts, key=lambda two: (two[0] != "stop_search_rate", two))


def test_one_claim_alone_has_no_view(parties: list[Party]) -> None:
    assert joint_view(parties[:1]) == ()
    assert joint_view([parties[0], parties[2]]) == ()


def test_a_set_that_prints_one_claim_alone_is_not_in_it(
    claim: Make, ways: MakeWays, edition: Edition, parties: list[Party]
) -> None:
    never = claim(id="never", metric="stop_search_rate", figure="987.6")
    way = ways("stop_search_rate", "Essex")
    pair = [parties[0], Party(never, way, search(never, way, edition))]
    assert joint_view(pair) == ()
