"""Figures of a job that do not come out, in words: both values, and what made them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isclose

from peelcheck.claims import Held
from peelcheck.figures import Figure
from peelcheck.metrics import METRICS
from peelcheck.recomputing import Figures
from peelcheck.returns import Return
from peelcheck.verifying import verify
from peelcheck.wording import departures_in_words

__all__ = ["Grounds", "Pair", "agree", "apart_in_words"]

_JOBS, _LEFT_OUT = "the job's", "left out by the job"
_CLOSE = 1e-9
_DIGITS, _MOST_DIGITS = 6, 17
_SHOWN = 5
_WAYS = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A job's value, and the figure it is held to.

    Attributes:
        area: The force, or `England and Wales`.
        group: The group, where the metric has some.
        value: The job's value; nothing where it has none.
        figure: The figure; nothing where there is none to hold it to.
        none_for: Why there is none.
        left_out: Whether the job does not give it, where it must.

    """

    area: str
    group: str
    value: float | None
    figure: Figure | None
    none_for: str = ""
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a job's figures are held to: the return, its figures, and how near."""

    data: Return
    figures: Figures
    metric: str
    places: int | None
    period: str | None


def agree(value: float | None, wanted: float | None, places: int | None) -> bool:
    """Say whether two values are the same, but for rounding to some decimals."""
    if value is None or wanted is None:
        return value is None and wanted is None
    if isclose(value, wanted, rel_tol=_CLOSE, abs_tol=_CLOSE):
        return True
    half = 0.0 if places is None else 0.5 * 10.0**-places
    return abs(value - wanted) <= half * (1 + _CLOSE)


def apart_in_words(pairs: Sequence[Pair], grounds: Grounds) -> Iterator[str]:
    """Yield for the first both values, the way to the right one, and the job's."""
    for one in pairs[:_SHOWN]:
        yield ""
        yield f"{one.area}, {one.group}" if one.group else one.area
        wanted = one.figure.value if one.figure else None
        digits = _telling_digits(one.value, wanted)
        whose = _LEFT_OUT if one.left_out else _JOBS
        yield f"  - {_number(one.value, digits)}  {whose}"
        if one.figure is None:
            yield f"  + no figure: {one.none_for}"
            continue
        yield f"  + {_number(wanted, digits)}  {_made_of(one.figure)}"
        for step in one.figure.steps:
            yield f"      {step.name}: {step.left:,.15g}"
        if one.value is not None:
            yield from _rounded(one.value, one.figure, grounds)
            yield from _ways(one, one.value, grounds)
            yield from _of_another(one.value, one.figure, grounds)
    if (more := len(pairs) - _SHOWN) > 0:
        yield f"\nand {more:,} more"


def _telling_digits(value: float | None, wanted: float | None) -> int:
    """Return how many digits tell two values from each other, at least six."""
    digits = _DIGITS
    while digits < _MOST_DIGITS and _number(value, digits) == _number(wanted, digits):
        digits += 1
    return digits


def _number(value: float | None, digits: int = _DIGITS) -> str:
    return "none" if value is None else f"{value:,.{digits}g}"


def _made_of(figure: Figure) -> str:
    """Return what a figure was divided from, or why it is none."""
    if figure.value is None:
        return figure.undefined
    if figure.denominator is None:
        return figure.unit
    sides = f"{figure.numerator:,.15g} / {figure.denominator:,.15g}"
    if METRICS[figure.metric].ratio:
        sides = f"({sides}) / "
        sides += f"({figure.reference_numerator:,.15g} / "
        sides += f"{figure.reference_denominator:,.15g})"
    return f"{sides}, {figure.unit}, {figure.vintage}"


def _rounded(value: float, figure: Figure, grounds: Grounds) -> Iterator[str]:
    """Yield that the job's is the figure rounded, where nobody said so."""
    if grounds.places is None and figure.value is not None:
        for places in range(_DIGITS):
            if agree(value, round(figure.value, places), None):
                yield f"  the job's is rounded: say so by places={places}"
                return


def _ways(pair: Pair, value: float, grounds: Grounds) -> Iterator[str]:
    """Yield departures from the definition that would have made the job's value."""
    claim = {
        "id": _JOBS,
        "subject": pair.area,
        "metric": grounds.metric,
        "group": pair.group,
        "figure": f"{value:.{_DIGITS if grounds.places is None else grounds.places}f}",
        "period": grounds.period or "",
    }
    for held in verify([claim], grounds.data).held:
        yield from _rivals(held)


def _rivals(held: Held) -> Iterator[str]:
    found = held.rivals.found if held.rivals else ()
    fewest = min((len(one.departures) for one in found), default=0)
    for one in [one for one in found if len(one.departures) == fewest][:_WAYS]:
        yield f"  the job's would be: {departures_in_words(one.departures)}"


def _of_another(value: float, figure: Figure, grounds: Grounds) -> Iterator[str]:
    """Yield the metric of the same table that it is, or that it takes one side of."""
    metric, places = METRICS[figure.metric], grounds.places
    for other in grounds.figures:
        theirs = METRICS[other.metric]
        if theirs == metric or theirs.numerator.table != metric.numerator.table:
            continue
        if _place(other) != _place(figure):
            continue
        if agree(value, other.value, places):
            yield f"  the job's is {other.metric}: {_made_of(other)}"
        for above, below in ((other, figure), (figure, other)):
            if metric.of and below.denominator:
                made = metric.of * above.numerator / below.denominator
                if agree(value, made, places):
                    yield f"  the job's would be: {_crossed(above, below)}"


def _place(figure: Figure) -> tuple[object, ...]:
    return figure.force, figure.group, figure.period_end


def _crossed(above: Figure, below: Figure) -> str:
    return (
        f"one basis over another, {above.numerator:,.15g} of {above.metric} / "
        f"{below.denominator:,.15g} of {below.metric}"
    )
