"""Rules over the manifest of a return, whatever tables it holds."""

from peelcheck.authoring import column, edition
from peelcheck.model import Basis, ManifestRule, Rule, Severity
from peelcheck.shape import Missing

__all__ = ["RULES", "WHOLE_RETURN"]

WHOLE_RETURN = ""
"""The table named by a rule that concerns no single table."""

EDITION = ManifestRule(
    id="RTN001",
    statement="A3",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    missing=Missing.INVALID,
    table=WHOLE_RETURN,
    says="The return was made for the edition it is checked against.",
    mend="Check it against its own edition, or correct the manifest.",
    then=column("edition") == edition("name"),
    passes=({"edition": "peel-2018-19"},),
    fails=({"edition": "peel-2017"}, {"edition": None}),
)

TABLES_THERE = ManifestRule(
    id="RTN002",
    statement="A7",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table=WHOLE_RETURN,
    says="Every table that the manifest names is in the return.",
    mend="Add the file of the table, or take the table out of the manifest.",
    then=column("absent_tables").is_missing(),
    passes=({"absent_tables": None},),
    fails=({"absent_tables": "population"},),
)

RULES: tuple[Rule, ...] = (EDITION, TABLES_THERE)
