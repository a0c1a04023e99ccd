"""What becomes of something thrown: refused, found out, or sound by every measure.

Whatever is thrown, peelcheck answers with a report or with an error of its own that
tells where and what to do; and no report passes what a second look finds unsound.
"""

from __future__ import annotations

import json
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Any

import rich.console

import peelcheck
from astray.second_look import lapses, misprinted, misread, rows_in
from astray.thrown import ESSEX, Thrown, ThrownClaims, ThrownFiles, ThrownFrame
from peelcheck import PeelcheckError, Return, UnreadableError, UsageError
from peelcheck.claims import ClaimVerdict
from peelcheck.reporting.claims import verification_on_terminal
from peelcheck.reporting.figures import figures_on_terminal
from peelcheck.reporting.findings import report_on_terminal
from peelcheck.reporting.machine import (
    figures_as_json,
    report_as_json,
    verification_as_json,
)

__all__ = ["Became", "met"]


class Became(StrEnum):
    """What became of something thrown."""

    REFUSED = "refused"
    FOUND_OUT = "found out"
    SOUND = "sound"


def met(thrown: Thrown, folder: Path) -> Became:
    """Throw something at peelcheck, and say what became of it.

    Args:
        thrown: What is thrown.
        folder: An empty folder for its files.

    Raises:
        AssertionError: It was passed though unsound, or refused without a clear word.

    """
    try:
        if isinstance(thrown, ThrownClaims):
            return _verified(thrown, folder)
        source = thrown.put(folder) if isinstance(thrown, ThrownFiles) else thrown.frame
        table = {} if isinstance(thrown, ThrownFiles) else {"table": thrown.table}
        given = peelcheck.read(source, **{**table, **thrown.said})
    except PeelcheckError as error:
        _is_clear(error, thrown.names(folder))
        return Became.REFUSED
    became = _checked(given, thrown.never)
    if became is Became.SOUND and isinstance(thrown, ThrownFiles):
        assert not (found := misread(given, thrown.files)), found
    if became is Became.SOUND and isinstance(thrown, ThrownFrame) and thrown.meant:
        data = given.tables[thrown.table]
        read = [{n: row[n] for n in thrown.meant[0]} for row in rows_in(data)]
        assert read == list(thrown.meant)
    return became


def _is_clear(error: PeelcheckError, names: tuple[str, ...]) -> None:
    """Assert that an error names what it is about, and ends with what to do."""
    text = str(error)
    assert len(text) > 10, text
    assert any(name in text for name in names), text
    assert not any(word in text for word in ("Traceback", " object at 0x")), text
    if isinstance(error, UnreadableError):
        assert text.endswith("."), text
        assert ". " in text or "? " in text, text


def _checked(given: Return, never: str) -> Became:
    report = peelcheck.check(given)
    _recomputed(given)
    _shown(report_on_terminal(report, every_rule=True))
    told = json.loads(report_as_json(report))
    crashed = [one.rule.id for one in report.results if one.verdict == "crashed"]
    assert not crashed, crashed
    assert told["ok"] is report.ok
    if not report.ok:
        return Became.FOUND_OUT
    assert not never, f"passed, but {never}"
    assert not (found := lapses(given, report)), found
    return Became.SOUND


def _recomputed(given: Return) -> None:
    """Recompute what can be, whatever the check says, as a person may."""
    try:
        figures = peelcheck.recompute(given)
    except UsageError as error:
        _is_clear(error, ("metric", "recompute", *given.tables))
        return
    _shown(figures_on_terminal(figures))
    json.loads(figures_as_json(figures))


def _verified(thrown: ThrownClaims, folder: Path) -> Became:
    verification = peelcheck.verify(thrown.put(folder), ESSEX)
    _shown(verification_on_terminal(verification))
    json.loads(verification_as_json(verification))
    if not thrown.name:
        told = len(verification.held) + len(verification.faults)
        assert told == len(thrown.claims)
    assert not (found := misprinted(verification)), found
    return (
        Became.SOUND
        if verification.count(ClaimVerdict.REPRODUCED)
        else Became.FOUND_OUT
    )


def _shown(page: Any) -> None:
    """Write a page to nowhere, as the terminal would be written to."""
    rich.console.Console(file=StringIO(), width=100).print(page)
