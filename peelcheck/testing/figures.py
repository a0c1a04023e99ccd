"""The assertion that figures of a job's own making are those of the annex."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from math import isnan
from numbers import Real
from typing import Any, Protocol

from peelcheck.errors import UnknownNameError, UsageError
from peelcheck.reading import read
from peelcheck.recomputing import Figures, recompute
from peelcheck.returns import Return
from peelcheck.testing.apart import Grounds, Pair, agree, apart_in_words

__all__ = ["Keyed", "assert_figures"]


class Keyed(Protocol):
    """Figures by force, or by force and group: a mapping, or a Series of pandas."""

    def __len__(self) -> int: ...

    def items(self) -> Iterable[tuple[Any, Any]]:
        """Yield the keys with their values."""
        ...


def assert_figures(
    got: Keyed,
    given: Any,
    *,
    metric: str,
    places: int | None = None,
    period: str | None = None,
    every_force: bool = False,
    **how: Any,
) -> Figures:
    """Assert that a job's figures are those that the annex's definition gives.

    Args:
        got: The job's figures in the metric's own unit, by force or, of a metric that
            has groups, by force and group. None or NaN is one that cannot be made.
        given: The return they were made from, as `peelcheck.read` takes it.
        metric: The metric's id, such as `stop_search_rate`.
        places: To how many decimals the job rounds; not at all, if not said.
        period: The last day of the period, where the return holds several.
        every_force: Whether each force that has a figure must be among the job's, in
            each group that the job gives: one lost on the way is a fault.
        **how: For what is to be read, the arguments of `peelcheck.read`.

    Returns:
        The figures as recomputed, all of that metric.

    Raises:
        AssertionError: Some differ. The message gives both values, the way to the
            right one, and what would have made the job's.
        UsageError: There are no figures to hold, one is no number or of no force, or
            they cannot be recomputed.
        UnknownNameError: There is no such metric.
        UnreadableError: The return cannot be read.

    """
    __tracebackhide__ = True
    if not len(got):
        message = "there are no figures to hold: the job gave none"
        raise UsageError(message)
    data = given if isinstance(given, Return) else read(given, **how)
    everything = recompute(data)
    figures = everything.only(metric=metric)
    if not figures.figures:
        held = ", ".join(dict.fromkeys(one.metric for one in everything))
        message = f"{metric} cannot be recomputed from {data.source}; it gives {held}"
        raise UsageError(message)
    pairs = [_pair(key, value, figures, metric, period) for key, value in got.items()]
    pairs += _lost(pairs, figures, period) if every_force else []
    apart = [
        one
        for one in pairs
        if one.figure is None or not agree(one.value, one.figure.value, places)
    ]
    if apart:
        grounds = Grounds(data, everything, metric, places, period)
        head = f"{len(apart):,} of {len(pairs):,} figures of {metric} do not come out"
        raise AssertionError("\n".join((head, *apart_in_words(apart, grounds))))
    return figures


def _pair(
    key: Any, value: Any, figures: Figures, metric: str, period: str | None
) -> Pair:
    """Return a job's value beside the figure it is held to.

    Raises:
        UsageError: The key or the value means nothing, or there are several periods.

    """
    parts = (key, "") if isinstance(key, str) else key
    match parts:
        case (str(area), str(group)):
            number = _value(value, key)
        case _:
            message = f"figures are by force, or by force and group, not by {key!r}"
            raise UsageError(message)
    try:
        figure = figures.of(metric, area, group, period=period)
    except UnknownNameError as error:
        return Pair(area, group, number, None, none_for=str(error))
    return Pair(area, group, number, figure)


def _value(value: Any, key: Any) -> float | None:
    if value is not None and not isinstance(value, Real | Decimal):
        message = f"the figure of {key!r} is {value!r}: give a number, None or NaN"
        raise UsageError(message)
    return None if value is None or isnan(value) else float(value)


def _lost(
    pairs: Sequence[Pair], figures: Figures, period: str | None
) -> Iterator[Pair]:
    """Yield the figures of forces that the job has none of, in the job's groups."""
    held = {(one.figure.force, one.figure.group) for one in pairs if one.figure}
    groups = {group for _, group in held}
    for one in figures:
        if one.total or one.value is None or one.group not in groups:
            continue
        if period in (None, str(one.period_end)) and (one.force, one.group) not in held:
            yield Pair(one.force, one.group, None, one, left_out=True)
