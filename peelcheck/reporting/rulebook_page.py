"""The rulebook, the tables, and single rules, metrics and statements, explained."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from peelcheck.conditions import ALWAYS
from peelcheck.errors import UnknownNameError
from peelcheck.measures import Metric
from peelcheck.metrics import METRICS
from peelcheck.model import (
    CoverageRule,
    ManifestRule,
    PlacementRule,
    ReferenceRule,
    RowRule,
    Rule,
    SumRule,
    UniqueRule,
)
from peelcheck.reference.editions import (
    DEFAULT_EDITION,
    Assumption,
    edition_named,
)
from peelcheck.reference.statements import Statement, statements
from peelcheck.rules.rulebook import Rulebook, rulebook
from peelcheck.shape import Table
from peelcheck.wording import condition_in_words

__all__ = [
    "explained",
    "rules_as_markdown",
    "rules_page",
    "table_explained",
    "tables_page",
]


def rules_page(rules: Iterable[Rule]) -> RenderableType:
    """Return a line a rule: id, statement, basis, severity, sentence."""
    grid = Grid(box=None, pad_edge=False)
    for name in ("id", "annex", "basis", "severity", "says"):
        grid.add_column(name, overflow="fold")
    for rule in rules:
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
    lines = [
        "| id | annex | basis | severity | says |",
        "|---|---|---|---|---|",
        *(
            f"| {r.id} | {r.statement} | {r.basis} | {r.severity} | {r.says} |"
            for r in rules
        ),
    ]
    return "\n".join(lines) + "\n"


def explained(name: str) -> RenderableType:
    """Return what is known of a rule, metric, statement or assumption.

    Raises:
        UnknownNameError: Nothing has that name.

    """
    known = statements()
    edition = edition_named(DEFAULT_EDITION)
    rules = {rule.id: rule for rule in rulebook()}
    if name in rules:
        return rule_explained(rules[name], known[rules[name].statement])
    if name in METRICS:
        return metric_explained(METRICS[name], known[METRICS[name].statement])
    if name in known:
        return statement_explained(known[name], rulebook())
    if name in edition.assumptions:
        return assumptions_explained([edition.assumptions[name]])
    if name == "assumptions":
        return assumptions_explained(edition.assumptions.values())
    names = [*rules, *METRICS, *known, *edition.assumptions, "assumptions"]
    raise UnknownNameError.of("entry", name, names)


def assumptions_explained(assumptions: Iterable[Assumption]) -> RenderableType:
    """Return named assumptions with their values and reasons."""
    cards = [
        _card(f"{one.name} = {one.value}", [("says", one.says), ("why", one.why)])
        for one in assumptions
    ]
    return Group(*cards)


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
    foot = Text(f"key {', '.join(table.key)}; marks {marks}", style="dim")
    return Group(head, grid, foot)


def rule_explained(rule: Rule, statement: Statement) -> RenderableType:
    """Return a rule's statement, test, examples and remedy."""
    kinds = ", ".join(sorted(rule.kinds))
    milder = ", ".join(f"{sev} in a {kind}" for kind, sev in rule.milder.items())
    severity = f"{rule.severity}{f' ({milder})' if milder else ''}"
    lines = [
        ("statement", f"{statement.id}, {statement.section}: {statement.says}"),
        ("basis", f"{rule.basis}, {severity}; for a {kinds}"),
        ("we check", _checked(rule)),
        ("missing", f"a missing value is {rule.missing}"),
        ("passes", _example(rule.passes[0])),
        ("fails", _example(rule.fails[0])),
        ("mend", rule.mend),
    ]
    return _card(f"{rule.id}  {rule.says}", lines)


def metric_explained(metric: Metric, statement: Statement) -> RenderableType:
    """Return a metric's statement, numerator, exclusions and denominator."""
    outs = [
        f"{out.name}: {condition_in_words(out.when)} ({out.statement})"
        for out in metric.numerator.exclusions
    ]
    wanted = metric.denominator
    lines = [
        ("statement", f"{statement.id}, {statement.section}: {statement.says}"),
        ("says", metric.says),
        ("unit", metric.unit),
        ("numerator", f"{metric.numerator.value} of {metric.numerator.table}"),
        *(("left out", out) for out in outs),
        ("divided by", f"{wanted.value} of {wanted.table}"),
        ("where", condition_in_words(wanted.where)),
    ]
    if metric.ratio:
        names = ", ".join(name for name, _ in metric.ratio.groups)
        lines.append(("groups", f"{names}; against {metric.ratio.reference}"))
    lines += [(one.id, one.says) for one in metric.caveats]
    return _card(f"{metric.id}  {metric.title}", lines)


def statement_explained(statement: Statement, book: Rulebook) -> RenderableType:
    """Return a statement in our words, and the rules and metrics that carry it out."""
    rules = [rule for rule in book if rule.statement == statement.id]
    lines = [("says", statement.says)]
    lines += [("rule", f"{rule.id}  {rule.says}") for rule in rules]
    lines += [
        ("metric", f"{metric.id}  {metric.title}")
        for metric in METRICS.values()
        if statement.id in _statements_of(metric)
    ]
    if len(lines) == 1:
        lines.append(("", "Nothing carries it out yet."))
    return _card(f"{statement.id}  {statement.section}", lines)


def _statements_of(metric: Metric) -> set[str]:
    outs = {out.statement for out in metric.numerator.exclusions}
    return {metric.statement, *outs, *(one.statement for one in metric.caveats)}


def _card(title: str, lines: list[tuple[str, str]]) -> RenderableType:
    grid = Grid.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, text in lines:
        grid.add_row(name, Text(text))
    return Group(Text(title, style="bold"), grid)


def _checked(rule: Rule) -> str:
    match rule:
        case RowRule(when=when, then=then):
            words = condition_in_words(then)
            return (
                words
                if when == ALWAYS
                else f"where {condition_in_words(when)}: {words}"
            )
        case ManifestRule(then=then):
            return condition_in_words(then)
        case UniqueRule(columns=columns):
            return f"each combination of {', '.join(columns)} stands once"
        case CoverageRule(expected=expected):
            names = ", ".join(name for keys in expected for name in keys.columns)
            return f"each expected combination of {names} is there"
        case SumRule(value=value, by=by, whole=whole):
            words = condition_in_words(whole)
            return f"by {', '.join(by)}: {value} where {words} is the sum of the rest"
        case ReferenceRule(reference=reference, then=then):
            return f"beside {reference}: {condition_in_words(then)}"
        case PlacementRule(reference=reference, other=other):
            words = condition_in_words(other)
            return f"not so, with the {reference} of another {rule.key}: {words}"
        case _:
            return "the table's columns"


def _example(example: Mapping[str, Any] | tuple[Mapping[str, Any], ...]) -> str:
    if isinstance(example, tuple):
        rows = "; ".join(_example(row) for row in example[:3])
        more = len(example) - 3
        return f"{rows}; and {more} more rows" if more > 0 else rows
    return ", ".join(f"{k} = {'empty' if v is None else v}" for k, v in example.items())
