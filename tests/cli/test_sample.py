"""Data made up on the command line."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from commands import Command

import peelcheck
from peelcheck.sampling import sample_table


def test_a_table_is_written_as_its_ending_says(
    peelcheck_command: Command, tmp_path: Path
) -> None:
    for ending, read in ((".csv", pl.read_csv), (".parquet", pl.read_parquet)):
        out = tmp_path / f"crimes{ending}"
        words = ("--table", "crimes", "--rows", "5000", "--seed", "7", "--out", out)
        done = peelcheck_command("sample", *words)
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr == f"wrote {out}: 5,000 rows of crimes\n"
        assert read(out).height == 5_000
        assert peelcheck.check(out).ok
    assert pl.read_parquet(out).equals(sample_table("crimes", rows=5_000, seed=7))
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["crimes.csv", "crimes.parquet"]


def test_a_whole_return_is_a_folder_that_passes(
    peelcheck_command: Command, tmp_path: Path
) -> None:
    out = tmp_path / "kent"
    words = ("--kind", "submission", "--force", "Kent", "--rows", 300)
    done = peelcheck_command("sample", *words, "--out", out)
    assert done.stderr == f"wrote {out}: 19 tables and manifest.toml\n"
    assert peelcheck_command("check", out).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["kent"]


def test_a_return_may_have_some_tables_alone(
    peelcheck_command: Command, tmp_path: Path
) -> None:
    out = tmp_path / "linked"
    words = ("--table", "crimes", "--table", "outcomes", "--rows", 100, "--out", out)
    assert peelcheck_command("sample", *words).returncode == 0
    names = sorted(path.name for path in out.iterdir())
    assert names == ["crimes.csv", "manifest.toml", "outcomes.csv"]


def test_a_dirty_return_passes_too(peelcheck_command: Command, tmp_path: Path) -> None:
    out = tmp_path / "dirty"
    done = peelcheck_command("sample", "--dirty", "--seed", 3, "--out", out)
    assert done.returncode == 0, done.stderr
    assert any(path.suffix == ".xlsx" for path in out.iterdir())
    done = peelcheck_command("check", out)
    assert done.returncode == 0
    assert "thousands separators dropped" in done.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("--table", "crime", "--out", "a.csv"),
            "there is no table 'crime'; did you mean 'crimes'?",
        ),
        (
            ("--table", "population", "--rows", "9", "--out", "a.csv"),
            "the size of population follows from its keys; rows= goes with crimes, ",
        ),
        (("--table", "crimes", "--rows", "0", "--out", "a.csv"), "rows are 1 or more"),
        (("--table", "crimes", "--seed", "-1", "--out", "a.csv"), "a seed is a whole"),
        (
            ("--table", "crimes", "--out", "a.xlsx"),
            "a.xlsx ends in neither .csv nor .parquet; a folder's name has no ending",
        ),
        (("--out", "a.csv"), "a file holds one --table; name a folder"),
        (
            ("--table", "crimes", "--table", "outcomes", "--out", "a.csv"),
            "a file holds one --table; name a folder",
        ),
        (
            ("--table", "crimes", "--dirty", "--out", "a.csv"),
            "--dirty goes with a folder; name a folder",
        ),
        (("--kind", "returns", "--out", "a"), "'returns' is not one of"),
        (("--force", "Kent", "--out", "a"), "a collection is of all forces"),
        (
            ("--kind", "submission", "--force", "Esex", "--out", "a"),
            "there is no force 'Esex'; did you mean 'Essex'?",
        ),
        ((), "Missing option '--out'"),
        (("--table", "crimes", "--out", "no/such/a.csv"), "cannot be written: No such"),
        (("--table", "crimes", "--out", "no/such/a"), "cannot be written: No such"),
    ],
)
def test_wrong_use_is_refused_in_words(
    peelcheck_command: Command, words: tuple[str, ...], message: str
) -> None:
    done = peelcheck_command("sample", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr


class TestOverwriting:
    """Nothing is replaced unasked, and no folder that is not a sample ever."""

    def test_a_file_is_replaced_only_when_asked(
        self, peelcheck_command: Command, tmp_path: Path
    ) -> None:
        out = tmp_path / "population.csv"
        out.write_text("mine", encoding="utf-8")
        words = ("sample", "--table", "population", "--out", out)
        done = peelcheck_command(*words)
        assert done.returncode == 2
        assert "is there already; name another, or say --overwrite" in done.stderr
        assert out.read_text(encoding="utf-8") == "mine"
        assert peelcheck_command(*words, "--overwrite").returncode == 0
        assert out.read_text(encoding="utf-8").startswith("year,force,population\n")

    def test_a_sample_is_replaced_only_when_asked(
        self, peelcheck_command: Command, tmp_path: Path
    ) -> None:
        out = tmp_path / "sample"
        out.mkdir()
        words = ("sample", "--table", "population", "--out", out)
        assert peelcheck_command(*words).returncode == 0
        (out / "more.csv").write_text("more", encoding="utf-8")
        done = peelcheck_command(*words)
        assert done.returncode == 2
        assert (
            "holds something already; name another, or say --overwrite" in done.stderr
        )
        assert peelcheck_command(*words, "--overwrite").returncode == 0
        names = sorted(path.name for path in out.iterdir())
        assert names == ["manifest.toml", "population.csv"]

    @pytest.mark.parametrize("manifest", ["", "title = 'Ours'", "title = ["])
    def test_what_is_no_sample_is_never_replaced(
        self, peelcheck_command: Command, tmp_path: Path, manifest: str
    ) -> None:
        if manifest:
            (tmp_path / "manifest.toml").write_text(manifest, encoding="utf-8")
        (tmp_path / "crimes.csv").write_text("ours", encoding="utf-8")
        done = peelcheck_command("sample", "--out", tmp_path, "--overwrite")
        assert done.returncode == 2
        assert "holds something that is no sample; name another folder" in done.stderr
        assert (tmp_path / "crimes.csv").read_text(encoding="utf-8") == "ours"

    def test_a_link_to_a_sample_is_left_as_it_is(
        self, peelcheck_command: Command, tmp_path: Path
    ) -> None:
        words = ("sample", "--table", "population", "--out")
        assert peelcheck_command(*words, tmp_path / "sample").returncode == 0
        (tmp_path / "link").symlink_to(tmp_path / "sample")
        done = peelcheck_command(*words, tmp_path / "link", "--overwrite")
        assert done.returncode == 2
        assert "link cannot be written: " in done.stderr
        names = sorted(path.name for path in tmp_path.iterdir())
        assert names == ["link", "sample"]
        assert (tmp_path / "sample" / "population.csv").exists()

    def test_a_file_is_no_folder_and_a_folder_no_file(
        self, peelcheck_command: Command, tmp_path: Path
    ) -> None:
        (tmp_path / "a").write_text("", encoding="utf-8")
        (tmp_path / "b.csv").mkdir()
        done = peelcheck_command("sample", "--out", tmp_path / "a", "--overwrite")
        assert "is a file, and its name has no ending" in done.stderr
        words = ("--table", "crimes", "--out", tmp_path / "b.csv", "--overwrite")
        assert "is a folder" in peelcheck_command("sample", *words).stderr


def test_the_help_is_worth_reading(peelcheck_command: Command) -> None:
    done = peelcheck_command("sample", "--help")
    assert done.returncode == 0
    for words in (
        "none of it happened",
        "the same seed, the same bytes",
        "peelcheck sample --table crimes --rows 1000000 --seed 7 --out crimes.parquet",
        "Replace what --out names.",
    ):
        assert words in " ".join(done.stdout.split())
    assert "sample" in peelcheck_command("--help").stdout
