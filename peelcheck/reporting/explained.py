"""One rule, metric, statement, table or assumption, explained."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from peelcheck.binding import worded
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
    TotalsRule,
    UniqueRule,
)
from peelcheck.reference.editions import (
    DEFAULT_EDITION,
    Assumption,
    edition_named,
)
from peelcheck.reference.statements import Statement, statements
from peelcheck.reporting.rulebook_page import table_explained
from peelcheck.rules.rulebook import Rulebook, rulebook
from peelcheck.tables import TABLES
from peelcheck.wording import condition_in_words, pairs_in_words

__all__ = ["explained"]


def explained(name: str) -> RenderableType:
    """Return what is known of a rule, metric, statement or assumption.

    Raises:
        UnknownNameError: Nothing has that name.

    """
    known = statements()
    edition = edition_named(DEFAULT_EDITION)
    rules = {rule.id: rule for rule in rulebook()}
    names = [*rules, *TABLES, *METRICS, *known, *edition.assumptions, "assumptions"]
    name = {one.casefold(): one for one in names}.get(name.casefold(), name)
    if name in rules:
        rule = worded(rules[name], edition)
        return rule_explained(rule, known[rule.statement])
    if name in TABLES:
        return table_explained(TABLES[name])
    if name in METRICS:
        return metric_explained(METRICS[name], known[METRICS[name].statement])
    if name in known:
        return statement_explained(known[name], rulebook())
    if name in edition.assumptions:
        return assumptions_explained([edition.assumptions[name]])
    if name == "assumptions":
        return assumptions_explained(edition.assumptions.values())
    raise UnknownNameError.of("entry", name, names)


def assumptions_explained(assumptions: Iterable[Assumption]) -> RenderableType:
    """Return named assumptions with their values and reasons."""
    cards = [
        _card(f"{one.name} = {one.value}", [("says", one.says), ("why", one.why)])
        for one in assumptions
    ]
    return Group(*cards)


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
        names = ", ".join(group.name for group in metric.ratio.groups)
        lines.append(("groups", f"{names}; against {metric.ratio.reference}"))
    lines += [(one.id, one.says) for one in metric.caveats]
    return _card(f"{metric.id}  {metric.title}", lines)


def statement_explained(statement: Statement, book: Rulebook) -> RenderableType:
    """Return a statement in our words, and the rules and metrics that carry it out."""
    edition = edition_named(DEFAULT_EDITION)
    rules = [worded(rule, edition) for rule in book if rule.statement == statement.id]
    lines = [("says", statement.says)]
    lines += [("rule", f"{rule.id}  {rule.says}") for rule in rules]
    lines += [
        ("metric", f"{metric.id}  {metric.title}")
        for metric in METRICS.values()
        if statement.id in _statements_of(metric)
    ]
    caveats = {one.id: one for metric in METRICS.values() for one in metric.caveats}
    lines += [
        ("caveat", f"{one.id}  {one.says}")
        for one in caveats.values()
        if one.source == statement.id
    ]
    if len(lines) == 1:
        lines.append(("", "Nothing carries it out yet."))
    return _card(f"{statement.id}  {statement.section}", lines)


def _statements_of(metric: Metric) -> set[str]:
    outs = {out.statement for out in metric.numerator.exclusions}
    return {metric.statement, *outs}


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
        case TotalsRule():
            return "each printed total is what its members add up to"
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
    return pairs_in_words(example)
