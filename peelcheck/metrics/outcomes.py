"""Proportions of crimes by outcome, from single crimes and from counts (A31 to A38).

The report prints three proportions. Which outcomes two of them take together it does
not say; named assumptions do. Proportions overlap: outcome 16 stands in two of them.
"""

from dataclasses import replace

from peelcheck.authoring import column, in_window
from peelcheck.conditions import Condition
from peelcheck.counts import ROWS, Exclusion, Link, Numerator
from peelcheck.groupings import Group, Split
from peelcheck.measures import Beside, Caveat, Metric, Whole
from peelcheck.metrics.caveats import SHARED_CAVEATS
from peelcheck.metrics.exclusions import WITHOUT_BTP, on_other_days
from peelcheck.reference.outcome_types import (
    INSIDE,
    NOT_ASSIGNED,
    OUTCOME_GROUPS,
    VICTIM_NOT_SUPPORTING,
)
from peelcheck.tables.recorded_crime import FRAUD

__all__ = ["CLOSED_OUTCOME_SHARE", "OUTCOME_SHARE", "OUTCOME_SHARE_OF_COUNTS"]

ACTION_TAKEN = Group(name="Action taken", short="Action", assumption="action_taken")
SUSPECT_IDENTIFIED = Group(
    name="Suspect identified", short="Suspect", assumption="suspect_identified"
)
VICTIM = Group(
    name="Victim did not support action",
    short="Victim not",
    members=VICTIM_NOT_SUPPORTING,
)
_SHORT = {
    "Charged or summonsed": "Charged",
    "No suspect identified": "No suspect",
    "Not yet assigned": "Unassigned",
}
GROUPS = (
    ACTION_TAKEN,
    SUSPECT_IDENTIFIED,
    VICTIM,
    *(
        Group(
            name=name,
            short=_SHORT.get(name, name),
            members=members,
            headline=name in _SHORT,
        )
        for name, members in OUTCOME_GROUPS.items()
        if members != VICTIM_NOT_SUPPORTING
    ),
)
_OUT_OF_COURT = (
    ACTION_TAKEN.name,
    SUSPECT_IDENTIFIED.name,
    "Out-of-court (formal)",
    "Out-of-court (informal)",
)
PILOT = ("Leicestershire", "Staffordshire", "West Yorkshire")
"""The forces that joined the pilot of out-of-court disposals (A35)."""


def _membership(group: Group) -> Caveat:
    return Caveat(
        id=group.assumption.upper(),
        source=f"assumption {group.assumption}",
        says=f"{group.name} takes outcomes {{members}}; the report lists none.",
        when=column("group") == group.name,
        general=True,
    )


def _in_the_pilot(wanted: Condition) -> Condition:
    return column("group").is_in(_OUT_OF_COURT) & wanted


OUTCOME_CAVEATS = (
    Caveat(
        id="PROVISIONAL",
        source="A33",
        says="Still moving: crimes without an outcome receive one later.",
        general=True,
    ),
    Caveat(
        id="DISPOSALS_PILOT",
        source="A35, A36",
        says="The force kept to a pilot: few outcomes 3, 6 or 7 are expected.",
        when=_in_the_pilot(column("force").is_in(PILOT)),
    ),
    Caveat(
        id="DISPOSALS_VARY",
        source="A37",
        says="Forces differ in how far they use out-of-court disposals.",
        when=_in_the_pilot(~column("force").is_in(PILOT)),
        general=True,
    ),
    _membership(ACTION_TAKEN),
    _membership(SUSPECT_IDENTIFIED),
)

_IN_WINDOW = column("recorded_in_window")

OUTCOME_SHARE = Metric(
    id="outcome_share",
    statement="A31",
    title="Crimes by outcome, each crime followed to its own",
    says="Crimes of the twelve months whose current outcome is of a group, of all.",
    unit="per cent of crimes",
    numerator=Numerator(
        table="crimes",
        value=ROWS,
        unit="crimes",
        counts="crimes",
        link=Link(
            to="outcomes",
            on=("force", "crime"),
            when=column("current") == "yes",
            brings="outcome_type",
            otherwise=NOT_ASSIGNED,
        ),
        flags={
            "recorded_in_window": in_window("recorded_on", "crimes.window"),
        },
        exclusions=(
            WITHOUT_BTP,
            on_other_days("recorded_in_window", "recorded", "A31"),
            Exclusion(
                name="fraud",
                statement="A28",
                when=column("offence") == FRAUD,
                if_found=True,
            ),
        ),
    ),
    denominator=Whole(says="the same crimes"),
    per=100,
    split=Split(column="outcome_type", groups=GROUPS, inside=INSIDE, complete=True),
    places=2,
    caveats=(*SHARED_CAVEATS, *OUTCOME_CAVEATS),
)

OUTCOME_SHARE_OF_COUNTS = replace(
    OUTCOME_SHARE,
    id="outcome_share_of_counts",
    title="Crimes by outcome, from counts of offences recorded",
    says="Outcomes of the offences recorded in the period, of all of these offences.",
    numerator=Numerator(
        table="outcome_counts",
        value="of_offences_recorded",
        unit="crimes",
        counts="crimes",
        exclusions=(
            WITHOUT_BTP,
            Exclusion(
                name="counted inside outcomes 1, 2 and 3",
                statement="A38",
                when=column("outcome_type").is_in(tuple(INSIDE)),
                if_found=True,
            ),
            Exclusion(
                name="fraud",
                statement="A28",
                when=(column("outcome_type") == "19")
                | (column("offence_group") == FRAUD),
                if_found=True,
            ),
        ),
    ),
    denominator=Whole(says="all offences recorded in the period"),
    split=Split(column="outcome_type", groups=GROUPS),
    beside=Beside(
        reference="recorded_crime_published",
        value="crimes",
        says="recorded crimes in the ONS tables",
        short="Sum to ONS",
        low="outcomes_total_low",
        high="outcomes_total_high",
    ),
    caveats=(
        *SHARED_CAVEATS,
        Caveat(
            id="RECONCILED",
            source="assumption outcomes_total_low",
            says="All its outcomes make {beside}.",
            when=column("agrees") == True,  # noqa: E712 - a condition
            general=True,
        ),
        Caveat(
            id="NOT_RECONCILED",
            source="assumption outcomes_total_low",
            says="All its outcomes make {beside}.",
            when=column("agrees") == False,  # noqa: E712 - a condition
        ),
        *OUTCOME_CAVEATS,
    ),
)

CLOSED_OUTCOME_SHARE = replace(
    OUTCOME_SHARE_OF_COUNTS,
    id="closed_outcome_share",
    title="Outcomes recorded in the period, whenever the offence was",
    says="Outcomes recorded in the period, of all outcomes recorded in it: no share "
    "of crimes, for it closes older ones.",
    unit="per cent of outcomes",
    numerator=replace(
        OUTCOME_SHARE_OF_COUNTS.numerator,
        value="recorded_in_quarter",
        unit="outcomes",
        counts="outcomes",
        exclusions=(
            *OUTCOME_SHARE_OF_COUNTS.numerator.exclusions,
            Exclusion(
                name="not yet assigned, which is no outcome",
                statement="A31",
                when=column("outcome_type") == NOT_ASSIGNED,
                if_found=True,
            ),
        ),
    ),
    denominator=Whole(says="all outcomes recorded in the period"),
    split=Split(
        column="outcome_type",
        groups=tuple(one for one in GROUPS if one.members != (NOT_ASSIGNED,)),
    ),
    beside=None,
    caveats=(*SHARED_CAVEATS, *OUTCOME_CAVEATS[1:]),
)
