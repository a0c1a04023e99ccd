"""What is to be made up: whose, by which seed, and of which days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from peelcheck.errors import UnknownNameError, UsageError
from peelcheck.model import Kind
from peelcheck.reference.editions import DEFAULT_EDITION, edition_named
from peelcheck.reference.forces import (
    BRITISH_TRANSPORT_POLICE,
    force_named,
    force_names,
)
from peelcheck.sampling.numbers import raw_for

__all__ = ["Setting", "of_edition", "setting_of", "window"]

_LARGEST_SEED = 2**63


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Whose data are made up, and by which seed.

    Attributes:
        kind: The kind of return.
        forces: The territorial forces that have rows.
        seed: What all numbers follow from.
        rows: How many single crimes or searches; a default where nothing is said.
        gaps: Whether cells may be empty, as a manifest then says why.

    """

    kind: Kind
    forces: tuple[str, ...]
    seed: int
    rows: int | None = None
    gaps: bool = False

    @property
    def bodies(self) -> tuple[str, ...]:
        """The forces, and what a publication prints beside them."""
        beside = (BRITISH_TRANSPORT_POLICE,) if self.kind is Kind.PUBLICATION else ()
        return (*self.forces, *beside)

    @property
    def alone(self) -> bool:
        """Whether it is of one force."""
        return self.kind is Kind.SUBMISSION

    def raw(self, what: str) -> np.random.PCG64:
        """Return the raw numbers of one subject."""
        return raw_for(self.seed, what)


def setting_of(
    *, kind: str, force: str | None, seed: int, rows: int | None, gaps: bool
) -> Setting:
    """Return a setting, or refuse what cannot be one.

    Raises:
        UnknownNameError: The kind or the force is not known.
        UsageError: The seed or the rows are no such number, or a force is named for
            what is of all forces.

    """
    kinds = [one.value for one in Kind]
    if kind not in kinds:
        raise UnknownNameError.of("kind", str(kind), kinds)
    if not _whole(seed) or not 0 <= seed < _LARGEST_SEED:
        message = (
            f"a seed is a whole number from 0 to {_LARGEST_SEED - 1}, not {seed!r}"
        )
        raise UsageError(message)
    if rows is not None and (not _whole(rows) or rows < 1):
        message = f"rows are 1 or more, not {rows!r}"
        raise UsageError(message)
    forces = force_names()
    if kind == Kind.SUBMISSION:
        forces = (_territorial(force or "Essex"),)
    elif force is not None:
        message = f"a {kind} is of all forces; force= goes with a submission"
        raise UsageError(message)
    return Setting(kind=Kind(kind), forces=forces, seed=seed, rows=rows, gaps=gaps)


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _territorial(name: str) -> str:
    found = force_named(name)
    if found not in force_names():
        message = f"{found} is not one of the 43 forces, so it makes no submission"
        raise UsageError(message)
    return found


def of_edition(name: str) -> Any:
    """Return a value of the edition that everything is made up for."""
    return edition_named(DEFAULT_EDITION).value(name)


def window(name: str) -> tuple[date, date]:
    """Return the first and the last day of one of the edition's windows."""
    return of_edition(f"{name}.window.start"), of_edition(f"{name}.window.end")
