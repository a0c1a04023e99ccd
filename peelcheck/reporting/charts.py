"""Charts of a page: values side by side, and waterfalls."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peelcheck.figures import Step
from peelcheck.reporting.svg import Drawing, drawn
from peelcheck.wording import visible

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["Mark", "drawn_dots", "drawn_waterfall", "is_log"]

_WIDTH = 4.5  # inches; about as wide as a phone shows without shrinking the text
_ROW = 0.185
_LINE_HEIGHT = 0.7  # what each further line of a label adds to its row
_AROUND = 0.62
_FORCE, _TOTAL, _GONE, _LINE = "#1d5b8c", "#8f1d4c", "#b4530a", "#6b6b6b"
_LABEL = 26
_WIDE = 8
_REACH = (1 / 10, 10.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A value on a chart, with the ends of the line drawn through it.

    `total` marks the value of all forces, which the others are seen beside; `share` a
    part of a whole, which is seen from nought.
    """

    label: str
    value: float
    low: float | None = None
    high: float | None = None
    total: bool = False
    share: bool = False


def is_log(marks: Sequence[Mark], *, ratio: bool) -> bool:
    """Return whether values are drawn on a logarithmic axis.

    Ratios are, for twice and half lie equally far from 1; and so are other values that
    lie far apart, where none of them is nought. Shares never are.
    """
    if any(mark.share for mark in marks):
        return False
    values = [mark.value for mark in marks]
    positive = [value for value in values if value > 0]
    if ratio:
        return bool(positive)
    return len(positive) == len(values) and max(values) > _WIDE * min(values)


def drawn_dots(
    marks: Sequence[Mark], drawing: Drawing, *, axis: str, ratio: bool = False
) -> str:
    """Return a chart with a row for each value, the greatest first.

    Args:
        marks: The values; at least one.
        drawing: What the chart is called and shows.
        axis: The unit, written below the axis.
        ratio: Whether they are ratios, so that 1 is marked.

    Raises:
        MissingExtraError: matplotlib is not installed.

    """
    ordered = sorted(marks, key=lambda mark: (-mark.value, mark.label))
    log = is_log(ordered, ratio=ratio)

    def draw(axes: Axes) -> None:
        if log:
            axes.set_xscale("log")
        axes.set_xlim(*_reach(ordered, log=log, ratio=ratio))
        _guides(axes, ordered, ratio=ratio)
        for place, mark in enumerate(ordered):
            _row(axes, place, mark, log=log)
        _labels(axes, [mark.label for mark in ordered])
        _numbers_on(axes, log=log)
        axes.set_xlabel(visible(axis) + (", logarithmic" if log else ""))
        for place, mark in enumerate(ordered):
            if mark.total:
                axes.get_yticklabels()[place].set_fontweight("bold")

    return drawn(draw, _size([mark.label for mark in ordered]), drawing)


def drawn_waterfall(
    steps: Sequence[Step], drawing: Drawing, *, unit: str, places: int = 0
) -> str:
    """Return a chart of the way from all rows to what is counted.

    Args:
        steps: The steps; at least one.
        drawing: What the chart is called and shows.
        unit: What is counted, written beside the last bar.
        places: The decimals that numbers are written with.

    Raises:
        MissingExtraError: matplotlib is not installed.

    """
    bars = [(step.name, *_bar(step, first=not n)) for n, step in enumerate(steps)]
    bars.append((f"{unit} counted", 0, steps[-1].left, steps[-1].left, _FORCE))
    ends = [end for _, start, width, _, _ in bars for end in (start, start + width)]
    least, most = min(0, *ends), max(1, *ends)

    def draw(axes: Axes) -> None:
        axes.set_xlim(least, least + (most - least) * 1.3)
        for place, (_, start, width, count, colour) in enumerate(bars):
            axes.barh(
                place, width, left=start, height=0.6, color=colour, edgecolor=colour
            )
            axes.annotate(
                f"{count:,.{places}f}",
                (max(start, start + width), place),
                xytext=(4, 0),
                textcoords="offset points",
                va="center",
            )
        _labels(axes, [name for name, *_ in bars])
        axes.set_xticks([])
        axes.axvline(0, color=_LINE, linewidth=0.8)

    return drawn(draw, _size([name for name, *_ in bars], least=1), drawing)


