"""The figures on the page: a table, charts and the way of each, metric by metric."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peelcheck.figures import Figure
from peelcheck.measures import Metric
from peelcheck.metrics import METRICS
from peelcheck.recomputing import Figures
from peelcheck.reference.statements import statements
from peelcheck.reporting.figures import (
    apart,
    beside_value,
    group_headings,
    interval_in_words,
    of_first,
    one_by_one,
    own_caveats,
    reach,
)
from peelcheck.reporting.page.pictures import Picture, compared, named
from peelcheck.reporting.page.sheets import Sheet, capped, listed, sheet
from peelcheck.reporting.page.ways import Way, every_way, first_ways
from peelcheck.wording import number

__all__ = ["Block", "Said", "blocks_of"]

PERIODS = 5
_CONCERNED = 10
_BASES = {"people": "Population", "whole": "Share of", "": "In"}
_DIFFERENT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A caveat in its words, and the figures it concerns.

    Attributes:
        id: The caveat's name.
        says: Its words.
        source: The statement or assumption it comes from.
        whom: The figures it concerns.

    """

    id: str
    says: str
    source: str
    whom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The figures of one metric and period.

    Attributes:
        id: A name of its own on the page.
        title: What the metric is called.
        period: The period.
        stated: Whether that is the statement's period.
        says: How the metric is made, its statement and its population.
        main: The figures by force.
        lacks: The forces a total does not hold, in a sentence.
        caveats: What to know of the figures.
        pictures: The charts that show the figures side by side.
        ways: The ways of the total's figures, or of the only force's.
        others: The steps of every figure, where there are more.

    """

    id: str
    title: str
    period: str
    stated: bool
    says: tuple[tuple[str, str], ...]
    main: Sheet
    lacks: str
    caveats: tuple[Said, ...]
    pictures: tuple[Picture, ...]
    ways: tuple[Way, ...]
    others: tuple[Sheet, ...]


def blocks_of(figures: Figures) -> tuple[tuple[Block, ...], str]:
    """Return the blocks to show, and the line that says how many there are.

    The statement's period comes first, then the latest.
    """
    by_block: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for one in figures:
        by_block[(one.metric, one.period)].append(one)
    shown: list[Block] = []
    for metric in METRICS.values():
        mine = [list_ for (id_, _), list_ in by_block.items() if id_ == metric.id]
        mine.sort(key=lambda list_: str(list_[0].period_end), reverse=True)
        mine.sort(key=lambda list_: not list_[0].as_stated)
        shown += [_block(metric, one, n) for n, one in enumerate(mine[:PERIODS])]
    line = listed(len(shown), len(by_block))
    return tuple(shown), line and f"Tables of figures: {line}"


def _block(metric: Metric, mine: Sequence[Figure], place: int) -> Block:
    first, id_ = mine[0], f"{metric.id}-{place + 1}"
    statement = statements()[metric.statement]
    ways = tuple(first_ways(metric, mine, f"{id_}-way"))
    return Block(
        id=id_,
        title=metric.title,
        period=first.period,
        stated=first.as_stated,
        says=(
            ("How it is made", metric.says),
            (f"Annex {statement.id}", f"{statement.says} ({statement.section})"),
            (_BASES[metric.base], first.vintage or metric.unit),
        ),
        main=_grouped(metric, mine) if metric.group_column else _rates(metric, mine),
        lacks=_lacks(mine),
        caveats=tuple(_caveats(mine)),
        pictures=tuple(compared(metric, mine, f"{id_}-compared")),
        ways=ways,
        others=tuple(every_way(metric, mine)) if len(ways) < len(mine) else (),
    )


def _lacks(mine: Sequence[Figure]) -> str:
    lacks = next((one.lacks for one in mine if one.lacks), ())
    if not lacks:
        return ""
    return f"The total is without {len(lacks)} forces: {', '.join(lacks)}."


def _rates(metric: Metric, mine: Sequence[Figure]) -> Sheet:
    unknown = any(one.unknown for one in metric.numerator.exclusions)
    rows = [
        (
            one.force,
            *beside_value(one, metric)[0],
            number(one.value, metric.places),
            *(reach(one, metric) if unknown else ()),
            _known(one),
        )
        for one in mine
    ]
    heads = ["Force", *_headings(metric)]
    heads += ["Not stated#", "Could reach#"] if unknown else []
    return sheet(f"{metric.title}, {mine[0].period}", [*heads, "To know"], rows)


def _headings(metric: Metric) -> list[str]:
    """Return the headings over a figure, each of numbers."""
    return [f"{head[0].upper()}{head[1:]}#" for head in group_headings(metric)]


def _known(one: Figure) -> str:
    """Return the names of a figure's own caveats, or why there is no value."""
    return "; ".join([*([one.undefined] if one.undefined else []), *own_caveats(one)])


