"""One line of a claims file turned into a claim, or into what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from peelcheck.claims import Claim, ClaimFault, Printed, Rounding, Unit
from peelcheck.errors import UnknownNameError, did_you_mean
from peelcheck.measures import Metric
from peelcheck.metrics import METRICS
from peelcheck.reading.printed import (
    Parts,
    figure_in,
    odd_words,
    parts_in,
    period_in,
    unit_in,
    whole_number_in,
)
from peelcheck.reading.shown import shown
from peelcheck.reference.areas import area_named
from peelcheck.reference.forces import force_names

__all__ = ["EVIDENCE", "FIELDS", "claim_of"]

FIELDS = (
    "id",
    "subject",
    "metric",
    "group",
    "figure",
    "unit",
    "count",
    "of",
    "base",
    "beside",
    "period",
    "where",
    "evidence",
    "rounding",
)
"""The fields of a claim, in the order a file has them."""

EVIDENCE = (
    "direct collection",
    "fieldwork",
    "file review",
    "Home Office",
    "ONS",
    "public survey",
    "staff survey",
    "value for money profile",
)
"""The sources the annex names (A1, A12, A15, A21, A44); its list is open."""

_NEAR = 0.85
_WORDS = {"more": True, "fewer": False, "less": False}
_CHANGE = re.compile(r"\bchange\b", re.IGNORECASE)
_LONGEST = 300


class _MalformedError(Exception):
    """A field that means nothing: its name, what is wrong, what to do."""


def claim_of(place: str, entry: Mapping[str, Any]) -> Claim | ClaimFault:
    """Return the claim of a line, or its first fault.

    Args:
        place: Where it stands, such as `line 7`.
        entry: Its fields, as text.

    """
    try:
        return _claim(place, entry)
    except _MalformedError as error:
        field, says, mend = error.args
        text = shown(entry.get(field, ""))
        return ClaimFault(place=place, field=field, text=text, says=says, mend=mend)


def _claim(place: str, entry: Mapping[str, Any]) -> Claim:
    texts = {name: _text(entry, name) for name in FIELDS}
    metric = _metric(texts)
    printed, unit, parts = _figure(texts, metric)
    start, end = _period(texts["period"])
    made = Claim(
        id=texts["id"] or place,
        subject=_subject(texts["subject"], metric),
        printed=printed,
        unit=unit,
        metric=metric.id if metric else "",
        group=_group(texts["group"], metric),
        count=parts["count"],
        of=parts["of"],
        base=texts["base"],
        beside=texts["beside"],
        change=bool(parts["change"] or _CHANGE.search(unit.text)),
        more=_WORDS.get(texts["figure"].casefold()),
        start=start,
        end=end,
        where=texts["where"],
        evidence=_evidence(texts["evidence"]),
        rounding=_rounding(texts["rounding"]),
    )
    _refuse_nothing_to_hold(made)
    return made


def _text(entry: Mapping[str, Any], name: str) -> str:
    """Return a field's text; a TOML whole number counts as one, a decimal does not.

    Spaces of every kind are one space. A character that does not show, such as one
    that turns the direction of writing, could make a line look like another.
    """
    value = entry.get(name, "")
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        return str(value)
    if not isinstance(value, str):
        says = f"it is {shown(value)}, not a text"
        raise _MalformedError(name, says, "Put it in quotation marks, as printed.")
    if len(value) > _LONGEST:
        says = f"it is {len(value):,} characters long"
        mend = f"Write no more than {_LONGEST}."
        raise _MalformedError(name, says, mend)
    text = " ".join(value.split())
    for one in text:
        if not one.isprintable():
            says = f"it holds a character that does not show, U+{ord(one):04X}"
            raise _MalformedError(name, says, "Take it out.")
    return text


def _metric(texts: Mapping[str, str]) -> Metric | None:
    name = texts["metric"]
    if not name:
        return None
    if name not in METRICS:
        says = str(UnknownNameError.of("metric", name, METRICS))
        raise _MalformedError("metric", says, "Name one that is known, or none.")
    return METRICS[name]


def _subject(name: str, metric: Metric | None) -> str:
    if not name:
        raise _MalformedError("subject", "it names no subject", "Name the force.")
    try:
        return area_named(name)
    except UnknownNameError as error:
        mend = "Name a force, or England and Wales."
        if metric is None and not _misspelt(name):
            return name
        raise _MalformedError("subject", str(error), mend) from None


def _misspelt(name: str) -> bool:
    """Say whether a subject of its own is so near a force that it must be meant."""
    return bool(get_close_matches(name, force_names(), n=1, cutoff=_NEAR))


def _group(name: str, metric: Metric | None) -> str:
    if name and metric and metric.split and metric.split.open:
        return name  # the data name the groups
    if metric is None or not metric.groups:
        if name and metric is not None:
            says = f"{metric.id} has no groups"
            raise _MalformedError("group", says, "Leave it empty.")
        return name
    groups = metric.groups
    known = {text: one.name for one in groups for text in (one.name, one.short)}
    if name not in known:
        unknown = UnknownNameError.of("group", name, known)
        says = str(unknown) if name else "it names none"
        raise _MalformedError("group", says, f"Name a group of {metric.id}.")
    return known[name]


def _figure(
    texts: Mapping[str, str], metric: Metric | None
) -> tuple[Printed | None, Unit, dict[str, Any]]:
    """Return the figure as printed, its unit, and its two parts."""
    text = texts["figure"]
    parts: dict[str, Any] = {name: _count(texts, name) for name in ("count", "of")} | {
        "change": False
    }
    unit = unit_in(texts["unit"])
    if unit is None:
        says = f"{texts['unit']!r} does not say per how many"
        raise _MalformedError("unit", says, "Write per head or per 1,000, for one.")
    if not text or text.casefold() in _WORDS:
        parts["change"] = bool(text)
        return None, unit, parts
    if two := parts_in(text):
        _refuse_twice(texts, two)
        return None, unit, {"count": two.count, "of": two.of, "change": two.change}
    found = figure_in(text)
    if found is None:
        says = f"{text!r} is no printed figure"
        mend = "Write it as printed, such as 3.6, 24,400, 16.48% or 52 of 60."
        raise _MalformedError("figure", says, mend)
    printed, percent = found
    return printed, _unit(unit, metric, percent=percent), parts


def _refuse_twice(texts: Mapping[str, str], two: Parts) -> None:
    """Refuse two counts that nothing can be made of, or that stand twice."""
    if not two.of:
        says = "there is no share of 0, and no per cent by which 0 changes"
        raise _MalformedError("figure", says, "Write the whole numbers as printed.")
    if texts["count"] or texts["of"]:
        says = f"the figure {texts['figure']!r} has its two counts already"
        name = "count" if texts["count"] else "of"
        raise _MalformedError(name, says, "Leave count and of empty.")


def _unit(unit: Unit, metric: Metric | None, *, percent: bool) -> Unit:
    if percent and unit.per not in (None, 100):
        says = f"the figure is a per cent, the unit {unit.text!r} is not"
        raise _MalformedError("unit", says, "Leave one of them out.")
    if percent:
        unit = Unit(unit.text or "per cent", 100)
    if metric and not unit.text:
        return Unit(metric.unit, metric.of)
    if metric and (unit.per is None) != (metric.of is None):
        says = f"{metric.id} is in {metric.unit}, not {unit.text!r}"
        mend = "Write times for a ratio, and per how many people for a rate."
        if metric.split:
            mend = f"Write {metric.unit}, or leave it empty."
        raise _MalformedError("unit", says, mend)
    if metric and (odd := odd_words(unit.text, metric.unit, ratio=bool(metric.ratio))):
        says = f"{metric.id} is in {metric.unit}, and knows no {odd[0]!r}"
        raise _MalformedError("unit", says, f"Write {metric.unit}, or leave it empty.")
    return unit


def _count(texts: Mapping[str, str], name: str) -> int | None:
    text = texts[name]
    if not text:
        return None
    found = whole_number_in(text)
    if found is None or (name == "of" and not found):
        says = f"{text!r} is no count"
        raise _MalformedError(name, says, "Write the whole number, such as 875.")
    return found


def _period(text: str) -> tuple[Any, Any]:
    if not text:
        return None, None
    found = period_in(text)
    if found is None:
        says = f"{text!r} is no period"
        mend = "Write 2017-04-01 to 2018-03-31, or the last day alone."
        raise _MalformedError("period", says, mend)
    return found


def _evidence(text: str) -> tuple[str, ...]:
    """Return the sources, known ones as the annex has them; a near miss is a fault."""
    known = {name.casefold(): name for name in EVIDENCE}
    named = [part.strip() for part in text.split(";") if part.strip()]
    for one in named:
        hint = did_you_mean(one, EVIDENCE)
        if one.casefold() not in known and hint:
            says = f"there is no source {one!r}{hint}"
            raise _MalformedError("evidence", says, "Name the source as it is known.")
    return tuple(known.get(one.casefold(), one) for one in named)


def _rounding(text: str) -> Rounding:
    known = {one.value: one for one in Rounding}
    if text and text.casefold() not in known:
        says = str(UnknownNameError.of("rounding", text, known))
        raise _MalformedError("rounding", says, "Leave it empty for half-up.")
    return known.get(text.casefold(), Rounding.HALF_UP)


def _refuse_nothing_to_hold(claim: Claim) -> None:
    """Refuse a claim that no figure can be held to, or that prints none."""
    if claim.metric and claim.change:
        says = f"a change is no value of {claim.metric}"
        raise _MalformedError("metric", says, "Leave the metric empty.")
    if claim.printed is None and (claim.count is None or claim.of is None):
        says = "it has neither a figure nor two counts"
        raise _MalformedError("figure", says, "Write the figure as it is printed.")
