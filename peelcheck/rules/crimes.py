"""Rules over single crimes (A5, A7, A8, A28, A31)."""

from datetime import date

from peelcheck.authoring import column, edition, in_window
from peelcheck.model import (
    Basis,
    Kind,
    RowRule,
    Rule,
    Severity,
)
from peelcheck.rules.counted import as_many_as_counted
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only
from peelcheck.tables.recorded_crime import ALL_CRIME, FRAUD

__all__ = ["RULES"]

WINDOW = RowRule(
    id="CRM001",
    statement="A31",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    milder={Kind.PUBLICATION: Severity.QUERY},
    table="crimes",
    says="Each crime was recorded from {crimes.window.start} to {crimes.window.end}.",
    mend="Leave crimes of other days out, with their outcomes; no proportion of the "
    "year holds them.",
    then=in_window("recorded_on", "crimes.window"),
    passes=({"recorded_on": date(2017, 10, 1)}, {"recorded_on": date(2018, 9, 30)}),
    fails=({"recorded_on": date(2017, 9, 30)}, {"recorded_on": date(2018, 10, 1)}),
)

SCOPE = in_scope("CRM002", "crimes")

ALL_FORCES = all_forces("CRM003", "crimes")

OWN_ROWS_ONLY = own_rows_only("CRM004", "crimes")

NO_FRAUD = RowRule(
    id="CRM005",
    statement="A28",
    basis=Basis.STATED,
    severity=Severity.NOTE,
    table="crimes",
    says="Fraud is in no total of recorded crime.",
    mend="Nothing; these are the crimes that are left out, with their outcomes.",
    then=column("offence") != FRAUD,
    passes=({"offence": "Robbery"},),
    fails=({"offence": FRAUD},),
)

AS_MANY_AS_COUNTED = as_many_as_counted(
    "CRM006",
    "crimes",
    says="A force's single crimes, fraud left out, are as many as the return counts "
    "of it.",
    mend="Look for months or offences that one of the two lacks; where the single "
    "crimes are no more than a sample, say so in the manifest, under "
    "noted_exceptions.",
    counts=("recorded_crime", "crimes"),
    when=(column("offence") != FRAUD) & in_window("recorded_on", "crimes.window"),
    where=(column("offence") == ALL_CRIME)
    & (column("period_end") == edition("crimes.window.end")),
    example=155_263,
)

RULES: tuple[Rule, ...] = (
    WINDOW,
    SCOPE,
    ALL_FORCES,
    OWN_ROWS_ONLY,
    NO_FRAUD,
    AS_MANY_AS_COUNTED,
)
