"""One rule, metric, caveat, statement, table or assumption, explained."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Group, RenderableType

from peelcheck.binding import worded
from peelcheck.conditions import ALWAYS, Condition, columns_of
from peelcheck.errors import UnknownNameError
from peelcheck.ledger import Entry, caveats, ledger, statements_of
from peelcheck.measures import Caveat
from peelcheck.metrics import METRICS
from peelcheck.model import (
    AgreementRule,
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
from peelcheck.reporting.cards import card
from peelcheck.reporting.compared import compared_in_words
from peelcheck.reporting.explained_metrics import metric_explained
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
        card(f"{one.name} = {one.value}", [("says", one.says), ("why", one.why)])
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
    return card(f"{rule.id}  {rule.says}", lines)


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
    return card(f"{caveat.id}  a caveat", lines)


def _unfilled(says: str) -> str:
    """Return a caveat's words with dots where a figure puts its own."""
    return re.sub(r"\{\w+\}", "...", says)


def statement_explained(entry: Entry) -> RenderableType:
    """Return a statement in our words, what carries it out, and examples of that."""
    statement = entry.statement
    edition = edition_named(DEFAULT_EDITION)
    written = [worded(rule, edition) for rule in entry.rules if is_written(rule)]
    lines = [("says", statement.says), ("standing", entry.standing)]
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
    return card(f"{statement.id}  {statement.section}", lines)


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
            return _where(rule.when) + added + words
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
            groups = f"by {', '.join(by)}" if by else "in all"
            return f"{_where(when)}{groups}{added}: {_made_in_words(then)}"
        case LinkRule(to=to, on=on, when=when, then=then):
            beside = f"beside the row of {to} of the same {' and '.join(on)}"
            return f"{_where(when)}{beside}: {_of_another(then, 'its')}"
        case AgreementRule():
            return _checked_beside(rule)
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


def _checked_beside(rule: AgreementRule) -> str:
    """Return what is checked of groups beside those of another table."""
    there = _where(rule.where).removesuffix(": ")
    beside = f"beside {rule.to}{f' {there}' if there else ''}"
    words = _of_another(rule.then, f"{rule.to}'s")
    words = words.replace("rows is ", "the number of rows is ")
    return f"{_where(rule.when)}by {', '.join(rule.on)}, {beside}: {words}"


def _of_another(then: Condition, whose: str) -> str:
    """Return a condition over what another table holds, and whose that is."""
    # Conditions name what another table holds as they name a published figure.
    return condition_in_words(then).replace("published ", f"{whose} ")


def _made_in_words(then: Condition) -> str:
    """Return a condition over what the rows of a group make."""
    words = condition_in_words(then).replace("blank.", "the number without ")
    words = words.replace("distinct.", "the number of values of ")
    return words.replace(" is rows", " is that of all rows")


def _where(when: Condition) -> str:
    return "" if when == ALWAYS else f"where {condition_in_words(when)}: "


def _example(example: Mapping[str, Any] | tuple[Mapping[str, Any], ...]) -> str:
    if isinstance(example, tuple):
        rows = "; ".join(_example(row) for row in example[:3])
        more = len(example) - 3
        return f"{rows}; and {more} more rows" if more > 0 else rows
    return pairs_in_words(example)
