"""Claims from wherever they stand: a claims file, or tables of published figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peelcheck.claims import Claim, ClaimFault
from peelcheck.errors import UnreadableError
from peelcheck.metrics.printed import PRINTED
from peelcheck.reading import read
from peelcheck.reading.claims import encoding_note, looks_like_claims, read_claims
from peelcheck.returns import Return
from peelcheck.verifying.printed_claims import printed_claims

__all__ = ["Claims", "claims_from"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Claims with a name for where they stand.

    Attributes:
        source: The file's name.
        claims: The claims.
        faults: Lines that are none.
        notes: What else the source holds that is no claim.

    """

    source: str
    claims: Sequence[Claim]
    faults: Sequence[ClaimFault] = ()
    notes: tuple[str, ...] = ()


def claims_from(source: Any) -> Claims:
    """Return the claims of a claims file, or of published figures.

    Args:
        source: A CSV or TOML claims file; one mapping of its fields a claim; or, in
            any form that `read` takes, a table that prints figures.

    Raises:
        UsageError: It is none of these.
        UnreadableError: It cannot be read, or holds neither claims nor such a table.

    """
    if _is_claims(source):
        name, claims, faults = read_claims(source)
        notes = encoding_note(Path(source)) if isinstance(source, str | Path) else ()
        return Claims(source=name, claims=claims, faults=faults, notes=notes)
    given = read(source)
    found, notes = printed_claims(given)
    if not found:
        known = ", ".join(PRINTED)
        fault = "it is neither a claims file nor a table of published figures"
        remedy = f"A claims file has a column figure; tables that print are {known}."
        raise UnreadableError.of(given.source, fault, remedy)
    return Claims(source=given.source, claims=found, notes=notes)


def _is_claims(source: Any) -> bool:
    if isinstance(source, str | Path):
        return looks_like_claims(Path(source))
    if isinstance(source, Return | Mapping) or not isinstance(source, Iterable):
        return False
    return isinstance(source, Sequence) and not hasattr(source, "columns")
