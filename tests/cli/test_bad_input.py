"""Bad input, each with a clear message and its exit code, never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from commands import Command

HEADER = (
    "year_ending,force,legislation,reason,ethnic_group,searches,resultant_arrests\n"
)
ROW = "2018-03-31,Essex,Section 1 (PACE),Drugs,White,5,1\n"


def wrote(folder: Path, text: str, name: str = "stop_search.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def missing(folder: Path) -> Path:
    return folder / "stop_search.csv"


def empty(folder: Path) -> Path:
    return wrote(folder, "")


def truncated_parquet(folder: Path) -> Path:
    path = folder / "stop_search.parquet"
    pl.DataFrame({"force": ["Essex"] * 100}).write_parquet(path)
    path.write_bytes(path.read_bytes()[:-20])
    return path


def folder_named_like_a_file(folder: Path) -> Path:
    path = folder / "stop_search.csv"
    path.mkdir()
    return path


def ten_thousand_columns(folder: Path) -> Path:
    header = ",".join(f"c{number}" for number in range(10_000))
    return wrote(folder, f"{header}\n{','.join('1' * 10_000)}\n")


def manifest_of_another_edition(folder: Path) -> Path:
    wrote(folder, HEADER + ROW)
    wrote(folder, 'edition = "peel-2017"\nkind = "submission"\n', "manifest.toml")
    return folder


CASES = {
    "missing file": (missing, 3, "there is no such file"),
    "empty file": (empty, 3, "the file is empty"),
    "ragged row, short": (
        lambda folder: wrote(folder, HEADER + ROW + "2018-03-31,Essex\n"),
        3,
        "row 3 has 2 cells where the header has 7",
    ),
    "ragged row, long": (
        lambda folder: wrote(folder, HEADER + ROW.strip() + ",9\n"),
        3,
        "row 2 has 8 cells where the header has 7",
    ),
    "header without rows": (
        lambda folder: wrote(folder, HEADER),
        1,
        "there is a header, but there are no rows",
    ),
    "unknown force": (
        lambda folder: wrote(folder, HEADER + ROW.replace("Essex", "Esex")),
        1,
        "force = Esex; did you mean 'Essex'?",
    ),
    "doubled row": (
        lambda folder: wrote(folder, HEADER + ROW + ROW),
        1,
        "this key stands 2 times",
    ),
    "negative count": (
        lambda folder: wrote(folder, HEADER + ROW.replace(",5,", ",-5,")),
        1,
        "searches = -5",
    ),
    "half a search": (
        lambda folder: wrote(folder, HEADER + ROW.replace(",5,", ",1.5,")),
        1,
        "searches = 1.5",
    ),
    "column missing": (
        lambda folder: wrote(folder, (HEADER + ROW).replace(",searches", ",other")),
        1,
        "column searches is missing",
    ),
    "column renamed": (
        lambda folder: wrote(folder, (HEADER + ROW).replace(",searches", ",serches")),
        1,
        "column searches is missing; is it 'serches'?",
    ),
    "column doubled": (
        lambda folder: wrote(
            folder, (HEADER + ROW).replace(",resultant_arrests", ",searches")
        ),
        1,
        "column searches stands 2 times",
    ),
    "population of zero": (
        lambda folder: wrote(
            folder, "year,force,population\n2017,Essex,0\n", "population.csv"
        ),
        1,
        "population = 0",
    ),
    "folder named like a file": (
        folder_named_like_a_file,
        3,
        "no CSV, Parquet or workbook file lies in it",
    ),
    "ten thousand columns": (
        ten_thousand_columns,
        1,
        "10,000 other columns left alone",
    ),
    "truncated Parquet": (truncated_parquet, 3, "it is not a whole Parquet file"),
    "manifest of another edition": (
        manifest_of_another_edition,
        1,
        "edition = peel-2017",
    ),
}


@pytest.mark.parametrize(("make", "code", "says"), CASES.values(), ids=list(CASES))
def test_it_is_told_clearly(
    tmp_path: Path,
    peelcheck_command: Command,
    make: Callable[[Path], Path],
    code: int,
    says: str,
) -> None:
    done = peelcheck_command("check", make(tmp_path))
    told = done.stdout + done.stderr
    assert done.returncode == code, told
    assert says in told
    assert "Traceback" not in told
    assert len(told.splitlines()) < 60
