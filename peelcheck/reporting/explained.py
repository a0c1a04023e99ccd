"""One rule, metric, caveat, statement, table or assumption, explained."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from peelcheck.binding import worded
from peelcheck.conditions import ALWAYS, Condition, columns_of
from peelcheck.errors import UnknownNameError
from peelcheck.groupings import Group as Grouped
from peelcheck.ledger import Entry, caveats, ledger, statements_of
from peelcheck.measures import ROWS, Caveat, Metric, Whole
from peelcheck.metrics import METRICS
from peelcheck.model import (
    CoverageRule,
    GroupRule,
    LinkRule,
    ManifestRule,
    NotableRule,
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
from peelcheck.reporting.annex import by_table, is_written
from peelcheck.reporting.compared import compared_in_words
from peelcheck.reporting.rulebook_page import table_explained
from peelcheck.rules.rulebook import rulebook
from peelcheck.tables import TABLES
from peelcheck.wording import condition_in_words, pairs_in_words

__all__ = ["explained"]

_EXEMPLARY = 2


def explained(name: str) -> RenderableType:
    """Return what is known of a rule, metric, caveat, statement, table or assumption.

    Raises:
        UnknownNameError: Nothing has that name.

    """
    known = statements()
    edition = edition_named(DEFAULT_EDITION)
    rules = {rule.id: rule for rule in rulebook()}
    notes = caveats()
    kinds = (rules, TABLES, METRICS, notes, known, edition.assumptions)
    names = [*(one for kind in kinds for one in kind), "assumptions"]
    if name not in names:
        name = {one.casefold(): one for one in names}.get(name.casefold(), name)
    if name in rules:
        rule = worded(rules[name], edition)
        return rule_explained(rule, known[rule.statement])
    if name in TABLES:
        return table_explained(TABLES[name])
    if name in METRICS:
        return metric_explained(METRICS[name], known[METRICS[name].statement])
    if name in notes:
        return caveat_explained(notes[name])
    if name in known:
        return statement_explained(ledger()[name])
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
        *(("undecided", _example(one)) for one in rule.undecided[:1]),
        ("mend", rule.mend),
    ]
    return _card(f"{rule.id}  {rule.says}", lines)


def metric_explained(metric: Metric, statement: Statement) -> RenderableType:
    """Return a metric's statement, numerator, exclusions and denominator."""
    outs = [
        f"{out.name}: {condition_in_words(out.when)} ({out.statement})"
        for out in metric.numerator.exclusions
    ]
    counted = metric.numerator.value.replace(ROWS, "rows")
    lines = [
        ("statement", f"{statement.id}, {statement.section}: {statement.says}"),
        ("says", metric.says),
        ("unit", metric.unit),
        ("numerator", f"{counted} of {metric.numerator.table}"),
        *_made(metric),
        *(("left out", out) for out in outs),
        *_base(metric),
    ]
    if metric.ratio:
        names = ", ".join(group.name for group in metric.groups)
        lines.append(("groups", f"{names}; against {metric.ratio.reference}"))
    if metric.split:
        lines += [("group", _group(group)) for group in metric.groups]
    lines += [(one.id, one.says) for one in metric.caveats]
    return _card(f"{metric.id}  {metric.title}", lines)


def _made(metric: Metric) -> Iterator[tuple[str, str]]:
    """Return the columns that a metric brings to its rows, or tells of them."""
    if link := metric.numerator.link:
        where = condition_in_words(link.when)
        key = " and ".join(link.on)
        otherwise = f"{link.otherwise} where there is none"
        says = f"{link.brings} of {link.to}, by {key}, where {where}; {otherwise}"
        yield "linked", says
    for name, condition in metric.numerator.flags.items():
        yield name.replace("_", " "), condition_in_words(condition)


def _group(group: Grouped) -> str:
    """Return a group of a split with what it takes together."""
    if group.assumption:
        return f"{group.name}: as the assumption {group.assumption} has it"
    return f"{group.name}: {', '.join(group.members)}"


def _base(metric: Metric) -> Iterator[tuple[str, str]]:
    """Return what a metric is divided by, and what stands beside it."""
    if isinstance(metric.denominator, Whole):
        yield "divided by", metric.denominator.says
    if people := metric.people:
        word = "beside" if metric.local else "divided by"
        yield word, f"{people.value} of {people.table}"
        yield "where", condition_in_words(people.where)


def caveat_explained(caveat: Caveat) -> RenderableType:
    """Return a caveat's words, where it comes from, and the metrics it travels with."""
    sources = [statements()[name] for name in statements_of(caveat)]
    lines = [("says", _unfilled(caveat.says)), ("source", caveat.source)]
    lines += [("statement", f"{one.id}, {one.section}: {one.says}") for one in sources]
    lines += [
        ("where", condition_in_words(caveat.when)),
        ("said", "once for a table" if caveat.general else "figure by figure"),
    ]
    lines += [
        ("metric", f"{one.id}  {one.title}")
        for one in METRICS.values()
        if caveat.id in {mine.id for mine in one.caveats}
    ]
    return _card(f"{caveat.id}  a caveat", lines)


