"""Claims on one metric seen together: which departures print most of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peelcheck.claims import Claim, Joint
from peelcheck.verifying.departures import AREA, KINDS
from peelcheck.verifying.rivals import Combination, Search, prints
from peelcheck.verifying.ways import Ways

__all__ = ["Party", "joint_view"]

_RANKED = 10


@dataclass(frozen=True, slots=True)
class Party:
    """A claim with the ways of its figure, and its search where there was one."""

    claim: Claim
    ways: Ways
    search: Search | None


def joint_view(parties: Sequence[Party]) -> tuple[Joint, ...]:
    """Return, by metric, the departures that print the most of its claims together.

    Another area is left out: it would have to be another for each claim. Only metrics
    with two claims or more have a view, and only sets that print two or more stand in
    it.
    """
    metrics: dict[str, list[Party]] = defaultdict(list)
    for party in parties:
        metrics[party.claim.metric].append(party)
    return tuple(
        joint
        for metric, members in metrics.items()
        if len(members) > 1
        for joint in _ranked(metric, members)
    )


def _ranked(metric: str, members: Sequence[Party]) -> list[Joint]:
    found = [
        Joint(metric=metric, departures=chosen, claims=claims, of=len(members))
        for chosen in _candidates(members)
        if len(claims := _printed(chosen, members)) > 1
    ]
    return sorted(found, key=_rank)[:_RANKED]


def _candidates(members: Sequence[Party]) -> Iterator[Combination]:
    """Return every set of departures that prints one of the claims, each once."""
    seen: set[frozenset[object]] = set()
    for party in members:
        for chosen in party.search.hits if party.search else ():
            if any(one.kind == AREA for one in chosen) or frozenset(chosen) in seen:
                continue
            seen.add(frozenset(chosen))
            yield chosen


def _printed(chosen: Combination, members: Sequence[Party]) -> tuple[str, ...]:
    return tuple(
        party.claim.id
        for party in members
        if prints(party.ways.made(chosen), party.claim, chosen)
    )


def _rank(joint: Joint) -> tuple[object, ...]:
    kinds = sorted(KINDS.index(one.kind) for one in joint.departures)
    says = [one.says for one in joint.departures]
    return -len(joint.claims), len(joint.departures), kinds, says
