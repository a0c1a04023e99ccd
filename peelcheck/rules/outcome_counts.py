"""Rules over counts of outcomes (A5, A7, A8, A27, A31, A38)."""

from datetime import date

from peelcheck.authoring import column, edition, manifest
from peelcheck.conditions import All
from peelcheck.model import (
    Basis,
    GroupRule,
    Kind,
    ReferenceRule,
    RowRule,
    Rule,
    Severity,
)
from peelcheck.reference.outcome_types import INSIDE, NOT_ASSIGNED
from peelcheck.rules.apart import wholes_apart
from peelcheck.rules.published import covering, of_the_release
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only

__all__ = ["RULES"]

_COHORT, _CLOSED = column("of_offences_recorded"), column("recorded_in_quarter")
_QUARTERS = 4
_DETAILS = ("quarter", "offence_group", "offence_code")
_YEAR = {"year_ending": date(2018, 3, 31)}
_LATER = {"year_ending": date(2019, 3, 31), "force": "Essex"}
_CELL = _LATER | dict.fromkeys(_DETAILS)
_CHARGED = _CELL | {"outcome_type": "1"}
_FIRST, _SECOND = _CHARGED | {"quarter": 1}, _CHARGED | {"quarter": 2}
_DIVERTED, _PASSED_ON = _CELL | {"outcome_type": "22"}, _CELL | {"outcome_type": "19"}
_ESSEX = _CHARGED | _YEAR


def _counts(cohort: int | None, closed: int | None) -> dict[str, int | None]:
    return {"of_offences_recorded": cohort, "recorded_in_quarter": closed}


_ALL_TOGETHER = All(tuple(column(name).is_missing() for name in _DETAILS))
_NOT_NEGATIVE = (_COHORT.is_missing() | (_COHORT >= 0)) & (
    _CLOSED.is_missing() | (_CLOSED >= 0)
)
_SOME = (_COHORT != 0) | (_CLOSED != 0)

SCOPE = in_scope("OUT001", "outcome_counts")

ALL_FORCES = all_forces("OUT002", "outcome_counts", period="year_ending")

YEAR_NOT_NEGATIVE = RowRule(
    id="OUT003",
    statement="A31",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    milder={Kind.PUBLICATION: Severity.QUERY},
    table="outcome_counts",
    says="No count of a whole year is negative.",
    mend="Correct the count; only a quarter, or a single offence, can fall below 0.",
    when=_ALL_TOGETHER & (_COHORT.is_present() | _CLOSED.is_present()),
    then=_NOT_NEGATIVE,
    passes=(
        _CELL | _counts(0, 0),
        _CELL | _counts(3, None),
        _CELL | _counts(-1, 0) | {"quarter": 2},
        _CELL | _counts(-1, 0) | {"offence_code": "4.8"},
    ),
    fails=(_CELL | _counts(-1, None), _CELL | _counts(0, -1)),
)

QUARTERS_NOT_NEGATIVE = GroupRule(
    id="OUT004",
    statement="A31",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    milder={Kind.PUBLICATION: Severity.QUERY},
    table="outcome_counts",
    says="The quarters and offences of a year together are not negative.",
    mend="Find the correction that takes away more than was counted.",
    by=("year_ending", "force", "outcome_type"),
    sums=("of_offences_recorded", "recorded_in_quarter"),
    when=~_ALL_TOGETHER,
    # A sum that lacks a cell, or is of no count at all, is no sum of the year.
    then=(_COHORT >= 0) & (_CLOSED >= 0),
    passes=((_FIRST | _counts(-2, -2), _SECOND | _counts(2, 3)),),
    fails=(
        (_FIRST | _counts(-2, 0), _SECOND | _counts(1, 0)),
        (_CHARGED | _counts(0, -1) | {"offence_code": "4.8"},),
    ),
)

NOT_ASSIGNED_IS_NOT_CLOSED = RowRule(
    id="OUT005",
    statement="A31",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="outcome_counts",
    says="A crime without an outcome is not counted among outcomes recorded.",
    mend="Write 0 in the cell of type 0, or .. for not available.",
    when=column("outcome_type") == NOT_ASSIGNED,
    then=_CLOSED.is_missing() | (_CLOSED == 0),
    passes=(
        {"outcome_type": NOT_ASSIGNED, "recorded_in_quarter": None},
        {"outcome_type": NOT_ASSIGNED, "recorded_in_quarter": 0},
        {"outcome_type": "1", "recorded_in_quarter": 1},
    ),
    fails=(
        {"outcome_type": NOT_ASSIGNED, "recorded_in_quarter": 1},
        {"outcome_type": NOT_ASSIGNED, "recorded_in_quarter": -1},
    ),
)

TYPE_22_EXISTS = RowRule(
    id="OUT006",
    statement="A38",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="outcome_counts",
    says="Outcome type 22 counts nothing before {outcomes.type_22_from}.",
    mend="Correct the type or the year; the framework of the year ends with type 21.",
    when=(column("outcome_type") == "22") & _SOME,
    then=column("year_ending") >= edition("outcomes.type_22_from"),
    passes=(
        _DIVERTED | _counts(1, 1) | {"year_ending": date(2020, 3, 31)},
        _DIVERTED | _counts(0, 0),
        _CHARGED | _counts(1, 1),
    ),
    fails=(_DIVERTED | _counts(1, None),),
)

