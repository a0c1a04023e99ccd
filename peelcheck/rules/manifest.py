"""Rules over the manifest of a return, whatever tables it holds."""

from peelcheck.authoring import column, edition
from peelcheck.cycle import FINAL, NOBODY, STATES
from peelcheck.model import Basis, Kind, ManifestRule, Rule, Severity
from peelcheck.shape import Missing

__all__ = ["RULES", "WHOLE_RETURN"]

WHOLE_RETURN = ""
"""The table named by a rule that concerns no single table."""

EDITION = ManifestRule(
    id="RTN001",
    statement="A3",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    missing=Missing.INVALID,
    table=WHOLE_RETURN,
    says="The return was made for the edition it is checked against.",
    mend="Check it against its own edition, or correct the manifest.",
    then=column("edition") == edition("name"),
    passes=({"edition": "peel-2018-19"},),
    fails=({"edition": "peel-2017"}, {"edition": None}),
)

TABLES_THERE = ManifestRule(
    id="RTN002",
    statement="A7",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table=WHOLE_RETURN,
    says="Every table that the manifest names is in the return.",
    mend="Add the file of the table, or take the table out of the manifest.",
    then=column("absent_tables").is_missing(),
    passes=({"absent_tables": None},),
    fails=({"absent_tables": "population"},),
)

DESIGN_NAMED = ManifestRule(
    id="RTN003",
    statement="A3",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    kinds=frozenset({Kind.SUBMISSION, Kind.COLLECTION}),
    table=WHOLE_RETURN,
    says="What forces were asked for directly names the design it was made by.",
    mend="Write into the manifest which version of the design the forces were sent: "
    'design = "2018-04, version 2".',
    then=column("without_design") == NOBODY,
    passes=({"without_design": NOBODY}, {"without_design": None}),
    fails=({"without_design": "calls_999, vetting"},),
)

STATE_KNOWN = ManifestRule(
    id="RTN004",
    statement="A4",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table=WHOLE_RETURN,
    says=f"Where the return stands is one of: {', '.join(STATES)}.",
    mend="Write the state that it has reached; draft is what was not handed in yet.",
    then=column("state").is_in(STATES),
    passes=({"state": FINAL}, {"state": None}),
    fails=({"state": "nearly done"},),
)

ALL_SIGNED_OFF = ManifestRule(
    id="RTN005",
    statement="A6",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    kinds=frozenset({Kind.COLLECTION}),
    table=WHOLE_RETURN,
    says="Each force of a final collection signed its figures off.",
    mend="Note under signed_off the day on which each force did; forces are asked "
    "to, so say of the others that they were.",
    then=column("unsigned") == NOBODY,
    passes=({"unsigned": NOBODY}, {"unsigned": None}),
    fails=({"unsigned": "Essex, Kent"},),
)

SIGNED_OFF_WHEN_FINAL = ManifestRule(
    id="RTN006",
    statement="A6",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    kinds=frozenset({Kind.SUBMISSION, Kind.COLLECTION}),
    table=WHOLE_RETURN,
    says="What a force signs off is final.",
    mend="Call the return final, or take the sign-off out: figures may still change.",
    then=column("signed_early") == NOBODY,
    passes=({"signed_early": NOBODY}, {"signed_early": None}),
    fails=({"signed_early": "Essex"},),
)

RULES: tuple[Rule, ...] = (
    EDITION,
    TABLES_THERE,
    DESIGN_NAMED,
    STATE_KNOWN,
    ALL_SIGNED_OFF,
    SIGNED_OFF_WHEN_FINAL,
)
