"""Recomputed figures, and how each came about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from peelcheck.errors import UnknownNameError, UsageError
from peelcheck.figures import Figure
from peelcheck.manifest import Manifest
from peelcheck.metrics import METRICS
from peelcheck.reference.areas import ENGLAND_AND_WALES, area_named
from peelcheck.reference.editions import Edition
from peelcheck.tabular import as_pandas
from peelcheck.wording import figure_in_words

if TYPE_CHECKING:
    import pandas as pd


__all__ = ["FIGURE_COLUMNS", "Figures", "figure_row"]

FIGURE_COLUMNS = (
    "metric",
    "force",
    "total",
    "group",
    "numerator",
    "denominator",
    "reference_numerator",
    "reference_denominator",
    "value",
    "unit",
    "vintage",
    "period",
    "period_end",
    "as_stated",
    "share_unknown",
    "beside",
    "undefined",
    "bound_low",
    "bound_high",
    "interval_low",
    "interval_high",
    "lacks",
    "caveats",
)
"""The columns of the tidy form."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Figures:
    """Recomputed figures, and the return they come from.

    Attributes:
        source: The return's name.
        manifest: Its manifest, with what was assumed.
        edition: The edition the metrics were bound to.
        figures: The figures, metric by metric, the total first and then by force.
        notes: What was taken from elsewhere for want of it in the return.
        checked_ok: Whether the return passes its check.

    """

    source: str
    manifest: Manifest
    edition: Edition
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()
    checked_ok: bool = True

    def __iter__(self) -> Iterator[Figure]:
        return iter(self.figures)

    def __repr__(self) -> str:
        """Return one line, however many figures there are."""
        return f"<Figures of {self.source}: {len(self.figures)} figures>"

    def of(
        self,
        metric: str,
        force: str | None = None,
        group: str = "",
        *,
        period: str | None = None,
    ) -> Figure:
        """Return one figure.

        Args:
            metric: The metric's id.
            force: The force by any accepted spelling, or `England and Wales` for the
                total, whatever it lacks; by default the submission's own force, else
                the total.
            group: The group, where the metric has some.
            period: The last day of the period, such as `2018-03-31`, where the data
                hold several.

        Raises:
            UnknownNameError: There is no such figure.
            UsageError: There are several, of several periods.

        """
        if metric not in METRICS:
            raise UnknownNameError.of("metric", metric, METRICS)
        mine = [one for one in self.figures if one.metric == metric]
        area = self._area(force, mine)
        groups = [one for one in mine if one.force == area]
        if not group and len({one.group for one in groups}) == 1:
            group = groups[0].group
        found = {str(one.period_end): one for one in groups if one.group == group}
        if not found:
            raise _no_group(metric, group, groups)
        if period is None and len(found) > 1:
            message = f"there are several periods, name one: {', '.join(found)}"
            raise UsageError(message)
        if period is not None and period not in found:
            raise UnknownNameError.of("period", period, found)
        return found[period or next(iter(found))]

    def only(self, *, metric: str | None = None, force: str | None = None) -> Figures:
        """Return the figures of one metric, one force, or both.

        Raises:
            UnknownNameError: There are no such figures.

        """
        if metric is not None and metric not in METRICS:
            raise UnknownNameError.of("metric", metric, METRICS)
        area = self._area(force, self.figures) if force else None
        kept = tuple(
            one
            for one in self.figures
            if metric in (None, one.metric) and area in (None, one.force)
        )
        return replace(self, figures=kept)

    def _area(self, name: str | None, figures: Sequence[Figure]) -> str:
        areas = {one.force: one.total for one in figures}
        totals = [area for area, total in areas.items() if total]
        if name is None:
            name = self.manifest.force or ENGLAND_AND_WALES
        if name in areas:
            return name
        if name == ENGLAND_AND_WALES and totals:
            return totals[0]
        found = area_named(name)
        if found not in areas:
            raise UnknownNameError.of("area", found, areas)
        return found

    def explain(
        self,
        metric: str,
        force: str | None = None,
        group: str = "",
        *,
        period: str | None = None,
    ) -> str:
        """Return in words how a figure came about, exclusion by exclusion.

        Args:
            metric: As for `of`, and so `force`, `group` and `period`.
            force: The force, or `England and Wales`.
            group: The group, where the metric has some.
            period: The last day of the period.

        Raises:
            UnknownNameError: There is no such figure.
            UsageError: There are several, of several periods.

        """
        figure = self.of(metric, force, group, period=period)
        return figure_in_words(figure, METRICS[metric])

    def to_pandas(self) -> pd.DataFrame:
        """Return the figures as a pandas frame, one row a figure.

        Raises:
            MissingExtraError: pandas is not installed.

        """
        rows = [figure_row(one) for one in self.figures]
        return as_pandas(rows, FIGURE_COLUMNS, whole="denominator")


def _no_group(metric: str, group: str, figures: Sequence[Figure]) -> UsageError:
    known = dict.fromkeys(one.group for one in figures)
    if group or not known:
        return UnknownNameError.of("group", group, known)
    return UsageError(f"{metric} has groups, name one: {'; '.join(known)}")


def figure_row(figure: Figure) -> dict[str, Any]:
    """Return a figure as one tidy row, under `FIGURE_COLUMNS`."""
    bounds = figure.bounds or (None, None)
    interval = figure.interval or (None, None)
    return {
        **{name: getattr(figure, name) for name in FIGURE_COLUMNS[:17]},
        **dict(zip(FIGURE_COLUMNS[17:21], (*bounds, *interval), strict=True)),
        "lacks": "; ".join(figure.lacks),
        "caveats": "; ".join(caveat.id for caveat in figure.caveats),
    }
