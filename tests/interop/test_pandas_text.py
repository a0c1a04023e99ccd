"""The pandas text of a condition means what the condition means."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from peelcheck.authoring import column, edition
from peelcheck.conditions import ALWAYS, Condition, holds
from peelcheck.interop.pandas_text import Constants, false_text, true_text

ROWS: list[dict[str, Any]] = [
    {"a": a, "b": b, "t": t}
    for a in (1, 2, None)
    for b in (1, 2, None)
    for t in ("x", "y", "z", "w1", None)
]
CONDITIONS = [
    column("a") == 1,
    column("a") != 1,
    column("a") <= column("b"),
    column("t").is_in(("x", "y")),
    column("t").is_in(("x", "y", "z")),
    ~column("t").is_in(("x", "y", "z")),
    column("t").is_missing(),
    column("t").is_present(),
    column("t").matches("[a-z][0-9]"),
    ~column("t").matches("[a-z][0-9]"),
    (column("a") == 1) & (column("b") > 1),
    (column("a") == 1) | (column("b") > 1),
    ~((column("a") == 1) | column("t").is_missing()),
    ~((column("a") == 1) & (column("b") == 2)),
]


@pytest.mark.parametrize("condition", CONDITIONS, ids=str)
def test_it_means_the_same(condition: Condition) -> None:
    frame = pd.DataFrame(ROWS).astype({"a": "Int64", "b": "Int64"})
    for truth, write in ((True, true_text), (False, false_text)):
        constants = Constants()
        text = write(condition, constants)
        names = {name: list(values) for name, values in constants.lists.items()}
        mask = eval(text, {"frame": frame, **names})  # noqa: S307 - our own text
        answers = [holds(condition, row) is truth for row in ROWS]
        assert mask.astype(bool).tolist() == answers


def test_a_list_is_written_once() -> None:
    constants = Constants()
    first = constants.named("force", ("a", "b", "c"))
    assert constants.named("force", ("a", "b", "c")) == first == "FORCE"
    assert constants.named("force", ("d", "e", "f")) == "FORCE_2"


@pytest.mark.parametrize("condition", [ALWAYS, column("a") == edition("population.x")])
def test_what_it_cannot_say_is_refused(condition: Condition) -> None:
    with pytest.raises(TypeError, match="pandas text cannot say"):
        true_text(condition, Constants())
