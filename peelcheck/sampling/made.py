"""Tables and whole returns made up from a seed: valid, and near published figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import polars as pl

from peelcheck.errors import UnknownNameError, UsageError
from peelcheck.periods import year_before
from peelcheck.reference.editions import DEFAULT_EDITION
from peelcheck.sampling.by_group import stop_search_by_group
from peelcheck.sampling.calls import calls_999
from peelcheck.sampling.crimes import crimes, outcomes
from peelcheck.sampling.file_review import file_review
from peelcheck.sampling.judgments import judgments
from peelcheck.sampling.outcomes import outcome_counts, outcome_submissions
from peelcheck.sampling.recorded_crime import recorded_crime, recorded_crime_rate
from peelcheck.sampling.residents import population, population_by_ethnic_group
from peelcheck.sampling.searches import stop_search
from peelcheck.sampling.setting import Setting, of_edition, setting_of, window
from peelcheck.sampling.single_searches import stop_search_records
from peelcheck.sampling.spend import prices, spend
from peelcheck.sampling.surveys import public_survey, staff_survey
from peelcheck.sampling.vetting import vetting
from peelcheck.sampling.workforce import workforce
from peelcheck.tables import DIRECTLY_COLLECTED, TABLES

__all__ = ["SINGLE_THINGS", "SOURCE", "Made", "sample_return", "sample_table"]

SOURCE = "Synthetic: made up by peelcheck sample, none of it happened"

_A_SAMPLE = "Synthetic: the single ones are a sample, the counts of a whole year"

SINGLE_THINGS = ("crimes", "outcomes", "stop_search_records")
"""The tables whose rows are single things, so that there may be any number of them."""

_MAKERS: Mapping[str, Callable[[Setting], pl.DataFrame]] = {
    "stop_search": stop_search,
    "population": population,
    "population_by_ethnic_group": population_by_ethnic_group,
    "stop_search_by_group": stop_search_by_group,
    "stop_search_records": stop_search_records,
    "recorded_crime": recorded_crime,
    "recorded_crime_rate": recorded_crime_rate,
    "crimes": crimes,
    "outcomes": outcomes,
    "outcome_counts": outcome_counts,
    "outcome_submissions": outcome_submissions,
    "workforce": workforce,
    "calls_999": calls_999,
    "vetting": vetting,
    "spend": spend,
    "file_review": file_review,
    "public_survey": public_survey,
    "staff_survey": staff_survey,
    "judgments": judgments,
}
_WITH_GAPS = ("stop_search", "workforce")
_UNDATED = ("judgments", "public_survey", "staff_survey")
"""The tables whose days no statement names."""

_SAMPLES = {
    "STR005": {"stop_search_records", "stop_search"},
    "CRM006": {"crimes", "recorded_crime"},
}
"""The rules by which single ones are as many as are counted, and of which tables."""

_MID_YEAR, _CENSUS_DAY = (6, 30), (3, 27)


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up return.

    Attributes:
        manifest: What `peelcheck.check(frames, manifest=...)` takes.
        frames: A frame of each table, its columns of their declared types.

    """

    manifest: Mapping[str, Any]
    frames: Mapping[str, pl.DataFrame]


def sample_table(
    name: str,
    *,
    rows: int | None = None,
    seed: int = 0,
    kind: str = "collection",
    force: str | None = None,
    told: Callable[[str], None] | None = None,
) -> pl.DataFrame:
    """Make up one table, without empty cells where the table allows none.

    It is valid on its own; but the release of recorded crime and of outcome counts, and
    the prices of spend, are for a manifest to say.

    Args:
        name: The table.
        rows: How many crimes, outcomes or single searches [default: 2,000, or the
            outcomes of 2,000 crimes]; the size of other tables follows from their keys.
        seed: What all of it follows from; the same seed gives the same table.
        kind: The kind of return it is to stand in.
        force: Whose it is, for a submission [default: Essex].
        told: Is told what is being done.

    Raises:
        UnknownNameError: The table, the kind or the force is not known.
        UsageError: The rows or the seed are no such number; rows are asked of a table
            whose size follows from its keys; or a collection is of one force.

    """
    _refuse_unknown([name])
    if rows is not None and name not in SINGLE_THINGS:
        message = (
            f"the size of {name} follows from its keys; rows= goes with "
            f"{', '.join(SINGLE_THINGS)}"
        )
        raise UsageError(message)
    setting = setting_of(kind=kind, force=force, seed=seed, rows=rows, gaps=False)
    if told:
        told(f"making up {name}")
    if name == "outcomes" and rows is not None:
        return _so_many_outcomes(setting, rows)
    return _MAKERS[name](setting)


