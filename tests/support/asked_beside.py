"""The queries beside the rules that suites leave out, and what each is to find."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from drawn_tables import drawn
from exported import drawn_rows, polars_frame
from parity import expected

from peelcheck.binding import NotSaidError, look_up_in
from peelcheck.conditions import FromManifest, references_of
from peelcheck.manifest import Manifest
from peelcheck.model import Rule
from peelcheck.reading import read
from peelcheck.reference.editions import edition_named
from peelcheck.rules.rulebook import rulebook
from peelcheck.tables import TABLES

__all__ = ["asked_of", "assert_queries_agree", "left_out", "queries"]


@cache
def left_out(table: str) -> Mapping[str, Mapping[str, str]]:
    path = Path(__file__).parents[2] / "expectations" / "sql" / f"{table}.json"
    suite = json.loads(path.read_text(encoding="utf-8"))
    found: Mapping[str, Mapping[str, str]] = suite["meta"]["left_out"]
    return found


@cache
def queries() -> dict[str, str]:
    return {
        name: told["sql"]
        for table in TABLES
        for name, told in left_out(table).items()
        if "sql" in told
    }


def manifest_of(seed: int) -> Manifest:
    """Return a drawn return's manifest, without notes of what could not be supplied."""
    said = {**drawn(seed).manifest, "unable_to_supply": []}
    frames = {name: polars_frame(name, drawn_rows(name, seed)) for name in TABLES}
    return read(frames, manifest=said).manifest


def asked_of(rule: Rule, manifest: Manifest) -> dict[str, Any] | None:
    """Return the values of the manifest that a rule names; nothing if one lacks."""
    look_up = look_up_in(edition_named("peel-2018-19"), manifest, rule.table)
    parts = tuple(getattr(rule, name, None) for name in ("when", "then"))
    named = [one for one in references_of(parts) if isinstance(one, FromManifest)]
    try:
        return {one.name: look_up(one) for one in named}
    except NotSaidError:
        return None


def assert_queries_agree(found: Callable[..., int], seed: int) -> None:
    """Hold what each query finds in a drawn return against the oracle.

    Args:
        found: Returns how many rows a query finds, with these parameters.
        seed: Of the return, which is there to be queried.

    """
    manifest = manifest_of(seed)
    tables = {name: drawn_rows(name, seed) for name in TABLES}
    told = 0
    for name, query in queries().items():
        rule = rulebook()[name]
        asked = asked_of(rule, manifest)
        if asked is None or manifest.kind not in rule.kinds:
            continue
        wanted = expected(rule, tables, manifest)
        assert wanted is not None
        assert found(query, **asked) == wanted.failed, (name, query)
        told += bool(wanted.failed)
    assert told > 10
