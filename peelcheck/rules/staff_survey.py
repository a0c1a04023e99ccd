"""Rules over the staff survey (A5, A7, A8, A12 to A14).

That one force has the fewest answers and one the most (A13) is not looked for: rules
hold each row or group to bounds, and none asks which of all forces lies at an end.
"""

from peelcheck.authoring import column, edition
from peelcheck.model import Basis, Kind, RowRule, Rule, Severity
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only

__all__ = ["RULES"]

SCOPE = in_scope("SSV001", "staff_survey")

ALL_FORCES = all_forces("SSV002", "staff_survey")

OWN_ROWS_ONLY = own_rows_only("SSV003", "staff_survey")

RESPONSES_OF_A_FORCE = RowRule(
    id="SSV004",
    statement="A13",
    # The annex counts the answers of a force; that each theme had as many is ours.
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    kinds=frozenset({Kind.COLLECTION}),
    table="staff_survey",
    says="Each theme has {staff_survey.fewest} to {staff_survey.most} answers of a "
    "force.",
    mend="Check the number; if it is right, say which survey it is of.",
    when=column("responses") >= 0,
    then=column("responses").between(
        edition("staff_survey.fewest"), edition("staff_survey.most")
    ),
    passes=({"responses": 32}, {"responses": 365}, {"responses": None}),
    fails=({"responses": 31}, {"responses": 366}, {"responses": 0}),
)

AGREEING_WITHIN_RESPONSES = RowRule(
    id="SSV005",
    statement="A14",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="staff_survey",
    says="No more agree than answer.",
    mend="Check both numbers: those who agree are among those who answered.",
    when=column("responses") >= 0,
    then=column("agreeing") <= column("responses"),
    passes=(
        {"responses": 40, "agreeing": 40},
        {"responses": 40, "agreeing": None},
        {"responses": None, "agreeing": 40},
    ),
    fails=({"responses": 40, "agreeing": 41}, {"responses": 0, "agreeing": 1}),
)


def _no_interval(rule_id: str, name: str, says: str) -> RowRule:
    return RowRule(
        id=rule_id,
        statement="A12",
        # The annex says that staff were no statistical sample. That no interval can be
        # worked out from their answers is what we infer from it, so we ask.
        basis=Basis.DERIVED,
        severity=Severity.QUERY,
        table="staff_survey",
        says=says,
        mend="Clear the cell: staff chose to answer and were not drawn as a sample, so "
        "no interval says how far off the figure may be.",
        then=column(name).is_missing(),
        passes=({name: None},),
        fails=({name: 41.5}, {name: 0.0}),
    )


NO_LOWER_END = _no_interval(
    "SSV006", "interval_low", "No figure has the lower end of a confidence interval."
)

NO_UPPER_END = _no_interval(
    "SSV007", "interval_high", "No figure has the upper end of a confidence interval."
)

RULES: tuple[Rule, ...] = (
    SCOPE,
    ALL_FORCES,
    OWN_ROWS_ONLY,
    RESPONSES_OF_A_FORCE,
    AGREEING_WITHIN_RESPONSES,
    NO_LOWER_END,
    NO_UPPER_END,
)
