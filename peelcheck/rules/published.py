"""Rules on where and when published figures are from (A5, A27, A31, A47)."""

from datetime import date
from functools import reduce

from peelcheck.authoring import column, edition, manifest
from peelcheck.conditions import Condition
from peelcheck.model import Basis, Kind, ManifestRule, RowRule, Severity
from peelcheck.shape import Missing

__all__ = ["covering", "of_one_period", "of_the_period", "of_the_release"]

Days = tuple[date, date]


def of_the_release(rule_id: str, table: str) -> ManifestRule:
    """Return the rule that counts are of the release of recorded crime and outcomes."""
    return ManifestRule(
        id=rule_id,
        statement="A27",
        basis=Basis.STATED,
        severity=Severity.ERROR,
        milder={Kind.PUBLICATION: Severity.QUERY},
        period_bound=True,
        missing=Missing.UNDECIDED,
        table=table,
        says="The counts are taken from the release of {recorded_crime.release}.",
        mend="Take them from that release, or say which one was used: later ones "
        "revise.",
        then=column("release") == edition("recorded_crime.release"),
        passes=({"release": "2018-12"},),
        fails=({"release": "2019-01"},),
        undecided=({"release": None},),
    )


def covering(
    rule_id: str,
    table: str,
    windows: tuple[str, ...],
    *,
    statement: str,
    says: str,
    passes: tuple[Days, ...],
    fails: tuple[Days, ...],
) -> ManifestRule:
    """Return the rule that figures cover a window of the edition, or one of several."""
    covered = [_covers(window) for window in windows]
    start, end = passes[0]
    return ManifestRule(
        id=rule_id,
        statement=statement,
        basis=Basis.STATED,
        severity=Severity.NOTE,
        missing=Missing.UNDECIDED,
        table=table,
        says=says,
        mend="Nothing, if another period is meant: its figures are labelled with it.",
        then=reduce(lambda one, other: one | other, covered),
        passes=tuple(map(_period, passes)),
        fails=tuple(map(_period, fails)),
        undecided=(
            {"period_start": None, "period_end": end},
            {"period_start": start, "period_end": None},
        ),
    )


def _covers(window: str) -> Condition:
    return (column("period_start") == edition(f"{window}.start")) & (
        column("period_end") == edition(f"{window}.end")
    )


def _period(days: Days) -> dict[str, date]:
    return dict(zip(("period_start", "period_end"), days, strict=True))


def of_the_period(rule_id: str, table: str, period: str) -> RowRule:
    """Return the rule that each row is of the manifest's period."""
    return RowRule(
        id=rule_id,
        statement="A5",
        basis=Basis.DERIVED,
        severity=Severity.QUERY,
        table=table,
        says="Each row is of the period that the manifest names.",
        mend="Correct the date, or the period in the manifest.",
        then=column(period) == manifest("period_end"),
        passes=({period: date(2018, 3, 31)},),
        fails=({period: date(2017, 3, 31)},),
    )


def of_one_period(rule_id: str, table: str) -> ManifestRule:
    """Return the rule that all rows are of one period."""
    return ManifestRule(
        id=rule_id,
        statement="A5",
        basis=Basis.DERIVED,
        severity=Severity.QUERY,
        table=table,
        says="All rows are of one period.",
        mend="Correct the date of the odd rows, or hand each period in on its own.",
        then=column("several_periods").is_missing(),
        passes=({"several_periods": None},),
        fails=({"several_periods": "2018-03-31, 2019-03-31"},),
    )
