"""Rules that hold each force against the others: how they differ, and how they move (A5).

That forces looked for what was notably different is stated; from where on something is
notable is not, so all of that is named assumptions of the edition.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from peelcheck.authoring import column, edition
from peelcheck.comparing import Against, Limits
from peelcheck.conditions import ALWAYS, Condition
from peelcheck.model import Basis, Kind, NotableRule, Severity
from peelcheck.reference.forces import force_names
from peelcheck.reference.populations import reference_rows
from peelcheck.shape import Missing
from peelcheck.tables import TABLES

__all__ = ["as_a_share", "per_resident", "since_the_year_before"]

_VINTAGE = column("year") == edition("population.vintage")
_WITH_RESIDENTS = column("force") != edition("assumptions.city_of_london")
_DISTANCE = "{assumptions.notable_distance} usual distances"
_CHANGE = "{assumptions.notable_change_distance} usual distances"
_FAR = Limits(
    distance=edition("assumptions.notable_distance"),
    share=edition("assumptions.notable_share"),
    probability=edition("assumptions.notable_probability"),
    others=edition("assumptions.notable_others"),
)
_MOVED = replace(_FAR, distance=edition("assumptions.notable_change_distance"))
_SHARED: Final[Mapping[str, Any]] = {
    "statement": "A5",
    "basis": Basis.DERIVED,
    "severity": Severity.QUERY,
    "kinds": frozenset({Kind.COLLECTION, Kind.PUBLICATION}),
    "missing": Missing.UNDECIDED,
}
_NAMES = tuple(name for name in force_names() if name != "City of London")[:14]
_SPREAD = (0.9, 1.1, 0.95, 1.0, 1.05)
"""What forces of the examples have, as shares of what is usual."""


def per_resident(
    rule_id: str,
    table: str,
    value: str,
    *,
    what: str,
    unit: str,
    cells: Mapping[str, Any],
    by: tuple[str, ...] = (),
    times: int = 1000,
    when: Condition = ALWAYS,
    each: tuple[Mapping[str, Any], ...] = ({},),
    partly: bool = False,
    counted: bool = True,
) -> NotableRule:
    """Return the rule that no force's figure per resident is far from the others'.

    Args:
        rule_id: The id of the rule.
        table: The table.
        value: The column that is added up.
        by: What tells figures apart [default: the period and the force].
        what: What is divided by residents, such as `Searches`.
        unit: Its unit, such as `searches per 1,000 people`.
        times: The people in that.
        when: Which rows count.
        cells: The other cells of a row of the examples.
        each: What tells the rows apart that make a figure, where they are so many.
        partly: Whether a figure may lack cells.
        counted: Whether it is a count of events, which chance moves.

    """
    people = {
        row["force"]: row["population"]
        for row in reference_rows("population_mid_year")
        if row["year"] == 2017
    }
    usual = {name: people[name] * 5 // 1000 for name in _NAMES}
    return NotableRule(
        **_SHARED,
        id=rule_id,
        table=table,
        says=f"{what}, by residents, are within {_DISTANCE} of the median of the "
        "other forces; {assumptions.city_of_london}, of few residents, is left out.",
        mend="Check the count; if it is right, say what makes the force different.",
        value=value,
        by=by or _own(table),
        per="population",
        reference="population_mid_year",
        where=_VINTAGE,
        when=_WITH_RESIDENTS if when == ALWAYS else _WITH_RESIDENTS & when,
        expects=len(each) if len(each) > 1 else None,
        partly=partly,
        counted=counted,
        limits=_FAR,
        unit=unit,
        times=times,
        **_examples(value, usual, cells, each),
    )


def as_a_share(
    rule_id: str,
    table: str,
    value: str,
    per: str,
    *,
    what: str,
    unit: str,
    by: tuple[str, ...] = (),
    cells: Mapping[str, Any],
) -> NotableRule:
    """Return the rule that no force's share is far from the others'.

    Args:
        rule_id: The id of the rule.
        table: The table.
        value: The column of the part.
        per: That of the whole.
        by: What tells figures apart [default: the period and the force].
        what: What the share is, such as `The share without clearance`.
        unit: Its unit, such as `per cent of the workforce`.
        cells: The other cells of a row of the examples.

    """
    usual = dict.fromkeys(_NAMES, 50)
    return NotableRule(
        **_SHARED,
        id=rule_id,
        table=table,
        says=f"{what} is within {_DISTANCE} of the median of the other forces.",
        mend="Check both counts; if they are right, say what makes the force "
        "different.",
        value=value,
        by=by or _own(table),
        per=per,
        limits=_FAR,
        unit=unit,
        times=100,
        **_examples(value, usual, {**cells, per: 1000}),
    )


def since_the_year_before(
    rule_id: str,
    table: str,
    value: str,
    period: str,
    *,
    what: str,
    unit: str,
    by: tuple[str, ...] = (),
    when: Condition = ALWAYS,
    cells: Mapping[str, Any],
    partly: bool = False,
    counted: bool = True,
) -> NotableRule:
    """Return the rule that no force moved in a year as the others did not.

    Args:
        rule_id: The id of the rule.
        table: The table.
        value: The column that is added up.
        period: That of the last day of the twelve months, or the day of the count.
        by: What tells figures apart [default: the period and the force].
        what: What is compared, such as `Searches`.
        unit: What is counted.
        when: Which rows count.
        cells: The other cells of a row of the examples.
        partly: Whether a figure may lack cells.
        counted: Whether it is a count of events, which chance moves.

    """
    usual = dict.fromkeys(_NAMES, 1000)
    last = {period: date(2018, 3, 31)}
    told = _examples(value, usual, {**last, **cells, **last})
    old = {value: 1000, period: date(2017, 3, 31)}
    return NotableRule(
        **_SHARED,
        id=rule_id,
        table=table,
        says=f"The change of {what} from the year before is within {_CHANGE} of the "
        "median of the other forces.",
        mend="Check both years; if they are right, say what changed.",
        value=value,
        by=by or _own(table),
        against=Against.YEAR_BEFORE,
        when=when,
        partly=partly,
        counted=counted,
        limits=_MOVED,
        unit=unit,
        **{
            side: (tuple(one for row in rows for one in (row, row | old)),)
            for side, (rows,) in told.items()
        },
    )


def _examples(
    value: str,
    usual: Mapping[str, int],
    cells: Mapping[str, Any],
    each: tuple[Mapping[str, Any], ...] = ({},),
) -> dict[str, Any]:
    """Return examples: forces near one another, one of them far off, one without."""
    named = [
        {"force": name, value: round(count * _SPREAD[at % 5])}
        for at, (name, count) in enumerate(usual.items())
    ]
    near = [{**one, **cells, **one} for one in named]
    first, *rest = near
    told = {
        "passes": near,
        "fails": [{**first, value: 9 * first[value]}, *rest],
        "undecided": [{**first, value: None}, *rest],
    }
    return {
        side: (tuple({**row, **one} for row in rows for one in each),)
        for side, rows in told.items()
    }


def _own(table: str) -> tuple[str, ...]:
    """Return what tells the figures of forces in a table apart."""
    period = TABLES[table].period_column
    return (period, "force") if period else ("force",)
