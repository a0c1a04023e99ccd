"""What a manifest says of the quality cycle of a collection, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from peelcheck.cycle import FINAL, NOBODY, STATES, SignOff
from peelcheck.model import Kind
from peelcheck.reading.manifest_fields import (
    day_of,
    entries_of,
    own_force_of,
    text_of,
    wrong,
)
from peelcheck.tables import DIRECTLY_COLLECTED

__all__ = ["left_open", "sign_offs", "state_of"]

_ENTRY = (
    "each entry of signed_off has a force, and the day on which it signed: "
    "on = 2018-11-01"
)


def state_of(value: Any, source: object) -> str:
    """Return a state; a known one as it is written, whatever its case."""
    text = text_of(value, "state", source)
    folded = text.strip().casefold()
    return folded if folded in STATES else text


def sign_offs(data: Mapping[str, Any], source: object) -> tuple[SignOff, ...]:
    """Return who signed the return off, and when.

    Raises:
        UnreadableError: An entry lacks its force or its day, names no force of the 43,
            or one that another entry names.

    """
    found = tuple(_sign_offs(data, source))
    names = [one.force for one in found]
    for name in names:
        if names.count(name) > 1:
            raise wrong(source, f"{name} stands twice in signed_off")
    return found


def _sign_offs(data: Mapping[str, Any], source: object) -> Iterator[SignOff]:
    for entry in entries_of(data, "signed_off", source):
        if not isinstance(entry, Mapping) or set(entry) != {"force", "on"}:
            raise wrong(source, _ENTRY)
        name = text_of(entry["force"], "force", source)
        force = own_force_of(name, source, "signs nothing off")
        yield SignOff(force=force, on=day_of(entry["on"], "on", source))


def left_open(
    said: Mapping[str, Any], there: Sequence[str], forces: Sequence[str], *, given: bool
) -> dict[str, Any]:
    """Return which tables and forces the quality cycle still asks for.

    Args:
        said: What the manifest says, completed with edition and kind.
        there: The tables that are there.
        forces: The territorial forces in the data.
        given: Whether a manifest was given at all; where none was, none is asked.

    Returns:
        `without_design`, the tables collected directly by a design that nobody names;
        `unsigned`, the forces of a final collection that did not sign it off;
        `signed_early`, those that signed off what is not final. Each is nothing where
        it does not apply, and `none` where it does and nothing is open.

    """
    asked = [name for name in there if name in DIRECTLY_COLLECTED]
    signed = [one.force for one in said.get("signed_off", ())]
    final = said.get("state") == FINAL
    collected = said["kind"] is Kind.COLLECTION
    return {
        "without_design": _listed(
            [] if said.get("design") else asked, applies=given and bool(asked)
        ),
        "unsigned": _listed(
            [name for name in forces if name not in signed],
            applies=final and collected,
        ),
        "signed_early": _listed([] if final else signed, applies=bool(signed)),
    }


def _listed(names: Sequence[str], *, applies: bool) -> str | None:
    return (", ".join(names) or NOBODY) if applies else None
