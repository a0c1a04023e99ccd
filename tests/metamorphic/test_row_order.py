"""The order of rows is of no account to verdicts, failing keys and figures."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from metamorphic import Place, apart, broken_apart, quickly, seeded, seen

from peelcheck import Finding, Return
from peelcheck.model import Kind
from peelcheck.strategies import DrawnReturn, returns


def shuffled(drawn: DrawnReturn, random: Random) -> tuple[Return, Place]:
    """Return a return with the rows of each table in another order."""
    places = {}
    for table, rows in drawn.tables.items():
        places[table] = random.sample(range(len(rows)), len(rows))
        drawn = drawn.with_rows(table, (rows[at] for at in places[table]))

    def place(finding: Finding) -> int | None:
        stood = dict(enumerate(places[finding.table]))
        return stood.get(finding.row or 0, finding.row)  # a printed total is no row

    return drawn.read(), place


@quickly(3)
@given(st.sampled_from(Kind).flatmap(lambda kind: returns(kind=kind)), st.integers())
def test_rows_in_another_order_change_nothing(drawn: DrawnReturn, seed: int) -> None:
    given, place = shuffled(drawn, seeded(seed))
    assert apart(seen(drawn.read()), seen(given, place)) == []


def test_rows_in_another_order_break_the_same_rules_in_the_same_rows() -> None:
    assert broken_apart(shuffled) == []
