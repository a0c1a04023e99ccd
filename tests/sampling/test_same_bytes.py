"""The same seed gives the same bytes; another seed gives other data."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Command

from peelcheck.sampling import SINGLE_THINGS, sample_return, sample_table
from peelcheck.tables import TABLES


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
@pytest.mark.parametrize("name", ["crimes", "stop_search_records", "workforce"])
def test_two_processes_write_the_same_bytes(
    peelcheck_process: Command, tmp_path: Path, name: str, ending: str
) -> None:
    rows = ("--rows", 60_000) if name in SINGLE_THINGS else ()
    files = [tmp_path / f"{at}{ending}" for at in (1, 2)]
    for at, file in enumerate(files):
        done = peelcheck_process(
            *("sample", "--table", name, "--seed", 7, "--out", file, *rows),
            PYTHONHASHSEED=str(at),
            POLARS_MAX_THREADS=str(at + 1),
        )
        assert done.returncode == 0, done.stderr
    assert files[0].read_bytes() == files[1].read_bytes()


def test_two_processes_write_the_same_return(
    peelcheck_process: Command, tmp_path: Path
) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    for at, folder in enumerate(folders):
        done = peelcheck_process(
            *("sample", "--seed", 7, "--out", folder), PYTHONHASHSEED=str(at)
        )
        assert done.returncode == 0, done.stderr
    one, two = (
        {path.name: path.read_bytes() for path in folder.iterdir()}
        for folder in folders
    )
    assert len(one) == len(TABLES) + 1
    assert one == two


@pytest.mark.parametrize("name", TABLES)
def test_another_seed_gives_other_data(name: str) -> None:
    assert sample_table(name, seed=1).equals(sample_table(name, seed=1))
    assert not sample_table(name, seed=1).equals(sample_table(name, seed=2))


def test_a_table_does_not_hang_on_those_beside_it() -> None:
    few = sample_return(tables=["workforce", "crimes"], seed=5).frames
    every = sample_return(seed=5).frames
    for name, frame in few.items():
        assert frame.equals(every[name])
