"""Rules over the survey of the public (A5, A7, A8, A16 to A20).

What the annex tells of the sample is told of the survey of the edition's year. How
much "about" allows is ours to say: the bounds are named assumptions.
"""

from collections.abc import Mapping
from typing import Any

from peelcheck.authoring import column, edition
from peelcheck.conditions import All
from peelcheck.model import (
    Basis,
    GroupRule,
    Kind,
    RowRule,
    Rule,
    Severity,
    Stage,
)
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE
from peelcheck.rules.territorial import (
    FORCES_ALONE,
    all_forces,
    in_scope,
    own_rows_only,
)
from peelcheck.tables.public_survey import (
    BMG,
    FACE_TO_FACE,
    MODES,
    ONLINE_PANEL,
    POSTAL_INVITATION,
    WEIGHTED_BY,
)

__all__ = ["RULES"]

_COLLECTION = frozenset({Kind.COLLECTION})
_YEAR = edition("public_survey.year")
_OF_THE_YEAR = (column("year") == _YEAR) & FORCES_ALONE
_ESSEX = {"year": 2018, "provider": BMG, "force": "Essex"}
_BEYOND_THE_FORCES = _ESSEX | {"force": BRITISH_TRANSPORT_POLICE}
_MET = _ESSEX | {"mode": FACE_TO_FACE}
_POSTED = _ESSEX | {"mode": POSTAL_INVITATION}
_PROFILE = {"age": 44, "gender": "Female", "ethnicity": "White", "deprivation": 3}


def _rows(row: Mapping[str, Any], *respondents: int) -> tuple[dict[str, Any], ...]:
    return tuple({**row, "respondents": number} for number in respondents)


SCOPE = in_scope("PUB001", "public_survey")

ALL_FORCES = all_forces("PUB002", "public_survey")

OWN_ROWS_ONLY = own_rows_only("PUB003", "public_survey")

ABOUT_400 = GroupRule(
    id="PUB007",
    statement="A16",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    kinds=_COLLECTION,
    table="public_survey",
    says="Each force has about {public_survey.respondents} respondents: "
    "{assumptions.public_survey_fewest} to {assumptions.public_survey_most}.",
    mend="Check that each respondent stands there once; if so, say why they are "
    "more or fewer.",
    by=("year", "force"),
    sums=("respondents",),
    when=_OF_THE_YEAR,
    then=column("respondents").between(
        edition("assumptions.public_survey_fewest"),
        edition("assumptions.public_survey_most"),
    ),
    passes=(_rows(_ESSEX, 360), _rows(_ESSEX, 240, 200), _rows(_ESSEX, *[1] * 400)),
    fails=(_rows(_ESSEX, 359), _rows(_ESSEX, 241, 200), _rows(_ESSEX, *[1] * 300)),
)

ALL_MODES = GroupRule(
    id="PUB008",
    statement="A17",
    basis=Basis.STATED,
    severity=Severity.QUERY,
    kinds=_COLLECTION,
    table="public_survey",
    says="Respondents of {public_survey.year} were reached in each of three ways: "
    f"{', '.join(MODES[:-1])} and {MODES[-1]}.",
    mend="Look in the column mode for the way that is not there, and add the "
    "respondents who were reached so.",
    by=("year",),
    distinct=("mode",),
    when=_OF_THE_YEAR,
    then=column("distinct.mode") == len(MODES),
    passes=(
        tuple(_ESSEX | {"mode": mode} for mode in MODES),
        tuple(_ESSEX | {"mode": mode, "year": 2017} for mode in MODES[1:]),
    ),
    fails=tuple(
        tuple(_ESSEX | {"mode": mode} for mode in MODES if mode != absent)
        for absent in MODES
    ),
)

ABOUT_750_FACE_TO_FACE = GroupRule(
    id="PUB009",
    statement="A17",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    kinds=_COLLECTION,
    table="public_survey",
    says="About {public_survey.face_to_face} respondents were met face to face: "
    "{assumptions.public_survey_face_to_face_fewest} to "
    "{assumptions.public_survey_face_to_face_most}.",
    mend="Check the column mode; if it is right, say why they are more or fewer.",
    by=("year", "mode"),
    sums=("respondents",),
    every_force=True,
    when=(column("mode") == FACE_TO_FACE) & _OF_THE_YEAR,
    then=column("respondents").between(
        edition("assumptions.public_survey_face_to_face_fewest"),
        edition("assumptions.public_survey_face_to_face_most"),
    ),
    passes=(_rows(_MET, 675), _rows(_MET, 25, 800)),
    fails=(_rows(_MET, 674), _rows(_MET, 26, 800)),
)

