"""Single searches with all that is recorded of them, none of which happened (A48).

Shares by force, group and reason are as in `searches`. The rest (gender, ages, hours
and outcomes other than arrests) is drawn by round shares of our own, near what records
that forces publish look like.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from peelcheck.sampling.numbers import drawn, picked, shared_out
from peelcheck.sampling.searches import searches_of, single_searches
from peelcheck.sampling.setting import Setting, window
from peelcheck.tables.stop_search import NOT_STATED, VEHICLE_ONLY
from peelcheck.tables.stop_search_records import VEHICLE_SEARCH

__all__ = ["stop_search_records"]

DEFAULT_ROWS = 2_000

_WHITE, _MIXED = "White - ", "Mixed/Multiple ethnic groups - "
_ASIAN, _BLACK = "Asian/Asian British - ", "Black/African/Caribbean/Black British - "
ETHNICITIES = {
    "White": {
        f"{_WHITE}English/Welsh/Scottish/Northern Irish/British": 937,
        f"{_WHITE}Irish": 11,
        f"{_WHITE}Gypsy or Irish Traveller": 1,
        f"{_WHITE}Any other White background": 51,
    },
    "Mixed": {
        f"{_MIXED}White and Black Caribbean": 349,
        f"{_MIXED}White and Black African": 135,
        f"{_MIXED}White and Asian": 279,
        f"{_MIXED}Any other Mixed/Multiple ethnic background": 237,
    },
    "Asian or Asian British": {
        f"{_ASIAN}Indian": 370,
        f"{_ASIAN}Pakistani": 295,
        f"{_ASIAN}Bangladeshi": 117,
        f"{_ASIAN}Any other Asian background": 218,
    },
    "Black or Black British": {
        f"{_BLACK}African": 531,
        f"{_BLACK}Caribbean": 319,
        f"{_BLACK}Any other Black/African/Caribbean background": 150,
    },
    "Chinese or Other Ethnic Group": {
        f"{_ASIAN}Chinese": 411,
        "Other ethnic group - Arab": 241,
        "Other ethnic group - Any other ethnic group": 348,
    },
    NOT_STATED: {NOT_STATED: 2, "": 1},
    VEHICLE_ONLY: {"": 1},
}
"""Ethnicities in a thousand of each group, as in the Census of 2011; those who did not
state theirs are said to be so in two rows of three, and left blank in the third."""

_OFFICERS_SEE = {
    "White": "White",
    "Mixed": "Other",
    "Asian or Asian British": "Asian",
    "Black or Black British": "Black",
    "Chinese or Other Ethnic Group": "Other",
    NOT_STATED: "White",
    VEHICLE_ONLY: None,
}
_OBJECTS = {
    "Criminal Damage": "Articles for use in criminal damage",
    "Drugs": "Controlled drugs",
    "Firearms": "Firearms",
    "Going Equipped": "Article for use in theft",
    "Offensive Weapons": "Offensive weapons",
    "Other": "Evidence of offences under the Act",
    "Stolen Property": "Stolen goods",
    "Anticipation of violence": "Anything to threaten or harm anyone",
    "Prevent acts of terrorism": "Evidence of offences under the Act",
}
_POWERS = {
    "Drugs": "Misuse of Drugs Act 1971 (section 23)",
    "Firearms": "Firearms Act 1968 (section 47)",
    "Anticipation of violence": (
        "Criminal Justice and Public Order Act 1994 (section 60)"
    ),
    "Prevent acts of terrorism": "Terrorism Act 2000 (section 47A)",
}
_OTHER_POWER = "Police and Criminal Evidence Act 1984 (section 1)"
_WITHOUT_ARREST = {
    "A no further action disposal": 85,
    "Community resolution": 8,
    "Khat or Cannabis warning": 4,
    "Penalty Notice for Disorder": 1,
    "Summons / charged by post": 2,
}
_AGES = {"10-17": 22, "18-24": 37, "25-34": 22, "over 34": 19}


def stop_search_records(setting: Setting) -> pl.DataFrame:
    """Make up single searches of the year, by force and day.

    How many a force has follows from how many it published; a few rows may leave a
    small force without any.
    """
    raw = setting.raw("stop_search_records")
    size = DEFAULT_ROWS if setting.rows is None else setting.rows
    weights = {name: searches_of(name) for name in setting.bodies}
    counts = shared_out(size, weights, least=0)
    single = pl.concat(single_searches(raw, name, n) for name, n in counts.items())
    first, last = window("stop_search")
    days = (last - first).days + 1
    chances = {
        name: pl.Series(drawn(raw, size))
        for name in ("day", "both", "detail", "sex", "linked", "clothing", "operation")
    }
    texts = {
        "age_range": picked(drawn(raw, size), _AGES),
        "disposal": picked(drawn(raw, size), _WITHOUT_ARREST),
    }
    return (
        single.with_columns(**chances, **texts)
        .with_columns(day=(pl.col("day") * days).cast(pl.Int32))
        .with_row_index("drawn")
        .sort("force", "day", "drawn")
        .select(
            (pl.lit(first) + pl.duration(days="day")).alias("searched_on"),
            "force",
            *_subject(),
            *_ground(),
            *_result(),
        )
    )


def _of_a_person(value: pl.Expr) -> pl.Expr:
    return pl.when(pl.col("ethnic_group") != VEHICLE_ONLY).then(value)


def _subject() -> list[pl.Expr]:
    """Return who or what was searched; nobody's details where a vehicle alone was."""
    group = pl.col("ethnic_group")
    kind = pl.when(group == VEHICLE_ONLY).then(pl.lit(VEHICLE_SEARCH))
    both = pl.when(pl.col("both") < 0.2).then(pl.lit("Person and Vehicle search"))
    male = pl.when(pl.col("sex") < 0.91).then(pl.lit("Male"))
    return [
        kind.otherwise(both.otherwise(pl.lit("Person search"))).alias("search_type"),
        _ethnicity().alias("self_defined_ethnicity"),
        group.replace_strict(_OFFICERS_SEE).alias("officer_defined_ethnicity"),
        _of_a_person(male.otherwise(pl.lit("Female"))).alias("gender"),
        _of_a_person(pl.col("age_range")).alias("age_range"),
    ]


