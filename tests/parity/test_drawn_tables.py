"""Every library and file says of drawn tables what the plain evaluator says.

Cells are read one by one and rules told by `holds` and by an oracle of plain Python;
neither knows a frame. Row rules are run apart from the others, so that a faulty cell
keeps no rule from its answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from drawn_tables import ASTRAY, SPOILT, drawn
from libraries import FIRST_ROW, LIBRARIES, held
from oracle import Told
from parity import OVER_TABLES, expected, rules_of, said
from plain_cells import read_rows

from peelcheck.checking import check_return
from peelcheck.engines import beside, deciding, keys, notable, rows
from peelcheck.manifest import Manifest
from peelcheck.model import AgreementRule, NotableRule, RowRule
from peelcheck.reading import read
from peelcheck.reference.editions import edition_named
from peelcheck.results import Report
from peelcheck.returns import Return
from peelcheck.rules.rulebook import Rulebook, rulebook

ALL = 1_000_000
FEW = ("pandas object", "pandas str", "polars", "csv", "pyarrow", "duckdb")
"""A library of each kind."""


@pytest.fixture(autouse=True)
def listed_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """List every finding, where a report would list the first ten."""
    for engine in (beside, deciding, keys, notable, rows):
        monkeypatch.setattr(engine, "FIRST", ALL)


@pytest.fixture(autouse=True)
def in_small_batches() -> Iterator[None]:
    """Let polars stream a few rows at a time, as it does long tables."""
    with pl.Config() as config:
        config.set_streaming_chunk_size(7)
        yield


@cache
def wanted(seed: int) -> tuple[Manifest, dict[str, Told | None]]:
    """Return a drawn return's manifest as read, and what every rule is to say."""
    manifest = read(drawn_frames(seed), manifest=drawn(seed).manifest).manifest
    rules = rules_of(manifest, (RowRule, *OVER_TABLES))
    return manifest, {one.id: expected(one, plain(seed), manifest) for one in rules}


def drawn_frames(seed: int) -> dict[str, Any]:
    """Return frames of polars, the first library of all."""
    tables = drawn(seed).tables
    return {name: held("polars", own, Path()) for name, own in tables.items()}


@cache
def plain(seed: int) -> dict[str, list[dict[str, Any]]]:
    return {name: read_rows(name, own) for name, own in drawn(seed).tables.items()}


def given_by(library: str, seed: int, folder: Path) -> Return:
    tables = drawn(seed).tables
    parts = {name: held(library, own, folder) for name, own in tables.items()}
    return read(parts, manifest=drawn(seed).manifest)


def checked(given: Return, kinds: Any) -> Report:
    book = Rulebook(tuple(rules_of(given.manifest, kinds)))
    return check_return(given, edition_named("peel-2018-19"), book)


def apart(seed: int, library: str, folder: Path, kinds: Any) -> list[str]:
    """Return in words where a library and the plain evaluator differ."""
    given = given_by(library, seed, folder)
    manifest, told = wanted(seed)
    assert given.manifest == manifest
    tables, first, found = plain(seed), FIRST_ROW.get(library, 0), []
    # Kinds of rules are run apart, for faulty cells keep others from running, and a
    # key that does not hold keeps forces and tables from being held together.
    runs = [kinds]
    if kinds is OVER_TABLES:
        together = {NotableRule, AgreementRule}
        runs = [tuple({*kinds} - together), tuple(together)]
    for result in (one for run in runs for one in checked(given, run).results):
        own = said(result, tables[result.rule.table], first)
        if told[result.rule.id] is None and own == Told(0, 0, 0, frozenset()):
            own = None
        if own != told[result.rule.id]:
            found.append(f"{result.rule.id}: {own or result.reason}")
            found.append(f"... and not {told[result.rule.id]}")
    return found


@pytest.mark.parametrize("seed", SPOILT)
@pytest.mark.parametrize("library", LIBRARIES)
def test_row_rules_count_and_find_in_spoilt_tables_what_the_plain_evaluator_does(
    library: str, seed: int, tmp_path: Path
) -> None:
    assert apart(seed, library, tmp_path, RowRule) == []


@pytest.mark.parametrize("library", FEW)
def test_rules_over_whole_tables_are_no_less_told_of_spoilt_ones(
    library: str, tmp_path: Path
) -> None:
    assert apart(SPOILT[-1], library, tmp_path, OVER_TABLES) == []


@pytest.mark.parametrize("seed", ASTRAY)
@pytest.mark.parametrize("library", LIBRARIES)
def test_rules_over_whole_tables_count_and_find_what_the_oracle_does(
    library: str, seed: int, tmp_path: Path
) -> None:
    assert apart(seed, library, tmp_path, OVER_TABLES) == []


def test_every_rule_is_kept_and_broken_somewhere() -> None:
    """Rules that no drawn row keeps, or none breaks, would prove nothing."""
    kept, broken = Counter[str](), Counter[str]()
    for seed in (*SPOILT, *ASTRAY):
        for name, told in wanted(seed)[1].items():
            kept[name] += told.evaluated - told.failed if told else 0
            broken[name] += told.failed if told else 0
    kinds = (RowRule, *OVER_TABLES)
    every = [rule.id for rule in rulebook() if isinstance(rule, kinds)]
    assert [name for name in every if not kept[name]] == []
    assert [name for name in every if not broken[name]] == []
