"""The rulebook and the tables, as lists."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from peelcheck.binding import worded
from peelcheck.model import (
    Rule,
)
from peelcheck.reference.editions import DEFAULT_EDITION, edition_named
from peelcheck.shape import Table

__all__ = ["rules_as_markdown", "rules_page", "table_explained", "tables_page"]


def rules_page(rules: Iterable[Rule]) -> RenderableType:
    """Return a line a rule: id, statement, basis, severity, sentence."""
    grid = Grid(box=None, pad_edge=False)
    for name in ("id", "annex", "basis", "severity", "says"):
        grid.add_column(name, overflow="fold")
    edition = edition_named(DEFAULT_EDITION)
    for rule in (worded(one, edition) for one in rules):
        grid.add_row(rule.id, rule.statement, rule.basis, rule.severity, rule.says)
    return grid


def tables_page(tables: Iterable[Table]) -> RenderableType:
    """Return a line a table: name, title, key, and what a row is."""
    grid = Grid(box=None, pad_edge=False)
    for name in ("table", "annex", "key", "one row is"):
        grid.add_column(name, overflow="fold")
    for one in tables:
        grid.add_row(one.name, one.statement, ", ".join(one.key), one.says)
    return grid


def rules_as_markdown(rules: Iterable[Rule]) -> str:
    """Return the rulebook as a Markdown table."""
    edition = edition_named(DEFAULT_EDITION)
    lines = [
        "| id | annex | basis | severity | says |",
        "|---|---|---|---|---|",
        *(
            f"| {r.id} | {r.statement} | {r.basis} | {r.severity} | {r.says} |"
            for r in (worded(one, edition) for one in rules)
        ),
    ]
    return "\n".join(lines) + "\n"


def table_explained(table: Table) -> RenderableType:
    """Return a table's columns with types, units, domains and other headers."""
    grid = Grid(box=None, pad_edge=False)
    for name in ("column", "type", "required", "says"):
        grid.add_column(name, overflow="fold")
    for one in table.columns:
        says = [one.says]
        if one.minimum is not None:
            says.append(f"From {one.minimum} up.")
        if one.domain:
            says.append(f"One of: {'; '.join(one.domain)}.")
        if one.headers:
            says.append(f"Header also: {', '.join(one.headers)}.")
        required = "yes" if one.required else "no"
        grid.add_row(one.name, one.type, required, " ".join(says))
    marks = ", ".join(f"{mark!r} {meaning}" for mark, meaning in table.marks.items())
    head = Text.assemble((f"{table.name}  {table.title}", "bold"), f"\n{table.says}")
    key = ", ".join(table.key) or "none, for rows may be alike"
    foot = Text(f"key {key}; marks {marks}", style="dim")
    return Group(head, grid, foot)
