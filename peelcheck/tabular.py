"""Findings and figures as pandas frames, for those who have pandas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from peelcheck.errors import MissingExtraError
from peelcheck.measures import Figure

if TYPE_CHECKING:
    import pandas as pd

    from peelcheck.results import Finding

__all__ = ["FIGURE_COLUMNS", "figure_row", "figures_frame", "findings_frame"]


def findings_frame(findings: Sequence[Finding]) -> pd.DataFrame:
    """Return one row a finding: rule, severity, table, source, row, message.

    Raises:
        MissingExtraError: pandas is not installed.

    """
    rows = [
        {
            "rule": one.rule,
            "severity": one.severity.value,
            "table": one.table,
            "source": one.source,
            "row": one.row,
            "key": ", ".join(f"{k} = {v}" for k, v in one.key.items()),
            "message": one.message,
        }
        for one in findings
    ]
    columns = ["rule", "severity", "table", "source", "row", "key", "message"]
    frame: pd.DataFrame = _pandas().DataFrame(rows, columns=columns)
    return frame.astype({"row": "Int64"})


def figures_frame(figures: Sequence[Figure]) -> pd.DataFrame:
    """Return one row a figure, tidy, with its numerator, denominator and caveats.

    Raises:
        MissingExtraError: pandas is not installed.

    """
    rows = [figure_row(one) for one in figures]
    frame: pd.DataFrame = _pandas().DataFrame(rows, columns=list(FIGURE_COLUMNS))
    return frame.astype({"denominator": "Int64"})


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


def figure_row(figure: Figure) -> dict[str, Any]:
    """Return a figure as one tidy row, under `FIGURE_COLUMNS`."""
    bounds = figure.bounds or (None, None)
    interval = figure.interval or (None, None)
    row = {name: getattr(figure, name) for name in FIGURE_COLUMNS[:11]}
    row |= dict(zip(FIGURE_COLUMNS[11:15], (*bounds, *interval), strict=True))
    row["caveats"] = ", ".join(caveat.id for caveat in figure.caveats)
    return row


def _pandas() -> Any:
    try:
        import pandas as pd  # noqa: PLC0415 - optional
    except ImportError:
        raise MissingExtraError.of("pandas", "pandas") from None
    return pd
