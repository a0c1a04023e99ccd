"""Rules that hold each force against the others, and its move in a year too (A5).

That forces looked for what was notably different is stated; from where on something is
notable is not, so all of that is named assumptions of the edition.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from peelcheck.against import Against, Limits
from peelcheck.authoring import column, edition
from peelcheck.conditions import ALWAYS, Condition
from peelcheck.model import Basis, Kind, NotableRule, Severity
from peelcheck.reference.forces import force_names
from peelcheck.reference.populations import reference_rows
from peelcheck.shape import Missing
from peelcheck.tables import TABLES

__all__ = ["Measure", "as_a_share", "per_resident", "since_the_year_before"]

_VINTAGE = column("year") == edition("population.vintage")
_RESIDENTS = column("force") != edition("assumptions.city_of_london")
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
_EXAMPLE_YEAR = 2017
_SPREAD = (0.9, 1.1, 0.95, 1.0, 1.05)
"""What forces of the examples have, as shares of what is usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What of a table is compared.

    Attributes:
        value: The column that is added up.
        what: What it is, such as `Searches`.
        unit: What is counted.
        cells: The other cells of a row of the examples.
        by: What tells figures apart [default: the period and the force].
        when: Which rows count.
        each: What tells the rows apart that make a figure, where they are so many.
        partly: Whether a figure may lack cells.
        counted: Whether it is a count of events, which chance moves.
        one_row: Whether one row alone makes a figure.

    """

    value: str
    what: str
    unit: str
    cells: Mapping[str, Any]
    by: tuple[str, ...] = ()
    when: Condition = ALWAYS
    each: tuple[Mapping[str, Any], ...] = ({},)
    partly: bool = False
    counted: bool = True
    one_row: bool = False


def per_resident(
    rule_id: str, table: str, of: Measure, *, times: int = 1000
) -> NotableRule:
    """Return the rule that no force's figure per resident is far from the others'.

    Args:
        rule_id: The id of the rule.
        table: The table.
        of: What is divided by residents.
        times: The people that the figure is told for.

    """
    people = {
        row["force"]: row["population"]
        for row in reference_rows("population_mid_year")
        if row["year"] == _EXAMPLE_YEAR
    }
    usual = {name: people[name] * 5 // 1000 for name in _NAMES}
    return NotableRule(
        **_SHARED,
        **_of_measure(table, of),
        **_examples(of, usual, of.cells),
        id=rule_id,
        says=f"{of.what}, by residents, are within {_DISTANCE} of the median of the "
        "other forces; {assumptions.city_of_london}, of few residents, is left out.",
        mend="Check the count; if it is right, say what makes the force different.",
        per="population",
        reference="population_mid_year",
        where=_VINTAGE,
        when=_RESIDENTS if of.when == ALWAYS else _RESIDENTS & of.when,
        limits=_FAR,
        unit=f"{of.unit} per {f'{times:,} people' if times > 1 else 'person'}",
        times=times,
    )


def as_a_share(rule_id: str, table: str, of: Measure, per: str) -> NotableRule:
    """Return the rule that no force's share is far from the others'.

    Args:
        rule_id: The id of the rule.
        table: The table.
        of: The part.
        per: The column of the whole.

    """
    usual = dict.fromkeys(_NAMES, 50)
    return NotableRule(
        **_SHARED,
        **_of_measure(table, of),
        **_examples(of, usual, {**of.cells, per: 1000}),
        id=rule_id,
        says=f"{of.what}, as a share of {per}, is within {_DISTANCE} of the median of "
        "the other forces.",
        mend="Check both counts; if they are right, say what makes the force "
        "different.",
        per=per,
        when=of.when,
        limits=_FAR,
        unit=f"per cent of {of.unit}",
        times=100,
    )


def since_the_year_before(
    rule_id: str, table: str, of: Measure, period: str
) -> NotableRule:
    """Return the rule that no force moved in a year as the others did not.

    Args:
        rule_id: The id of the rule.
        table: The table.
        of: What is held against that of the year before.
        period: The column of the last day of the months, or of the day of the count.

    """
    last = {period: date(2018, 3, 31)}
    told = _examples(of, dict.fromkeys(_NAMES, 1000), {**last, **of.cells, **last})
    old = {of.value: 1000, period: date(2017, 3, 31)}
    both: dict[str, Any] = {
        side: (tuple(one for row in rows for one in (row, row | old)),)
        for side, (rows,) in told.items()
    }
    return NotableRule(
        **_SHARED,
        **_of_measure(table, of),
        **both,
        id=rule_id,
        says=f"{of.what} moved from the year before within {_CHANGE} of the median "
        "move of the other forces.",
        mend="Check both years; if they are right, say what changed.",
        against=Against.YEAR_BEFORE,
        when=of.when,
        limits=_MOVED,
        unit=of.unit,
    )


def _of_measure(table: str, of: Measure) -> dict[str, Any]:
    period = TABLES[table].period_column
    return {
        "table": table,
        "value": of.value,
        "by": of.by or ((period, "force") if period else ("force",)),
        "expects": len(of.each) if of.one_row or len(of.each) > 1 else None,
        "partly": of.partly,
        "counted": of.counted,
    }


def _examples(
    of: Measure, usual: Mapping[str, int], cells: Mapping[str, Any]
) -> dict[str, Any]:
    """Return examples: forces near one another, one of them far off, one without."""
    named = [
        {"force": name, of.value: round(count * _SPREAD[at % len(_SPREAD)])}
        for at, (name, count) in enumerate(usual.items())
    ]
    near = [{**one, **cells, **one} for one in named]
    first, *rest = near
    told = {
        "passes": near,
        "fails": [{**first, of.value: 9 * first[of.value]}, *rest],
        "undecided": [{**first, of.value: None}, *rest],
    }
    return {
        side: (tuple({**row, **one} for row in rows for one in of.each),)
        for side, rows in told.items()
    }
