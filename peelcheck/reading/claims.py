"""A claims file, CSV or TOML: each line a claim, or a fault that is named."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peelcheck.claims import Claim, ClaimFault
from peelcheck.errors import UnreadableError, UsageError, did_you_mean
from peelcheck.reading.claim_fields import FIELDS, claim_of
from peelcheck.reading.files import existing, reading
from peelcheck.reading.shown import shown
from peelcheck.reading.toml import parsed_toml

__all__ = ["CLAIM_FILES", "Claims", "looks_like_claims", "read_claims"]

CLAIM_FILES = (".csv", ".toml")
_LARGEST = 2 * 2**20
_MOST = 10_000
_LONGEST = 10_000
_NEEDED = ("subject", "figure")
_USUAL = "utf-8-sig"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

Entries = Iterator[tuple[str, Mapping[str, Any] | ClaimFault]]


def looks_like_claims(path: Path) -> bool:
    """Say whether a file is for claims: TOML, or CSV with one of their own fields.

    A file that cannot be opened is left for `read_claims` to refuse.
    """
    if path.suffix.lower() != ".csv" or not path.is_file():
        return path.suffix.lower() in CLAIM_FILES
    with reading(path), path.open("rb") as file:
        start = file.read(_LONGEST)
    encoding = "utf-16" if start.startswith(_UTF_16) else _USUAL
    first = re.split(r"[\r\n]", start.decode(encoding, errors="replace"), maxsplit=1)[0]
    words = {cell.strip(' "').casefold() for cell in re.split("[,;\t]", first)}
    return bool(words & set(_NEEDED)) or len(words) < 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Claims with a name for where they stand.

    Attributes:
        source: The file's name.
        claims: The claims.
        faults: Lines that are none.
        notes: What else is to be said of the source.

    """

    source: str
    claims: Sequence[Claim]
    faults: Sequence[ClaimFault] = ()
    notes: tuple[str, ...] = ()


def read_claims(source: Path | str | Iterable[Mapping[str, Any]]) -> Claims:
    """Return the claims of a source, and the faults of lines that are none.

    Args:
        source: A CSV or TOML file, or one mapping of fields a claim.

    Raises:
        UnreadableError: The file cannot be read, or has no header of a claims file.
        UsageError: The source is neither a path nor mappings.

    """
    if not isinstance(source, str | Path):
        claims, faults = _sorted(_entries_of(source))
        return Claims(source="claims", claims=claims, faults=faults)
    path = Path(source)
    text, encoding = _text(path, _bytes(path))
    entries = _of_toml if path.suffix.lower() == ".toml" else _of_csv
    claims, faults = _sorted(entries(path, text))
    notes = () if encoding == _USUAL else (f"claims: text encoded as {encoding}",)
    return Claims(source=path.name, claims=claims, faults=faults, notes=notes)


def _sorted(entries: Entries) -> tuple[tuple[Claim, ...], tuple[ClaimFault, ...]]:
    claims: dict[str, Claim] = {}
    places: dict[str, str] = {}
    faults: list[ClaimFault] = []
    order: dict[str, int] = {}
    for place, entry in entries:
        order[place] = len(order)
        made = entry if isinstance(entry, ClaimFault) else claim_of(place, entry)
        if isinstance(made, Claim) and made.id in claims:
            says = f"there is a claim {made.id!r} already"
            made = _fault(place, "id", made.id, says, "Give each claim its own id.")
        if isinstance(made, Claim):
            claims[made.id], places[made.id] = made, place
        else:
            faults.append(made)
    while lost := [one for one in claims.values() if _stands_alone(one, claims)]:
        for claim in lost:
            del claims[claim.id]
            faults.append(_beside_nothing(claim, claims, places[claim.id]))
    faults.sort(key=lambda fault: order[fault.place])
    return tuple(claims.values()), tuple(faults)


def _stands_alone(claim: Claim, claims: Mapping[str, Claim]) -> bool:
    """Say whether a claim names one beside it that is none, itself, or of another."""
    if not claim.beside:
        return False
    other = claims.get(claim.beside)
    return other is None or other is claim or other.subject != claim.subject


def _beside_nothing(claim: Claim, claims: Iterable[str], place: str) -> ClaimFault:
    says = "it stands beside itself"
    if claim.beside in claims:
        says = f"claim {claim.beside!r} is of another subject"
    elif claim.beside != claim.id:
        hint = did_you_mean(claim.beside, claims)
        says = f"there is no sound claim {claim.beside!r}{hint}"
    mend = "Name the id of another claim, or leave it empty."
    return _fault(place, "beside", claim.beside, says, mend)


