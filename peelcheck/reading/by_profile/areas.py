"""Rows of a published table told apart: forces, regions, totals and the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from peelcheck.profiles import Areas
from peelcheck.reading.by_profile.footnotes import plain_name
from peelcheck.reading.by_profile.namesakes import Named, regions_among
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.forces import (
    BRITISH_TRANSPORT_POLICE,
    force_names,
    spellings,
)
from peelcheck.reference.regions import members_of, region_spellings
from peelcheck.reference.spelling import fold

__all__ = ["AreaRow", "RowKind", "groups_of", "told_apart"]

_BUT = " but "


class RowKind(StrEnum):
    """What a row of a published table is about."""

    FORCE = "force"
    TOTAL = "total"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AreaRow:
    """What one row is about.

    Attributes:
        kind: Whether it is a force's, a region's or total's, or another's.
        name: The area's name in the project's words, as far as it is known.
        plain: The name as printed, without footnote digits.

    """

    kind: RowKind
    name: str
    plain: str


def told_apart(
    names: Sequence[str],
    codes: Sequence[str | None],
    areas: Areas,
    figures: Callable[[], Iterable[Sequence[float | None]]] = tuple,
) -> list[AreaRow]:
    """Say of each row what it is about.

    Args:
        names: The names as printed, row by row.
        codes: The ONS area codes beside them, where there are any.
        areas: What the profile says of areas.
        figures: Gives the columns of figures, where a region and a force of its name
            must be told apart by them.

    """
    regions = region_spellings()
    special = {fold(name): name for name in (*areas.totals, *areas.others)}
    known = {*spellings(), *regions, *special}
    plain = [plain_name(name.strip(), known) for name in names]
    rows = Named(plain=plain, codes=codes, figures=figures, tolerance=areas.tolerance)
    namesakes = regions_among(rows)
    return [
        _row(name, areas, special, is_region=at in namesakes)
        for at, name in enumerate(plain)
    ]


def _row(
    plain: str, areas: Areas, special: Mapping[str, str], *, is_region: bool
) -> AreaRow:
    folded = fold(plain)
    regions, forces = region_spellings(), spellings()
    if folded in special:
        kind = RowKind.OTHER if special[folded] in areas.others else RowKind.TOTAL
        return AreaRow(kind, special[folded], plain)
    region = regions.get(folded)
    if region and (folded not in forces or is_region):
        return AreaRow(RowKind.TOTAL, region, plain)
    return AreaRow(RowKind.FORCE, forces.get(folded, plain), plain)


def groups_of(area: str, areas: Areas) -> list[tuple[str, tuple[str, ...]]]:
    """Return the groups of rows that may make a total, each with its name."""
    if area in areas.totals:
        return [_group(words) for words in areas.totals[area]]
    members = members_of()[area]
    if area != ENGLAND_AND_WALES:
        return [(f"its {len(members)} forces", members)]
    return [_group("forces"), _group(f"forces, {BRITISH_TRANSPORT_POLICE}")]


def _group(words: str) -> tuple[str, tuple[str, ...]]:
    """Return the rows that words such as `forces but Kent, Cifas` name."""
    first, *more = words.split(", ")
    _, _, without = first.partition(_BUT)
    forces = tuple(name for name in force_names() if name != without)
    *all_but_last, last = [f"the {len(forces)} forces", *more]
    said = " and ".join([part for part in (", ".join(all_but_last), last) if part])
    return said, (*forces, *more)
