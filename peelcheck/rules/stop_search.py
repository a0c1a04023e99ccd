"""Rules over stop and search counts (A2, A5, A7, A8, A47, A48)."""

from dataclasses import replace
from datetime import date

from peelcheck.authoring import column, edition
from peelcheck.conditions import All
from peelcheck.expected import OWN_FORCES, ExpectedKeys
from peelcheck.model import (
    Basis,
    CoverageRule,
    Kind,
    ManifestRule,
    RowRule,
    Rule,
    Severity,
)
from peelcheck.reference.forces import force_names
from peelcheck.rules.notable import Measure, per_resident, since_the_year_before
from peelcheck.rules.published import covering, of_one_period, of_the_period
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only
from peelcheck.shape import Missing
from peelcheck.tables.stop_search import (
    ETHNIC_GROUPS,
    NOT_STATED,
    REASONS,
    STATED_GROUPS,
    VEHICLE_ONLY,
)

__all__ = ["RULES"]

_NAMES = force_names()
_CELLS = tuple((power, reason) for power, group in REASONS.items() for reason in group)
_BESIDE = {
    power: tuple(reason for other, reason in _CELLS if other != power)
    for power in REASONS
}
_FULL_ROWS = tuple(
    {"force": name, "legislation": power, "reason": reason, "ethnic_group": group}
    for name in _NAMES
    for power, reason in _CELLS
    for group in ETHNIC_GROUPS
)

SCOPE = in_scope("STS001", "stop_search")

ALL_FORCES = all_forces("STS002", "stop_search", period="year_ending")

ALL_CELLS = CoverageRule(
    id="STS003",
    statement="A7",
    basis=Basis.DERIVED,
    severity=Severity.NOTE,
    table="stop_search",
    says="Each force has a row for each power, reason and ethnic group.",
    mend="Write 0 where there were none, so that nil and not available stay apart.",
    expected=(
        ExpectedKeys(("force",), OWN_FORCES),
        ExpectedKeys(("legislation", "reason"), _CELLS),
        ExpectedKeys(("ethnic_group",), tuple((group,) for group in ETHNIC_GROUPS)),
    ),
    passes=(_FULL_ROWS,),
    fails=(_FULL_ROWS[:-1],),
)

REASON_BELONGS_TO_POWER = RowRule(
    id="STS005",
    statement="A5",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="stop_search",
    says="Each reason stands under the power it belongs to.",
    mend="Move the searches to the power they were made under.",
    then=All(
        tuple(
            (column("legislation") != power) | ~column("reason").is_in(_BESIDE[power])
            for power in REASONS
        )
    ),
    passes=({"legislation": "Section 1 (PACE)", "reason": "Drugs"},),
    fails=({"legislation": "Section 60 (CJPOA)", "reason": "Drugs"},),
)

ARRESTS_WITHIN_SEARCHES = RowRule(
    id="STS006",
    statement="A5",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="stop_search",
    says="No more arrests follow than there were searches.",
    mend="Check both counts; if they are right, explain how they come about.",
    when=column("searches") >= 0,
    then=column("resultant_arrests") <= column("searches"),
    passes=(
        {"searches": 5, "resultant_arrests": 5},
        {"searches": 5, "resultant_arrests": None},
    ),
    fails=({"searches": 5, "resultant_arrests": 6},),
)

EXCLUDED_GROUPS_STAND_APART = CoverageRule(
    id="STS007",
    statement="A48",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="stop_search",
    says="Vehicle-only and not-stated searches stand apart, so they can be left out.",
    mend="Give them rows of their own, with 0 where there were none.",
    expected=(ExpectedKeys(("ethnic_group",), ((VEHICLE_ONLY,), (NOT_STATED,))),),
    passes=(({"ethnic_group": VEHICLE_ONLY}, {"ethnic_group": NOT_STATED}),),
    fails=(({"ethnic_group": VEHICLE_ONLY}, {"ethnic_group": "White"}),),
)

PUBLICATION = ManifestRule(
    id="STS008",
    statement="A47",
    basis=Basis.STATED,
    severity=Severity.QUERY,
    kinds=frozenset({Kind.PUBLICATION}),
    period_bound=True,
    missing=Missing.UNDECIDED,
    table="stop_search",
    says="The figures are taken from the publication the annex names.",
    mend="Take them from that publication, or say that a later edition was used.",
    then=column("publication") == edition("stop_search.publication"),
    passes=(
        {
            "publication": "Police powers and procedures, England and Wales, "
            "year ending 31 March 2018"
        },
    ),
    fails=({"publication": "Police powers and procedures, another year"},),
    undecided=({"publication": None},),
)

PERIOD = covering(
    "STS009",
    "stop_search",
    ("stop_search.window",),
    statement="A47",
    says="The figures cover the year ending {stop_search.window.end}.",
    passes=((date(2017, 4, 1), date(2018, 3, 31)),),
    fails=((date(2016, 4, 1), date(2017, 3, 31)),),
)

ROWS_MATCH_THE_PERIOD = of_the_period("STS010", "stop_search", "year_ending")

OWN_ROWS_ONLY = own_rows_only("STS011", "stop_search")

EVERY_GROUP_COMPARED = CoverageRule(
    id="STS012",
    statement="A7",
    basis=Basis.DERIVED,
    severity=Severity.NOTE,
    table="stop_search",
    says="Each force has a row of every ethnic group, of not stated and vehicle only.",
    mend="Write 0 where there were none; a group without a row has no ratio.",
    expected=(
        ExpectedKeys(("force",), OWN_FORCES),
        ExpectedKeys(("ethnic_group",), tuple((group,) for group in ETHNIC_GROUPS)),
    ),
    passes=(_FULL_ROWS,),
    fails=(tuple(row for row in _FULL_ROWS if row["ethnic_group"] != "White"),),
)

ONE_PERIOD = of_one_period("STS013", "stop_search")

_ONE_CELL = {
    "legislation": "Section 1 (PACE)",
    "reason": "Drugs",
    "ethnic_group": "White",
}

_SEARCHES = Measure(
    value="searches",
    what="All searches",
    unit="searches",
    cells=_ONE_CELL,
    partly=True,
)

NOTABLE = per_resident(
    "STS014",
    "stop_search",
    replace(
        _SEARCHES,
        what="Searches of people whose ethnicity is stated",
        cells={"year_ending": date(2018, 3, 31), **_ONE_CELL},
        when=column("ethnic_group").is_in(STATED_GROUPS),
    ),
)

MOVED = since_the_year_before("STS015", "stop_search", _SEARCHES, "year_ending")

RULES: tuple[Rule, ...] = (
    SCOPE,
    ALL_FORCES,
    ALL_CELLS,
    REASON_BELONGS_TO_POWER,
    ARRESTS_WITHIN_SEARCHES,
    EXCLUDED_GROUPS_STAND_APART,
    PUBLICATION,
    PERIOD,
    ROWS_MATCH_THE_PERIOD,
    OWN_ROWS_ONLY,
    EVERY_GROUP_COMPARED,
    ONE_PERIOD,
    NOTABLE,
    MOVED,
)
