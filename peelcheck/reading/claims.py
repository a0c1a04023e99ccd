"""A claims file, CSV or TOML: each line a claim, or a fault that is named."""

from __future__ import annotations

import codecs
import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from peelcheck.claims import Claim, ClaimFault
from peelcheck.errors import UnreadableError, UsageError, did_you_mean
from peelcheck.reading.claim_fields import FIELDS, claim_of
from peelcheck.reading.files import reading

__all__ = ["CLAIM_FILES", "looks_like_claims", "read_claims"]

CLAIM_FILES = (".csv", ".toml")
_LARGEST = 16 * 2**20
_NEEDED = ("subject", "figure")

Entries = Iterator[tuple[str, Mapping[str, Any] | ClaimFault]]


def looks_like_claims(path: Path) -> bool:
    """Say whether a file is for claims: TOML, or CSV with one of their own fields.

    A file that cannot be opened is left for `read_claims` to refuse.
    """
    if path.suffix.lower() != ".csv" or not path.is_file():
        return path.suffix.lower() in CLAIM_FILES
    with reading(path), path.open("rb") as file:
        first = file.readline(_LARGEST).decode("utf-8-sig", errors="replace")
    words = {cell.strip(' "\r\n\0').casefold() for cell in re.split("[,;\t]", first)}
    return bool(words & set(_NEEDED)) or len(words) < 2


def read_claims(
    source: Path | str | Iterable[Mapping[str, Any]],
) -> tuple[str, tuple[Claim, ...], tuple[ClaimFault, ...]]:
    """Return a name for the source, its claims, and the faults of lines that are none.

    Args:
        source: A CSV or TOML file, or one mapping of fields a claim.

    Raises:
        UnreadableError: The file cannot be read, or has no header of a claims file.
        UsageError: The source is neither a path nor mappings.

    """
    if isinstance(source, str | Path):
        path = Path(source)
        return path.name, *_sorted(_entries_in(path))
    return "claims", *_sorted(_entries_of(source))


def _sorted(entries: Entries) -> tuple[tuple[Claim, ...], tuple[ClaimFault, ...]]:
    claims: dict[str, Claim] = {}
    faults: list[ClaimFault] = []
    for place, entry in entries:
        made = entry if isinstance(entry, ClaimFault) else claim_of(place, entry)
        if isinstance(made, Claim) and made.id in claims:
            says = f"there is a claim {made.id!r} already"
            made = _fault(place, "id", made.id, says, "Give each claim its own id.")
        if isinstance(made, Claim):
            claims[made.id] = made
        else:
            faults.append(made)
    for claim in tuple(claims.values()):
        if claim.beside and claim.beside not in claims:
            hint = did_you_mean(claim.beside, claims)
            says = f"there is no claim {claim.beside!r}{hint}"
            mend = "Name the id of another claim, or leave it empty."
            faults.append(_fault(claim.id, "beside", claim.beside, says, mend))
            del claims[claim.id]
    return tuple(claims.values()), tuple(faults)


def _fault(place: str, field: str, text: str, says: str, mend: str) -> ClaimFault:
    return ClaimFault(place=place, field=field, text=text, says=says, mend=mend)


def _entries_of(source: Any) -> Entries:
    if isinstance(source, Mapping) or not isinstance(source, Iterable):
        message = (
            "claims are a path, or a list with one mapping of fields a claim, "
            f"not a {type(source).__name__}"
        )
        raise UsageError(message)
    for number, entry in enumerate(source, 1):
        yield _looked_over(f"claim {number}", entry)


def _looked_over(place: str, entry: Any) -> tuple[str, Mapping[str, Any] | ClaimFault]:
    """Return an entry, or the fault that it is no mapping or has an unknown field."""
    if not isinstance(entry, Mapping):
        mend = "Give each claim its fields."
        return place, _fault(place, "", str(entry), "it is no set of fields", mend)
    for name in entry:
        if name not in FIELDS:
            says = f"there is no field {name!r}{did_you_mean(str(name), FIELDS)}"
            mend = f"The fields are {', '.join(FIELDS)}."
            return place, _fault(place, str(name), str(entry[name]), says, mend)
    return place, entry


def _entries_in(path: Path) -> Entries:
    with reading(path):
        if path.suffix.lower() not in CLAIM_FILES:
            fault = "a claims file is CSV or TOML"
            raise UnreadableError.of(path, fault, "Save it as one of them.")
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        fault = "it is larger than 16 MB, too large for a claims file"
        raise UnreadableError.of(path, fault, "Is it the data? They come second.")
    text = _text(path, data)
    if path.suffix.lower() == ".toml":
        yield from _of_toml(path, text)
    else:
        yield from _of_csv(path, text)


def _text(path: Path, data: bytes) -> str:
    marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    tried = ("utf-16",) if data.startswith(marks) else ("utf-8-sig", "cp1252")
    for encoding in tried:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    fault = "it is not text in UTF-8, UTF-16 or cp1252"
    raise UnreadableError.of(path, fault, "Save it as CSV in UTF-8.")


def _of_toml(path: Path, text: str) -> Entries:
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        fault = f"it is not TOML: {str(error) or 'it is nested too deeply'}"
        raise UnreadableError.of(path, fault, "Mend the line.") from error
    entries = data.get("claim")
    if not isinstance(entries, list):
        fault = "it has no [[claim]] sections"
        raise UnreadableError.of(path, fault, "Begin each claim with [[claim]].")
    for number, entry in enumerate(entries, 1):
        yield _looked_over(f"claim {number}", entry)


def _of_csv(path: Path, text: str) -> Entries:
    lines = text.splitlines()
    numbers = [n for n, line in enumerate(lines, 1) if line.strip(", ;\t")]
    if not numbers:
        raise UnreadableError.of(path, "it holds no line", "Write a claim a line.")
    first = lines[numbers[0] - 1]
    separator = max(",;\t", key=first.count)
    header = _header(path, _cells(first, separator) or [])
    for number in numbers[1:]:
        place, line = f"line {number}", lines[number - 1]
        cells = _cells(line, separator)
        if cells is None:
            says, mend = "a quotation mark is not closed", "Close it on its own line."
            yield place, _fault(place, "", line[:80], says, mend)
            continue
        full = [cell for cell in cells[len(header) :] if cell.strip()]
        if full:
            says = f"it has {len(cells)} cells where the header has {len(header)}"
            mend = "Put cells that hold a comma in quotation marks."
            yield place, _fault(place, "", line[:80], says, mend)
            continue
        yield place, dict(zip(header, cells, strict=False))


def _cells(line: str, separator: str) -> list[str] | None:
    """Return the cells of one line; nothing where it is no line of CSV."""
    try:
        return next(csv.reader([line], delimiter=separator, strict=True))
    except csv.Error:
        return None


def _header(path: Path, cells: Sequence[str]) -> list[str]:
    names = ["_".join(cell.casefold().split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    for name in names:
        if name not in FIELDS or names.count(name) > 1:
            fault = f"there is no field {name!r}{did_you_mean(name, FIELDS)}"
            if name in FIELDS:
                fault = f"its header has {name} {names.count(name)} times"
            remedy = f"The fields of a claim are {', '.join(FIELDS)}."
            raise UnreadableError.of(path, fault, remedy)
    lacking = [name for name in _NEEDED if name not in names]
    if lacking:
        fault = f"its header lacks {' and '.join(lacking)}"
        remedy = f"The fields of a claim are {', '.join(FIELDS)}."
        raise UnreadableError.of(path, fault, remedy)
    return names
