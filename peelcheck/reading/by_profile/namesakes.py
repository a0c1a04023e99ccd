"""Rows of a name that is a force's and a region's: which of them is the region's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from peelcheck.reference.forces import spellings
from peelcheck.reference.regions import members_of, region_spellings
from peelcheck.reference.spelling import fold

__all__ = ["Named", "regions_among"]

_REGION_CODE = re.compile(r"(E12|E92|W92|K04)\d{6}")
_NOISE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The rows of a table: what each is called, and what it says.

    Attributes:
        plain: The names without footnote digits.
        codes: The ONS area codes beside them, where there are any.
        figures: Gives the columns of figures; nothing where a cell has none.
        tolerance: How far a region may lie from its forces' sum.

    """

    plain: Sequence[str]
    codes: Sequence[str | None]
    figures: Callable[[], Iterable[Sequence[float | None]]] = tuple
    tolerance: float = 0


def regions_among(rows: Named) -> frozenset[int]:
    """Return the rows that are a region's though their name is a force's as well.

    Codes tell. Without them, of two rows of the name the one is the region's that is
    the sum of its forces; if figures do not tell, the first that stands right above
    one of its forces, in a table that has other regions.
    """
    regions, forces = region_spellings(), spellings()
    folded = [fold(name) for name in rows.plain]
    clear = bool(set(folded) & (regions.keys() - forces.keys()))
    places: dict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(folded):
        if name in regions and name in forces:
            places[regions[name]].append(at)
    found: set[int] = set()
    for region, there in places.items():
        found |= {at for at in there if _coded(rows, at)}
        open_rows = [at for at in there if not (rows.codes[at] or "").strip()]
        if len(open_rows) < len(there) and found & {*there}:
            continue
        above = [at for at in open_rows if clear and _is_above(folded, at, region)]
        if len(there) == 2:
            above = (_summing(rows, folded, region, there, open_rows) or above)[:1]
        found |= {*above}
    return frozenset(found)


def _coded(rows: Named, at: int) -> bool:
    return bool(_REGION_CODE.fullmatch((rows.codes[at] or "").strip()))


def _is_above(folded: Sequence[str], at: int, region: str) -> bool:
    after = folded[at + 1] if at + 1 < len(folded) else ""
    return spellings().get(after) in members_of()[region]


def _summing(
    rows: Named, folded: Sequence[str], region: str, pair: Sequence[int], of: list[int]
) -> list[int]:
    """Return the one row that is oftener the sum of the region's forces, if one is."""
    forces = spellings()
    first = {forces[name]: at for at, name in enumerate(folded) if name in forces}
    others: Mapping[str, int] = {
        name: at for name, at in first.items() if at not in pair
    }
    lacking = [name for name in members_of()[region] if name not in others]
    if len(lacking) != 1:
        return []
    members = [others[name] for name in members_of()[region] if name in others]
    score = dict.fromkeys(pair, 0)
    for column in rows.figures():
        parts = [column[at] for at in (*pair, *members)]
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            continue
        one, other, *rest = known
        near = max(rows.tolerance, _NOISE)
        score[pair[0]] += abs(one - other - sum(rest)) <= near
        score[pair[1]] += abs(other - one - sum(rest)) <= near
    best = max(pair, key=lambda at: score[at])
    return [best] if best in of and score[best] > min(score.values()) else []
