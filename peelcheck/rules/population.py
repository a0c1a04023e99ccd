"""Rules over mid-year populations (A9 to A11)."""

from itertools import pairwise

from peelcheck.authoring import column, edition
from peelcheck.expected import OWN_FORCES, ExpectedKeys
from peelcheck.model import (
    Basis,
    CoverageRule,
    PlacementRule,
    ReferenceRule,
    RowRule,
    Rule,
    Severity,
)
from peelcheck.reference.forces import force_names
from peelcheck.reference.populations import reference_rows
from peelcheck.rules.plausibility import FITS_ANOTHER, FITS_OWN, IN_BAND

__all__ = ["RULES"]

_NAMES = force_names()
_MID_2017 = {
    row["force"]: row["population"]
    for row in reference_rows("population_mid_year")
    if row["year"] == 2017
}
_RIGHT = tuple({"force": name, "population": n} for name, n in _MID_2017.items())
_SLIPPED = tuple(
    {"force": row["force"], "population": following["population"]}
    for row, following in pairwise(_RIGHT)
)

VINTAGE = RowRule(
    id="POP001",
    statement="A9",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    notable=True,
    table="population",
    says="Populations are the ONS mid-{population.vintage} ones, or noted otherwise.",
    mend="Use mid-{population.vintage}, or note the exception with its reason.",
    then=column("year") == edition("population.vintage"),
    passes=({"year": 2017},),
    fails=({"year": 2016},),
)

PLAUSIBLE = ReferenceRule(
    id="POP002",
    statement="A9",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="population",
    says="A population is near its force's published one: "
    "{assumptions.population_band_low} to {assumptions.population_band_high} of it.",
    mend="Check that names and numbers stand in the same order.",
    reference="population_mid_year",
    on={"force": "force"},
    where=column("year") == edition("population.vintage"),
    when=column("population") >= 1,
    then=IN_BAND,
    passes=({"force": "Essex", "population": 1_820_379},),
    fails=({"force": "Essex", "population": 593_500},),
)

IN_PLACE = PlacementRule(
    id="POP003",
    statement="A9",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="population",
    says="A population does not fit another force better than its own.",
    mend="Check that names and numbers stand in the same order.",
    reference="population_mid_year",
    key="force",
    where=column("year") == edition("population.vintage"),
    own=FITS_OWN,
    other=FITS_ANOTHER,
    band=IN_BAND,
    passes=(_RIGHT,),
    fails=(_SLIPPED,),
)

ALL_FORCES = CoverageRule(
    id="POP004",
    statement="A9",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="population",
    says="There is a population for every force the return answers for.",
    mend="Add the force's population; without it the force has no rate.",
    expected=(ExpectedKeys(("force",), OWN_FORCES),),
    passes=(tuple({"force": name} for name in _NAMES),),
    fails=(tuple({"force": name} for name in _NAMES[1:]),),
)

RULES: tuple[Rule, ...] = (VINTAGE, PLAUSIBLE, IN_PLACE, ALL_FORCES)
