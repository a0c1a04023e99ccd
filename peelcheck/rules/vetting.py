"""Rules over vetting clearance (A2, A5, A7, A8, A49).

Whether people or full-time equivalents were counted is not said, so each return does.
"""

from datetime import date

from peelcheck.authoring import column, edition, in_window
from peelcheck.model import Basis, GroupRule, ReferenceRule, RowRule, Rule, Severity
from peelcheck.rules.notable import Measure, as_a_share
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only
from peelcheck.tables.vetting import EQUIVALENTS, HEADCOUNT

__all__ = ["RULES"]

_DAY = edition("vetting.window.start")
_PUBLISHED = edition("assumptions.vetting_basis_share") * column("reference.fte")
_ESSEX = {"as_at": date(2018, 4, 1), "force": "Essex"}
_HEADS, _FTE = _ESSEX | {"basis": HEADCOUNT}, _ESSEX | {"basis": EQUIVALENTS}
_KENT = {"as_at": date(2018, 4, 1), "force": "Kent"}

SCOPE = in_scope("VET001", "vetting")

ALL_FORCES = all_forces("VET002", "vetting", period="as_at")

OWN_ROWS_ONLY = own_rows_only("VET003", "vetting")

ON_1_APRIL = RowRule(
    id="VET004",
    statement="A49",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    table="vetting",
    says="Clearance is counted as of {vetting.window.start}.",
    mend="Count as of that day; a count of 31 March or of a later day is another.",
    then=in_window("as_at", "vetting.window"),
    passes=({"as_at": date(2018, 4, 1)},),
    fails=({"as_at": date(2018, 3, 31)}, {"as_at": date(2018, 4, 2)}),
)

WITHIN_THE_WORKFORCE = RowRule(
    id="VET005",
    statement="A49",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="vetting",
    says="Those without clearance are no more than the whole workforce.",
    mend="Check both numbers; they are of the same people on the same basis.",
    when=column("workforce") >= 0,
    then=column("without_clearance") <= column("workforce"),
    passes=(
        {"workforce": 100, "without_clearance": 100},
        {"workforce": 0, "without_clearance": 0},
        {"workforce": None, "without_clearance": 5},
        {"workforce": 5, "without_clearance": None},
    ),
    fails=(
        {"workforce": 100, "without_clearance": 101},
        {"workforce": 0, "without_clearance": 0.5},
    ),
)

ONE_BASIS = GroupRule(
    id="VET006",
    statement="A49",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="vetting",
    says="All rows of a return are counted on one basis: people, or their full-time "
    "equivalents.",
    mend="Put the rows in the order of the column basis: it shows which forces are on "
    "which. Ask the fewer of them for the count that the others gave.",
    by=("as_at",),
    distinct=("basis",),
    then=column("distinct.basis") <= 1,
    passes=(
        (_HEADS, _KENT | {"basis": HEADCOUNT}),
        (_FTE, _KENT | {"basis": EQUIVALENTS}),
        (_FTE, _KENT | {"basis": None}),
    ),
    fails=((_HEADS, _KENT | {"basis": EQUIVALENTS}),),
)

HEADS_ABOVE_EQUIVALENTS = ReferenceRule(
    id="VET007",
    statement="A5",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="vetting",
    says="A headcount is {assumptions.vetting_basis_share} times the full-time "
    "equivalents published for 31 March 2018, or more.",
    mend="Check whether equivalents were counted; then call them that.",
    reference="whole_workforce_published",
    on={"force": "force"},
    when=(column("basis") == HEADCOUNT) & (column("as_at") == _DAY),
    then=column("workforce") >= _PUBLISHED,
    passes=(
        _HEADS | {"workforce": 5308.0},
        _HEADS | {"workforce": 5311.0},
        _HEADS | {"workforce": None},
        _FTE | {"workforce": 5032.5},
        _HEADS | {"as_at": date(2017, 4, 1), "workforce": 5032.5},
    ),
    fails=(_HEADS | {"workforce": 5032.5}, _HEADS | {"workforce": 3052.0}),
)

EQUIVALENTS_AS_PUBLISHED = ReferenceRule(
    id="VET008",
    statement="A5",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="vetting",
    says="Full-time equivalents are {assumptions.vetting_basis_share} times those "
    "published for 31 March 2018, or fewer.",
    mend="Check whether people were counted; then call it a headcount.",
    reference="whole_workforce_published",
    on={"force": "force"},
    when=(column("basis") == EQUIVALENTS) & (column("as_at") == _DAY),
    then=column("workforce") <= _PUBLISHED,
    passes=(
        _FTE | {"workforce": 5032.5},
        _FTE | {"workforce": None},
        _HEADS | {"workforce": 5311.0},
        _FTE | {"as_at": date(2017, 4, 1), "workforce": 5311.0},
    ),
    fails=(_FTE | {"workforce": 5308.0}, _FTE | {"workforce": 50325.0}),
)

_LACKING = Measure(
    value="without_clearance",
    what="The workforce without clearance",
    unit="the workforce",
    cells={"as_at": date(2018, 4, 1)},
    one_row=True,
)

NOTABLE = as_a_share("VET009", "vetting", _LACKING, "workforce")

RULES: tuple[Rule, ...] = (
    SCOPE,
    ALL_FORCES,
    OWN_ROWS_ONLY,
    ON_1_APRIL,
    WITHIN_THE_WORKFORCE,
    ONE_BASIS,
    HEADS_ABOVE_EQUIVALENTS,
    EQUIVALENTS_AS_PUBLISHED,
    NOTABLE,
)
