"""Rows of a published table told apart: forces, regions, totals and the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from peelcheck.profiles import Areas
from peelcheck.reading.by_profile.footnotes import plain_name
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.forces import (
    BRITISH_TRANSPORT_POLICE,
    force_names,
    spellings,
)
from peelcheck.reference.regions import members_of, region_spellings
from peelcheck.reference.spelling import fold

__all__ = ["AreaRow", "RowKind", "groups_of", "told_apart"]

_REGION_CODE = re.compile(r"(E12|E92|W92|K04)\d{6}")
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
    names: Sequence[str], codes: Sequence[str | None], areas: Areas
) -> list[AreaRow]:
    """Say of each row what it is about.

    A region of a force's name is told by its code; without codes, by standing right
    above one of its forces in a table that has other regions.

    Args:
        names: The names as printed, row by row.
        codes: The ONS area codes beside them, where there are any.
        areas: What the profile says of areas.

    """
    regions = region_spellings()
    special = {fold(name): name for name in (*areas.totals, *areas.others)}
    known = {*spellings(), *regions, *special}
    plain = [plain_name(name.strip(), known) for name in names]
    clear = {fold(name) for name in plain} & (regions.keys() - spellings().keys())
    below = [after for _, after in pairwise([*plain, ""])]
    return [
        _row(name, code, after if clear else "", areas, special)
        for name, code, after in zip(plain, codes, below, strict=True)
    ]


def _row(
    plain: str, code: str | None, after: str, areas: Areas, special: Mapping[str, str]
) -> AreaRow:
    folded = fold(plain)
    regions, forces = region_spellings(), spellings()
    if folded in special:
        kind = RowKind.OTHER if special[folded] in areas.others else RowKind.TOTAL
        return AreaRow(kind, special[folded], plain)
    region = regions.get(folded)
    if region and (folded not in forces or _is_region(region, code, after)):
        return AreaRow(RowKind.TOTAL, region, plain)
    return AreaRow(RowKind.FORCE, forces.get(folded, plain), plain)


def _is_region(region: str, code: str | None, after: str) -> bool:
    """Say whether a row whose name is a region's and a force's is the region's."""
    if code:
        return bool(_REGION_CODE.fullmatch(code.strip()))
    return spellings().get(fold(after)) in members_of()[region]


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
