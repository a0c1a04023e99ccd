"""Rules over single searches (A5, A47, A48)."""

from datetime import date

from peelcheck.authoring import column, edition, in_window
from peelcheck.model import Basis, Kind, RowRule, Rule, Severity
from peelcheck.rules.counted import as_many_as_counted
from peelcheck.tables.stop_search import NOT_STATED, STATED_GROUPS
from peelcheck.tables.stop_search_records import VEHICLE_SEARCH

__all__ = ["RULES"]

_TABLE = "stop_search_records"
_PERSON = {"search_type": "Person search"}
_VEHICLE = {"search_type": VEHICLE_SEARCH}

VEHICLE_HAS_NO_ETHNICITY = RowRule(
    id="STS004",
    statement="A48",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table=_TABLE,
    says="A search of a vehicle alone carries no ethnicity, for no person is searched.",
    mend="Clear the ethnicity, or record the search as one of a person and a vehicle.",
    when=column("search_type") == VEHICLE_SEARCH,
    then=column("self_defined_ethnicity").is_missing(),
    passes=(
        _VEHICLE | {"self_defined_ethnicity": None},
        _PERSON | {"self_defined_ethnicity": "White - Irish"},
    ),
    fails=(_VEHICLE | {"self_defined_ethnicity": "White - Irish"},),
)

WINDOW = RowRule(
    id="STR001",
    statement="A47",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    milder={Kind.PUBLICATION: Severity.QUERY},
    table=_TABLE,
    says="Each search was made from {stop_search.window.start} to "
    "{stop_search.window.end}.",
    mend="Leave searches of other days out; no figure of the year holds them.",
    then=in_window("searched_on", "stop_search.window"),
    passes=(
        {"searched_on": date(2017, 4, 1)},
        {"searched_on": date(2018, 3, 31)},
    ),
    fails=(
        {"searched_on": date(2017, 3, 31)},
        {"searched_on": date(2018, 4, 1)},
    ),
)

VEHICLE_ONLY = RowRule(
    id="STR002",
    statement="A48",
    basis=Basis.STATED,
    severity=Severity.NOTE,
    table=_TABLE,
    says="Searches of a vehicle alone are in no rate.",
    mend="Nothing; these are the searches that are left out.",
    then=column("search_type") != VEHICLE_SEARCH,
    passes=(_PERSON,),
    fails=(_VEHICLE,),
)

NOT_STATED_ETHNICITY = RowRule(
    id="STR003",
    statement="A48",
    basis=Basis.STATED,
    severity=Severity.NOTE,
    table=_TABLE,
    says="Searches of people whose ethnicity is blank or not stated are in no rate.",
    mend="Nothing; these are the searches that are left out.",
    when=column("search_type") != VEHICLE_SEARCH,
    then=column("self_defined_ethnicity").is_present()
    & (column("self_defined_ethnicity") != NOT_STATED),
    passes=(
        _PERSON | {"self_defined_ethnicity": "White - Irish"},
        _VEHICLE | {"self_defined_ethnicity": None},
    ),
    fails=(
        _PERSON | {"self_defined_ethnicity": None},
        _PERSON | {"self_defined_ethnicity": NOT_STATED},
    ),
)

REPEATED = RowRule(
    id="STR004",
    statement="A5",
    basis=Basis.DERIVED,
    severity=Severity.NOTE,
    table=_TABLE,
    says="No row repeats another in every cell.",
    mend="Ask the force whether it is one search or several; both stay in the counts.",
    then=column("copy_of").is_missing(),
    passes=({"copy_of": None},),
    fails=({"copy_of": 2},),
)

AS_MANY_AS_COUNTED = as_many_as_counted(
    "STR005",
    _TABLE,
    says="A force's single searches of people are as many as the return counts of it.",
    mend="Look for months that one of the two lacks; where the single searches are no "
    "more than a sample, say so in the manifest, under noted_exceptions.",
    counts=("stop_search", "searches"),
    when=(column("search_type") != VEHICLE_SEARCH)
    & in_window("searched_on", "stop_search.window"),
    where=column("ethnic_group").is_in((*STATED_GROUPS, NOT_STATED))
    & (column("year_ending") == edition("stop_search.window.end")),
    example=3_200,
)

RULES: tuple[Rule, ...] = (
    VEHICLE_HAS_NO_ETHNICITY,
    WINDOW,
    VEHICLE_ONLY,
    NOT_STATED_ETHNICITY,
    REPEATED,
    AS_MANY_AS_COUNTED,
)
