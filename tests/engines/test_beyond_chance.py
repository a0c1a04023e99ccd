"""What a count varies by chance alone, held against scipy's distributions."""

from __future__ import annotations

import pytest
from forces_apart import figure, rule_of
from scipy.stats import binom, poisson

from peelcheck.engines.notable import beyond_chance

SHARE = rule_of("VET009")
PEOPLE = rule_of("STS014")
CHANGE = rule_of("STS015")


@pytest.mark.parametrize(
    ("count", "found"), [(0, False), (5, False), (6, True), (9, True)]
)
def test_chance_has_two_sides_for_people(count: int, found: bool) -> None:  # noqa: FBT001
    """Where 1 is expected, 5 or more come up in 0.37 per cent of years, 6 in 0.06."""
    tail = poisson(1.0).sf(count - 1)
    assert bool(min(tail, poisson(1.0).cdf(count)) < 0.001) is found
    one = figure(count, 1000)
    assert beyond_chance(PEOPLE, one, 0.001, 0.998) is found


def test_the_limits_are_those_of_scipy_s_distributions() -> None:
    for count in range(60):
        one, tail = figure(count, 200), (1 - 0.95) / 2
        chance = {
            PEOPLE.id: (PEOPLE, poisson(0.1 * 200), 0.1),
            SHARE.id: (SHARE, binom(200, 0.1), 0.1),
            CHANGE.id: (CHANGE, binom(count + 200, 0.25 / 1.25), 0.25),
        }
        for rule, own, middle in chance.values():
            wanted = min(own.cdf(count), own.sf(count - 1)) < tail
            assert beyond_chance(rule, one, middle, 0.95) == wanted


def test_a_part_above_its_whole_is_beyond_chance() -> None:
    assert beyond_chance(SHARE, figure(11, 10), 0.5, 0.998)
