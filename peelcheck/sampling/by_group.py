"""Searches by ethnic group and their rates, of the made-up searches and residents."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE
from peelcheck.sampling.residents import residents_by_group
from peelcheck.sampling.searches import stop_search
from peelcheck.sampling.setting import Setting, window
from peelcheck.tables.population_by_ethnic_group import ALL_GROUPS, GROUPING_2001
from peelcheck.tables.stop_search import NOT_STATED, STATED_GROUPS, VEHICLE_ONLY
from peelcheck.tables.stop_search_by_group import AGGREGATES

__all__ = ["stop_search_by_group"]

_WITHOUT_TRANSPORT_POLICE = AGGREGATES["All - excluding BTP"]
_PRINTED = {
    **dict(zip(STATED_GROUPS, ("White", "Mixed", "Asian", "Black"), strict=False)),
    STATED_GROUPS[-1]: "Other inc Chinese",
}
_CLASSIFICATION = "ONS 2001 5+1"
_ALL = "All"


def stop_search_by_group(setting: Setting) -> pl.DataFrame:
    """Make up searches by ethnic group, without those of vehicles alone.

    They are those of `stop_search`, their rates by the census populations of the same
    seed. Those of people who did not state their group are counted in All alone.
    """
    searches, people = _counted(setting), residents_by_group(setting)
    areas: dict[str, tuple[str, ...]] = {name: (name,) for name in setting.forces}
    if not setting.alone:
        areas[_WITHOUT_TRANSPORT_POLICE] = setting.forces
    rows = []
    for area, members in areas.items():
        for group in (*STATED_GROUPS, ALL_GROUPS):
            among = sum(people[name, GROUPING_2001, group] for name in members)
            whole = (*STATED_GROUPS, NOT_STATED)
            counted = whole if group == ALL_GROUPS else (group,)
            made = sum(searches[name, one] for name in members for one in counted)
            rows.append(_row(area, group, made, among))
    return pl.DataFrame(rows)


def _counted(setting: Setting) -> Mapping[tuple[str, str], int]:
    """Return the searches of each force by ethnic group."""
    counted = (
        stop_search(setting)
        .filter(
            ~pl.col("force").eq(BRITISH_TRANSPORT_POLICE),
            pl.col("ethnic_group") != VEHICLE_ONLY,
        )
        .group_by("force", "ethnic_group")
        .agg(pl.sum("searches"))
    )
    return {(force, group): n for force, group, n in counted.iter_rows()}


def _row(area: str, group: str, made: int, among: int) -> dict[str, object]:
    whole = group == ALL_GROUPS
    return {
        "year_ending": window("stop_search")[1],
        "area": area,
        "legislation": _ALL,
        "classification": _ALL if whole else _CLASSIFICATION,
        "ethnic_group": ALL_GROUPS if whole else _PRINTED[group],
        "searches": made,
        "population": among,
        "rate": round(made / among * 1000, 6),
    }
