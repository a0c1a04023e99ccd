"""Rules over recorded crime by offence group (A5, A7, A8, A27 to A29, A31)."""

from datetime import date

from peelcheck.authoring import column, edition, manifest
from peelcheck.expected import OWN_FORCES, OWN_PERIODS, ExpectedKeys
from peelcheck.model import (
    Basis,
    CoverageRule,
    Kind,
    RowRule,
    Rule,
    Severity,
    SumRule,
    TotalsRule,
)
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE, force_names
from peelcheck.rules.notable import Measure, per_resident, since_the_year_before
from peelcheck.rules.published import (
    covering,
    of_one_period,
    of_the_period,
    of_the_release,
)
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only
from peelcheck.shape import Missing
from peelcheck.tables.recorded_crime import (
    ALL_CRIME,
    FRAUD,
    FRAUD_BODIES,
    OFFENCES,
    PARTS,
    VICTIM_BASED,
)

__all__ = ["RULES"]

_NAMES = force_names()
_YEAR = {"period_end": date(2018, 3, 31)}
_PERIODS = ExpectedKeys(("period_end",), OWN_PERIODS)
_FULL_ROWS = tuple(
    _YEAR | {"force": name, "offence": offence}
    for name in _NAMES
    for offence in OFFENCES
)
_GROUPS = (*PARTS[VICTIM_BASED], *PARTS["Other crimes against society"])
_KEY = {"release": "2018-12", "months": 12, "force": "Essex"} | _YEAR
_PASSED_ON = (
    "Remove its rows; in a publication they may stand, and no total holds them."
)

SCOPE = in_scope("CRI001", "recorded_crime")

FRAUD_BODIES_ARE_NO_FORCES = RowRule(
    id="CRI002",
    statement="A28",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    milder={Kind.PUBLICATION: Severity.NOTE},
    table="recorded_crime",
    says=f"{', '.join(FRAUD_BODIES[:-1])} and {FRAUD_BODIES[-1]} are no forces.",
    mend=_PASSED_ON,
    then=~column("force").is_in(FRAUD_BODIES),
    passes=({"force": "Essex"}, {"force": BRITISH_TRANSPORT_POLICE}),
    fails=tuple({"force": name} for name in FRAUD_BODIES),
)

NO_FRAUD = RowRule(
    id="CRI003",
    statement="A28",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    milder={Kind.PUBLICATION: Severity.NOTE},
    table="recorded_crime",
    says="Recorded crime is counted without fraud.",
    mend="Remove the rows of fraud; in a publication they may stand, and no total "
    "holds them.",
    then=column("offence") != FRAUD,
    passes=({"offence": ALL_CRIME},),
    fails=({"offence": FRAUD},),
)

ALL_FORCES = all_forces("CRI004", "recorded_crime", period="period_end")


def _sum(number: int, whole: str, parts: tuple[str, ...], *, stated: bool) -> SumRule:
    """Return the rule that a group is the sum of others, with its examples."""
    rows = tuple(_KEY | {"offence": part, "crimes": 1} for part in parts)
    top = _KEY | {"offence": whole}
    return SumRule(
        id=f"CRI{number:03}",
        statement="A28",
        basis=Basis.STATED if stated else Basis.DERIVED,
        severity=Severity.ERROR if stated else Severity.QUERY,
        milder={Kind.PUBLICATION: Severity.QUERY},
        missing=Missing.UNDECIDED,
        table="recorded_crime",
        says=f"{whole} is the sum of {', '.join(parts[:-1])} and {parts[-1]}.",
        mend="Correct the group that is wrong, or explain which crimes stand in no "
        "part, such as those of expired offence codes.",
        value="crimes",
        by=("release", "period_end", "months", "force"),
        whole=column("offence") == whole,
        parts=column("offence").is_in(parts),
        expects=len(parts),
        passes=(
            (top | {"crimes": len(parts)}, *rows),
            # Without one of its parts a group cannot be added up.
            (top | {"crimes": 9}, *rows[1:], *_other_year(whole, parts)),
        ),
        fails=(
            (top | {"crimes": len(parts) + 1}, *rows),
            (top | {"crimes": len(parts) - 1}, *rows),
        ),
        undecided=((top | {"crimes": None}, *rows),),
    )


def _other_year(whole: str, parts: tuple[str, ...]) -> tuple[dict[str, object], ...]:
    """Return the rows of a year in which no crime was recorded."""
    key = _KEY | {"period_end": date(2019, 3, 31), "crimes": 0}
    return tuple(key | {"offence": name} for name in (whole, *parts))


SUMS = tuple(
    _sum(number, whole, parts, stated=whole == ALL_CRIME)
    for number, (whole, parts) in enumerate(PARTS.items(), start=5)
)
"""CRI005 to CRI010, one for each group that others make up."""

ALL_GROUPS_MAKE_THE_TOTAL = _sum(11, ALL_CRIME, _GROUPS, stated=True)

RELEASE = of_the_release("CRI012", "recorded_crime")

PERIOD = covering(
    "CRI013",
    "recorded_crime",
    ("recorded_crime.window", "recorded_crime.series"),
    statement="A31",
    says="The counts cover the year, or the report's series of eighteen months, ending "
    "{recorded_crime.window.end}.",
    passes=(
        (date(2017, 10, 1), date(2018, 9, 30)),
        (date(2017, 4, 1), date(2018, 9, 30)),
    ),
    fails=(
        (date(2017, 7, 1), date(2018, 9, 30)),
        (date(2017, 10, 1), date(2018, 12, 31)),
    ),
)