def _grouped(metric: Metric, mine: Sequence[Figure]) -> Sheet:
    """Return figures by force and group, ratios each with its interval."""
    if len({one.force for one in mine}) == 1 or one_by_one(metric):
        return _groups_of_one(metric, of_first(mine))
    groups = [group for group in metric.groups if group.headline]
    cells = {(one.force, one.group): one for one in mine}
    forces = dict.fromkeys(one.force for one in mine)
    rows, told = [], metric.beside and metric.beside.short
    for force in forces:
        mine_of = [cells.get((force, group.name)) for group in groups]
        seen = [apart(one) for one in mine_of[:1] if one and told]
        rows.append((force, *(_cell(metric, one) for one in mine_of), *seen))
    heads = ["Force", *(f"{group.short}#" for group in groups)]
    heads += [f"{told}#"] if told else []
    told = ", with exact 95% intervals" if metric.ratio else f", {metric.unit}"
    caption = f"{metric.title}, {mine[0].period}{told}; * see below"
    return sheet(caption, heads, rows)


def _groups_of_one(metric: Metric, mine: Sequence[Figure]) -> Sheet:
    rows = []
    for one in mine:
        before, after = beside_value(one, metric)
        value = number(one.value, metric.places)
        rows.append((one.group, *before, value, *after, _known(one)))
    heads = _headings(metric)
    caption = f"{metric.title}: {mine[0].force}, {mine[0].period}"
    return sheet(caption, ["Group", *heads, "To know"], rows)


def _cell(metric: Metric, one: Figure | None) -> str:
    if one is None or one.value is None:
        return "-"
    star = "*" if own_caveats(one) else ""
    interval = f" ({interval_in_words(one, metric)})" if metric.ratio else ""
    return f"{number(one.value, metric.places)}{star}{interval}"


def _caveats(mine: Sequence[Figure]) -> Iterator[Said]:
    """Return each caveat with whom it concerns, then why some have no value."""
    whom: dict[tuple[str, str, str, bool], list[Figure]] = defaultdict(list)
    for one in mine:
        for caveat in one.caveats:
            key = (caveat.id, caveat.says, caveat.source, caveat.general)
            whom[key].append(one)
    for one in mine:
        if one.undefined:
            whom[("NO VALUE", f"No value: {one.undefined}.", "", False)].append(one)
    # Whatever is cut, each caveat is told at least once.
    firsts = {key[0]: key for key in reversed(whom)}
    told = sorted(whom.items(), key=lambda item: firsts[item[0][0]] != item[0])
    shown, _ = capped(told, max(_DIFFERENT, len(firsts)))
    for (name, says, source, _), concerned in shown:
        words = _whom(concerned, len(mine))
        yield Said(id=name, says=says, source=source, whom=words)
    more = len(whom) - len(shown)
    if more > 0:
        says = f"{more:,} more, in other words; the last column names them"
        yield Said(id="AND", says=says, source="", whom="")


def _whom(concerned: Sequence[Figure], of: int) -> str:
    if len(concerned) == of:
        return "every figure" if of > 1 else "this figure"
    names = [named(one) for one in concerned]
    shown, line = capped(names, _CONCERNED)
    return "; ".join(shown) + (f"; {line}" if line else "")
