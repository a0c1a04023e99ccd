"""A force, or another label, may be spelt in every way that is accepted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from metamorphic import Place, apart, broken_apart, quickly, seeded, seen

from peelcheck import Return
from peelcheck.model import Kind
from peelcheck.reference.forces import forces
from peelcheck.shape import TableColumn
from peelcheck.strategies import DrawnReturn, returns
from peelcheck.tables import TABLES

_ENDINGS = (" Police", " Constabulary", " Police Service", " Police Force")
_ALIASED = {
    force.name: (
        *(force.aliases or (force.name,)),
        force.code,
        f"  {force.name.upper().replace(' ', '  ')} ",
        *(f"{force.name}{end}" for end in _ENDINGS if " Police" not in force.name),
    )
    for force in forces()
}


def spellings_of(column: TableColumn) -> Mapping[str, tuple[str, ...]]:
    """Return what may be written for each value of a column, besides itself."""
    written: dict[str, list[str]] = defaultdict(list)
    for text, value in column.spellings.items():
        written[value].append(text)
    accepted = {value: tuple(texts) for value, texts in written.items()}
    return {value: _ALIASED.get(value, texts) for value, texts in accepted.items()}


SPELLINGS = {
    table.name: {one.name: spellings_of(one) for one in table.columns if one.spellings}
    for table in TABLES.values()
}


def respelt(drawn: DrawnReturn, random: Random) -> tuple[Return, Place | None]:
    """Return a return whose labels, and whose force, are written in other words."""
    for table, rows in drawn.tables.items():
        written = [
            {
                name: _written(SPELLINGS[table].get(name, {}), value, random)
                for name, value in row.items()
            }
            for row in rows
        ]
        drawn = drawn.with_rows(table, written)
    force = drawn.manifest.get("force")
    said = {"force": _written(_ALIASED, force, random)} if force else {}
    return replace(drawn, manifest={**drawn.manifest, **said}).read(), None


def _written(known: Mapping[str, tuple[str, ...]], value: Any, random: Random) -> Any:
    """Return a value in other words; now and then, or where there are none, itself."""
    texts = known.get(value, ()) if isinstance(value, str) else ()
    return random.choice((*texts, value))


def test_every_force_is_respelt_in_every_table_that_names_forces() -> None:
    for known in SPELLINGS.values():
        assert {*_ALIASED} <= {*(known.get("force") or known["area"])}


@quickly(3)
@given(st.sampled_from(Kind).flatmap(lambda kind: returns(kind=kind)), st.integers())
def test_other_spellings_change_nothing(drawn: DrawnReturn, seed: int) -> None:
    given, _ = respelt(drawn, seeded(seed))
    assert apart(seen(drawn.read()), seen(given)) == []


def test_in_other_spellings_the_same_rules_are_broken_in_the_same_rows() -> None:
    assert broken_apart(respelt) == []
