"""Single searches, as data.police.uk publishes them (A47, A48).

Labels: the two ethnicity code lists that forces have used there.
"""

from dataclasses import replace

from peelcheck.reference.spelling import fold
from peelcheck.shape import ColumnType, Mark, Missing, Table, TableColumn
from peelcheck.tables.stop_search import NOT_STATED, STOP_SEARCH

__all__ = [
    "ETHNICITIES",
    "NO_FURTHER_ACTION",
    "STOP_SEARCH_RECORDS",
    "VEHICLE_SEARCH",
    "YES_AND_NO",
]

VEHICLE_SEARCH = "Vehicle search"
NO_FURTHER_ACTION = (
    "A no further action disposal",
    "Nothing found - no further action",
)
"""Outcomes of which nothing followed; the second is recalled, of older files."""

ETHNICITIES = (
    "White - English/Welsh/Scottish/Northern Irish/British",
    "White - Irish",
    "White - Gypsy or Irish Traveller",
    "White - Any other White background",
    "Mixed/Multiple ethnic groups - White and Black Caribbean",
    "Mixed/Multiple ethnic groups - White and Black African",
    "Mixed/Multiple ethnic groups - White and Asian",
    "Mixed/Multiple ethnic groups - Any other Mixed/Multiple ethnic background",
    "Asian/Asian British - Indian",
    "Asian/Asian British - Pakistani",
    "Asian/Asian British - Bangladeshi",
    "Asian/Asian British - Chinese",
    "Asian/Asian British - Any other Asian background",
    "Black/African/Caribbean/Black British - African",
    "Black/African/Caribbean/Black British - Caribbean",
    (
        "Black/African/Caribbean/Black British - "
        "Any other Black/African/Caribbean background"
    ),
    "Other ethnic group - Arab",
    "Other ethnic group - Any other ethnic group",
    "White - White British (W1)",
    "White - White Irish (W2)",
    "White - Any other White ethnic background (W9)",
    "Mixed - White and Black Caribbean (M1)",
    "Mixed - White and Black African (M2)",
    "Mixed - White and Asian (M3)",
    "Mixed - Any other Mixed ethnic background (M9)",
    "Asian or Asian British - Indian (A1)",
    "Asian or Asian British - Pakistani (A2)",
    "Asian or Asian British - Bangladeshi (A3)",
    "Asian or Asian British - Any other Asian ethnic background (A9)",
    "Black or Black British - Caribbean (B1)",
    "Black or Black British - African (B2)",
    "Black or Black British - Any other Black ethnic background (B9)",
    "Chinese or other - Chinese (O1)",
    "Chinese or other - Any other ethnic group (O9)",
    NOT_STATED,
)

_NOT_STATED_SPELLINGS = ("Other ethnic group - Not stated", "Not Stated (NS)", "NS")
YES_AND_NO = {
    **dict.fromkeys(("true", "1", "1.0", "y"), "yes"),
    **dict.fromkeys(("false", "0", "0.0", "n"), "no"),
}
"""How files write yes and no, folded."""


def _text(name: str, says: str, *headers: str) -> TableColumn:
    return TableColumn(
        name=name,
        type=ColumnType.TEXT,
        says=says,
        required=False,
        missing=Missing.IGNORED,
        headers=headers,
    )


def _yes_or_no(name: str, says: str, *headers: str) -> TableColumn:
    text = _text(name, says, *headers)
    return replace(text, domain=("yes", "no"), spellings=YES_AND_NO)


STOP_SEARCH_RECORDS = Table(
    name="stop_search_records",
    prefix="STR",
    title="Stop and search, single searches",
    statement="A48",
    says="One search; nothing in it tells it from another like it.",
    columns=(
        TableColumn(
            name="searched_on",
            type=ColumnType.DATE,
            says="Day of the search, by the clock where it was made.",
            headers=("date",),
        ),
        STOP_SEARCH.column("force"),
        TableColumn(
            name="search_type",
            type=ColumnType.TEXT,
            says="Whether a person, a vehicle or both were searched.",
            domain=("Person search", "Person and Vehicle search", VEHICLE_SEARCH),
            headers=("type",),
        ),
        TableColumn(
            name="self_defined_ethnicity",
            type=ColumnType.TEXT,
            says="Ethnicity the person gave; blank where none is recorded.",
            missing=Missing.IGNORED,
            domain=ETHNICITIES,
            spellings={fold(text): NOT_STATED for text in _NOT_STATED_SPELLINGS},
        ),
        _text("officer_defined_ethnicity", "Ethnicity as the officer saw it."),
        _text("gender", "Gender of the person searched."),
        _text("age_range", "Age of the person searched, in bands."),
        _text("legislation", "Power the search was made under."),
        _text("object_of_search", "What was looked for."),
        _text("outcome", "What came of the search."),
        _yes_or_no(
            "outcome_linked",
            "Whether what came of it has to do with what was looked for.",
            "outcome_linked_to_object_of_search",
        ),
        _yes_or_no(
            "more_than_outer_clothing",
            "Whether more than outer clothing was taken off.",
            "removal_of_more_than_just_outer_clothing",
        ),
        _yes_or_no(
            "part_of_an_operation",
            "Whether the search was part of a policing operation.",
            "part_of_a_policing_operation",
        ),
        TableColumn(
            name="copy_of",
            type=ColumnType.INTEGER,
            says="Row that this one repeats in every cell of the source, if any.",
            unit="row",
            required=False,
            missing=Missing.IGNORED,
        ),
    ),
    key=(),
    marks={"..": Mark.NOT_AVAILABLE},
)
