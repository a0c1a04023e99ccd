"""Rules over the police workforce (A5, A7, A8, A40 to A43)."""

from datetime import date

from peelcheck.authoring import column, edition, in_window
from peelcheck.expected import OWN_FORCES, OWN_PERIODS, ExpectedKeys
from peelcheck.model import (
    Basis,
    CoverageRule,
    GroupRule,
    Kind,
    ReferenceRule,
    RowRule,
    Rule,
    Severity,
)
from peelcheck.periods import FINANCIAL_YEAR_ENDS
from peelcheck.reference.forces import force_names
from peelcheck.rules.apart import wholes_apart
from peelcheck.rules.notable import Measure, per_resident, since_the_year_before
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only
from peelcheck.tables.workforce import (
    DESIGNATED,
    HEADCOUNT_ONLY,
    OFFICER,
    SECONDED_OUT,
    SECTION_39,
    WORKER_TYPES,
)

__all__ = ["RULES"]

_NAMES = force_names()
_PUBLISHED_DAY = date(2018, 3, 31)
_DAY = {"as_at": _PUBLISHED_DAY}
_PERIODS = ExpectedKeys(("as_at",), OWN_PERIODS)
_DETAILS = ("rank", "sex", "function", "ethnic_group", "status")
_FULL_ROWS = tuple(
    _DAY | {"force": name, "worker_type": kind}
    for name in _NAMES
    for kind in WORKER_TYPES
)
_OFFICERS = _DAY | {"force": "Essex", "worker_type": OFFICER}
_TOGETHER = _OFFICERS | dict.fromkeys(_DETAILS)
_DESIGNATED = _DAY | {"force": "Essex", "worker_type": DESIGNATED}
_CUMBRIA = _DAY | {"force": "Cumbria", "worker_type": OFFICER}

SCOPE = in_scope("WOR001", "workforce")

ALL_FORCES = all_forces("WOR002", "workforce", period="as_at")

ON_31_MARCH = RowRule(
    id="WOR003",
    statement="A41",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    milder={Kind.PUBLICATION: Severity.QUERY},
    table="workforce",
    says="The workforce is counted on a 31 March.",
    mend="Leave other days out; where a source names the month alone, write its "
    "last day.",
    then=column("as_at").is_in(FINANCIAL_YEAR_ENDS),
    passes=(_DAY, {"as_at": date(2014, 3, 31)}),
    fails=({"as_at": date(2018, 9, 30)}, {"as_at": date(2018, 3, 1)}),
)

OF_THE_FIVE_DAYS = RowRule(
    id="WOR004",
    statement="A41",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="workforce",
    says="The days are those from {workforce.window.start} to {workforce.window.end}.",
    mend="Leave other days out, or say that another year is meant.",
    then=in_window("as_at", "workforce.window"),
    passes=({"as_at": date(2014, 3, 31)}, _DAY),
    fails=({"as_at": date(2013, 3, 31)}, {"as_at": date(2019, 3, 31)}),
)

COUNTED_BY_HEADS = RowRule(
    id="WOR005",
    statement="A41",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="workforce",
    says="Special constables and volunteers have no full-time equivalents.",
    mend="Write 0, or .. for not available; their number stands under headcount.",
    when=column("worker_type").is_in(HEADCOUNT_ONLY),
    then=column("fte").is_missing() | (column("fte") == 0),
    passes=(
        {"worker_type": HEADCOUNT_ONLY[0], "fte": 0.0},
        {"worker_type": HEADCOUNT_ONLY[0], "fte": None},
        {"worker_type": OFFICER, "fte": 0.5},
    ),
    fails=(
        {"worker_type": HEADCOUNT_ONLY[1], "fte": 0.5},
        {"worker_type": HEADCOUNT_ONLY[1], "fte": -0.5},
    ),
)

SECTION_39_LEFT_OUT = RowRule(
    id="WOR006",
    statement="A42",
    basis=Basis.STATED,
    severity=Severity.NOTE,
    table="workforce",
    says="Staff designated under section 39 are in no figure.",
    mend="Nothing; these are the rows that are left out.",
    when=column("rank").is_present(),
    then=~column("rank").is_in(SECTION_39),
    passes=({"rank": "Designated Detention Officer (S.38)"}, {"rank": None}),
    fails=tuple({"rank": rank} for rank in SECTION_39),
)

SECONDED_LEFT_OUT = RowRule(
    id="WOR007",
    statement="A43",
    basis=Basis.STATED,
    severity=Severity.NOTE,
    table="workforce",
    says="Officers seconded to another force are in no figure.",
    mend="Nothing; these are the rows that are left out.",
    when=column("status").is_present(),
    then=column("status") != SECONDED_OUT,
    passes=(
        {"status": "career break"},
        {"status": "seconded from another force"},
        {"status": None},
    ),
    fails=({"status": SECONDED_OUT},),
)

FTE_WITHIN_HEADCOUNT = RowRule(
    id="WOR008",
    statement="A5",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="workforce",
    says="Full-time equivalents are no more than the people who make them.",
    mend="Check both numbers; if they are right, explain how they come about.",
    when=column("headcount") >= 0,
    # A sum of decimals can end a hair above the whole number it is.
    then=column("fte") <= 1.000001 * column("headcount"),
    passes=(
        {"headcount": 3, "fte": 3.0000000000000004},
        {"headcount": 3, "fte": 2.5},
        {"headcount": 3, "fte": None},
        {"headcount": None, "fte": 3.0},
    ),
    fails=({"headcount": 3, "fte": 3.01}, {"headcount": 0, "fte": 0.5}),
)

