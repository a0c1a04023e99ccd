"""Whether rows are all of one kind, and all the months are there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from peelcheck.counts import Numerator
from peelcheck.engines.groups import COUNT
from peelcheck.periods import month_ends
from peelcheck.recomputing.counting import Row
from peelcheck.wording import day_in_words

__all__ = ["agreed", "months_lacking", "unlike"]


def months_lacking(
    rows: Iterable[Row], numerator: Numerator, window: tuple[date, date] | None
) -> str:
    """Return which months of a window have no number, in words; empty if all have."""
    if not numerator.monthly or window is None:
        return ""
    there = {row[numerator.monthly] for row in rows if not row[COUNT]}
    wanted = month_ends(*window)
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
    return "; ".join(texts[0] for texts in found if len(texts) == 1) or None


def unlike(rows: Iterable[Row], numerator: Numerator) -> str:
    """Return in what rows differ that must agree, in words; empty if in nothing."""
    kept = list(rows)
    found = {name: _said(kept, name) for name in numerator.alike}
    return "; ".join(
        f"{name.replace('_', ' ')} is not the same in all rows: {', '.join(texts)}"
        for name, texts in found.items()
        if len(texts) > 1
    )


def _said(rows: Iterable[Row], name: str) -> list[str]:
    found = {row[name] for row in rows if row[name] is not None}
    return sorted(
        day_in_words(one) if isinstance(one, date) else str(one) for one in found
    )
