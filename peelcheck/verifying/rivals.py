"""The search for departures under which a figure prints as it is claimed to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from peelcheck.claims import Claim, Departure, Rival, Rivals, Rounding
from peelcheck.reference.editions import Edition
from peelcheck.verifying.departures import AREA, KINDS, TRUNCATED, departures_from
from peelcheck.verifying.intervals import interval_of, printed_as
from peelcheck.verifying.ways import Made, Ways

__all__ = ["LISTED", "MOST", "Search", "prints", "search"]

MOST = 4
"""How many departures are combined at most."""

LISTED = 8
"""How many combinations of each number of departures are listed."""

Combination = tuple[Departure, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """A search's result, and every combination that prints the figure."""

    rivals: Rivals
    hits: tuple[Combination, ...]


def prints(made: Made | None, claim: Claim, chosen: Sequence[Departure]) -> bool:
    """Say whether a figure prints as claimed; truncated where a departure says so."""
    if made is None or claim.printed is None:
        return False
    return made.value in interval_of(claim.printed, _rounding(claim, chosen))


def search(claim: Claim, ways: Ways, edition: Edition) -> Search:
    """Try all combinations of up to `MOST` departures from the claim's metric.

    Departures that change nothing for this claim are left out of the count.
    """
    assert claim.printed is not None  # noqa: S101 - the caller holds a figure
    options = _effective(claim, ways, edition)
    tried, shown = 0, set()
    found: list[tuple[Combination, Made]] = []
    fewer: dict[Made, list[set[Departure]]] = defaultdict(list)
    for chosen in _combinations(options):
        made = ways.made(chosen)
        if made is None:
            continue
        tried += 1
        rounding = _rounding(claim, chosen)
        shown.add(printed_as(made.value, claim.printed.places, rounding))
        if made.value not in interval_of(claim.printed, rounding):
            continue
        # A departure more that leaves the figure as it was is no other way to it.
        if not any(less < set(chosen) for less in fewer[made]):
            fewer[made].append(set(chosen))
            found.append((chosen, made))
    found.sort(key=lambda one: _rank(one[0]))
    hits = Counter(len(chosen) for chosen, _ in found)
    rivals = Rivals(
        found=tuple(_listed(found)),
        hits=dict(sorted(hits.items())),
        tried=tried,
        distinct=len(shown),
    )
    return Search(rivals, tuple(chosen for chosen, _ in found))


def _rounding(claim: Claim, chosen: Sequence[Departure]) -> Rounding:
    cut = any(one.kind == TRUNCATED for one in chosen)
    return Rounding.TRUNCATED if cut else claim.rounding


def _effective(
    claim: Claim, ways: Ways, edition: Edition
) -> dict[str, list[Departure]]:
    """Return the departures that change the figure, each effect once, by choice."""
    definition = ways.made()
    seen = {definition}
    options: dict[str, list[Departure]] = {}
    for one in departures_from(ways.work.metric, claim.group, ways.area, edition):
        if one.kind == TRUNCATED:
            if claim.rounding is not Rounding.TRUNCATED:
                options[one.choice] = [one]
            continue
        made = ways.made((one,))
        same_value = made and definition and made.value == definition.value
        if made is None or made in seen or same_value:
            continue
        if one.kind != AREA:
            seen.add(made)
        options.setdefault(one.choice, []).append(one)
    return options


def _combinations(options: dict[str, list[Departure]]) -> Iterator[Combination]:
    for size in range(1, MOST + 1):
        for choices in combinations(options.values(), size):
            yield from product(*choices)


def _rank(chosen: Combination) -> tuple[object, ...]:
    """Return the order of a combination: fewer first, other data last."""
    kinds = sorted(KINDS.index(one.kind) for one in chosen)
    return len(chosen), max(kinds), kinds, [one.says for one in chosen]


def _listed(found: Sequence[tuple[Combination, Made]]) -> Iterator[Rival]:
    """Return the first combinations of each number of departures."""
    listed: Counter[int] = Counter()
    for chosen, made in found:
        listed[len(chosen)] += 1
        if listed[len(chosen)] <= LISTED:
            yield Rival(
                departures=chosen,
                value=float(made.value),
                numerator=made.numerator,
                denominator=made.denominator,
            )
