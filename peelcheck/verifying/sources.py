"""Claims from wherever they stand: a claims file, or tables of published figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from peelcheck.errors import UnreadableError
from peelcheck.metrics.printed import PRINTED
from peelcheck.reading import read
from peelcheck.reading.claims import Claims, looks_like_claims, read_claims
from peelcheck.returns import Return
from peelcheck.verifying.printed_claims import printed_claims

__all__ = ["claims_from"]


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
        return read_claims(source)
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