TYPE_19_IS_OF_FRAUD = RowRule(
    id="OUT007",
    statement="A38",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="outcome_counts",
    says="Outcome type 19 is given to fraud alone.",
    mend="Correct the type, or the offence group.",
    when=(column("outcome_type") == "19") & _SOME,
    then=column("offence_group").matches("Fraud.*"),
    passes=(
        _PASSED_ON | _counts(1, 1) | {"offence_group": "Fraud offences"},
        _PASSED_ON | _counts(1, 1),
        _PASSED_ON | _counts(0, 0) | {"offence_group": "Robbery"},
    ),
    fails=(_PASSED_ON | _counts(0, 1) | {"offence_group": "Robbery"},),
)

WHOLES_APART_FROM_PARTS = GroupRule(
    id="OUT008",
    statement="A5",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="outcome_counts",
    says="A count of the year, or of all offences, does not stand beside its parts.",
    mend="Leave one of them out: added up together they count every outcome twice.",
    by=("year_ending", "force", "outcome_type"),
    blanks=_DETAILS,
    then=wholes_apart(_DETAILS),
    passes=(
        (_CHARGED,),
        (_FIRST, _SECOND),
        (_CHARGED, _CHARGED | {"outcome_type": "2", "quarter": 1}),
    ),
    fails=tuple((_CHARGED, _CHARGED | {name: 1}) for name in _DETAILS),
)

AGREES_WITH_RECORDED_CRIME = ReferenceRule(
    id="OUT009",
    statement="A31",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="outcome_counts",
    says="All outcomes of a force's year are {assumptions.outcomes_total_low} to "
    "{assumptions.outcomes_total_high} of the crimes that ONS has recorded for it.",
    mend="Look for quarters or offences that are missing or doubled; if there are "
    "none, say how the two sources differ.",
    reference="recorded_crime_published",
    on={"year_ending": "period_end", "force": "area"},
    sums=("of_offences_recorded",),
    # Quarters of two financial years make neither of them. A cell without a count is
    # left out: it has no outcomes of offences recorded, or makes the sum too low.
    when=~column("outcome_type").is_in(tuple(INSIDE))
    & _COHORT.is_present()
    & (column("year_ending") == manifest("period_end")),
    then=_COHORT.between(
        edition("assumptions.outcomes_total_low") * column("reference.crimes"),
        edition("assumptions.outcomes_total_high") * column("reference.crimes"),
    ),
    passes=(
        _ESSEX | {"of_offences_recorded": 134_205},
        (
            _ESSEX | {"of_offences_recorded": 134_000, "quarter": 1},
            _ESSEX | {"of_offences_recorded": 205, "quarter": 2},
            _ESSEX | {"of_offences_recorded": 10_000, "outcome_type": "1A"},
        ),
        _ESSEX | {"of_offences_recorded": 127_495},
        _ESSEX | {"of_offences_recorded": 140_915},
    ),
    fails=(
        _ESSEX | {"of_offences_recorded": 127_494},
        _ESSEX | {"of_offences_recorded": 140_916},
    ),
)

RELEASE = of_the_release("OUT010", "outcome_counts")

PERIOD = covering(
    "OUT011",
    "outcome_counts",
    ("outcome_counts.window",),
    statement="A31",
    says="The counts are of crimes of the year ending {outcome_counts.window.end}.",
    passes=((date(2017, 10, 1), date(2018, 9, 30)),),
    fails=((date(2018, 4, 1), date(2019, 3, 31)),),
)

ROWS_MATCH_THE_PERIOD = RowRule(
    id="OUT012",
    statement="A5",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="outcome_counts",
    says="Each count of a year is of the period that the manifest names.",
    mend="Correct the date, or the period in the manifest.",
    # A quarter names the financial year it lies in, which need not end the period.
    when=column("quarter").is_missing(),
    then=column("year_ending") == manifest("period_end"),
    passes=(_YEAR | {"quarter": None}, _LATER | {"quarter": 1}),
    fails=(_LATER | {"quarter": None},),
)

OWN_ROWS_ONLY = own_rows_only("OUT013", "outcome_counts")

FOUR_QUARTERS = RowRule(
    id="OUT014",
    statement="A31",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="outcome_counts",
    says="A year has four quarters.",
    mend="Correct the quarter; the first begins in April.",
    then=column("quarter") <= _QUARTERS,
    passes=({"quarter": 1}, {"quarter": 4}, {"quarter": None}),
    fails=({"quarter": 5},),
)

RULES: tuple[Rule, ...] = (
    SCOPE,
    ALL_FORCES,
    YEAR_NOT_NEGATIVE,
    QUARTERS_NOT_NEGATIVE,
    NOT_ASSIGNED_IS_NOT_CLOSED,
    TYPE_22_EXISTS,
    TYPE_19_IS_OF_FRAUD,
    WHOLES_APART_FROM_PARTS,
    AGREES_WITH_RECORDED_CRIME,
    RELEASE,
    PERIOD,
    ROWS_MATCH_THE_PERIOD,
    OWN_ROWS_ONLY,
    FOUR_QUARTERS,
)
