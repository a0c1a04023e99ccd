"""A table on its way from a published source into one of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import polars as pl

from peelcheck.origins import Origin, Spread
from peelcheck.profiles import ProfileTable
from peelcheck.reading.raw import RawTable
from peelcheck.reference.spelling import fold
from peelcheck.returns import Coercion, CoercionExample, Total
from peelcheck.shape import Mark, Table

__all__ = ["OVER", "PLACE", "Work"]

OVER = "__over__"
"""The column of a breakdown that is finer than the table's."""

PLACE = "__place__"
"""The column that says in which column of a sheet a cell stands."""

_EXAMPLES = 3


@dataclass(slots=True)
class Work:
    """A table on its way.

    Attributes:
        part: What the profile says of it.
        table: The table it is to be.
        raw: The table as the source holds it.
        frame: What has become of it so far.
        marks: What marks mean in the source.
        taken: The positions of the headers that were used.
        coercions: What was done.
        totals: The totals it prints, beside the sums of their members.
        doubled: The columns whose header stands more than once, and how often.
        letters: The letter of each column in its sheet; empty where it is in none.

    """

    part: ProfileTable
    table: Table
    raw: RawTable
    frame: pl.DataFrame
    marks: Mapping[str, Mark]
    taken: set[int] = field(default_factory=set)
    coercions: list[Coercion] = field(default_factory=list)
    totals: tuple[Total, ...] = ()
    doubled: dict[str, int] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)

    def say(
        self, column: str, kind: str, count: int, examples: Iterable[Any] = ()
    ) -> None:
        """Note what was done, if it was done at all."""
        shown = tuple(CoercionExample(*one) for one in islice(examples, _EXAMPLES))
        if count:
            self.coercions.append(
                Coercion(
                    table=self.table.name,
                    column=column,
                    kind=kind,
                    count=count,
                    examples=shown,
                )
            )

    def origin(self, source: str) -> Origin:
        """Return where its rows come from, and its cells where a sheet has them."""
        unpivot, spread = self.part.unpivot, None
        if unpivot and self.raw.letters and PLACE in self.frame.columns:
            found = self.frame.group_by(unpivot.by).agg(pl.col(PLACE).unique())
            alone = {by: at[0] for by, at in found.rows() if len(at) == 1}
            spread = Spread(into=unpivot.into, by=unpivot.by, letters=alone)
        return Origin(source=source, letters=self.letters, spread=spread)

    def position(self, header: str) -> int | None:
        """Return where a header first stands, if it does."""
        return next(iter(self.positions(header)), None)

    def positions(self, header: str) -> list[int]:
        """Return where a header stands; its case and blanks around it do not matter."""
        folded = fold(header)
        return [at for at, one in enumerate(self.raw.headers) if fold(one) == folded]
