"""Figures, units, counts and periods as they stand in print, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from peelcheck.claims import Printed, Unit
from peelcheck.periods import year_before

__all__ = [
    "Parts",
    "figure_in",
    "odd_words",
    "parts_in",
    "period_in",
    "unit_in",
    "whole_number_in",
]

_OF_RATIOS = "times more likely as much many x change"
_OF_RATES = (
    "per a the of local population people residents resident person persons head heads "
    "capita inhabitants stops stop and search recorded cent percent million change"
)
_LONGEST = 60
_MOST_PER = 10**15
_FIGURE = re.compile(
    r"(?P<sign>[-\u2212]?)\s*£?\s*(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)"
    r"(?P<decimals>\.[0-9]+)?\s*(?P<percent>%|percent|per cent)?",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18}")
_PARTS = re.compile(
    rf"(?P<first>{_WHOLE.pattern})\s+(?P<word>of|to)\s+(?P<second>{_WHOLE.pattern})",
    re.IGNORECASE,
)
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "hundred thousand": 100_000,
    "million": 1_000_000,
}
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_PER = re.compile(
    r"\bper (?=[0-9]|hundred|thousand|million)"
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})?"
    rf"(?![0-9,.]) ?(?P<scale>{_SCALE})?(?! ?[0-9])\b"
)
_PER_SOME = re.compile(r"\bper [0-9]")
_EACH = re.compile(r"\b(?:per|a)\s+(?:head|person|capita|resident)\b")
_PERCENT = re.compile(r"%|\bper ?cent(?:age)?\b")
_YEAR_TO = re.compile(
    r"(?:the )?(?:year ending|year to|12 months to|12 months ending)\s+", re.IGNORECASE
)
_DAYS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y")


@dataclass(frozen=True, slots=True)
class Parts:
    """The two counts of `52 of 60`, or of `24,400 to 32,439`, which is a change."""

    count: int
    of: int
    change: bool


def figure_in(text: str) -> tuple[Printed, bool] | None:
    """Return a printed figure and whether it says per cent; nothing if it is none.

    A pound sign, separators of thousands and a per cent sign may stand with it. The
    decimals are kept as printed: `3.60` is to two places.
    """
    found = _FIGURE.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    decimals = found["decimals"] or ""
    sign = "-" if found["sign"] else ""
    value = Decimal(sign + found["whole"].replace(",", "") + decimals)
    places = max(0, len(decimals) - 1)
    return Printed(text.strip(), value, places), bool(found["percent"])


def whole_number_in(text: str) -> int | None:
    """Return a count such as `24,400`; nothing if the text is none."""
    trimmed = text.strip()
    if len(trimmed) > _LONGEST or not _WHOLE.fullmatch(trimmed):
        return None
    return int(trimmed.replace(",", ""))


def parts_in(text: str) -> Parts | None:
    """Return the two counts of `52 of 60` or `24,400 to 32,439`, if it is such."""
    found = _PARTS.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    first, second = (int(found[n].replace(",", "")) for n in ("first", "second"))
    if found["word"].lower() == "of":
        return Parts(first, second, change=False)
    return Parts(second, first, change=True)


def unit_in(text: str) -> Unit | None:
    """Return a unit, and for how many of the base it gives a figure.

    Nothing is returned where it says `per` some number that is none, such as `per 0`.
    """
    plain = " ".join(text.casefold().split())
    per: int | None = None
    if found := _PER.search(plain):
        number = int((found["number"] or "1").replace(",", ""))
        per = number * _SCALES.get(found["scale"] or "", 1)
        if not 0 < per <= _MOST_PER:
            return None
    elif _PER_SOME.search(plain):
        return None
    elif _EACH.search(plain):
        per = 1
    elif _PERCENT.search(plain):
        per = 100
    return Unit(" ".join(text.split()), per)


def odd_words(text: str, unit: str, *, ratio: bool) -> list[str]:
    """Return the words of a unit that have no place in the unit of a metric."""
    known = _words(unit) | _words(_OF_RATIOS if ratio else _OF_RATES)
    known |= {"fte"} if "equivalents" in known else set()
    return sorted(_words(text) - known)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


def period_in(text: str) -> tuple[date | None, date] | None:
    """Return the first day, if it is told, and the last day of a period.

    Read are a single day, two days with `to` or `/` between them, and the twelve
    months to a day: `year ending 31 March 2018`.
    """
    trimmed = text.strip()
    if year := _YEAR_TO.match(trimmed):
        end = _day(trimmed[year.end() :])
        return (year_before(end), end) if end else None
    single = _day(trimmed)
    if single:
        return None, single
    for between in (" to ", "/", " - ", " \u2013 "):
        first, sign, last = trimmed.partition(between)
        start, end = _day(first), _day(last)
        if sign and start and end and start <= end:
            return start, end
    return None


def _day(text: str) -> date | None:
    if not text.isascii():  # `strptime` reads digits of any script
        return None
    for form in _DAYS:
        try:
            found = datetime.strptime(text.strip(), form).date()  # noqa: DTZ007
        except ValueError:
            continue
        return found if found.year >= 1000 else None
    return None
