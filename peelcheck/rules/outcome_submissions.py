"""Rules over submissions of outcomes, month by month (A7, A8, A34).

Which forces send what by which way is not known, so none is named: rules count.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from peelcheck.authoring import column, edition
from peelcheck.model import (
    Basis,
    GroupRule,
    Kind,
    Rule,
    Severity,
)
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE, force_names
from peelcheck.rules.territorial import FORCES_ALONE, all_forces, in_scope
from peelcheck.tables.outcome_submissions import BY_HAND, HODH

__all__ = ["RULES"]

_NAMES = force_names()
_MONTH = {"month": date(2018, 9, 30)}
_HUB, _HAND = _MONTH | {"route": HODH}, _MONTH | {"route": BY_HAND}
_MONTHS = tuple(
    {"force": "Essex", "month": date(2018, number, 28)} for number in range(1, 13)
)


def _rows(row: Mapping[str, Any], count: int) -> tuple[dict[str, Any], ...]:
    return tuple({**row, "force": name} for name in _NAMES[:count])


THROUGH_THE_HUB = GroupRule(
    id="SUB001",
    statement="A34",
    basis=Basis.STATED,
    severity=Severity.QUERY,
    kinds=frozenset({Kind.COLLECTION}),
    table="outcome_submissions",
    says="Each month {outcome_submissions.through_the_hub} forces send through the "
    "Home Office Data Hub.",
    mend="Check the route of each force; if it is right, say since when it is so.",
    by=("month", "route"),
    when=(column("route") == HODH) & FORCES_ALONE,
    then=column("rows") == edition("outcome_submissions.through_the_hub"),
    passes=(
        _rows(_HUB, 37),
        (*_rows(_HUB, 37), _HUB | {"force": BRITISH_TRANSPORT_POLICE}),
    ),
    fails=(_rows(_HUB, 36), _rows(_HUB, 38)),
)

BY_HAND_EACH_MONTH = GroupRule(
    id="SUB002",
    statement="A34",
    basis=Basis.STATED,
    severity=Severity.QUERY,
    kinds=frozenset({Kind.COLLECTION}),
    table="outcome_submissions",
    says="Each month {outcome_submissions.by_hand} forces send a return made by hand.",
    mend="Check the route of each force; if it is right, say since when it is so.",
    by=("month", "route"),
    when=(column("route") == BY_HAND) & FORCES_ALONE,
    then=column("rows") == edition("outcome_submissions.by_hand"),
    passes=(_rows(_HAND, 6),),
    fails=(_rows(_HAND, 5), _rows(_HAND, 7)),
)

EVERY_MONTH = GroupRule(
    id="SUB003",
    statement="A34",
    basis=Basis.STATED,
    severity=Severity.QUERY,
    kinds=frozenset({Kind.COLLECTION}),
    table="outcome_submissions",
    says="Each force sends in {outcome_submissions.months} months.",
    mend="Add the month that is missing, or leave out those of other years.",
    by=("force",),
    then=column("rows") == edition("outcome_submissions.months"),
    passes=(_MONTHS,),
    fails=(_MONTHS[1:], (*_MONTHS, {"force": "Essex", "month": date(2019, 1, 28)})),
)

ALL_FORCES = all_forces("SUB004", "outcome_submissions")

SCOPE = in_scope("SUB005", "outcome_submissions")

RULES: tuple[Rule, ...] = (
    THROUGH_THE_HUB,
    BY_HAND_EACH_MONTH,
    EVERY_MONTH,
    ALL_FORCES,
    SCOPE,
)