def _so_many_outcomes(setting: Setting, rows: int) -> pl.DataFrame:
    """Return so many outcomes, evenly taken from those of somewhat more crimes."""
    enough = rows + rows // 10 + 100 + len(setting.forces)
    made = outcomes(replace(setting, rows=enough))
    return made[[at * made.height // rows for at in range(rows)]]


def sample_return(
    *,
    kind: str = "collection",
    force: str | None = None,
    tables: Sequence[str] | None = None,
    rows: int | None = None,
    seed: int = 0,
    told: Callable[[str], None] | None = None,
) -> Made:
    """Make up a valid return: no rule finds an error or a query in it.

    Args:
        kind: The kind of return; a publication holds British Transport Police too.
        force: Whose a submission is [default: Essex].
        tables: The tables it has [default: all]; each is the same whatever stands
            beside it.
        rows: How many crimes, and how many single searches [default: 2,000 of each].
        seed: What all of it follows from; the same seed gives the same return.
        told: Is told what is being done.

    Raises:
        UnknownNameError: A table, the kind or the force is not known.
        UsageError: The rows or the seed are no such number, there is no table, outcomes
            lack their crimes, or a collection is of one force.

    """
    chosen = list(TABLES) if tables is None else list(tables)
    _refuse_unknown(chosen)
    if not chosen:
        message = "a return needs at least one table"
        raise UsageError(message)
    if "outcomes" in chosen and "crimes" not in chosen:
        message = (
            "outcomes belong to crimes of the return; ask for the table crimes too"
        )
        raise UsageError(message)
    setting = setting_of(kind=kind, force=force, seed=seed, rows=rows, gaps=True)
    frames = {}
    for name in TABLES:
        if name in chosen:
            if told:
                told(f"making up {name}")
            frames[name] = _MAKERS[name](setting)
    return Made(_manifest(setting, list(frames)), frames)


def _refuse_unknown(names: Sequence[str]) -> None:
    for name in names:
        if name not in TABLES:
            raise UnknownNameError.of("table", str(name), TABLES)


def _manifest(setting: Setting, tables: Sequence[str]) -> dict[str, Any]:
    whose = setting.forces[0] if setting.alone else "England and Wales"
    said: dict[str, Any] = {"edition": DEFAULT_EDITION, "kind": setting.kind.value}
    if setting.alone:
        said["force"] = setting.forces[0]
    said["state"] = "draft"
    said["title"] = (
        f"SYNTHETIC data of {whose}, seed {setting.seed}: none of it happened"
    )
    if any(name in DIRECTLY_COLLECTED for name in tables):
        said["design"] = "Synthetic: no force was asked"
    noted = [rule for rule, pair in _SAMPLES.items() if pair <= {*tables}]
    if noted:
        said["noted_exceptions"] = dict.fromkeys(noted, _A_SAMPLE)
    said["tables"] = {name: _entry(name) for name in tables}
    return said


def _entry(name: str) -> dict[str, Any]:
    """Return what the manifest says of one table."""
    entry: dict[str, Any] = {"source": SOURCE}
    if name == "stop_search":
        # Its shape and its period are that publication's; its figures are not.
        entry["publication"] = of_edition("stop_search.publication")
    if name in ("recorded_crime", "recorded_crime_rate", "outcome_counts"):
        entry["release"] = of_edition("recorded_crime.release")
    if name == "spend":
        entry |= prices()
    if name not in _UNDATED:
        start, end = _period(name)
        entry |= {"period_start": start, "period_end": end}
    if name in _WITH_GAPS:
        entry["marks"] = {"": "not available"}
    return entry


def _period(name: str) -> tuple[date, date]:
    if name == "population":
        day = date(of_edition("population.vintage"), *_MID_YEAR)
        return day, day
    if name == "population_by_ethnic_group":
        day = date(of_edition("assumptions.ethnicity_census"), *_CENSUS_DAY)
        return day, day
    if name in ("workforce", "calls_999", "vetting", "file_review"):
        return window(name)
    if name == "spend":
        first, last = window("spend")
        return year_before(first), last
    searched = name.startswith("stop_search")
    return window("stop_search" if searched else "crimes")
