"""The list of what the exports leave out is complete, and so is what shows it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import Command

from peelcheck.interop.left_out import rules_left_out
from peelcheck.interop.written import schema_files, suite_files
from peelcheck.reporting.exports_page import left_out_as_markdown
from peelcheck.rules.rulebook import rulebook
from peelcheck.tables import TABLES

LEFT_OUT = {one.rule.id: one for one in rules_left_out()}
BY_PANDERA = {name for name, one in LEFT_OUT.items() if one.by_pandera}
EVERY = {rule.id for rule in rulebook()}
SCHEMAS, SUITES = schema_files(), suite_files()


def named_by_models(module: str) -> Iterator[str]:
    """Return the rules that a module of models checks."""
    text = SCHEMAS[Path(module)]
    yield from re.findall(r"check\(.*name='([^']+)'", text)


@pytest.mark.parametrize("module", ["pandas.py", "polars.py"])
class TestModels:
    """The rules that are no check of a model are those listed as left out."""

    def test_a_rule_is_a_check_or_left_out(self, module: str) -> None:
        assert set(named_by_models(module)) == EVERY - BY_PANDERA

    def test_the_head_of_the_file_lists_them_all(self, module: str) -> None:
        head = SCHEMAS[Path(module)].split('"""')[1]
        assert f"cannot carry them ({len(BY_PANDERA)} rules):" in head
        listed = re.findall(r"^    (\S+): ", head, flags=re.MULTILINE)
        assert sorted(listed) == sorted(BY_PANDERA)


def test_a_rule_is_in_a_suite_or_left_out() -> None:
    told = {
        one["meta"]["rule"]
        for name in TABLES
        for one in json.loads(SUITES[Path(f"sql/{name}.json")])["expectations"]
    }
    assert told == EVERY - LEFT_OUT.keys()


def test_what_suites_leave_out_models_leave_out_or_carry_by_type_or_in_words() -> None:
    carried = LEFT_OUT.keys() - BY_PANDERA
    assert {name for name in carried if not name.endswith(".type")} == {
        "SPE014",  # two columns are compared
        "WOR008",
    }


def test_the_page_of_the_docs_is_fresh(root: Path) -> None:
    page = (root / "docs/reference/exports.md").read_text(encoding="utf-8")
    assert page.endswith(left_out_as_markdown(rules_left_out()))


def test_the_command_lists_them(peelcheck_command: Command) -> None:
    done = peelcheck_command("schemas", "left-out")
    assert done.returncode == 0
    assert all(name in done.stdout for name in LEFT_OUT)
    shown = peelcheck_command("schemas", "left-out", "--format", "markdown").stdout
    assert shown == left_out_as_markdown(rules_left_out())
