"""The groups of a split as an edition has them, and how they overlap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from peelcheck.groupings import Group, Split
from peelcheck.measures import Metric
from peelcheck.reference.editions import Edition

__all__ = ["bound_split", "overlaps"]


def bound_split(
    metric: Metric, edition: Edition, rows: Iterable[Mapping[str, Any]] = ()
) -> Metric:
    """Return a metric with the members of its groups as the edition lists them.

    The groups of an open split are the labels of the rows.
    """
    split = metric.split
    if split is None:
        return metric
    if split.open:
        found = sorted({row[split.column] for row in rows} - {None})
        labels = tuple(Group(name=one, short=one, members=(one,)) for one in found)
        return replace(metric, split=replace(split, groups=labels))
    groups = tuple(_bound(group, split, edition) for group in split.groups)
    return replace(metric, split=replace(split, groups=groups))


def _bound(group: Group, split: Split, edition: Edition) -> Group:
    members = group.members
    if group.assumption:
        members = edition.assumptions[group.assumption].members
    parts = [one for one, whole in split.inside.items() if whole in members]
    return replace(group, members=tuple(dict.fromkeys((*members, *parts))))


def overlaps(metric: Metric, changed: Iterable[str]) -> list[str]:
    """Return what a caller's own memberships do to the groups of a metric.

    Args:
        metric: The metric, its groups as the edition has them.
        changed: The assumptions that were changed.

    """
    own = {one.name for one in metric.groups if one.assumption in set(changed)}
    said = []
    for one, other in combinations(metric.groups, 2):
        if own.isdisjoint({one.name, other.name}):
            continue
        shared = [member for member in one.members if member in other.members]
        if shared:
            said.append(
                f"{metric.id}: {_stand(shared)} in {one.name} and in {other.name}; "
                "do not add them up"
            )
        lacks = [member for member in one.members if member not in other.members]
        if one.assumption and other.assumption and lacks:
            said.append(
                f"{metric.id}: {_stand(lacks)} in {one.name} and not in {other.name}, "
                "so it may be the greater of the two"
            )
    return said


def _stand(members: Sequence[str]) -> str:
    return f"{', '.join(members)} stand{'s' if len(members) == 1 else ''}"
