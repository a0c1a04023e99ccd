"""Rows that a metric leaves out leave its values, and rules mind only faulty ones."""

from __future__ import annotations

from typing import Any

import pytest
from counted import counted_apart, drawn_for, figures_by_place
from hypothesis import given
from hypothesis import strategies as st
from metamorphic import quickly, seeded, seen

from peelcheck import Verdict
from peelcheck.conditions import Condition, bind, columns_of, holds
from peelcheck.counts import ROWS, Exclusion
from peelcheck.measures import Metric
from peelcheck.metrics import METRICS
from peelcheck.model import Kind
from peelcheck.recomputing.readied import bound_of
from peelcheck.reference.editions import DEFAULT_EDITION, edition_named
from peelcheck.strategies import DrawnReturn, returns
from peelcheck.strategies.solving import Draw, settle
from peelcheck.tables import TABLES
from peelcheck.tables.stop_search import NOT_STATED, VEHICLE_ONLY
from peelcheck.tables.stop_search_records import VEHICLE_SEARCH
from peelcheck.testing import with_british_transport_police

_EDITION = edition_named(DEFAULT_EDITION)
READY = {
    metric.id: bound_of(metric, lambda name: _EDITION.value(name.name))
    for metric in METRICS.values()
}
LEFT_OUT = [
    (metric.id, out.name)
    for metric in READY.values()
    for out in metric.numerator.exclusions
]


def bound(condition: Condition) -> Condition:
    """Return a condition of a metric with the edition's values put in."""
    return bind(condition, lambda name: _EDITION.value(name.name))


def left_out(metric: Metric, out: Exclusion, row: dict[str, Any], draw: Draw) -> None:
    """Change a row as little as need be for a metric to leave it out."""
    table, flags = TABLES[metric.numerator.table], metric.numerator.flags
    labels = metric.numerator.labels
    if labels and labels.becomes in columns_of(out.when):
        row[labels.column] = None
        return
    flagged = [flags[name] for name in columns_of(out.when) if name in flags]
    for flag in flagged:
        settle(bound(flag), row, draw, table, to=False)
    if not flagged:
        settle(bound(out.when), row, draw, table)


def with_one_more(
    drawn: DrawnReturn, metric: Metric, out: Exclusion, draw: Draw
) -> DrawnReturn:
    """Return a return with a row more that a metric leaves out.

    Where a row of its key stands already, that one counts more.
    """
    table, value = metric.numerator.table, metric.numerator.value
    rows, key = drawn.tables[table], TABLES[table].key
    where = bound(metric.numerator.where)
    row = dict(draw(st.sampled_from([one for one in rows if holds(where, one)])))
    left_out(metric, out, row, draw)
    if value == ROWS and key:
        row[key[-1]] = f"{row[key[-1]]} more"
    elif value != ROWS:
        row[value] = row[value] or 1
    for at, one in enumerate(rows if key else ()):
        if all(one[name] == row[name] for name in key):
            return drawn.with_row(table, at, {**one, value: one[value] + row[value]})
    return drawn.with_rows(table, (*rows, row))


@pytest.mark.parametrize(("name", "left"), LEFT_OUT)
@quickly(2)
@given(data=st.data(), seed=st.integers())
def test_rows_left_out_change_no_value(
    name: str, left: str, data: st.DataObject, seed: int
) -> None:
    metric = READY[name]
    (out,) = (one for one in metric.numerator.exclusions if one.name == left)
    beyond = "force" in columns_of(out.when)  # which one force's own cannot hold
    kind = Kind.PUBLICATION if beyond else Kind.SUBMISSION
    drawn = data.draw(drawn_for(metric, kind))
    drawn = counted_apart(drawn, metric, seeded(seed))
    more = with_one_more(drawn, metric, out, data.draw)
    assert more != drawn
    before, after = (figures_by_place(one, metric) for one in (drawn, more))
    values = {place: figure.value for place, figure in before.items()}
    assert any(values.values())
    assert {place: figure.value for place, figure in after.items()} == values


_BY_FORCE = ("stop_search", "population", "population_by_ethnic_group")


@pytest.mark.parametrize("group", [VEHICLE_ONLY, NOT_STATED])
@quickly(2)
@given(drawn=returns(kind=Kind.PUBLICATION, tables=_BY_FORCE))
def test_searches_of_nobody_in_particular_may_be_there_or_not(
    group: str, drawn: DrawnReturn
) -> None:
    """One force has rows of them in any case, for a publication has both groups."""
    first, *_ = rows = drawn.tables["stop_search"]
    kept = (
        row
        for row in rows
        if row["ethnic_group"] != group or row["force"] == first["force"]
    )
    fewer = drawn.with_rows("stop_search", kept)
    assert fewer != drawn
    assert told(drawn) == told(fewer)


@pytest.mark.parametrize(
    "changes",
    [
        {"search_type": VEHICLE_SEARCH, "self_defined_ethnicity": None},
        {"self_defined_ethnicity": None},
        {"self_defined_ethnicity": NOT_STATED},
    ],
)
@quickly(2)
@given(data=st.data())
def test_single_searches_of_nobody_in_particular(
    changes: dict[str, Any], data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from(Kind))
    drawn = data.draw(returns(kind=kind, tables=["stop_search_records"]))
    rows = drawn.tables["stop_search_records"]
    added = data.draw(st.lists(st.sampled_from(rows), min_size=1, max_size=5))
    more = drawn.with_rows(
        "stop_search_records", (*rows, *({**row, **changes} for row in added))
    )
    assert told(more) == told(drawn)


def told(drawn: DrawnReturn) -> tuple[dict[str, str], dict[Any, float | None]]:
    """Return the verdicts of rules above a note, and the values of figures."""
    look = seen(drawn.read(), notes=False)
    verdicts = {
        # A rule that had no row to look at may have one now.
        name: verdict.replace(Verdict.NOT_APPLICABLE, Verdict.PASSED)
        for name, (verdict, *_) in look.verdicts.items()
    }
    return verdicts, {
        (one.metric, one.force, one.group, one.period): one.value
        for one in look.figures
    }


@quickly(2)
@given(returns(kind=Kind.PUBLICATION))
def test_british_transport_police_change_no_value_and_no_verdict(
    drawn: DrawnReturn,
) -> None:
    more = with_british_transport_police(drawn)
    assert more != drawn
    assert told(more) == told(drawn)
