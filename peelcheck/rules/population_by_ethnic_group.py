"""Rules over populations by ethnic group, an exception to A9 the annex leaves open."""

from itertools import pairwise

from peelcheck.authoring import column, edition
from peelcheck.conditions import holds
from peelcheck.expected import OWN_FORCES, ExpectedKeys
from peelcheck.model import (
    Basis,
    CoverageRule,
    PlacementRule,
    ReferenceRule,
    RowRule,
    Rule,
    Severity,
    SumRule,
)
from peelcheck.reference.forces import force_names
from peelcheck.reference.populations import reference_rows
from peelcheck.rules.plausibility import FITS_ANOTHER, FITS_OWN, IN_BAND
from peelcheck.shape import Missing
from peelcheck.tables.population_by_ethnic_group import (
    ALL_GROUPS,
    CENSUS_GROUPS,
    GROUPING_2001,
)

__all__ = ["RULES"]

_KEY = ("classification", "force", "ethnic_group")
_ROWS = tuple(
    {name: row[name] for name in (*_KEY, "population")}
    for row in reference_rows("census_2011_ethnic_group")
)
_GROUPS = tuple((name, group) for name, v in CENSUS_GROUPS.items() for group in v)
_NAMES = force_names()
_ALL_KEYS = tuple(
    {"force": name, "classification": grouping, "ethnic_group": group}
    for name in _NAMES
    for grouping, group in _GROUPS
)
_GROUP = {"census_year": 2011, "classification": GROUPING_2001, "force": "Essex"}
_SUM = (
    {**_GROUP, "ethnic_group": ALL_GROUPS, "population": 5},
    {**_GROUP, "ethnic_group": "White", "population": 3},
    {**_GROUP, "ethnic_group": "Mixed", "population": 2},
)
_WHOLE = (column("ethnic_group") == ALL_GROUPS) & (
    column("classification") == GROUPING_2001
)
_WHOLES = tuple(row for row in _ROWS if holds(_WHOLE, row))
_SLIPPED = tuple(
    {**row, "population": following["population"]}
    for row, following in pairwise(_WHOLES)
)

CENSUS = RowRule(
    id="ETH001",
    statement="A9",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    notable=True,
    table="population_by_ethnic_group",
    says="Populations by ethnic group are those of the census the edition assumes.",
    mend="Use that census, or change the assumption ethnicity_census.",
    then=column("census_year") == edition("assumptions.ethnicity_census"),
    passes=({"census_year": 2011},),
    fails=({"census_year": 2021},),
)

PARTS_MAKE_THE_WHOLE = SumRule(
    id="ETH002",
    statement="A9",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    missing=Missing.UNDECIDED,
    table="population_by_ethnic_group",
    says="In each force and grouping, the ethnic groups add up to All.",
    mend="Correct the group that is wrong, or the total.",
    value="population",
    by=("census_year", "classification", "force"),
    whole=column("ethnic_group") == ALL_GROUPS,
    passes=(_SUM,),
    fails=(({**_SUM[0], "population": 6}, *_SUM[1:]),),
    undecided=(({**_SUM[0], "population": None}, *_SUM[1:]),),
)

PLAUSIBLE = ReferenceRule(
    id="ETH003",
    statement="A9",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="population_by_ethnic_group",
    says="A group's population is near that of the 2011 Census: "
    "{assumptions.population_band_low} to {assumptions.population_band_high} of it.",
    mend="Check that names and numbers stand in the same order, and the grouping.",
    reference="census_2011_ethnic_group",
    on={name: name for name in _KEY},
    when=column("population") >= 0,
    then=IN_BAND,
    passes=(_WHOLES[0],),
    fails=({**_WHOLES[0], "population": 1},),
)

IN_PLACE = PlacementRule(
    id="ETH004",
    statement="A9",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="population_by_ethnic_group",
    says="A census population does not fit another force better than its own.",
    mend="Check that names and numbers stand in the same order.",
    reference="census_2011_ethnic_group",
    key="force",
    where=_WHOLE,
    when=_WHOLE,
    own=FITS_OWN,
    other=FITS_ANOTHER,
    band=IN_BAND,
    passes=(_WHOLES,),
    fails=(_SLIPPED,),
)

ALL_KEYS = CoverageRule(
    id="ETH005",
    statement="A9",
    basis=Basis.DERIVED,
    severity=Severity.NOTE,
    table="population_by_ethnic_group",
    says="Each force the return answers for has every ethnic group of both groupings.",
    mend="Add the group; a ratio without its population is undefined.",
    expected=(
        ExpectedKeys(("force",), OWN_FORCES),
        ExpectedKeys(("classification", "ethnic_group"), _GROUPS),
    ),
    passes=(_ALL_KEYS,),
    fails=(_ALL_KEYS[1:],),
)

RULES: tuple[Rule, ...] = (
    CENSUS,
    PARTS_MAKE_THE_WHOLE,
    PLAUSIBLE,
    IN_PLACE,
    ALL_KEYS,
)
