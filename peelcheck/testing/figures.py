"""The assertion that figures of a job's own making are those of the annex."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isclose, isnan
from typing import Any, TypeAlias

from peelcheck.claims import Held
from peelcheck.errors import UnknownNameError, UsageError
from peelcheck.figures import Figure
from peelcheck.reading import read
from peelcheck.recomputing import Figures, recompute
from peelcheck.returns import Return
from peelcheck.verifying import verify
from peelcheck.wording import departures_in_words

__all__ = ["Key", "assert_figures"]

Key: TypeAlias = str | tuple[str, str]
"""A force or `England and Wales`, and a group where the metric has some."""

_CLOSE = 1e-9
_DIGITS = 6
_SHOWN = 5
_WAYS = 3


def assert_figures(
    got: Mapping[str, float | None] | Mapping[tuple[str, str], float | None],
    given: Any,
    *,
    metric: str,
    places: int | None = None,
    period: str | None = None,
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
        **how: For what is to be read, the arguments of `peelcheck.read`.

    Returns:
        The figures as recomputed, all of that metric.

    Raises:
        AssertionError: Some differ. The message gives both values, the way to the
            right one, and what would have made the job's.
        UsageError: There are no figures to hold, or they cannot be recomputed.
        UnknownNameError: There is no such metric.
        UnreadableError: The return cannot be read.

    """
    __tracebackhide__ = True
    if not got:
        message = "there are no figures to hold: the job gave none"
        raise UsageError(message)
    data = given if isinstance(given, Return) else read(given, **how)
    figures = recompute(data).only(metric=metric)
    pairs = {
        key: (_value(value), _of(figures, metric, key, period))
        for key, value in got.items()
    }
    apart = {
        key: pair for key, pair in pairs.items() if not _agree(*pair, places=places)
    }
    if apart:
        lines = _told(apart, figures, data, metric, places)
        head = f"{len(apart):,} of {len(got):,} figures of {metric} do not come out"
        raise AssertionError("\n".join((head, *lines)))
    return figures


def _of(figures: Figures, metric: str, key: Key, period: str | None) -> Figure | None:
    area, group = (key, "") if isinstance(key, str) else key
    try:
        return figures.of(metric, area, group, period=period)
    except UnknownNameError:
        return None


def _value(value: float | None) -> float | None:
    return None if value is None or isnan(value) else float(value)


def _agree(value: float | None, figure: Figure | None, *, places: int | None) -> bool:
    """Say whether a value is the figure's, but for rounding."""
    if figure is None:
        return False
    if value is None or figure.value is None:
        return value is None and figure.value is None
    if isclose(value, figure.value, rel_tol=_CLOSE, abs_tol=_CLOSE):
        return True
    half = 0.0 if places is None else 0.5 * 10.0**-places
    return abs(value - figure.value) <= half * (1 + _CLOSE)


def _told(
    apart: Mapping[Key, tuple[float | None, Figure | None]],
    figures: Figures,
    data: Return,
    metric: str,
    places: int | None,
) -> Iterator[str]:
    """Yield for the first figures both values, the way to the right one, and how."""
    for key in [*apart][:_SHOWN]:
        value, figure = apart[key]
        yield ""
        yield key if isinstance(key, str) else ", ".join(key)
        yield f"  - {_number(value)}  the job's"
        if figure is None:
            known = sorted({one.force for one in figures})
            yield f"  + no such figure; there are those of {_some(known)}"
            continue
        yield f"  + {_number(figure.value)}  {_made_of(figure)}"
        for step in figure.steps:
            yield f"      {step.name}: {step.left:,.15g}"
        if value is not None:
            digits = _DIGITS if places is None else places
            yield from _ways(f"{value:.{digits}f}", key, data, metric)
    if (more := len(apart) - _SHOWN) > 0:
        yield f"\nand {more:,} more"


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:,.{_DIGITS}g}"


def _some(names: list[str]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _made_of(figure: Figure) -> str:
    """Return what a figure was divided from, or why it is none."""
    if figure.value is None:
        return figure.undefined
    if figure.denominator is None:
        return figure.unit
    sides = f"{figure.numerator:,.15g} / {figure.denominator:,.15g}"
    if figure.reference_denominator:
        sides = f"({sides}) / "
        sides += f"({figure.reference_numerator:,.15g} / "
        sides += f"{figure.reference_denominator:,.15g})"
    return f"{sides}, {figure.unit}, {figure.vintage}"


def _ways(value: str, key: Key, data: Return, metric: str) -> Iterator[str]:
    """Yield departures from the definition that would have made the job's value."""
    area, group = (key, "") if isinstance(key, str) else key
    claim = {"id": "the job's", "subject": area, "metric": metric, "group": group}
    held = verify([{**claim, "figure": value}], data).held
    yield from _rivals(held[0]) if held else ()


def _rivals(held: Held) -> Iterator[str]:
    found = held.rivals.found if held.rivals else ()
    fewest = min((len(one.departures) for one in found), default=0)
    for one in [one for one in found if len(one.departures) == fewest][:_WAYS]:
        yield f"  the job's would be: {departures_in_words(one.departures)}"
