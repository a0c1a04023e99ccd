"""What goes wrong inside is a message and an exit code, never a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from rich.text import Text

from peelcheck.cli import commands
from peelcheck.cli.commands import main
from peelcheck.cli.console import progress, show


def run(monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    monkeypatch.setattr("sys.argv", ["peelcheck", *map(str, words)])
    with pytest.raises(SystemExit) as stopped:
        main()
    return int(stopped.value.code or 0)


def raising(error: BaseException) -> object:
    def instead(*_: object, **__: object) -> object:
        raise error

    return instead


def test_a_fault_of_ours_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    published: Path,
) -> None:
    monkeypatch.setattr(commands, "given_in", raising(RuntimeError("a wheel came off")))
    assert run(monkeypatch, "check", published) == 4
    told = capsys.readouterr().err
    assert "peelcheck itself failed (RuntimeError: a wheel came off)" in told
    assert "PEELCHECK_DEBUG=1" in told


def test_a_developer_may_ask_for_the_traceback(
    monkeypatch: pytest.MonkeyPatch, published: Path
) -> None:
    monkeypatch.setenv("PEELCHECK_DEBUG", "1")
    monkeypatch.setattr(commands, "given_in", raising(RuntimeError("a wheel came off")))
    monkeypatch.setattr("sys.argv", ["peelcheck", "check", str(published)])
    with pytest.raises(RuntimeError, match="a wheel came off"):
        main()


def test_an_interrupt_ends_with_130(
    monkeypatch: pytest.MonkeyPatch, published: Path
) -> None:
    monkeypatch.setattr(commands, "given_in", raising(KeyboardInterrupt()))
    assert run(monkeypatch, "check", published) == 130


def test_a_reader_that_goes_away_is_no_failure(published: Path) -> None:
    command = [sys.executable, "-m", "peelcheck", "recompute", str(published)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        told = running.stderr.read()
        assert running.wait() == 0
    assert told == b""


def test_on_a_terminal_the_work_is_told_and_then_wiped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress() as told:
        told("counting")
    assert "\x1b[" in capsys.readouterr().err


def test_on_a_terminal_there_is_colour(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    show(Text("OK", style="green"), None)
    assert "\x1b[32mOK" in capsys.readouterr().out


@pytest.mark.parametrize("group", ["schemas", "suites"])
def test_stale_exports_are_told_with_the_command_that_mends_them(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    group: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, group, "check") == 2
    assert f"run peelcheck {group} write" in capsys.readouterr().err


@pytest.mark.parametrize("group", ["schemas", "suites"])
def test_exports_are_not_written_beside_another_checkout(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    group: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, group, "write") == 2
    assert "say --into FOLDER" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_crashed_rule_ends_with_4(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    published: Path,
) -> None:
    name = "peelcheck.engines.deciding.coverage"
    monkeypatch.setattr(name, raising(ZeroDivisionError("nothing over nothing")))
    assert run(monkeypatch, "check", published) == 4
    told = capsys.readouterr().out
    assert "crashed" in told
    assert "ZeroDivisionError: nothing over nothing" in told
    assert told.splitlines()[-1].startswith("A RULE CRASHED")