def _fault(place: str, field: str, text: str, says: str, mend: str) -> ClaimFault:
    return ClaimFault(place=place, field=field, text=shown(text), says=says, mend=mend)


def _entries_of(source: Any) -> Entries:
    if isinstance(source, Mapping | bytes) or not isinstance(source, Iterable):
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
        text = shown(entry)
        return place, _fault(place, "", text, "it is no set of fields", mend)
    for field in entry:
        if field not in FIELDS:
            name = shown(field)
            says = f"there is no field {name!r}{did_you_mean(name, FIELDS)}"
            mend = f"The fields are {', '.join(FIELDS)}."
            return place, _fault(place, name, shown(entry[field]), says, mend)
    return place, entry


def _bytes(path: Path) -> bytes:
    with reading(path):
        if path.suffix.lower() not in CLAIM_FILES:
            fault = "a claims file is CSV or TOML"
            raise UnreadableError.of(path, fault, "Save it as one of them.")
        with existing(path).open("rb") as file:
            data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        fault = "it is larger than 2 MB, too large for a claims file"
        raise UnreadableError.of(path, fault, "Is it the data? They come second.")
    return data


def _text(path: Path, data: bytes) -> tuple[str, str]:
    """Return the text of a file, and how it is encoded."""
    tried = ("UTF-16",) if data.startswith(_UTF_16) else (_USUAL, "cp1252")
    for encoding in tried:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n"), encoding
    fault = "it is not text in UTF-8, cp1252 or marked UTF-16"
    raise UnreadableError.of(path, fault, "Save it in UTF-8.")


def _of_toml(path: Path, text: str) -> Entries:
    data = parsed_toml(path, text, "Mend the line.")
    entries = data.get("claim")
    if not isinstance(entries, list):
        fault = "it has no [[claim]] sections"
        raise UnreadableError.of(path, fault, "Begin each claim with [[claim]].")
    _refuse_too_many(path, len(entries))
    for number, entry in enumerate(entries, 1):
        yield _looked_over(f"claim {number}", entry)


def _refuse_too_many(path: Path, claims: int) -> None:
    if claims > _MOST:
        fault = f"it holds {claims:,} claims, more than {_MOST:,}"
        raise UnreadableError.of(path, fault, "Is it the data? They come second.")


def _of_csv(path: Path, text: str) -> Entries:
    lines = text.split("\n")
    numbers = [n for n, line in enumerate(lines, 1) if line.strip(", ;\t")]
    if not numbers:
        raise UnreadableError.of(path, "it holds no line", "Write a claim a line.")
    _refuse_too_many(path, len(numbers) - 1)
    first = lines[numbers[0] - 1][:_LONGEST]
    separator = max(",;\t", key=first.count)
    header = _header(path, _cells(first, separator) or [])
    for number in numbers[1:]:
        place = f"line {number}"
        yield place, _entry(place, lines[number - 1], header, separator)


def _entry(
    place: str, line: str, header: Sequence[str], separator: str
) -> Mapping[str, Any] | ClaimFault:
    """Return the fields of one line of CSV, or the fault that it has none."""
    if len(line) > _LONGEST:
        says = f"it is {len(line):,} characters long"
        return _fault(place, "", line, says, f"Write no more than {_LONGEST:,}.")
    cells = _cells(line, separator)
    if cells is None:
        says = "a quotation mark is not closed, or stands inside a cell"
        mend = "Close it on its own line, and write a mark inside a cell twice."
        return _fault(place, "", line, says, mend)
    if any(cell.strip() for cell in cells[len(header) :]):
        says = f"it has {len(cells)} cells where the header has {len(header)}"
        mend = "Put cells that hold a comma in quotation marks."
        return _fault(place, "", line, says, mend)
    return dict(zip(header, cells, strict=False))


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
    remedy = f"The fields of a claim are {', '.join(FIELDS)}."
    for name in map(shown, names):
        if name not in FIELDS or names.count(name) > 1:
            fault = f"there is no field {name!r}{did_you_mean(name, FIELDS)}"
            if name in FIELDS:
                fault = f"its header has {name} {names.count(name)} times"
            raise UnreadableError.of(path, fault, remedy)
    lacking = [name for name in _NEEDED if name not in names]
    if lacking:
        fault = f"its header lacks {' and '.join(lacking)}"
        raise UnreadableError.of(path, fault, remedy)
    return names
