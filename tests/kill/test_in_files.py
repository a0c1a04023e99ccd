"""A finding in a file names the row, and in a workbook the cell, that was changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bites import first_of
from books import xlsx
from openpyxl.utils import get_column_letter

import peelcheck
from peelcheck import Report, Verdict
from peelcheck.model import CoverageRule, RowRule, SumRule, UniqueRule
from peelcheck.returns import marked_column
from peelcheck.rules.rulebook import columns_read, rulebook
from peelcheck.sampling.writing import manifest_as_toml, write_return
from peelcheck.strategies import Broken

KINDS = RowRule | SumRule | UniqueRule | CoverageRule
RULES = [one for one in rulebook() if isinstance(one, KINDS)]
OF_ONE_CELL = [
    one.id
    for one in RULES
    if isinstance(one, RowRule) and len({*map(marked_column, columns_read(one))}) == 1
]
HEADER = 2
"""The first row of a table stands in the second of its file."""


def in_csv(broken: Broken, folder: Path) -> Report:
    write_return(broken.given.manifest, broken.given.frames(), folder)
    return peelcheck.check(folder)


def in_workbook(broken: Broken, folder: Path) -> Report:
    frames = broken.given.frames()
    sheets = {name: [one.columns, *one.rows()] for name, one in frames.items()}
    xlsx(folder / "return.xlsx", sheets)
    said = manifest_as_toml(broken.given.manifest)
    (folder / "manifest.toml").write_text(said, encoding="utf-8")
    return peelcheck.check(folder)


def found(report: Report, broken: Broken) -> None:
    """Assert that the rules fail that should, where they should."""
    failed = {one.rule.id for one in report.results if one.verdict is Verdict.FAILED}
    assert failed == broken.falls
    for finding in report.of(broken.rule).findings:
        place = None if finding.row is None else finding.row - HEADER
        assert broken.is_pointed_to_by(replace(finding, row=place))


@pytest.mark.parametrize("rule", [one.id for one in RULES][::2])
def test_the_row_of_a_file(rule: str, tmp_path: Path) -> None:
    broken = first_of(rule)
    found(in_csv(broken, tmp_path), broken)


@pytest.mark.parametrize("rule", OF_ONE_CELL[::6])
def test_the_cell_of_a_sheet(rule: str, tmp_path: Path) -> None:
    broken = first_of(rule)
    report = in_workbook(broken, tmp_path)
    found(report, broken)
    (column,) = {*map(marked_column, columns_read(rulebook()[rule]))}
    columns = broken.given.frames()[broken.table].columns
    letter = get_column_letter(columns.index(column) + 1)
    cells = {one.cell for one in report.of(rule).findings}
    assert cells <= {f"{letter}{place + HEADER}" for place in broken.places}
    assert cells
