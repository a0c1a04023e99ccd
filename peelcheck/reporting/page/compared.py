"""What each force has, on the page, where a rule holds forces against one another."""

from __future__ import annotations

from peelcheck.reporting.compared import figure_of
from peelcheck.reporting.page.sheets import Sheet, sheet
from peelcheck.results import RuleResult
from peelcheck.wording import number

__all__ = ["compared_of"]


def compared_of(result: RuleResult) -> Sheet:
    """Return what each force has: period by period, the lowest first."""
    names = list(result.compared[0].key)
    rows = [
        (
            one.force,
            *(str(one.key[name]) for name in names),
            figure_of(one),
            _counted(one.count),
            _counted(one.base),
            number(one.distance, 1),
            "stands apart" if one.found else "",
        )
        for one in result.compared
    ]
    keys = (name.replace("_", " ").capitalize() for name in names)
    unit = f"{result.compared[0].unit.capitalize()}#"
    counts = ("Counted#", "Divided by#", "Usual distances#", "Found")
    caption = f"What each force has: {result.rule.id}"
    return sheet(caption, ("Force", *keys, unit, *counts), rows)


def _counted(value: float) -> str:
    return number(value, 0 if float(value).is_integer() else 2)
