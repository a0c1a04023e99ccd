"""Forces held against one another, decided on a row a force; no frame comes here.

Figures are compared as logarithms, for rates are skewed: twice as much and half as much
are equally far. Far is told by the median of the other forces, and by the median of
their distances from it: no force is measured against itself, and one that is far off
moves nobody else's measure. A count is held against chance too, so that small numbers
raise no alarm.

A figure is left open that lacks a number, is made of more or fewer rows than its rule
expects, or is of nothing: a whole of 0, money or people in post of 0 or below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import exp, inf, log, log1p
from statistics import NormalDist, median
from typing import Any

from peelcheck.against import Against
from peelcheck.conditions import FromEdition, Literal, holds
from peelcheck.engines.deciding import hit_of, rounded
from peelcheck.engines.groups import BLANK
from peelcheck.engines.outcome import FIRST, Outcome
from peelcheck.engines.standing import (
    Apart,
    Figure,
    compared,
    day_before,
    said_of,
)
from peelcheck.model import NotableRule
from peelcheck.reference.forces import force_names
from peelcheck.reference.populations import reference_rows
from peelcheck.returns import ROW
from peelcheck.shape import Missing
from peelcheck.tables import TABLES

__all__ = ["apart_from", "beyond_chance", "notable", "sums_of"]

Row = Mapping[str, Any]

_NORMAL = NormalDist().inv_cdf(0.75)
"""The median distance from the median where values are normal, of spread 1."""

_LEFT_OPEN = "a figure lacks a number, is of 0, or has too few or too many rows"


def sums_of(rule: NotableRule) -> tuple[str, ...]:
    """Return the columns that a rule adds up."""
    return (rule.value, rule.per) if rule.per and not rule.reference else (rule.value,)


def notable(rule: NotableRule, rows: Iterable[Row]) -> Outcome:
    """Hold each force's figure against those of the others.

    Args:
        rule: The rule, bound.
        rows: What `aggregated` makes of the table by `sums_of`, with the empty cells
            of `value` counted.

    Returns:
        The counts, the figures that stand apart in the order of the source, and all
        that were compared. Where too few forces have a figure none is evaluated.

    """
    figures, open_ = _figures(rule, rows)
    pools: dict[tuple[Any, ...], list[Figure]] = defaultdict(list)
    for one in figures:
        pools[one.pool].append(one)
    least = _number(rule.limits.others)
    told = [one for one in figures if len(pools[one.pool]) > least]
    far = [apart_from(one, pools[one.pool]) for one in told]
    pairs = [*zip(told, far, strict=True)]
    found = [(one, its) for one, its in pairs if _is_found(rule, one, its)]
    hits = [
        hit_of(rounded(one.values), said_of(rule, one, its, pools[one.pool]))
        for one, its in found[:FIRST]
    ]
    names = {(one.pool, one.force) for one, _ in found}
    return Outcome(
        evaluated=len(told),
        failed=len(found),
        undecided=open_ if rule.missing is Missing.UNDECIDED else 0,
        counted="figures of forces",
        hits=tuple(hits),
        compared=tuple(
            compared(rule, one, its, found=(one.pool, one.force) in names)
            for one, its in sorted(pairs, key=_from_low_to_high)
        ),
        reason=_reason(rule, len(figures), len(told), open_),
    )


def _reason(rule: NotableRule, figures: int, told: int, open_: int) -> str:
    """Say why figures are held against no others; nothing where all are."""
    if told:
        return _LEFT_OPEN if open_ else ""
    if figures:
        least = _number(rule.limits.others)
        return f"fewer than {least:g} other forces have a figure to compare with"
    if open_ or rule.against is Against.OTHERS:
        return "no force has a figure that can be compared"
    return "there is no figure of the year before"


def _from_low_to_high(pair: tuple[Figure, Apart]) -> tuple[Any, ...]:
    one, _ = pair
    return (tuple(map(str, one.pool)), one.rate, one.force)


def _figures(rule: NotableRule, rows: Iterable[Row]) -> tuple[list[Figure], int]:
    """Return the figures that can be compared, and how many are left open."""
    published = reference_rows(rule.reference) if rule.reference else ()
    known = {row["force"]: row for row in published if holds(rule.where, row)}
    names = force_names()
    made = {_key(rule, row): row for row in rows if row["force"] in names}
    figures, open_ = [], 0
    for key, row in made.items():
        before = row
        if rule.against is Against.YEAR_BEFORE:
            earlier = made.get(_year_earlier(rule, key) or ())
            if earlier is None:
                continue
            before, base = earlier, earlier[rule.value]
        else:
            of = known.get(row["force"], {}) if rule.reference else row
            base = of.get(rule.per)
        whole = all(rule.expects in {None, one["rows"]} for one in (row, before))
        if whole and _can_be_compared(rule, row[rule.value], base):
            figures.append(_figure(rule, row, base))
        else:
            open_ += 1
    return figures, open_


def _can_be_compared(
    rule: NotableRule, count: float | None, base: float | None
) -> bool:
    """Say whether there is a count, and something to divide it by.

    Of events there may be none, in the year before too; a sum of money, or people in
    post, of 0 or below is no figure.
    """
    if count is None or base is None:
        return False
    if not rule.counted:
        return min(count, base) > 0
    none = rule.against is Against.YEAR_BEFORE and base == 0
    return count >= 0 and (base > 0 or none)


def _figure(rule: NotableRule, row: Row, base: float) -> Figure:
    names = (ROW, *rule.by, *sums_of(rule))
    told = {name: value for name, value in row.items() if name in names}
    return Figure(
        force=row["force"],
        pool=tuple(row[name] for name in rule.by if name != "force"),
        values=told,
        count=row[rule.value],
        base=base,
        lacks=row[f"{BLANK}{rule.value}"],
    )


def _key(rule: NotableRule, row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in rule.by)


def _year_earlier(rule: NotableRule, key: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """Return the key of the twelve months before, if there are such."""
    at = rule.by.index(TABLES[rule.table].period_column or "")
    before = day_before(key[at])
    return (*key[:at], before, *key[at + 1 :]) if before else None


def apart_from(one: Figure, pool: Sequence[Figure]) -> Apart:
    """Return how far a figure is from those of the others in its pool.

    The usual distance is the median of theirs from their median, as large as the
    standard deviation where figures are normal. Where it is nought, and this figure is
    another, the distance has no end.
    """
    others = [log(other.rate) for other in pool if other.force != one.force]
    middle = median(others)
    usual = median(abs(other - middle) for other in others) / _NORMAL
    off = log(one.rate) - middle
    distance = abs(off) / usual if usual else inf if off else 0.0
    return Apart(distance=distance, times=exp(off), middle=exp(middle))


def _is_found(rule: NotableRule, one: Figure, apart: Apart) -> bool:
    """Say whether a figure is far off, by enough, and more than chance explains."""
    limits = rule.limits
    return (
        apart.distance > _number(limits.distance)
        and abs(log(apart.times)) >= log1p(_number(limits.share))
        and (
            not rule.counted
            or beyond_chance(rule, one, apart.middle, _number(limits.probability))
        )
    )


def beyond_chance(
    rule: NotableRule, one: Figure, middle: float, probability: float
) -> bool:
    """Say whether a count is beyond what so large a share of counts keeps to.

    Were the force like the median of the others, its count would vary about that: a
    Poisson count for people, a binomial one for a part of a whole or of two years. A
    count above its whole is beyond all chance.
    """
    # Imported here: it takes longer than the rest of a small check.
    from scipy.special import bdtr, bdtrc, pdtr, pdtrc  # noqa: PLC0415

    count, base = round(one.count), round(one.base)
    tail = (1 - probability) / 2
    if rule.reference:
        expected = middle * one.base
        above = pdtrc(count - 1, expected) if count else 1.0
        return bool(min(pdtr(count, expected), above) < tail)
    share = min(middle, 1.0)
    if rule.against is Against.YEAR_BEFORE:
        base, share = count + base, middle / (1 + middle)
    if not base or count > base:
        return count > base
    above = bdtrc(count - 1, base, share) if count else 1.0
    return bool(min(bdtr(count, base, share), above) < tail)


def _number(value: FromEdition | Literal) -> float:
    """Return a limit that is bound, as a number.

    Raises:
        TypeError: It is not bound to an edition.

    """
    if isinstance(value, Literal) and isinstance(value.value, int | float):
        return value.value
    message = f"{value} is not bound to an edition"
    raise TypeError(message)
