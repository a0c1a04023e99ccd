"""Rates, ratios and find rates from single searches (A47, A48).

The rate and the ratio are those of the table of counts: equal where the searches are
the same. What a find is, and which objects are possession or supply of drugs, the
annex does not say; named assumptions do.
"""

from dataclasses import replace

from peelcheck.authoring import column, edition, in_window
from peelcheck.conditions import Compare, Literal
from peelcheck.counts import ROWS, Exclusion, Labels, Numerator
from peelcheck.groupings import Group, Split
from peelcheck.measures import Among, Caveat
from peelcheck.metrics.caveats import SHARED_CAVEATS
from peelcheck.metrics.exclusions import WITHOUT_BTP, none_of, on_other_days
from peelcheck.metrics.stop_search import STOP_SEARCH_RATE, STOP_SEARCH_RATIO
from peelcheck.tables.stop_search import STATED_GROUPS
from peelcheck.tables.stop_search_records import (
    ETHNICITIES,
    NO_FURTHER_ACTION,
    VEHICLE_SEARCH,
)

__all__ = [
    "FIND_RATE",
    "FIND_RATE_OF_DRUG_SEARCHES",
    "RATE_OF_RECORDS",
    "RATIO_OF_RECORDS",
]

_FIRST_WORDS = {
    "White": STATED_GROUPS[0],
    "Mixed": STATED_GROUPS[1],
    "Asian": STATED_GROUPS[2],
    "Black": STATED_GROUPS[3],
    "Chinese": STATED_GROUPS[4],
    "Other": STATED_GROUPS[4],
}


def _group_of(ethnicity: str) -> str:
    """Return the group of the 2001 grouping, in which Chinese stand with others."""
    if ethnicity.endswith("- Chinese"):
        return _FIRST_WORDS["Chinese"]
    first = ethnicity.replace("/", " ").split()[0]
    return _FIRST_WORDS.get(first, ethnicity)


GROUPS_OF_ETHNICITIES = {text: _group_of(text) for text in ETHNICITIES}

_VEHICLE_ONLY = Exclusion(
    name="vehicle only",
    statement="A48",
    when=column("search_type") == VEHICLE_SEARCH,
)
_OTHER_DAYS = on_other_days("searched_in_window", "made", "A47")
_NOT_STATED = Exclusion(
    name="ethnicity not stated",
    statement="A48",
    when=none_of("ethnic_group", STATED_GROUPS),
    unknown=True,
)

_SEARCHES = Numerator(
    table="stop_search_records",
    value=ROWS,
    unit="searches",
    counts="searches of people",
    labels=Labels(
        column="self_defined_ethnicity",
        becomes="ethnic_group",
        names=GROUPS_OF_ETHNICITIES,
    ),
    flags={
        "searched_in_window": in_window("searched_on", "stop_search.window"),
    },
    window="stop_search.window",
    exclusions=(WITHOUT_BTP, _OTHER_DAYS, _VEHICLE_ONLY, _NOT_STATED),
)

_AS_HANDED_IN = Caveat(
    id="AS_HANDED_IN",
    source="A47",
    says="Counts the searches that were handed in: whether a month of the year is "
    "missing among them is not looked at.",
    general=True,
)

RATE_OF_RECORDS = replace(
    STOP_SEARCH_RATE,
    id="stop_search_rate_of_records",
    title="Stops and searches per 1,000 people, from single searches",
    numerator=_SEARCHES,
    caveats=(*STOP_SEARCH_RATE.caveats, _AS_HANDED_IN),
)

RATIO_OF_RECORDS = replace(
    STOP_SEARCH_RATIO,
    id="stop_search_ratio_of_records",
    title="Times more likely to be stopped and searched, from single searches",
    numerator=_SEARCHES,
    caveats=(*STOP_SEARCH_RATIO.caveats, _AS_HANDED_IN),
)

_LINKED = Literal("linked outcome")
_BY_LINK = Compare(edition("assumptions.find"), "==", _LINKED)
_BY_OUTCOME = Compare(edition("assumptions.find"), "!=", _LINKED)

_OUTCOME_UNKNOWN = (_BY_LINK & none_of("outcome_linked", ("yes", "no"))) | (
    _BY_OUTCOME & column("outcome").is_missing()
)

_FOUND = Among(
    says="the searches whose find is known",
    but=(
        Exclusion(
            name="nothing found",
            statement="A48",
            when=_OUTCOME_UNKNOWN
            | (_BY_LINK & (column("outcome_linked") == "no"))
            | (_BY_OUTCOME & column("outcome").is_in(NO_FURTHER_ACTION)),
        ),
    ),
)
_UNKNOWN_OUTCOME = Exclusion(
    name="outcome not known",
    statement="A48",
    when=_OUTCOME_UNKNOWN,
    if_found=True,
)
_WHAT_A_FIND_IS = Caveat(
    id="WHAT_A_FIND_IS",
    source="assumption find",
    says="What counts as a find is assumed, for the annex does not say.",
    general=True,
)
_RECORDED_GROUNDS = Caveat(
    id="AS_RECORDED",
    source="A48",
    says="Rests on what the searching officer recorded.",
    general=True,
)

FIND_RATE = replace(
    RATE_OF_RECORDS,
    id="stop_search_find_rate",
    title="Searches of people in which something was found, by ethnic group",
    says="Searches of a group in which something was found, of all searches of it of "
    "which that is known.",
    unit="per cent of searches",
    numerator=replace(
        _SEARCHES,
        exclusions=(
            *(replace(one, unknown=False) for one in _SEARCHES.exclusions),
            _UNKNOWN_OUTCOME,
        ),
    ),
    denominator=_FOUND,
    per=100,
    split=Split(
        column="ethnic_group",
        groups=(
            Group(name="All groups", short="All", members=STATED_GROUPS),
            *(
                Group(name=one, short=short, members=(one,))
                for one, short in zip(
                    STATED_GROUPS,
                    ("White", "Mixed", "Asian", "Black", "Chinese/Other"),
                    strict=True,
                )
            ),
        ),
    ),
    places=2,
    caveats=(*SHARED_CAVEATS, _WHAT_A_FIND_IS, _RECORDED_GROUNDS),
)

FIND_RATE_OF_DRUG_SEARCHES = replace(
    FIND_RATE,
    id="drug_search_find_rate",
    title="Searches for drugs in which something was found, possession and supply",
    says="Searches of people for drugs in which something was found, of all such "
    "searches of which that is known, whatever the person's ethnicity.",
    numerator=replace(
        _SEARCHES,
        labels=None,
        exclusions=(WITHOUT_BTP, _OTHER_DAYS, _VEHICLE_ONLY, _UNKNOWN_OUTCOME),
    ),
    split=Split(
        column="object_of_search",
        groups=(
            Group(name="All drugs", short="All", assumption="drug_objects"),
            Group(
                name="Drug possession",
                short="Possession",
                assumption="possession_objects",
            ),
            Group(name="Drug supply", short="Supply", assumption="supply_objects"),
        ),
    ),
    caveats=(
        *FIND_RATE.caveats,
        Caveat(
            id="WHICH_OBJECTS",
            source="assumption drug_objects",
            says="{group} takes these objects: {members}.",
            general=True,
        ),
    ),
)
