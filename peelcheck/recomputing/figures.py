"""Recomputed figures, and how each came about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from peelcheck.errors import UnknownNameError
from peelcheck.measures import Figure
from peelcheck.metrics import METRICS
from peelcheck.reference.editions import Edition
from peelcheck.reference.forces import force_named
from peelcheck.returns import Manifest
from peelcheck.tabular import as_pandas
from peelcheck.wording import figure_in_words

if TYPE_CHECKING:
    import pandas as pd


__all__ = ["FIGURE_COLUMNS", "Figures", "figure_row"]

FIGURE_COLUMNS = (
    "metric",
    "force",
    "group",
    "numerator",
    "denominator",
    "value",
    "unit",
    "vintage",
    "period",
    "as_stated",
    "share_unknown",
    "bound_low",
    "bound_high",
    "interval_low",
    "interval_high",
    "caveats",
)
"""The columns of the tidy form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Recomputed figures, and the return they come from.

    Attributes:
        source: The return's name.
        manifest: Its manifest, with what was assumed.
        edition: The edition the metrics were bound to.
        figures: The figures, metric by metric, the total first and then by force.
        notes: What was taken from elsewhere for want of it in the return.

    """

    source: str
    manifest: Manifest
    edition: Edition
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Figure]:
        return iter(self.figures)

    def of(self, metric: str, force: str, group: str = "") -> Figure:
        """Return one figure.

        Args:
            metric: The metric's id.
            force: The force by any accepted spelling, or `England and Wales`.
            group: The group, for a ratio.

        Raises:
            UnknownNameError: There is no such figure.

        """
        if metric not in METRICS:
            raise UnknownNameError.of("metric", metric, METRICS)
        mine = [one for one in self.figures if one.metric == metric]
        name = self._area(force, mine)
        groups = {one.group: one for one in mine if one.force == name}
        if group not in groups:
            raise UnknownNameError.of("group", group, groups)
        return groups[group]

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

    def _area(self, name: str, figures: Sequence[Figure]) -> str:
        areas = {one.force for one in figures}
        found = name if name in areas else force_named(name)
        if found not in areas:
            raise UnknownNameError.of("area", found, areas)
        return found

    def explain(self, metric: str, force: str, group: str = "") -> str:
        """Return in words how a figure came about, exclusion by exclusion.

        Raises:
            UnknownNameError: There is no such figure.

        """
        return figure_in_words(self.of(metric, force, group), METRICS[metric])

    def to_pandas(self) -> pd.DataFrame:
        """Return the figures as a pandas frame, one row a figure.

        Raises:
            MissingExtraError: pandas is not installed.

        """
        rows = [figure_row(one) for one in self.figures]
        return as_pandas(rows, FIGURE_COLUMNS, whole="denominator")


def figure_row(figure: Figure) -> dict[str, Any]:
    """Return a figure as one tidy row, under `FIGURE_COLUMNS`."""
    bounds = figure.bounds or (None, None)
    interval = figure.interval or (None, None)
    row = {name: getattr(figure, name) for name in FIGURE_COLUMNS[:11]}
    row |= dict(zip(FIGURE_COLUMNS[11:15], (*bounds, *interval), strict=True))
    row["caveats"] = ", ".join(caveat.id for caveat in figure.caveats)
    return row
