"""Rules over judgments (A1, A5, A7, A8).

The annex says of judgments no more than that they rest on a named source, and that
what a return says may not contradict itself; the report's own two tables say the
rest. So a rule here is the shape of the table, or a query. A pillar's grade is no
worst, best or middle of its areas' grades: no rule compares them.
"""

from peelcheck.authoring import column, edition
from peelcheck.expected import OWN_FORCES, ExpectedKeys
from peelcheck.model import Basis, CoverageRule, RowRule, Rule, Severity
from peelcheck.reference.forces import force_names
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only
from peelcheck.tables.judgments import (
    AREAS,
    ARMED_POLICING,
    EXEMPT,
    PILLARS,
    UNGRADED,
)

__all__ = ["RULES"]

_PILLARS = tuple(PILLARS)
_OTHERS = tuple(area for area in AREAS if area not in EXEMPT)


def _rows(subjects: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    return tuple(
        {"force": force, "subject": subject}
        for force in force_names()
        for subject in subjects
    )


def _expected(subjects: tuple[str, ...]) -> tuple[ExpectedKeys, ...]:
    return (
        ExpectedKeys(("force",), OWN_FORCES),
        ExpectedKeys(("subject",), tuple((one,) for one in subjects)),
    )


SCOPE = in_scope("JUD001", "judgments")

ALL_FORCES = all_forces("JUD002", "judgments")

OWN_ROWS_ONLY = own_rows_only("JUD003", "judgments")

TEN_AREAS = CoverageRule(
    id="JUD004",
    statement="A1",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="judgments",
    says="Each force has a row of each of the ten areas.",
    mend="Add the area; one not inspected keeps the judgment carried over.",
    expected=_expected(AREAS),
    excusable=True,
    passes=(_rows(AREAS),),
    fails=(_rows(AREAS)[1:],),
)

THREE_PILLARS = CoverageRule(
    id="JUD005",
    statement="A1",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="judgments",
    says="Each force has a row of each of the three pillars.",
    mend="Add the pillar and its grade; it does not follow from those of its areas.",
    expected=_expected(_PILLARS),
    excusable=True,
    passes=(_rows(_PILLARS),),
    fails=(_rows(_PILLARS)[1:],),
)

AREA_SAYS_WHEN = RowRule(
    id="JUD006",
    statement="A1",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="judgments",
    says="An area says whether it was inspected, and which year its judgment is of.",
    mend="Write yes or no under inspected, and a year such as 2018/19 beside it.",
    when=column("subject").is_in(AREAS),
    then=column("inspected").is_present() & column("last_inspected").is_present(),
    passes=(
        {"subject": AREAS[1], "inspected": "yes", "last_inspected": "2018/19"},
        {"subject": _PILLARS[0], "inspected": None, "last_inspected": None},
    ),
    fails=(
        {"subject": AREAS[1], "inspected": None, "last_inspected": "2018/19"},
        {"subject": AREAS[1], "inspected": "yes", "last_inspected": None},
    ),
)

PILLAR_IS_NOT_INSPECTED = RowRule(
    id="JUD007",
    statement="A1",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="judgments",
    says="A pillar has a grade alone: areas are inspected, and have a year.",
    mend="Clear inspected and last_inspected; they stand with the pillar's areas.",
    when=column("subject").is_in(_PILLARS),
    then=column("inspected").is_missing() & column("last_inspected").is_missing(),
    passes=(
        {"subject": _PILLARS[0], "inspected": None, "last_inspected": None},
        {"subject": AREAS[1], "inspected": "yes", "last_inspected": "2018/19"},
    ),
    fails=(
        {"subject": _PILLARS[0], "inspected": "yes", "last_inspected": None},
        {"subject": _PILLARS[0], "inspected": None, "last_inspected": "2018/19"},
    ),
)

INSPECTED_THIS_YEAR = RowRule(
    id="JUD008",
    statement="A5",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="judgments",
    says="The judgment of an area that was inspected is of {judgments.year}.",
    mend="Correct the year, or say that the area was not inspected.",
    when=column("subject").is_in(AREAS) & (column("inspected") == "yes"),
    then=column("last_inspected") == edition("judgments.year"),
    passes=({"subject": AREAS[1], "inspected": "yes", "last_inspected": "2018/19"},),
    fails=({"subject": AREAS[1], "inspected": "yes", "last_inspected": "2017/18"},),
)

CARRIED_OVER = RowRule(
    id="JUD009",
    statement="A5",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="judgments",
    says="The judgment of an area that was not inspected is carried over from "
    "{judgments.year_before}.",
    mend="Correct the year, or say that the area was inspected.",
    # One that may not be left out is JUD010's, whatever its year.
    when=column("subject").is_in(_OTHERS) & (column("inspected") == "no"),
    then=column("last_inspected") == edition("judgments.year_before"),
    passes=(
        {"subject": AREAS[0], "inspected": "no", "last_inspected": "2017/18"},
        {"subject": EXEMPT[0], "inspected": "no", "last_inspected": "2018/19"},
    ),
    fails=(
        {"subject": AREAS[0], "inspected": "no", "last_inspected": "2018/19"},
        {"subject": AREAS[0], "inspected": "no", "last_inspected": "2016/17"},
    ),
)

ALWAYS_INSPECTED = RowRule(
    id="JUD010",
    statement="A1",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="judgments",
    says="The four areas that are inspected in every force were inspected.",
    mend="Correct it, or explain why the force was left out of what all forces had.",
    when=column("subject").is_in(EXEMPT),
    then=column("inspected") == "yes",
    passes=(
        {"subject": EXEMPT[0], "inspected": "yes"},
        {"subject": AREAS[0], "inspected": "no"},
    ),
    fails=({"subject": EXEMPT[0], "inspected": "no"},),
)

UNGRADED_ALONE = RowRule(
    id="JUD011",
    statement="A1",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="judgments",
    says="No area but armed policing is ungraded, and no pillar is.",
    mend="Write the grade that the report gives.",
    when=column("grade") == UNGRADED,
    then=column("subject") == ARMED_POLICING,
    passes=(
        {"subject": ARMED_POLICING, "grade": UNGRADED},
        {"subject": ARMED_POLICING, "grade": "Good"},
    ),
    fails=(
        {"subject": AREAS[1], "grade": UNGRADED},
        {"subject": _PILLARS[2], "grade": UNGRADED},
    ),
)

RULES: tuple[Rule, ...] = (
    SCOPE,
    ALL_FORCES,
    OWN_ROWS_ONLY,
    TEN_AREAS,
    THREE_PILLARS,
    AREA_SAYS_WHEN,
    PILLAR_IS_NOT_INSPECTED,
    INSPECTED_THIS_YEAR,
    CARRIED_OVER,
    ALWAYS_INSPECTED,
    UNGRADED_ALONE,
)