AS_FIRST_PUBLISHED = ReferenceRule(
    id="WOR009",
    statement="A40",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="workforce",
    says="The workforce of 31 March 2018 is that of the table first published.",
    mend="Say which edition was used: the Home Office may have revised the figure.",
    reference="workforce_published",
    on={name: name for name in ("as_at", "force", "worker_type")},
    sums=("fte",),
    when=column("as_at") == _PUBLISHED_DAY,
    then=column("fte").between(
        edition("assumptions.workforce_revision_low") * column("reference.fte"),
        edition("assumptions.workforce_revision_high") * column("reference.fte"),
    ),
    passes=(
        _CUMBRIA | {"fte": 1094.59},
        (_CUMBRIA | {"fte": 1000.0}, _CUMBRIA | {"fte": 94.59}),
        _CUMBRIA | {"as_at": date(2017, 3, 31), "fte": 1.0},
    ),
    fails=(_CUMBRIA | {"fte": 1095.59},),
)

WHOLES_APART_FROM_PARTS = GroupRule(
    id="WOR010",
    statement="A5",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="workforce",
    says="People counted together do not stand beside a part of them, such as one sex.",
    mend="Leave one of them out: added up together they count every person twice.",
    by=("as_at", "force", "worker_type"),
    blanks=_DETAILS,
    then=wholes_apart(_DETAILS),
    passes=(
        (_TOGETHER,),
        (_TOGETHER | {"sex": "Female"}, _TOGETHER | {"sex": "Male"}),
        (_TOGETHER, _TOGETHER | {"worker_type": "police staff", "sex": "Male"}),
    ),
    fails=tuple((_TOGETHER, _TOGETHER | {name: "some"}) for name in _DETAILS),
)

OWN_ROWS_ONLY = own_rows_only("WOR011", "workforce")

ALL_KINDS = CoverageRule(
    id="WOR012",
    statement="A7",
    basis=Basis.DERIVED,
    severity=Severity.NOTE,
    table="workforce",
    says="Each force has a row for each kind of worker.",
    mend="Write .. where they are counted with another kind, such as designated "
    "officers with staff, and 0 where there were none.",
    expected=(
        _PERIODS,
        ExpectedKeys(("force",), OWN_FORCES),
        ExpectedKeys(("worker_type",), tuple((kind,) for kind in WORKER_TYPES)),
    ),
    excusable=True,
    passes=(_FULL_ROWS,),
    fails=(_FULL_ROWS[:-1],),
)

SOME_DESIGNATED = GroupRule(
    id="WOR013",
    statement="A42",
    basis=Basis.DERIVED,
    severity=Severity.NOTE,
    table="workforce",
    says="A force that tells designated officers apart has some.",
    mend="Write .. where they are counted as police staff; that is not the same as 0.",
    by=("as_at", "force"),
    sums=("fte",),
    when=column("worker_type") == DESIGNATED,
    then=column("fte") > 0,
    passes=((_DESIGNATED | {"fte": 0.0}, _DESIGNATED | {"fte": 0.5}),),
    fails=((_DESIGNATED | {"fte": 0.0}, _DESIGNATED | {"fte": 0.0}),),
)

SECTION_39_AS_WRITTEN = RowRule(
    id="WOR014",
    statement="A42",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="workforce",
    says="A rank that names section 39 is one of the two that are left out.",
    mend=f"Write {' or '.join(SECTION_39)}, or the people are counted in.",
    when=column("rank").matches(".*39.*"),
    then=column("rank").is_in(SECTION_39),
    passes=(
        *({"rank": rank} for rank in SECTION_39),
        {"rank": "Designated Detention Officer (S.38)"},
        {"rank": None},
    ),
    fails=(
        {"rank": "Designated Detention Officer (s39)"},
        {"rank": "designated detention officer (S.39)"},
        {"rank": "Detention officer, section 39"},
    ),
)

_EVERYBODY = Measure(
    value="fte",
    what="Full-time equivalents of all kinds together",
    unit="full-time equivalents",
    cells=_DAY | {"worker_type": OFFICER},
    partly=True,
    counted=False,
)

NOTABLE = per_resident("WOR015", "workforce", _EVERYBODY)

MOVED = since_the_year_before("WOR016", "workforce", _EVERYBODY, "as_at")

RULES: tuple[Rule, ...] = (
    SCOPE,
    ALL_FORCES,
    ON_31_MARCH,
    OF_THE_FIVE_DAYS,
    COUNTED_BY_HEADS,
    SECTION_39_LEFT_OUT,
    SECONDED_LEFT_OUT,
    FTE_WITHIN_HEADCOUNT,
    AS_FIRST_PUBLISHED,
    WHOLES_APART_FROM_PARTS,
    OWN_ROWS_ONLY,
    ALL_KINDS,
    SOME_DESIGNATED,
    SECTION_39_AS_WRITTEN,
    NOTABLE,
    MOVED,
)
