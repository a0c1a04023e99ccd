"""What the figures of one area share, and a figure that has no value yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from peelcheck.conditions import holds
from peelcheck.figures import Figure
from peelcheck.groupings import Group
from peelcheck.measures import Caveat, Metric
from peelcheck.recomputing.beside import Published, Seen
from peelcheck.recomputing.counting import Counted

__all__ = ["Setting", "begun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the figures of one area share.

    Attributes:
        area: The name of the force or total.
        forces: The forces it holds.
        total: Whether it is a total.
        vintage: The population's vintage, or what the whole is, in words.
        period: The period, in words.
        period_end: Its last day, where rows carry one.
        as_stated: Whether that is the statement's period.
        several: Whether the data hold other periods too.
        caveats: The metric's caveats, bound to the edition.
        lacks: For a total, the forces it does not hold.
        faults: The error rules its data fail, as a text.
        noted: Why another population is used, where that is noted.
        published: The published figures that these are seen beside.
        alike: What all its rows agree in, in words.
        projected: How its people are carried on from earlier years, where they are.

    """

    area: str
    forces: tuple[str, ...]
    total: bool
    vintage: str
    period: str
    period_end: date | None
    as_stated: bool
    several: bool
    caveats: tuple[Caveat, ...]
    lacks: tuple[str, ...]
    faults: str | None
    noted: str | None
    published: Published
    alike: str | None = None
    projected: str | None = None


def begun(
    metric: Metric,
    setting: Setting,
    count: Counted,
    numerator: float,
    denominator: float | None,
    group: Group | None = None,
    **facts: float | None,
) -> Figure:
    """Return a figure without a value, with its steps and caveats."""
    members = group.members if group else ()
    seen = setting.published.beside(count.total, numerator, members)
    every = {
        "gaps": sum(count.gaps.values()),
        "told": count.told,
        "untold": "; ".join(count.untold) or None,
        "group": group.name if group else None,
        "members": ", ".join(members),
        **facts,
    }
    return Figure(
        metric=metric.id,
        force=setting.area,
        total=setting.total,
        group=group.name if group else "",
        members=members,
        value=None,
        unit=metric.unit,
        numerator=numerator,
        denominator=denominator,
        vintage=setting.vintage,
        period=setting.period,
        period_end=setting.period_end,
        as_stated=setting.as_stated,
        steps=count.steps,
        share_unknown=count.share_unknown,
        caveats=_caveats(setting, seen, every),
        lacks=setting.lacks,
        beside=seen.apart if seen else None,
    )


def _caveats(
    setting: Setting, seen: Seen | None, facts: dict[str, Any]
) -> tuple[Caveat, ...]:
    """Return the caveats that concern a figure, with its facts filled in."""
    row: dict[str, Any] = {
        "force": setting.area,
        "total": setting.total,
        "as_stated": setting.as_stated,
        "several": setting.several,
        "smallest": None,
        "absent": None,
        "faults": setting.faults,
        "noted": setting.noted,
        "beside": seen.says if seen else None,
        "agrees": seen.agrees if seen else None,
        "base": None,
        "alike": setting.alike,
        "projected": setting.projected,
        **facts,
    }
    return tuple(
        replace(caveat, says=caveat.says.format(**row))
        for caveat in setting.caveats
        if holds(caveat.when, row)
    )
