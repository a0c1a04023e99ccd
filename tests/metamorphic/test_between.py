"""A total lies between its forces, and a group of groups between these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import pytest
from counted import counted_apart, drawn_for, figures_by_place
from hypothesis import given
from hypothesis import strategies as st
from metamorphic import quickly, seeded

from peelcheck.figures import Figure
from peelcheck.metrics import METRICS

DIVIDED = [
    name
    for name, one in METRICS.items()
    if one.base and not one.ratio and one.of_forces
]
RATIOS = [name for name, one in METRICS.items() if one.ratio]


def exactly(figure: Figure, per: int) -> Fraction:
    """Return what a figure's counts make, which is its value if it has one."""
    assert figure.denominator is not None
    value = Fraction(figure.numerator) / Fraction(figure.denominator) * per
    if figure.reference_numerator and figure.reference_denominator and per == 1:
        theirs = Fraction(figure.reference_numerator)
        value /= theirs / Fraction(figure.reference_denominator)
    if figure.value is not None:
        assert figure.value == pytest.approx(float(value), rel=1e-12, abs=1e-12)
    return value


def lies_between(one: Fraction, others: Iterable[Fraction]) -> bool:
    """Say whether a value lies between others; at none of their ends if they differ."""
    known = {*others}
    if len(known) == 1:
        return one in known
    return min(known) < one < max(known)


@pytest.mark.parametrize("name", DIVIDED)
@quickly(3)
@given(data=st.data(), seed=st.integers())
def test_a_total_lies_between_its_smallest_and_its_largest_force(
    name: str, data: st.DataObject, seed: int
) -> None:
    metric = METRICS[name]
    drawn = counted_apart(data.draw(drawn_for(metric)), metric, seeded(seed))
    by_group: dict[Any, list[Figure]] = defaultdict(list)
    for (_, group, end), figure in figures_by_place(drawn, metric).items():
        by_group[group, end].append(figure)
    looked_at = 0
    for total, *forces in by_group.values():
        known = [one for one in forces if one.force not in total.lacks]
        assert total.total
        if any(one.numerator for one in known):
            values = [exactly(one, metric.per) for one in known if one.denominator]
            assert lies_between(exactly(total, metric.per), values)
            looked_at += 1
    assert looked_at


@pytest.mark.parametrize("name", RATIOS)
@quickly(6)
@given(data=st.data(), seed=st.integers())
def test_a_group_of_groups_lies_between_them(
    name: str, data: st.DataObject, seed: int
) -> None:
    metric = METRICS[name]
    drawn = counted_apart(data.draw(drawn_for(metric)), metric, seeded(seed))
    made = figures_by_place(drawn, metric)
    parts = {
        whole.name: [one.name for one in metric.groups if _is_part(one, whole)]
        for whole in metric.groups
    }
    together = {name: names for name, names in parts.items() if names}
    assert together
    looked_at = 0
    for (force, group, end), figure in made.items():
        own = [made[force, name, end] for name in together.get(group, ())]
        if own and all(one.denominator and not one.undefined for one in own):
            assert lies_between(exactly(figure, 1), [exactly(one, 1) for one in own])
            looked_at += 1
    assert looked_at > 40


def _is_part(one: Any, whole: Any) -> bool:
    return set(one.members) < set(whole.members)
