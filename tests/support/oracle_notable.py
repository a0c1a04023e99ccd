"""Which forces stand apart, told from the words of a rule's record alone.

With numpy and scipy's distributions where the engine has neither; nothing of
`peelcheck.engines` is called.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
from oracle import Row, Told
from scipy.stats import binom, median_abs_deviation, poisson

from peelcheck.against import Against
from peelcheck.conditions import holds
from peelcheck.model import NotableRule
from peelcheck.reference.forces import force_names
from peelcheck.reference.populations import reference_rows
from peelcheck.shape import Missing
from peelcheck.tables import TABLES

__all__ = ["notable"]

Key = tuple[Any, ...]
Pair = tuple[float, float]


def notable(rule: NotableRule, rows: Sequence[Row]) -> Told:
    """Find each force whose figure is far from those of the others."""
    places = _places(rule, rows)
    sums = {key: _sum(rule, [rows[at] for at in own]) for key, own in places.items()}
    pairs, open_ = {}, 0
    for key in places:
        pair = _pair(rule, key, sums)
        if pair is None:
            continue
        if _is_a_figure(rule, pair):
            pairs[key] = pair
        else:
            open_ += 1
    pools: dict[Key, dict[Key, Pair]] = {}
    for key, pair in pairs.items():
        pools.setdefault(_without_force(rule, key), {})[key] = pair
    limits = {n: getattr(rule.limits, n).value for n in rule.limits.__slots__}
    full = [pool for pool in pools.values() if len(pool) - 1 >= limits["others"]]
    failing = {
        places[key][0] for pool in full for key in pool if _far(rule, key, pool, limits)
    }
    undecided = open_ if rule.missing is Missing.UNDECIDED else 0
    return Told(sum(map(len, full)), len(failing), undecided, frozenset(failing))


def _places(rule: NotableRule, rows: Sequence[Row]) -> dict[Key, list[int]]:
    places: dict[Key, list[int]] = {}
    for at, row in enumerate(rows):
        if holds(rule.when, row) and row["force"] in force_names():
            places.setdefault(tuple(row[name] for name in rule.by), []).append(at)
    return places


def _sum(rule: NotableRule, rows: Sequence[Row]) -> tuple[Any, Any, int]:
    """Return the sums of the value and of what it is divided by, and the rows."""

    def added(name: str) -> float | None:
        cells = [row[name] for row in rows if row[name] is not None]
        enough = bool(cells) and (rule.partly or len(cells) == len(rows))
        return sum(cells) if enough else None

    per = added(rule.per) if rule.per and not rule.reference else None
    return added(rule.value), per, len(rows)


def _pair(rule: NotableRule, key: Key, sums: Mapping[Key, Any]) -> Any:
    """Return a count and what it is divided by; nothing where it is left alone.

    What is made of other rows than the rule expects is no number.
    """
    value, per, many = sums[key]
    if rule.expects is not None and many != rule.expects:
        value = None
    if rule.against is Against.OTHERS:
        return value, _people(rule, key) if rule.reference else per
    at = rule.by.index(str(TABLES[rule.table].period_column))
    for earlier in sums:
        same = (*earlier[:at], key[at], *earlier[at + 1 :]) == key
        if same and _is_a_year_before(earlier[at], key[at]):
            before, _, rows = sums[earlier]
            return value, before if rule.expects in {None, rows} else None
    return None


def _is_a_figure(rule: NotableRule, pair: Any) -> bool:
    """Say whether a pair can be compared; of events there may be none at all."""
    if None in pair or min(pair) < 0:
        return False
    if not rule.counted:
        return bool(min(pair) > 0)
    return bool(pair[1] > 0 or rule.against is Against.YEAR_BEFORE)


def _is_a_year_before(one: date | None, other: date | None) -> bool:
    """Say whether a day is the same of the year before, month ends among them."""
    if one is None or other is None or date.max in (one, other):
        return one is not None and one.year == 9998 and other == date.max
    first, then = (day + timedelta(days=1) for day in (one, other))
    return (first.year + 1, first.month, first.day) == (then.year, then.month, then.day)


def _people(rule: NotableRule, key: Key) -> Any:
    force = key[rule.by.index("force")]
    found = [
        row[rule.per]
        for row in reference_rows(rule.reference)
        if row["force"] == force and holds(rule.where, row)
    ]
    return found[0] if found else None


def _without_force(rule: NotableRule, key: Key) -> Key:
    return tuple(v for n, v in zip(rule.by, key, strict=True) if n != "force")


def _rate(pair: Pair) -> float:
    count, base = (0.5 if one == 0 else one for one in pair)
    return count / base


def _far(
    rule: NotableRule, key: Key, pool: Mapping[Key, Pair], limits: Mapping[str, float]
) -> bool:
    others = np.log([_rate(pair) for other, pair in pool.items() if other != key])
    middle, own = np.median(others), np.log(_rate(pool[key]))
    usual = median_abs_deviation(others, scale="normal")
    if not abs(own - middle) > limits["distance"] * usual + 1e-12:
        return False
    if abs(own - middle) < np.log(1 + limits["share"]):
        return False
    return not rule.counted or _unlikely(rule, pool[key], np.exp(middle), limits)


def _unlikely(
    rule: NotableRule, pair: Pair, middle: float, limits: Mapping[str, float]
) -> bool:
    count, base = round(pair[0]), round(pair[1])
    chance: Any
    if rule.reference:
        chance = poisson(middle * base)
    elif rule.against is Against.YEAR_BEFORE:
        chance = binom(count + base, middle / (1 + middle))
    else:
        chance = binom(base, min(middle, 1))
    tail = (1 - limits["probability"]) / 2
    return bool(min(chance.cdf(count), chance.sf(count - 1)) < tail)
