"""What a return of plain rows says of itself, and the rules that apply to it."""

from __future__ import annotations

from functools import cache

from peelcheck.binding import NotSaidError, bound, edition_for, of_the_period
from peelcheck.conditions import (
    FromEdition,
    FromManifest,
    Value,
    references_of,
)
from peelcheck.manifest import Manifest
from peelcheck.model import (
    Rule,
)
from peelcheck.reading.manifests import completed, parsed_manifest
from peelcheck.reference.editions import Edition, edition_named
from peelcheck.reference.forces import force_names
from peelcheck.rules.rulebook import columns_read, conditions_of, rulebook
from peelcheck.strategies.returned import DrawnReturn
from peelcheck.strategies.rows import told_by
from peelcheck.tables import TABLES

__all__ = ["applied", "read_by", "rules_of", "said_of"]


def said_of(drawn: DrawnReturn) -> Manifest:
    """Return the manifest of a return, as reading completes it.

    Raises:
        UnreadableError: The manifest cannot be one.

    """
    fields = parsed_manifest(drawn.manifest, "manifest")
    told = {name: told_by(name, rows) for name, rows in drawn.tables.items()}
    periods = {n: one.periods for n, one in told.items() if TABLES[n].period_column}
    forces = frozenset().union(*(one.forces for one in told.values()))
    own = tuple(sorted(forces.intersection(force_names())))
    return completed(fields, list(drawn.tables), (), own, periods)


@cache
def _needs(rule_id: str) -> tuple[str, ...]:
    """Return the manifest's values that a rule names."""
    found = references_of(tuple(conditions_of(rulebook()[rule_id])))
    return tuple(one.name for one in found if isinstance(one, FromManifest))


@cache
def read_by(rule_id: str) -> tuple[str, ...]:
    """Return the columns that a rule reads; to be bound changes none of them."""
    return columns_read(rulebook()[rule_id])


@cache
def _bound(rule_id: str, edition: str, said: tuple[Value | None, ...]) -> Rule:
    own, values = edition_named(edition), dict(zip(_needs(rule_id), said, strict=True))

    def look_up(name: FromEdition | FromManifest) -> Value:
        if isinstance(name, FromEdition):
            return own.value(name.name)
        value = values[name.name]
        if value is None:
            raise NotSaidError(name.name)
        return value

    return bound(rulebook()[rule_id], look_up)


def applied(manifest: Manifest, edition: Edition, table: str) -> list[Rule]:
    """Return the rules that apply to a table under a manifest, bound."""
    said = manifest.values_for(table)
    rules = []
    for rule in rulebook():
        if rule.table != table or manifest.kind not in rule.kinds:
            continue
        if rule.every_force and manifest.lacks_forces(table):
            continue
        if rule.period_bound and not of_the_period(manifest, table, edition):
            continue
        try:
            needed = tuple(said[name] for name in _needs(rule.id))
            rules.append(_bound(rule.id, edition.name, needed))
        except NotSaidError:
            continue
    return rules


def rules_of(drawn: DrawnReturn, table: str) -> list[Rule]:
    """Return the rules that apply to a table of a return, bound."""
    manifest = said_of(drawn)
    return applied(manifest, edition_for(manifest, None), table)
