"""Rules that every table of forces has: which it may, and must, hold (A5, A7, A8)."""

from datetime import date
from typing import Any

from peelcheck.authoring import column, manifest
from peelcheck.expected import OWN_FORCES, OWN_PERIODS, ExpectedKeys
from peelcheck.model import Basis, CoverageRule, Kind, RowRule, Severity
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE, force_names

__all__ = ["FORCES_ALONE", "all_forces", "in_scope", "own_rows_only"]

FORCES_ALONE = column("force") != BRITISH_TRANSPORT_POLICE
"""What rules over groups ask of a row: whether it may be there is the scope rule's."""


def in_scope(rule_id: str, table: str) -> RowRule:
    """Return the rule that British Transport Police has no row."""
    return RowRule(
        id=rule_id,
        statement="A8",
        basis=Basis.STATED,
        severity=Severity.ERROR,
        milder={Kind.PUBLICATION: Severity.NOTE},
        table=table,
        says="British Transport Police is out of scope.",
        mend="Remove its rows; in a publication they may stand, and no total holds "
        "them.",
        then=FORCES_ALONE,
        passes=({"force": "Essex"},),
        fails=({"force": BRITISH_TRANSPORT_POLICE},),
    )


def all_forces(rule_id: str, table: str, period: str = "") -> CoverageRule:
    """Return the rule that every force is there, in each period where rows have one."""
    key: dict[str, Any] = {period: date(2018, 3, 31)} if period else {}
    rows = tuple(key | {"force": name} for name in force_names())
    periods = (ExpectedKeys((period,), OWN_PERIODS),) if period else ()
    return CoverageRule(
        id=rule_id,
        statement="A7",
        basis=Basis.STATED,
        severity=Severity.ERROR,
        table=table,
        says="Every force the return answers for is there, or noted as unable to "
        "supply.",
        mend="Add the force's rows, or note it under unable_to_supply with a reason.",
        expected=(*periods, ExpectedKeys(("force",), OWN_FORCES)),
        excusable=True,
        passes=(rows,),
        fails=(rows[1:],),
    )


def own_rows_only(rule_id: str, table: str) -> RowRule:
    """Return the rule that a submission holds no other force's rows."""
    return RowRule(
        id=rule_id,
        statement="A5",
        basis=Basis.DERIVED,
        severity=Severity.QUERY,
        kinds=frozenset({Kind.SUBMISSION}),
        table=table,
        says="A force's own submission holds no other force.",
        mend="Remove the other force's rows, or hand the return in as a collection.",
        when=column("force").is_in(force_names()),
        then=column("force") == manifest("force"),
        passes=({"force": "Essex"},),
        fails=({"force": "Kent"},),
    )
