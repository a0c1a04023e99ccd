"""What the source of a model makes of rules that no table of ours has yet."""

from __future__ import annotations

import sys
from dataclasses import replace
from types import ModuleType

import pytest
from exported import carried, framed, rules_of

from peelcheck.authoring import column
from peelcheck.conditions import Condition
from peelcheck.interop.carried import Carried
from peelcheck.interop.pandera_libraries import PANDAS, POLARS, Library
from peelcheck.interop.pandera_source import pandera_source
from peelcheck.model import RowRule
from peelcheck.tables import TABLES

FORCE = column("force")


def failing(
    library: Library,
    rule: RowRule,
    forces: list[str | None],
    monkeypatch: pytest.MonkeyPatch,
) -> list[int]:
    """Return the places of the rows that a model with one rule refuses."""
    pandera = pytest.importorskip("pandera", reason="pandera is not installed")
    table = TABLES["population"]
    one = replace(carried("population"), rules=(rule,), left_out={})
    module = ModuleType("models_of_one_rule")
    # pandera looks its types up there
    monkeypatch.setitem(sys.modules, module.__name__, module)
    source = pandera_source(library, [(table, one)], Carried((), None, {}, {}))
    exec(source, module.__dict__)  # noqa: S102 - of our own making
    rows = [{"year": 2017, "force": force, "population": 1} for force in forces]
    kind = "pandas" if library is PANDAS else "polars"
    try:
        module.Population.validate(framed(kind, "population", rows), lazy=True)
    except pandera.errors.SchemaErrors as refused:
        cases = refused.failure_cases
        assert {*cases["check"]} == {rule.id}
        return [*cases["index"]]
    return []


@pytest.mark.parametrize("library", [PANDAS, POLARS], ids=["pandas", "polars"])
@pytest.mark.parametrize(
    ("when", "then"),
    [
        (FORCE >= "C", FORCE != "Durham"),
        (FORCE.is_present(), ~(FORCE == "Durham")),
        ((FORCE >= "C") | (FORCE == "Avon"), FORCE.is_in(("Avon", "Essex"))),
        (FORCE.matches("[C-F].*"), ~FORCE.matches("D.*")),
    ],
    ids=str,
)
def test_a_rule_of_one_column_that_asks_first(
    library: Library,
    when: Condition,
    then: Condition,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = rules_of("population")["POP.force.domain"]
    assert isinstance(known, RowRule)
    rule = replace(known, id="X", when=when, then=then)
    forces = ["Avon", "Durham", None, "Essex"]
    assert failing(library, rule, forces, monkeypatch) == [1]
