"""Twice the counts make twice the rates and numbers, and leave ratios and shares."""

from __future__ import annotations

from typing import Any

import pytest
from counted import counted_apart, drawn_for, figures_by_place, sums_of
from hypothesis import given
from hypothesis import strategies as st
from metamorphic import quickly, seeded

from peelcheck.counts import ROWS
from peelcheck.figures import Figure
from peelcheck.measures import Metric
from peelcheck.metrics import METRICS
from peelcheck.strategies import DrawnReturn
from peelcheck.tables import TABLES

_TIMES = {"rate": 2, "number": 2, "ratio": 1, "per cent": 1}
"""By what a value grows where every count is doubled, by what it is called."""


def doubled(drawn: DrawnReturn, metric: Metric) -> DrawnReturn:
    """Return a return with twice of all that a metric counts, and the people it had."""
    numerator, rows = metric.numerator, drawn.tables[metric.numerator.table]
    if numerator.value != ROWS:
        twice = [
            {**row, **{one: 2 * row[one] for one in sums_of(metric)}} for row in rows
        ]
        return drawn.with_rows(numerator.table, twice)
    link, key = numerator.link, TABLES[numerator.table].key
    for table in (numerator.table, *([link.to] if link else [])):
        rows = drawn.tables[table]
        name = link.on[-1] if link else next(iter(key[::-1]), "")
        again = [
            {**row, **({name: f"{row[name]} again"} if name else {})} for row in rows
        ]
        drawn = drawn.with_rows(table, (*rows, *again))
    return drawn


def near(what: Any) -> Any:
    """Return what is compared closely: sums of each force are kept to six decimals."""
    return pytest.approx(what, abs=1e-4)


def sizes(figure: Figure, times: int = 1) -> tuple[Any, ...]:
    """Return what a figure comes to, so many times."""
    bounds = figure.bounds or ()
    return tuple(one and one * times for one in (figure.value, *bounds))


@pytest.mark.parametrize("name", METRICS)
@quickly(3)
@given(data=st.data(), seed=st.integers())
def test_every_count_doubled(name: str, data: st.DataObject, seed: int) -> None:
    metric = METRICS[name]
    drawn = counted_apart(data.draw(drawn_for(metric)), metric, seeded(seed))
    once = figures_by_place(drawn, metric)
    twice = figures_by_place(doubled(drawn, metric), metric)
    assert twice.keys() == once.keys()
    assert any(one.value for one in once.values())
    for place, figure in twice.items():
        before = once[place]
        assert figure.numerator == near(2 * before.numerator)
        assert figure.undefined == before.undefined
        assert sizes(figure) == near(sizes(before, _TIMES[metric.value_word]))
