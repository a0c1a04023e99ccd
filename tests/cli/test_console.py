"""What is printed is text, and nothing that a terminal would obey."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import Command

from peelcheck.cli.console import write

HOSTILE = (
    "force,year,population,\x1b[2Jcol\nEs\x1b]0;pwn\x07sex,2017,5,\nKent,2017,6,\n"
)


def test_control_characters_of_the_data_are_not_printed(
    peelcheck_command: Command, tmp_path: Path
) -> None:
    path = tmp_path / "population.csv"
    path.write_text(HOSTILE, encoding="utf-8")
    done = peelcheck_command("check", path)
    assert "Es\N{REPLACEMENT CHARACTER}]0;pwn" in done.stdout
    assert all(one.isprintable() or one == "\n" for one in done.stdout)


def test_a_text_may_come_in_parts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = [f"{number}\n" for number in range(25_000)]
    write(iter(parts), None)
    assert capsys.readouterr().out == "".join(parts)
    write(iter(parts), tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "".join(parts)


def test_a_text_that_breaks_off_leaves_no_file(tmp_path: Path) -> None:
    def parts() -> Iterator[str]:
        yield "begun"
        message = "no more"
        raise ValueError(message)

    with pytest.raises(ValueError, match="no more"):
        write(parts(), tmp_path / "out.txt")
    assert [*tmp_path.iterdir()] == []