MOST_ON_PANELS = GroupRule(
    id="PUB010",
    statement="A17",
    # A group is added up, not set against another: half of all is a number here.
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    kinds=_COLLECTION,
    table="public_survey",
    says="Most respondents are of online panels: fewer than "
    "{assumptions.public_survey_half} were reached otherwise.",
    mend="Check the column mode; if it is right, say why so few are of a panel.",
    by=("year",),
    sums=("respondents",),
    every_force=True,
    when=(column("mode") != ONLINE_PANEL) & _OF_THE_YEAR,
    then=column("respondents") < edition("assumptions.public_survey_half"),
    passes=((*_rows(_MET, 750), *_rows(_POSTED, 7_849)),),
    fails=((*_rows(_MET, 750), *_rows(_POSTED, 7_850)),),
)

WEIGHTS_ABOVE_0 = RowRule(
    id="PUB011",
    statement="A19",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="public_survey",
    says="Each weight is above 0.",
    mend="Write for how many respondents the row counts; leave out who counts for "
    "none.",
    then=column("weight") > 0,
    stage=Stage.FIELD,
    passes=({"weight": 0.01}, {"weight": None}),
    fails=({"weight": 0.0}, {"weight": -1.2}),
)

WEIGHTS_ADD_UP = GroupRule(
    id="PUB012",
    statement="A19",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="public_survey",
    says="The weights of a force and year make about as many as there are "
    "respondents: {assumptions.public_survey_weights_low} to "
    "{assumptions.public_survey_weights_high} times as many.",
    mend="Scale the weights of each force so that they add up to its respondents, or "
    "say to what they add up.",
    by=("year", "force"),
    sums=("respondents", "weight"),
    when=FORCES_ALONE,
    then=column("weight").between(
        edition("assumptions.public_survey_weights_low") * column("respondents"),
        edition("assumptions.public_survey_weights_high") * column("respondents"),
    ),
    passes=(
        _rows(_ESSEX | {"weight": 330.0}, 300),
        (*_rows(_ESSEX | {"weight": 0.4}, 1), *_rows(_ESSEX | {"weight": 1.6}, 1)),
        _rows(_BEYOND_THE_FORCES | {"weight": 9.0}, 1),
    ),
    fails=(
        _rows(_ESSEX | {"weight": 1.0}, 300),
        _rows(_ESSEX | {"weight": 331.0}, 300),
    ),
)

WEIGHTED_BY_FOUR = GroupRule(
    id="PUB013",
    statement="A19",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    kinds=_COLLECTION,
    table="public_survey",
    says="Age, gender, ethnicity and deprivation, by which answers are weighted, are "
    "each known of some respondents.",
    mend="Fill the empty column in; weights cannot be followed without it.",
    by=("year",),
    blanks=WEIGHTED_BY,
    when=FORCES_ALONE,
    then=All(tuple(column(f"blank.{name}") < column("rows") for name in WEIGHTED_BY)),
    passes=(
        (_ESSEX | _PROFILE,),
        (_ESSEX | _PROFILE, _ESSEX | dict.fromkeys(WEIGHTED_BY)),
        (_BEYOND_THE_FORCES | dict.fromkeys(WEIGHTED_BY),),
    ),
    fails=tuple((_ESSEX | _PROFILE | {name: None},) for name in WEIGHTED_BY),
)

FIFTHS = RowRule(
    id="PUB014",
    statement="A19",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="public_survey",
    says="Deprivation is a fifth of all areas, 1 to 5.",
    mend="Write the fifth that the area lies in; 1 holds the most deprived areas.",
    then=column("deprivation") <= 5,
    stage=Stage.FIELD,
    passes=({"deprivation": 5}, {"deprivation": 1}, {"deprivation": None}),
    fails=({"deprivation": 6}, {"deprivation": 10}),
)

ADULTS = RowRule(
    id="PUB015",
    statement="A16",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="public_survey",
    says="Respondents are adults: {assumptions.public_survey_least_age} or older.",
    mend="Check the age; write years, not the year of birth or a group's number.",
    then=column("age") >= edition("assumptions.public_survey_least_age"),
    passes=({"age": 16}, {"age": None}),
    fails=({"age": 15}, {"age": 2}),
)

RULES: tuple[Rule, ...] = (
    SCOPE,
    ALL_FORCES,
    OWN_ROWS_ONLY,
    ABOUT_400,
    ALL_MODES,
    ABOUT_750_FACE_TO_FACE,
    MOST_ON_PANELS,
    WEIGHTS_ABOVE_0,
    WEIGHTS_ADD_UP,
    WEIGHTED_BY_FOUR,
    FIFTHS,
    ADULTS,
)
