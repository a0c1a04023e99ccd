"""Rules over published searches by ethnic group (A5)."""

from datetime import date

from peelcheck.authoring import column
from peelcheck.model import AgreementRule, Basis, Rule, Severity
from peelcheck.reference.forces import force_names
from peelcheck.shape import Missing
from peelcheck.tables.stop_search import VEHICLE_ONLY

__all__ = ["RULES"]

_ALL = "All"
_ESSEX = {"year_ending": date(2018, 3, 31), "area": "Essex"}

AS_MANY_AS_COUNTED = AgreementRule(
    id="SSG001",
    statement="A5",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    missing=Missing.UNDECIDED,
    table="stop_search_by_group",
    says="Searches of all groups are as many as the return counts of the same force "
    "and year, those of vehicles alone left out.",
    mend="Say which of the two was revised since; figures are taken from one edition.",
    to="stop_search",
    on={"year_ending": "year_ending", "area": "force"},
    sums=("searches",),
    other_sums=("searches",),
    when=(column("classification") == _ALL)
    & (column("legislation") == _ALL)
    & column("area").is_in(force_names()),
    where=column("ethnic_group") != VEHICLE_ONLY,
    then=column("searches") == column("reference.searches"),
    passes=(_ESSEX | {"searches": 3_200, "reference.searches": 3_200},),
    fails=(
        _ESSEX | {"searches": 3_199, "reference.searches": 3_200},
        _ESSEX | {"searches": 3_201, "reference.searches": 3_200},
    ),
    undecided=(
        _ESSEX | {"searches": 3_200, "reference.searches": None},
        _ESSEX | {"searches": None, "reference.searches": 3_200},
    ),
)

RULES: tuple[Rule, ...] = (AS_MANY_AS_COUNTED,)
