"""Rules over single outcomes, each given to one crime (A5, A8, A32, A38)."""

from datetime import date

from peelcheck.authoring import column, edition
from peelcheck.model import (
    Basis,
    LinkRule,
    RowRule,
    Rule,
    Severity,
    UniqueRule,
)
from peelcheck.rules.territorial import in_scope, own_rows_only
from peelcheck.tables.recorded_crime import FRAUD

__all__ = ["RULES"]

_POINTS = ("force", "crime")
_ROW = {"force": "Essex", "crime": "1"}
_FOUND = _ROW | {"reference.crime": "1"}
_CURRENT = _ROW | {"current": "yes"}
_DAY = date(2018, 2, 1)

POINTS_TO_A_CRIME = LinkRule(
    id="OCM001",
    statement="A32",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    table="outcomes",
    says="Each outcome belongs to a crime of the return.",
    mend="Correct the reference number, add the crime, or remove the outcome if its "
    "crime is not counted.",
    to="crimes",
    on=_POINTS,
    then=column("reference.crime").is_present(),
    passes=(_FOUND,),
    fails=(_ROW | {"reference.crime": None},),
)

ONE_CURRENT_OUTCOME = UniqueRule(
    id="OCM002",
    statement="A32",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    table="outcomes",
    says="A crime has one current outcome at most.",
    mend="Mark the outcomes that another has taken the place of as not current.",
    columns=_POINTS,
    when=column("current") == "yes",
    passes=(
        (_CURRENT, _CURRENT | {"current": "no"}, _CURRENT | {"current": "no"}),
        (_CURRENT, _CURRENT | {"force": "Kent"}, _CURRENT | {"crime": "2"}),
    ),
    fails=((_CURRENT, _CURRENT),),
)

NOT_BEFORE_ITS_CRIME = LinkRule(
    id="OCM003",
    statement="A32",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="outcomes",
    says="No outcome was given before its crime was recorded.",
    mend="Correct the day that is wrong, or the reference number.",
    to="crimes",
    on=_POINTS,
    then=column("assigned_on") >= column("reference.recorded_on"),
    passes=(
        _ROW | {"assigned_on": _DAY, "reference.recorded_on": _DAY},
        # Without its crime, or without a day, nothing can be said.
        _ROW | {"assigned_on": _DAY, "reference.recorded_on": None},
        _ROW | {"assigned_on": None, "reference.recorded_on": _DAY},
    ),
    fails=(_ROW | {"assigned_on": date(2018, 1, 31), "reference.recorded_on": _DAY},),
)

TYPE_22_EXISTS = RowRule(
    id="OCM004",
    statement="A38",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="outcomes",
    says="Outcome type 22 was not given before {outcomes.type_22_from}.",
    mend="Correct the type or the day; the framework of the year ends with type 21.",
    when=column("outcome_type") == "22",
    then=column("assigned_on") >= edition("outcomes.type_22_from"),
    passes=(
        {"outcome_type": "22", "assigned_on": date(2019, 4, 1)},
        {"outcome_type": "22", "assigned_on": date(2019, 4, 2)},
        {"outcome_type": "21", "assigned_on": date(2018, 4, 1)},
        {"outcome_type": "22", "assigned_on": None},
    ),
    fails=({"outcome_type": "22", "assigned_on": date(2019, 3, 31)},),
)

TYPE_19_IS_OF_FRAUD = LinkRule(
    id="OCM005",
    statement="A38",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="outcomes",
    says="Outcome type 19 is given to fraud alone.",
    mend="Correct the type, or the offence of the crime.",
    to="crimes",
    on=_POINTS,
    when=column("outcome_type") == "19",
    then=column("reference.offence") == FRAUD,
    passes=(
        _ROW | {"outcome_type": "19", "reference.offence": FRAUD},
        _ROW | {"outcome_type": "18", "reference.offence": "Robbery"},
        _ROW | {"outcome_type": "19", "reference.offence": None},
    ),
    fails=(_ROW | {"outcome_type": "19", "reference.offence": "Robbery"},),
)

SCOPE = in_scope("OCM006", "outcomes")

OWN_ROWS_ONLY = own_rows_only("OCM007", "outcomes")

RULES: tuple[Rule, ...] = (
    POINTS_TO_A_CRIME,
    ONE_CURRENT_OUTCOME,
    NOT_BEFORE_ITS_CRIME,
    TYPE_22_EXISTS,
    TYPE_19_IS_OF_FRAUD,
    SCOPE,
    OWN_ROWS_ONLY,
)