def _ethnicity() -> pl.Expr:
    """Return the ethnicity that each number falls on within its group."""
    found = pl.lit(None, dtype=pl.String)
    for group, weights in ETHNICITIES.items():
        whole, below = sum(weights.values()), 0
        chosen: Any = pl
        for text, weight in weights.items():
            falls = pl.col("detail") * whole < below + weight
            chosen = chosen.when(falls).then(pl.lit(text or None, dtype=pl.String))
            below += weight
        found = pl.when(pl.col("ethnic_group") == group).then(chosen).otherwise(found)
    return found


def _ground() -> list[pl.Expr]:
    reason = pl.col("reason")
    powers = reason.replace_strict(_POWERS, default=_OTHER_POWER)
    return [
        powers.alias("legislation"),
        reason.replace_strict(_OBJECTS).alias("object_of_search"),
    ]


def _result() -> list[pl.Expr]:
    def yes(below: float, name: str) -> pl.Expr:
        return pl.when(pl.col(name) < below).then(pl.lit("yes")).otherwise(pl.lit("no"))

    arrested = pl.when("arrest").then(pl.lit("Arrest"))
    outcome = arrested.otherwise(pl.col("disposal"))
    return [
        outcome.alias("outcome"),
        yes(0.2, "linked").alias("outcome_linked"),
        _of_a_person(yes(0.04, "clothing")).alias("more_than_outer_clothing"),
        yes(0.03, "operation").alias("part_of_an_operation"),
    ]
