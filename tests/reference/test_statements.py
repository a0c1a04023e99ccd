"""The 49 statements of the annex, in our words."""

from __future__ import annotations

import pytest

from peelcheck.reference.statements import statements


def test_there_are_49_statements_in_order() -> None:
    assert list(statements()) == [f"A{number}" for number in range(1, 50)]


@pytest.mark.parametrize("name", list(statements()))
def test_a_statement_has_its_id_its_section_and_sentences(name: str) -> None:
    statement = statements()[name]
    assert statement.id == name
    assert statement.section
    assert statement.says.endswith(".")
    assert statement.says == " ".join(statement.says.split())


def test_no_two_statements_say_the_same() -> None:
    assert len({statement.says for statement in statements().values()}) == 49
