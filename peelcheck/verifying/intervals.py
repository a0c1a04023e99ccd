"""The values that print as a figure does, and the whole numbers that can give them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor

from peelcheck.claims import Integers, Printed, Rounding

__all__ = [
    "Interval",
    "in_decimals",
    "interval_of",
    "possible_denominators",
    "possible_numerators",
    "printed_as",
]


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between two ends, each of which may belong to it or not."""

    low: Fraction
    high: Fraction
    low_in: bool
    high_in: bool

    def __contains__(self, value: Fraction) -> bool:
        above = value > self.low or (self.low_in and value == self.low)
        return above and (value < self.high or (self.high_in and value == self.high))

    def in_words(self, places: int) -> str:
        """Return it as `from 3.55 to below 3.65`."""
        low, high = (in_decimals(end, places) for end in (self.low, self.high))
        first = "from" if self.low_in else "above"
        return f"{first} {low} to {'' if self.high_in else 'below '}{high}"


@lru_cache(maxsize=64)  # asked for each of thousands of combinations
def interval_of(printed: Printed, rounding: Rounding) -> Interval:
    """Return the values that print as a figure does, under a way of rounding.

    Half-up rounds a half away from nought, as in print; half-even to the even digit;
    truncation drops the digits.
    """
    value, step = Fraction(printed.value), Fraction(1, 10**printed.places)
    half = step / 2
    if rounding is Rounding.TRUNCATED:
        if not value:
            return Interval(-step, step, low_in=False, high_in=False)
        if value < 0:
            return Interval(value - step, value, low_in=False, high_in=True)
        return Interval(value, value + step, low_in=True, high_in=False)
    low, high = value - half, value + half
    if rounding is Rounding.HALF_EVEN:
        even = (value / step) % 2 == 0
        return Interval(low, high, low_in=even, high_in=even)
    return Interval(low, high, low_in=value > 0, high_in=value < 0)


def printed_as(
    value: Fraction, places: int, rounding: Rounding = Rounding.HALF_UP
) -> int:
    """Return what a value prints as, in units of its last decimal."""
    scaled: Fraction = abs(value) * 10**places
    units: int = floor(scaled + Fraction(1, 2))
    if rounding is Rounding.TRUNCATED:
        units = floor(scaled)
    elif rounding is Rounding.HALF_EVEN:
        units = round(scaled)
    return units if value >= 0 else -units


def in_decimals(value: Fraction, places: int) -> str:
    """Return a value as it prints, half-up and exactly, such as `1,234.50`."""
    units = printed_as(value, places)
    whole, rest = divmod(abs(units), 10**places)
    decimals = f".{rest:0{places}}" if places else ""
    return f"{'-' if units < 0 else ''}{whole:,}{decimals}"


def possible_denominators(count: int, interval: Interval, per: int) -> Integers:
    """Return the whole numbers, from 1 on, that `count` may be divided by.

    Args:
        count: The number above the line, not below nought.
        interval: The values allowed.
        per: For how many of the denominator the figure is given; 100 for a per cent.

    """
    above = Fraction(count * per)
    if interval.high <= 0:
        return Integers(1, 0)
    least = _first(above / interval.high, included=interval.high_in)
    if interval.low <= 0:
        return Integers(max(1, least), None)
    most = _last(above / interval.low, included=interval.low_in)
    return Integers(max(1, least), most)


def possible_numerators(of: int, interval: Interval, per: int) -> Integers:
    """Return the whole numbers, from 0 on, that may stand above `of`.

    Args:
        of: The number below the line, above nought.
        interval: The values allowed.
        per: For how many of `of` the figure is given.

    """
    share = Fraction(of, per)
    least = _first(interval.low * share, included=interval.low_in)
    most = _last(interval.high * share, included=interval.high_in)
    return Integers(max(0, least), most)


def _first(end: Fraction, *, included: bool) -> int:
    """Return the first whole number from an end on."""
    whole = ceil(end)
    return whole if included or whole != end else whole + 1


def _last(end: Fraction, *, included: bool) -> int:
    """Return the last whole number up to an end."""
    whole = floor(end)
    return whole if included or whole != end else whole - 1
