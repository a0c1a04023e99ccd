"""The annex as it is carried out: the ledger as a list, and what a report covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from peelcheck.ledger import Coverage, Entry, Standing
from peelcheck.model import Rule

__all__ = [
    "by_table",
    "coverage_in_words",
    "covered",
    "is_written",
    "standings_counted",
    "statements_as_markdown",
    "statements_page",
]


def coverage_in_words(coverage: Coverage) -> str:
    """Return how much of the annex was looked at, as a line of a terminal."""
    return f"annex    {covered(coverage)}"


def covered(coverage: Coverage) -> str:
    """Return how much of the annex was looked at, and how much can be."""
    names = ", ".join(coverage.looked_at)
    here = f"{len(coverage.looked_at)} of {coverage.total} statements looked at here"
    return (
        f"{here}{f' ({names})' if names else ''}; peelcheck carries out "
        f"{coverage.carried}, {coverage.unchecked} cannot be checked"
    )


def is_written(rule: Rule) -> bool:
    """Return whether a rule is written by itself, not derived from a column."""
    return "." not in rule.id


def by_table(rules: Iterable[Rule]) -> dict[str, int]:
    """Return how many rules follow from the columns and key of each table."""
    return Counter(rule.table for rule in rules if not is_written(rule))


def statements_page(entries: Iterable[Entry]) -> RenderableType:
    """Return a line a statement: number, words, standing, carriers; then the counts."""
    grid = Grid(box=None, pad_edge=False, expand=True)
    grid.add_column("annex", no_wrap=True)
    grid.add_column("says", ratio=3)
    grid.add_column("standing", no_wrap=True)
    grid.add_column("by", ratio=2)
    every = tuple(entries)
    for one in every:
        text = one.statement
        by = "; ".join(_carriers(one))
        grid.add_row(text.id, Text(text.says), one.standing, Text(by))
    return Group(grid, Text(""), Text(standings_counted(every)))


def statements_as_markdown(entries: Iterable[Entry]) -> str:
    """Return the ledger as a Markdown table, and the counts."""
    every = tuple(entries)
    lines = [
        "| annex | section | says, in our words | standing | carried out by | remark |",
        "|---|---|---|---|---|---|",
    ]
    for one in every:
        text = one.statement
        by = "; ".join(_carriers(one, code="`"))
        cells = (text.id, text.section, text.says, one.standing, by, _remark(one))
        lines.append(f"| {' | '.join(cells)} |".replace("|  |", "| |"))
    return "\n".join([*lines, "", f"{standings_counted(every)}."]) + "\n"


def standings_counted(entries: Iterable[Entry]) -> str:
    """Return how many statements stand where, as `49 statements: 31 carried out`."""
    standings = [one.standing for one in entries]
    counts = [
        f"{standings.count(one)} {words}"
        for one, words in _COUNTED.items()
        if one in standings
    ]
    return f"{len(standings)} statements: {', '.join(counts)}"


_COUNTED = {
    Standing.CARRIED: "carried out",
    Standing.UNCHECKED: "that cannot be checked",
    Standing.FORGOTTEN: "carried out by nobody",
}


def _remark(entry: Entry) -> str:
    texts = (entry.statement.unchecked, entry.statement.remark)
    return " ".join(text for text in texts if text)


def _carriers(entry: Entry, code: str = "") -> Iterator[str]:
    """Return what carries a statement out, kind by kind, each in one phrase."""
    named = {
        "rules": [rule.id for rule in entry.rules if is_written(rule)],
        "metrics": [one.id for one in entry.metrics],
        "caveats": [one.id for one in entry.caveats],
        "manifest": list(entry.fields),
    }
    declared = sum(by_table(entry.rules).values())
    if declared:
        yield f"{declared} rules of columns and keys"
    for kind, names in named.items():
        if names:
            yield f"{kind} {', '.join(f'{code}{name}{code}' for name in names)}"
