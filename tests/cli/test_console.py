"""What is printed is text, and nothing that a terminal would obey."""

from __future__ import annotations

from pathlib import Path

from commands import Command

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
