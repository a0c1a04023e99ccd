"""The files that carry the rulebook to other libraries: written, and proved fresh."""

from __future__ import annotations

from pathlib import Path

from peelcheck.interop.left_out import carried_of_tables, of_whole_returns
from peelcheck.interop.pandera_libraries import PANDAS, POLARS
from peelcheck.interop.pandera_source import pandera_source
from peelcheck.interop.suites import FAMILIES, suite_of

__all__ = ["SCHEMA_FOLDER", "SUITE_FOLDER", "schema_files", "stale", "suite_files"]

SCHEMA_FOLDER = Path("peelcheck/schemas")
SUITE_FOLDER = Path("expectations")


def schema_files() -> dict[Path, str]:
    """Return the pandera modules by their path inside the schema folder."""
    tables, beyond = carried_of_tables(), of_whole_returns()
    return {
        Path("pandas.py"): pandera_source(PANDAS, tables, beyond),
        Path("polars.py"): pandera_source(POLARS, tables, beyond),
    }


def suite_files() -> dict[Path, str]:
    """Return the Great Expectations suites by their path inside the suite folder."""
    return {
        Path(family) / f"{table.name}.json": suite_of(table, carried, family).text()
        for table, carried in carried_of_tables()
        for family in FAMILIES
    }


def stale(files: dict[Path, str], folder: Path) -> list[Path]:
    """Return the files of a folder that are missing or not as they would be written."""
    return [
        folder / name
        for name, text in files.items()
        if not (folder / name).is_file()
        or (folder / name).read_text(encoding="utf-8") != text
    ]
