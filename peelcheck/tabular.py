"""Rows as a pandas frame, for those who have pandas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from peelcheck.errors import MissingExtraError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["as_pandas"]


def as_pandas(
    rows: Sequence[Mapping[str, Any]],
    columns: Sequence[str],
    whole: str | Sequence[str],
) -> pd.DataFrame:
    """Return rows as a frame.

    Args:
        rows: The rows.
        columns: Its columns, also where there are no rows.
        whole: The column, or columns, of whole numbers that may have gaps.

    Raises:
        MissingExtraError: pandas is not installed.

    """
    try:
        import pandas as pd  # noqa: PLC0415 - optional
    except ImportError:
        raise MissingExtraError.of("pandas", "pandas") from None
    numbers = (whole,) if isinstance(whole, str) else whole
    frame = pd.DataFrame(rows, columns=list(columns))
    return frame.astype(dict.fromkeys(numbers, "Int64"))