TWELVE_MONTHS = RowRule(
    id="CRI014",
    statement="A31",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="recorded_crime",
    says="Counts are of {recorded_crime.months} months, or of the "
    "{recorded_crime.series_months} of the report's series; others are in no rate.",
    mend="Correct the number of months; if it is right, nothing: they stay apart.",
    then=(column("months") == edition("recorded_crime.months"))
    | (column("months") == edition("recorded_crime.series_months")),
    passes=({"months": 12}, {"months": 18}),
    fails=({"months": 11}, {"months": 13}, {"months": 19}),
)

ROWS_MATCH_THE_PERIOD = of_the_period("CRI015", "recorded_crime", "period_end")
OWN_ROWS_ONLY = own_rows_only("CRI016", "recorded_crime")
ONE_PERIOD = of_one_period("CRI017", "recorded_crime")

FORCES_ALONE_IN_THE_TOTAL = TotalsRule(
    id="CRI018",
    statement="A29",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    milder={Kind.PUBLICATION: Severity.NOTE},
    table="recorded_crime",
    says="The total of England and Wales holds no British Transport Police.",
    mend="Take its crimes out of the total; in a publication, which prints it so, "
    "add the 43 forces up instead.",
    when=column("total") == ENGLAND_AND_WALES,
    then=column("beyond").is_missing(),
    passes=({"total": ENGLAND_AND_WALES, "printed": 12, "summed": 12, "beyond": None},),
    fails=(
        {
            "total": ENGLAND_AND_WALES,
            "printed": 12,
            "summed": 12,
            "beyond": BRITISH_TRANSPORT_POLICE,
        },
    ),
)

ALL_OFFENCES = CoverageRule(
    id="CRI019",
    statement="A7",
    basis=Basis.DERIVED,
    severity=Severity.NOTE,
    table="recorded_crime",
    says="Each force has a row for each offence group.",
    mend="Write 0 where there were none, so that nil and not available stay apart.",
    expected=(
        _PERIODS,
        ExpectedKeys(("force",), OWN_FORCES),
        ExpectedKeys(("offence",), tuple((offence,) for offence in OFFENCES)),
    ),
    excusable=True,
    passes=(_FULL_ROWS,),
    fails=(_FULL_ROWS[:-1],),
)

_TOTAL = {**_KEY, "offence": ALL_CRIME, "force": ENGLAND_AND_WALES, "crimes": 86}
_FORCES = tuple(_TOTAL | {"force": name, "crimes": 2} for name in force_names())
_RAILWAYS = _TOTAL | {"force": BRITISH_TRANSPORT_POLICE, "crimes": 5}

TOTAL_OF_THE_FORCES = SumRule(
    id="CRI020",
    statement="A8",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    milder={Kind.PUBLICATION: Severity.NOTE},
    missing=Missing.UNDECIDED,
    table="recorded_crime",
    says="A row of England and Wales is the sum of the 43 forces, without British "
    "Transport Police.",
    mend="Take out what belongs to none of the 43 forces; or leave the row out, for "
    "no figure is made from it.",
    value="crimes",
    by=("release", "period_end", "months", "offence"),
    whole=column("force") == ENGLAND_AND_WALES,
    parts=column("force").is_in(force_names()),
    expects=len(force_names()),
    passes=((_TOTAL, *_FORCES), (_TOTAL, *_FORCES, _RAILWAYS)),
    fails=((_TOTAL | {"crimes": 91}, *_FORCES, _RAILWAYS),),
    undecided=((_TOTAL, _FORCES[0] | {"crimes": None}, *_FORCES[1:]),),
)

ROWS_MATCH_THE_RELEASE = RowRule(
    id="CRI021",
    statement="A27",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    missing=Missing.INVALID,
    table="recorded_crime",
    says="Each row is of the release that the manifest names.",
    mend="Correct the release, or the manifest; a column of releases has one in each "
    "row, and each release is handed in on its own.",
    then=column("release") == manifest("release"),
    passes=({"release": "2018-12"},),
    fails=({"release": "2019-01"}, {"release": None}),
)

_CRIMES = Measure(
    value="crimes",
    what="All crimes of twelve months",
    unit="crimes",
    cells=_TOTAL,
    by=("release", "period_end", "months", "force"),
    when=TWELVE_MONTHS.then & (column("offence") == ALL_CRIME),
)

NOTABLE = per_resident("CRI022", "recorded_crime", _CRIMES)

MOVED = since_the_year_before("CRI023", "recorded_crime", _CRIMES, "period_end")

RULES: tuple[Rule, ...] = (
    SCOPE,
    FRAUD_BODIES_ARE_NO_FORCES,
    NO_FRAUD,
    ALL_FORCES,
    *SUMS,
    ALL_GROUPS_MAKE_THE_TOTAL,
    RELEASE,
    PERIOD,
    TWELVE_MONTHS,
    ROWS_MATCH_THE_PERIOD,
    OWN_ROWS_ONLY,
    ONE_PERIOD,
    FORCES_ALONE_IN_THE_TOTAL,
    ALL_OFFENCES,
    TOTAL_OF_THE_FORCES,
    ROWS_MATCH_THE_RELEASE,
    NOTABLE,
    MOVED,
)
