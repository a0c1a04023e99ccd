"""The groups that figures are given for, and how they are found in the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Group", "GroupRatio", "Split"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group that figures are given for.

    Attributes:
        name: Its name.
        short: A short name.
        members: The labels it takes together.
        assumption: The named assumption that lists them instead, if one does.
        headline: Whether it stands in tables that hold all forces side by side.

    """

    name: str
    short: str
    members: tuple[str, ...] = ()
    assumption: str = ""
    headline: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The groups of a column that a figure is given for, which may overlap.

    Attributes:
        column: The column.
        groups: The groups.
        inside: Labels that are part of another, and count wherever that one does.
        complete: Whether a label without a row counts none; otherwise it is not known.
        open: Whether each label in the data is a group of its own.

    """

    column: str
    groups: tuple[Group, ...] = ()
    inside: Mapping[str, str] = field(default_factory=dict)
    complete: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRatio:
    """A ratio of the rates of some groups of `column` to that of a reference group.

    `labels` are those of people under each grouping of them, in one order, so that a
    group of one grouping can be found in another; `grouped_by` names the edition value
    that says which grouping is taken.
    """

    column: str
    reference: str
    groups: tuple[Group, ...]
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    grouped_by: str = ""

    def of(self, name: str) -> Group:
        """Return the group of this name."""
        return next(group for group in self.groups if group.name == name)

    def members_in(self, grouping: str, group: Group) -> tuple[str, ...]:
        """Return the labels, under a grouping, that stand where a group's do."""
        every = self.labels.values()
        home = next(one for one in every if set(group.members) <= set(one))
        places = [home.index(member) for member in group.members]
        return tuple(self.labels[grouping][place] for place in places)
