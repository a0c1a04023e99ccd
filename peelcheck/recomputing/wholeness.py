"""Whether rows are all of one kind, and all the months are there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from peelcheck.counts import Numerator
from peelcheck.engines.groups import COUNT
from peelcheck.periods import month_ends
from peelcheck.recomputing.counting import MET, Row
from peelcheck.wording import day_in_words

__all__ = ["agreed", "months_lacking", "unlike"]


def months_lacking(
    rows: Iterable[Row], numerator: Numerator, window: tuple[date, date] | None
) -> str:
    """Return what is wrong with the months of a window, in words; empty if nothing.

    Each month has one number, under its last day.
    """
    if not numerator.monthly or window is None:
        return ""
    kept, wanted = list(rows), month_ends(*window)
    days = {row[numerator.monthly] for row in kept}
    if odd := sorted(day for day in days if day is not None and day not in wanted):
        return f"{day_in_words(odd[0])} is not the last day of one of the months"
    if any(row["cells"] > 1 for row in kept):
        return "a month stands twice"
    there = {row[numerator.monthly] for row in kept if not row[COUNT]}
    lacking = [f"{day:%B %Y}" for day in wanted if day not in there]
    if not lacking:
        return ""
    more = f" and {len(lacking) - 3} more" if len(lacking) > 3 else ""
    return (
        f"{len(lacking)} of the {len(wanted)} months have no number: "
        f"{', '.join(lacking[:3])}{more}"
    )


def agreed(rows: Iterable[Row], numerator: Numerator) -> str | None:
    """Return what all rows agree in, in words; nothing where nothing is said."""
    kept = list(rows)
    found = [_said(kept, name) for name in numerator.alike]
    same = [texts[0] for texts in found if len(texts) == 1 and texts != [_BLANK]]
    return "; ".join(same) or None


def unlike(rows: Iterable[Row], numerator: Numerator) -> str:
    """Return in what rows differ that must agree, in words; empty if in nothing."""
    kept = list(rows)
    found = {name: _said(kept, name) for name in numerator.alike}
    return "; ".join(
        f"{name.replace('_', ' ')} is not the same in all rows: {', '.join(texts)}"
        for name, texts in found.items()
        if len(texts) > 1
    )


_BLANK = "not given"


def _said(rows: Iterable[Row], name: str) -> list[str]:
    """Return what rows say in a column, each once, but those that are left out."""
    found = {row[name] for row in rows if not row[MET] and row[COUNT] < row["cells"]}
    texts = (day_in_words(one) if isinstance(one, date) else one for one in found)
    return sorted(_BLANK if one is None else str(one) for one in texts)
