"""What a change of a return may leave as it was: verdicts, failing keys, figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from random import Random
from typing import Any, TypeAlias

from hypothesis import Phase, given, settings

from peelcheck import Finding, Return, UsageError
from peelcheck.binding import edition_for
from peelcheck.checking import check_return
from peelcheck.figures import Figure
from peelcheck.model import Severity
from peelcheck.reading import read
from peelcheck.recomputing.recompute import recompute_return
from peelcheck.results import Report
from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies import Broken, DrawnReturn, broken_by

__all__ = [
    "Change",
    "Place",
    "Seen",
    "apart",
    "broken_apart",
    "broken_returns",
    "held",
    "quickly",
    "seeded",
    "seen",
]

Place: TypeAlias = Callable[[Finding], Any]
Change: TypeAlias = Callable[[DrawnReturn, Random], tuple[Return, Place | None]]
"""A change of a return: what it is then, and where a finding's row stood before."""

_EVERY = 8
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a return.

    Attributes:
        verdicts: The verdict of each rule; how many it looked at, failed, left open.
        failing: For each rule the rows, or else the keys and values, that failed.
        figures: The figures; none where none can be recomputed.

    """

    verdicts: Mapping[str, tuple[Any, ...]]
    failing: Mapping[str, frozenset[Any]]
    figures: tuple[Figure, ...]


def quickly(examples: int) -> settings:
    """Return settings for a few examples, always the same; whole returns shrink slowly.

    What made one fail stands in the failure, so that little is lost.
    """
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
    )


def seeded(seed: object) -> Random:
    """Return choices that are the same for the same seed."""
    return Random(str(seed))  # noqa: S311 - nothing is kept secret


def held(drawn: DrawnReturn, source: Any, *, said: bool = True) -> Return:
    """Return a source read in place of a drawn return, whose printed totals it keeps.

    Args:
        drawn: The drawn return.
        source: What `read` takes.
        said: Whether the drawn manifest is handed over too, or stands in the source.

    """
    found = read(source, manifest=drawn.manifest if said else None)
    tables = {
        name: replace(data, totals=drawn.totals.get(name, ()))
        for name, data in found.tables.items()
    }
    return replace(found, tables=tables)


def seen(given: Return, place: Place | None = None, *, notes: bool = True) -> Seen:
    """Check and recompute a return.

    Args:
        given: The return.
        place: Where a finding's row stands; by default its number.
        notes: Whether rules whose severity is `note` are looked at too.

    """
    edition = edition_for(given.manifest, None, None)
    report = check_return(given, edition, rulebook())
    assert not report.crashed, [r.reason for r in report.results if r.reason]
    try:
        figures = recompute_return(given, edition, report=report).figures
    except UsageError:
        figures = ()
    if not notes:
        above = [one for one in report.results if one.severity is not Severity.NOTE]
        report = replace(report, results=tuple(above))
    return Seen(_verdicts(report), _failing(report, place), figures)


def _verdicts(report: Report) -> dict[str, tuple[Any, ...]]:
    return {
        one.rule.id: (one.verdict.value, one.evaluated, one.failed, one.undecided)
        for one in report.results
    }


def _failing(report: Report, place: Place | None) -> dict[str, frozenset[Any]]:
    """Return what failed, of rules whose findings are all listed.

    A finding about several rows names the first of them, which is of no account.
    """
    return {
        one.rule.id: frozenset(
            (_pairs(it.key), place(it) if place else it.row)
            if it.row is not None and one.counted == "rows"
            else (_pairs(it.key), _pairs(it.values))
            for it in one.findings
        )
        for one in report.results
        if one.failed and one.failed <= len(one.findings)
    }


def _pairs(told: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(told.items(), key=str))


def apart(before: Seen, after: Seen) -> list[str]:
    """Return in words where two looks differ, some of the differences at least."""
    return [
        *_differing("verdict", before.verdicts, after.verdicts),
        *_differing("failing", before.failing, after.failing),
        *_differing("figure", _told(before), _told(after)),
    ]


def _told(look: Seen) -> dict[Any, Figure]:
    return {(one.metric, one.force, one.group, one.period): one for one in look.figures}


def _differing(
    what: str, before: Mapping[Any, Any], after: Mapping[Any, Any]
) -> Iterator[str]:
    """Yield the first few differences."""
    names = (one for one in {**before, **after} if before.get(one) != after.get(one))
    for name in islice(names, _SHOWN):
        yield f"{what} {name}: {before.get(name)} -> {after.get(name)}"


@cache
def broken_returns() -> tuple[tuple[Broken, Seen], ...]:
    """Return a return for each rule that breaks it, and what is seen of each.

    Half of the rules will do; of those that follow from declared columns, fewer.
    """
    ids = [rule.id for rule in rulebook()]
    declared = sorted((one for one in ids if "." in one), key=_check_of)
    own = [one for one in ids if "." not in one]
    found = [_broken(one) for one in (*own[::2], *declared[::_EVERY])]
    return tuple((one, seen(one.given.read())) for one in found)


def _check_of(rule_id: str) -> str:
    return rule_id.rsplit(".", 1)[-1]


def _broken(rule_id: str) -> Broken:
    """Return a return that breaks a rule, always the same one."""
    drawn: list[Broken] = []

    @quickly(2)
    @given(broken_by(rule_id))
    def draws(broken: Broken) -> None:
        drawn.append(broken)

    draws()
    return drawn[-1]


def broken_apart(
    change: Change, only: Callable[[DrawnReturn], bool] = lambda _: True
) -> list[str]:
    """Return in words what a change makes of broken returns, and should not."""
    found: list[str] = []
    for broken, before in broken_returns():
        if only(broken.given):
            given, place = change(broken.given, seeded(broken.rule))
            differing = apart(before, seen(given, place))
            found += [f"{broken.rule} ({broken.says}): {one}" for one in differing]
    return found