def _size(labels: Sequence[str], *, least: int = 0) -> tuple[float, float]:
    """Return how large a chart is, with room in every row for its longest label."""
    further = max(least, *(_wrapped(label).count("\n") for label in labels))
    return _WIDTH, len(labels) * (1 + _LINE_HEIGHT * further) * _ROW + _AROUND


def _bar(step: Step, *, first: bool) -> tuple[float, float, float, str]:
    """Return where a step's bar starts, how long it is, its number and its colour."""
    if first:
        return 0, step.left, step.left, _LINE
    return step.left, -step.change, step.change, _GONE


def _reach(marks: Sequence[Mark], *, log: bool, ratio: bool) -> tuple[float, float]:
    """Return the ends of the axis: those of the lines; a long line may go beyond it."""
    ends = [end for mark in marks for end in (mark.value, mark.low, mark.high)]
    known = [end for end in ends if end is not None] + [1.0] * ratio
    if not log:
        return min(0.0, *known), (max(known) or 1.0) * 1.05
    positive = [end for end in known if end > 0]
    values = [mark.value for mark in marks if mark.value > 0]
    low = max(min(positive), _REACH[0] * min(1.0, *values))
    high = min(max(positive), _REACH[1] * max(1.0, *values))
    return low / 1.15, high * 1.15


def _guides(axes: Axes, marks: Sequence[Mark], *, ratio: bool) -> None:
    """Draw the lines that the values are seen beside: the total, and 1 for ratios."""
    if ratio:
        axes.axvline(1, color=_LINE, linewidth=0.8)
    for mark in marks:
        if mark.total:
            style = (0, (3, 2))
            axes.axvline(mark.value, color=_TOTAL, linewidth=0.9, linestyle=style)


def _row(axes: Axes, place: int, mark: Mark, *, log: bool) -> None:
    """Draw a value and its line; one that a log axis cannot hold, at its left edge."""
    colour = _TOTAL if mark.total else _FORCE
    edge = axes.get_xlim()[0]
    if mark.low is not None and mark.high is not None:
        ends = [max(mark.low, edge), mark.high]
        axes.plot(ends, [place, place], color=colour, linewidth=1.1)
    shape = "D" if mark.total else "o"
    value = mark.value
    if log and value <= 0:
        shape, value = "<", edge
    axes.plot([value], [place], shape, color=colour, markersize=4.2, clip_on=False)


def _labels(axes: Axes, labels: Sequence[str]) -> None:
    axes.set_yticks(range(len(labels)), [_wrapped(label) for label in labels])
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    for name in ("top", "right", "left"):
        axes.spines[name].set_visible(False)
    axes.spines["bottom"].set_color(_LINE)


def _numbers_on(axes: Axes, *, log: bool) -> None:
    from matplotlib.ticker import (  # noqa: PLC0415 - optional
        FuncFormatter,
        LogLocator,
        MaxNLocator,
        NullFormatter,
    )

    axes.grid(axis="x", color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,g}"))
    if not log:
        axes.xaxis.set_major_locator(MaxNLocator(6))
        return
    low, high = axes.get_xlim()
    subs = (1.0,) if high / low > 500 else (1.0, 2.0, 5.0)
    axes.xaxis.set_major_locator(LogLocator(subs=subs))
    axes.xaxis.set_minor_formatter(NullFormatter())


def _wrapped(text: str) -> str:
    """Return a label in three lines at most, so that a group's name stands whole."""
    lines = textwrap.wrap(visible(text), _LABEL, max_lines=3, placeholder=" ...")
    return "\n".join(lines)