def _unfilled(says: str) -> str:
    """Return a caveat's words with dots where a figure puts its own."""
    return re.sub(r"\{\w+\}", "...", says)


def statement_explained(entry: Entry) -> RenderableType:
    """Return a statement in our words, what carries it out, and examples of that."""
    statement = entry.statement
    edition = edition_named(DEFAULT_EDITION)
    written = [worded(rule, edition) for rule in entry.rules if is_written(rule)]
    lines = [("says", statement.says), ("standing", entry.standing)]
    if statement.later:
        lines.append(("awaits", " and ".join(statement.later)))
    lines += [
        (word, text)
        for word, text in (("why", statement.unchecked), ("remark", statement.remark))
        if text
    ]
    lines += [("rule", f"{rule.id}  {rule.says}") for rule in written]
    lines += [
        ("rules", f"{count} of the columns and the key of {table}")
        for table, count in by_table(entry.rules).items()
    ]
    lines += [("metric", f"{metric.id}  {metric.title}") for metric in entry.metrics]
    lines += [("caveat", f"{one.id}  {_unfilled(one.says)}") for one in entry.caveats]
    lines += [("manifest", field) for field in entry.fields]
    lines += [("value", f"{name} = {edition.value(name)}") for name in entry.values]
    lines += [("assumed", f"{a.name} = {a.value}") for a in entry.assumptions]
    for metric in entry.metrics[:1]:
        lines.append(("shown by", f"peelcheck explain {metric.id} PATH"))
    for rule in (written or entry.rules)[:_EXEMPLARY]:
        lines.append(("passes", f"{rule.id}: {_example(rule.passes[0])}"))
        lines.append(("fails", f"{rule.id}: {_example(rule.fails[0])}"))
    return _card(f"{statement.id}  {statement.section}", lines)


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
            return _where(when) + condition_in_words(then)
        case ManifestRule(then=then):
            return condition_in_words(then)
        case UniqueRule(columns=columns, when=when):
            words = f"each combination of {', '.join(columns)} stands once"
            return _where(when) + words
        case CoverageRule(expected=expected):
            names = ", ".join(name for keys in expected for name in keys.columns)
            return f"each expected combination of {names} is there"
        case ReferenceRule(reference=reference, then=then, sums=sums, on=on):
            words = f"beside {reference}: {condition_in_words(then)}"
            added = (
                f"{' and '.join(sums)} added up by {', '.join(on)}, " if sums else ""
            )
            return _where(rule.when) + added + words if sums else words
        case PlacementRule(reference=reference, other=other):
            words = condition_in_words(other)
            return f"not so, with the {reference} of another {rule.key}: {words}"
        case _:
            return _checked_over_rows(rule)


def _checked_over_rows(rule: Rule) -> str:
    """Return what is checked of rows together, linked rows, totals or columns."""
    match rule:
        case SumRule(value=value, by=by, whole=whole, parts=parts):
            words = condition_in_words(whole)
            rest = "the rest"
            if parts != ALWAYS:
                rest = f"the rows where {condition_in_words(parts)}"
            said = f"by {', '.join(by)}: {value} where {words} is the sum of {rest}"
            every = f", where there are {rule.expects} of them" if rule.expects else ""
            return said + every
        case GroupRule(by=by, sums=sums, when=when, then=then):
            added = f", {' and '.join(sums)} added up" if sums else ""
            words = condition_in_words(then).replace("blank.", "the number without ")
            words = words.replace(" is rows", " is that of all rows")
            return f"{_where(when)}by {', '.join(by)}{added}: {words}"
        case LinkRule(to=to, on=on, when=when, then=then):
            # Conditions name the row pointed to as they name a published one.
            words = condition_in_words(then).replace("published ", "its ")
            beside = f"beside the row of {to} of the same {' and '.join(on)}"
            return f"{_where(when)}{beside}: {words}"
        case NotableRule():
            return f"{_where(rule.when)}{compared_in_words(rule)}"
        case TotalsRule(then=then) if columns_of(then) == ("agrees",):
            return "each printed total is what its members add up to"
        case TotalsRule(when=when, then=then):
            words = condition_in_words(then)
            words = words.replace("beyond is empty", "no body beyond the forces")
            return f"of each printed total: {_where(when)}{words}"
        case _:
            return "the table's columns"


def _where(when: Condition) -> str:
    return "" if when == ALWAYS else f"where {condition_in_words(when)}: "


def _example(example: Mapping[str, Any] | tuple[Mapping[str, Any], ...]) -> str:
    if isinstance(example, tuple):
        rows = "; ".join(_example(row) for row in example[:3])
        more = len(example) - 3
        return f"{rows}; and {more} more rows" if more > 0 else rows
    return pairs_in_words(example)
