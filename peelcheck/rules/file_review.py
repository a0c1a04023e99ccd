"""Rules over reviewed case files (A5, A7, A8, A21 to A25)."""

from datetime import date
from typing import Any

from peelcheck.authoring import column, edition, in_window
from peelcheck.model import Basis, GroupRule, Kind, RowRule, Rule, Severity
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE, force_names
from peelcheck.rules.territorial import (
    FORCES_ALONE,
    all_forces,
    in_scope,
    own_rows_only,
)
from peelcheck.tables.file_review import CHOSEN, LARGER_SAMPLES, RANDOM

__all__ = ["RULES"]

_LARGER = column("force").is_in(LARGER_SAMPLES)


def _files(force: str, count: int) -> tuple[dict[str, Any], ...]:
    return tuple({"force": force, "file": f"F{n}"} for n in range(count))


_EVERY_FORCE = tuple(
    row
    for name in force_names()
    for row in _files(name, 90 if name in LARGER_SAMPLES else 60)
)

SCOPE = in_scope("FIL001", "file_review")

ALL_FORCES = all_forces("FIL002", "file_review")

OWN_ROWS_ONLY = own_rows_only("FIL003", "file_review")

RECORDED_IN_WINDOW = RowRule(
    id="FIL004",
    statement="A22",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    table="file_review",
    says="Crimes reviewed were recorded from {file_review.window.start} to "
    "{file_review.window.end}.",
    mend="Leave the file out and draw another; the day counts on which the crime was "
    "recorded, not that of the offence.",
    then=in_window("recorded_on", "file_review.window"),
    passes=({"recorded_on": date(2018, 1, 1)}, {"recorded_on": date(2018, 3, 31)}),
    fails=({"recorded_on": date(2017, 12, 31)}, {"recorded_on": date(2018, 4, 1)}),
)

SAMPLE = GroupRule(
    id="FIL005",
    statement="A23",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    table="file_review",
    says="{file_review.sample} files of each force are reviewed, and "
    "{file_review.larger_sample} of Greater Manchester and of West Midlands.",
    mend="Add the files that are missing, or leave out those beyond the sample.",
    by=("force",),
    when=FORCES_ALONE,
    then=(_LARGER & (column("rows") == edition("file_review.larger_sample")))
    | (~_LARGER & (column("rows") == edition("file_review.sample"))),
    passes=(
        _files("Essex", 60),
        (*_files("Greater Manchester", 90), *_files("West Midlands", 90)),
        (*_files("Metropolitan Police", 60), *_files("West Mercia", 60)),
    ),
    fails=(
        _files("Essex", 59),
        _files("Essex", 61),
        _files("Essex", 90),
        _files("Greater Manchester", 60),
        _files("West Midlands", 60),
        _files("West Midlands", 89),
        _files("West Midlands", 91),
    ),
)

IN_ALL = GroupRule(
    id="FIL006",
    statement="A23",
    # The sizes of the samples are stated; to add them up infers nothing.
    basis=Basis.STATED,
    severity=Severity.ERROR,
    kinds=frozenset({Kind.COLLECTION}),
    every_force=True,
    table="file_review",
    says="The samples of the 43 forces make {file_review.in_all} files in all.",
    mend="Find the force whose sample is not whole, or note it under unable_to_supply.",
    by=(),
    when=FORCES_ALONE,
    then=column("rows") == edition("file_review.in_all"),
    passes=(
        _EVERY_FORCE,
        (*_EVERY_FORCE, *_files(BRITISH_TRANSPORT_POLICE, 1)),
    ),
    fails=(_EVERY_FORCE[1:], (*_EVERY_FORCE, *_files("Essex", 1))),
)

DRAWN_AT_RANDOM = RowRule(
    id="FIL007",
    statement="A22",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    table="file_review",
    says="Files are drawn at random.",
    mend="Leave out a file that was chosen, and draw another in its place.",
    then=column("selection") != CHOSEN,
    passes=({"selection": RANDOM}, {"selection": None}),
    fails=({"selection": CHOSEN},),
)

RULES: tuple[Rule, ...] = (
    SCOPE,
    ALL_FORCES,
    OWN_ROWS_ONLY,
    RECORDED_IN_WINDOW,
    SAMPLE,
    IN_ALL,
    DRAWN_AT_RANDOM,
)
