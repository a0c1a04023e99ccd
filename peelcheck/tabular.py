"""Findings and figures as pandas frames, for those who have pandas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from peelcheck.errors import MissingExtraError
from peelcheck.measures import Figure

if TYPE_CHECKING:
    import pandas as pd

    from peelcheck.results import Finding

__all__ = ["figures_frame", "findings_frame"]


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
    rows = [
        {
            "metric": one.metric,
            "force": one.force,
            "group": one.group,
            "numerator": one.numerator,
            "denominator": one.denominator,
            "value": one.value,
            "unit": one.unit,
            "vintage": one.vintage,
            "period": one.period,
            "as_stated": one.as_stated,
            "share_unknown": one.share_unknown,
            "caveats": ", ".join(caveat.id for caveat in one.caveats),
        }
        for one in figures
    ]
    frame: pd.DataFrame = _pandas().DataFrame(rows)
    return frame.astype({"denominator": "Int64"})


def _pandas() -> Any:
    try:
        import pandas as pd  # noqa: PLC0415 - optional
    except ImportError:
        raise MissingExtraError.of("pandas", "pandas") from None
    return pd
