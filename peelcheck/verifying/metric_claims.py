"""Claims held against a metric's recomputed figure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from peelcheck.claims import Claim, ClaimVerdict, Held, Printed
from peelcheck.errors import UnknownNameError, UsageError
from peelcheck.figures import Figure
from peelcheck.measures import Among, Metric, Whole
from peelcheck.metrics import METRICS
from peelcheck.recomputing.figures import Figures
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.forces import force_names
from peelcheck.shape import ColumnType
from peelcheck.tables import TABLES
from peelcheck.verifying.intervals import (
    in_decimals,
    interval_of,
    possible_numerators,
)
from peelcheck.verifying.rivals import Search, search
from peelcheck.verifying.units import DECLARED, unit_named
from peelcheck.verifying.ways import Ways
from peelcheck.wording import integers_in_words, number, period_in_words

__all__ = ["Searched", "against_figure", "exact_value"]

_NO_TABLE = "the return has no table that the metric counts"


@dataclass(frozen=True, slots=True)
class Searched:
    """A claim held, and the search for departures where it was not reproduced."""

    held: Held
    search: Search | None = None


def against_figure(
    claim: Claim, figures: Figures | None, ways: Ways | None
) -> Searched:
    """Hold a claim on a metric against the figure of its area, group and period.

    Args:
        claim: The claim.
        figures: The recomputed figures, if there are any.
        ways: The other ways of making it; nothing where there are no data for it.

    """
    figure = _figure(claim, figures)
    if isinstance(figure, str):
        return Searched(_not_checkable(claim, figure))
    if figure.value is None:
        return Searched(_not_checkable(claim, f"no value: {figure.undefined}"))
    if claim.printed is None:
        return Searched(_against_counts(claim, figure))
    interval = interval_of(claim.printed, claim.rounding)
    value = exact_value(figure, claim)
    held = Held(
        claim=claim,
        verdict=ClaimVerdict.REPRODUCED,
        says=f"{_recomputed(figure, claim, claim.printed)} prints as "
        f"{claim.printed.text}",
        figure=figure,
        value=float(value),
        interval=interval.in_words(claim.printed.places + 1),
    )
    if value in interval:
        return Searched(_with_counts(held, figure))
    held = replace(held, verdict=ClaimVerdict.NOT_REPRODUCED)
    held = _with_numerators(held, figure, claim.printed)
    held = _with_counts(_with_unit(held, figure, claim.printed), figure)
    if ways is None:
        return Searched(held)
    found = search(claim, ways, ways.work.edition)
    if found.hits:  # over another population a whole number does give it
        held = replace(held, verdict=ClaimVerdict.NOT_REPRODUCED)
    return Searched(replace(held, rivals=found.rivals), found)


def _figure(claim: Claim, figures: Figures | None) -> Figure | str:
    """Return the figure a claim is about, or why there is none."""
    if figures is None:
        return _NO_TABLE
    if claim.subject not in (ENGLAND_AND_WALES, *force_names()):
        return f"figures are made for forces and {ENGLAND_AND_WALES}, no other area"
    try:
        period = str(claim.end) if claim.end else None
        mine = [one for one in figures if one.metric == claim.metric]
        if not mine:
            return _NO_TABLE
        if claim.end and claim.end not in {one.period_end for one in mine}:
            covered = ", ".join(dict.fromkeys(one.period for one in mine))
            return f"the data cover {covered}, not the claim's period"
        figure = figures.of(claim.metric, claim.subject, claim.group, period=period)
    except (UnknownNameError, UsageError) as error:
        return f"the return has no such figure: {error}"
    if claim.start and period_in_words(claim.start, claim.end) != figure.period:
        return f"the data cover {figure.period}, not the claim's period"
    return figure


def _not_checkable(claim: Claim, says: str) -> Held:
    return Held(claim=claim, verdict=ClaimVerdict.NOT_CHECKABLE, says=says)


def exact_value(figure: Figure, claim: Claim) -> Fraction:
    """Return a figure's value without rounding, in the claim's unit."""
    value = _exact(figure.numerator) / _exact(figure.denominator or 1)
    compared = METRICS[figure.metric].ratio
    if compared and figure.reference_numerator and figure.reference_denominator:
        theirs = _exact(figure.reference_numerator)
        value /= theirs / _exact(figure.reference_denominator)
    return value * (claim.unit.per or 1)


def _exact(value: float) -> Fraction:
    return Fraction(str(value))


def _recomputed(figure: Figure, claim: Claim, printed: Printed) -> str:
    places = max(METRICS[claim.metric].places, printed.places + 1)
    part = f" for {figure.force}" if figure.lacks else ""
    return f"recomputed {in_decimals(exact_value(figure, claim), places)}{part}"


def _with_counts(held: Held, figure: Figure) -> Held:
    """Hold the counts that a claim prints beside its figure."""
    places = METRICS[figure.metric].numerator.places
    pairs = (
        (held.claim.count, figure.numerator),
        (held.claim.of, figure.denominator),
    )
    other = [
        f"it prints {printed:,} where {number(counted, places)} is recomputed"
        for printed, counted in pairs
        if printed is not None and counted is not None and printed != counted
    ]
    if not other:
        return held
    verdict = held.verdict
    if verdict is ClaimVerdict.REPRODUCED:
        verdict = ClaimVerdict.NOT_REPRODUCED
    return replace(held, verdict=verdict, says="; ".join((held.says, *other)))


def _against_counts(claim: Claim, figure: Figure) -> Held:
    """Return whether the two counts a claim prints are those recomputed."""
    same = (claim.count, claim.of) == (figure.numerator, figure.denominator)
    verdict = ClaimVerdict.REPRODUCED if same else ClaimVerdict.NOT_REPRODUCED
    places = METRICS[figure.metric].numerator.places
    above, below = (number(n, places) for n in (figure.numerator, figure.denominator))
    says = f"recomputed {above} of {below}"
    return Held(claim=claim, verdict=verdict, says=says, figure=figure)


def _with_numerators(held: Held, figure: Figure, printed: Printed) -> Held:
    """Say what count would print the claim's figure; none can, and it is impossible."""
    claim = held.claim
    metric, says = METRICS[claim.metric], _recomputed(figure, claim, printed)
    if not metric.base:
        value = exact_value(figure, claim) - Fraction(printed.value)
        more = "more" if value > 0 else "less"
        says += f", {in_decimals(abs(value), printed.places)} {more}"
    counted = isinstance(figure.denominator, int) and _counts_whole(metric)
    if claim.unit.per is None or not counted or not figure.denominator:
        return replace(held, says=says)
    interval = interval_of(printed, claim.rounding)
    able = possible_numerators(int(figure.denominator), interval, claim.unit.per)
    unit, whole = metric.numerator.unit, metric.base == "whole"
    if not able or (whole and able.low > figure.denominator):
        base = unit if isinstance(metric.denominator, Whole) else _below(metric)
        says = f"no whole number of {unit} by {figure.denominator:,} {base} gives it"
        return replace(held, verdict=ClaimVerdict.IMPOSSIBLE, says=says)
    says += (
        f"; it would take {integers_in_words(able)} {unit}, not {figure.numerator:,}"
    )
    return replace(held, says=says, numerators=able)


def _counts_whole(metric: Metric) -> bool:
    """Say whether what a metric counts comes in whole numbers."""
    numerator, among = metric.numerator, metric.denominator
    names = {numerator.value, among.value if isinstance(among, Among) else ""}
    columns = TABLES[numerator.table].columns
    parts = {one.name for one in columns if one.type is ColumnType.NUMBER}
    return not (names & parts or numerator.over)


def _below(metric: Metric) -> str:
    """Return what stands below the line, in words."""
    among = metric.denominator
    return among.says if isinstance(among, Among) else "people"


def _with_unit(held: Held, figure: Figure, printed: Printed) -> Held:
    """Name the declared unit in which the definition prints the figure, if one does."""
    claim = held.claim
    if claim.unit.per is None:
        return held
    interval = interval_of(printed, claim.rounding)
    for per in DECLARED:
        value = exact_value(figure, claim) / claim.unit.per * per
        if per != claim.unit.per and value in interval:
            unit = unit_named(per)
            shown = in_decimals(value, printed.places + 2)
            says = f"{held.says}; {unit} it would be {shown}, as printed"
            return replace(held, unit=unit, says=says)
    return held
