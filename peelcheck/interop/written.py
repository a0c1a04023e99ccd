"""The files that carry the rulebook to other libraries: written, and proved fresh."""

from __future__ import annotations

from pathlib import Path

from peelcheck.interop.carried import EXPORTED_TABLES, carried_rules
from peelcheck.interop.expectations import suite_text
from peelcheck.interop.pandera_source import pandera_source
from peelcheck.reference.editions import DEFAULT_EDITION, edition_named
from peelcheck.rules.rulebook import rulebook
from peelcheck.tables import TABLES

__all__ = ["SCHEMA_FOLDER", "SUITE_FOLDER", "schema_files", "stale", "suite_files"]

SCHEMA_FOLDER = Path("peelcheck/schemas")
SUITE_FOLDER = Path("expectations")


def schema_files() -> dict[Path, str]:
    """Return the pandera modules by their path inside the schema folder."""
    edition = edition_named(DEFAULT_EDITION)
    tables = [
        (TABLES[name], carried_rules(TABLES[name], rulebook(), edition))
        for name in EXPORTED_TABLES
    ]
    return {Path("pandas.py"): pandera_source(tables)}


def suite_files() -> dict[Path, str]:
    """Return the Great Expectations suites by their path inside the suite folder."""
    edition = edition_named(DEFAULT_EDITION)
    return {
        Path("pandas") / f"{name}.json": suite_text(
            TABLES[name], carried_rules(TABLES[name], rulebook(), edition)
        )
        for name in EXPORTED_TABLES
    }


def stale(files: dict[Path, str], folder: Path) -> list[Path]:
    """Return the files of a folder that are missing or not as they would be written."""
    return [
        folder / name
        for name, text in files.items()
        if not (folder / name).is_file()
        or (folder / name).read_text(encoding="utf-8") != text
    ]
