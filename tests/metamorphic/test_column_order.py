"""The order of columns, and of tables, is of no account."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from metamorphic import Place, apart, broken_apart, held, quickly, seeded, seen

from peelcheck import Return
from peelcheck.model import Kind
from peelcheck.strategies import DrawnReturn, returns


def shuffled(drawn: DrawnReturn, random: Random) -> tuple[Return, Place | None]:
    """Return a return whose tables, and their columns, stand in another order."""
    frames = [
        (name, frame.select(random.sample(frame.columns, frame.width)))
        for name, frame in drawn.frames().items()
    ]
    random.shuffle(frames)
    return held(drawn, dict(frames)), None


@quickly(3)
@given(st.sampled_from(Kind).flatmap(lambda kind: returns(kind=kind)), st.integers())
def test_columns_in_another_order_change_nothing(drawn: DrawnReturn, seed: int) -> None:
    given, _ = shuffled(drawn, seeded(seed))
    assert apart(seen(drawn.read()), seen(given)) == []


def test_columns_in_another_order_break_the_same_rules_in_the_same_rows() -> None:
    assert broken_apart(shuffled) == []
