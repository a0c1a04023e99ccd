"""A made-up return as files: a table as CSV or Parquet, the manifest as TOML."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from peelcheck.errors import UsageError

__all__ = [
    "MANIFEST_FILE",
    "SUFFIXES",
    "manifest_as_toml",
    "write_return",
    "write_table",
]

MANIFEST_FILE = "manifest.toml"
SUFFIXES = (".csv", ".parquet")


def write_table(frame: pl.DataFrame, path: Path) -> None:
    """Write a table as CSV or Parquet, as the ending of the path says.

    Raises:
        UsageError: The path has another ending.

    """
    if path.suffix not in SUFFIXES:
        message = f"{path} ends in neither {' nor '.join(SUFFIXES)}"
        raise UsageError(message)
    with path.open("wb") as file:
        if path.suffix == ".csv":
            frame.write_csv(file)
        else:
            frame.write_parquet(file)


def write_return(
    manifest: Mapping[str, Any], frames: Mapping[str, pl.DataFrame], folder: Path
) -> None:
    """Write a return into a folder that is there: a CSV file a table, and the manifest.

    Empty cells stand blank; the manifest must say what a blank means.
    """
    for name, frame in frames.items():
        write_table(frame, folder / f"{name}.csv")
    text = manifest_as_toml(manifest)
    (folder / MANIFEST_FILE).write_text(text, encoding="utf-8", newline="\n")


def manifest_as_toml(manifest: Mapping[str, Any]) -> str:
    """Return a manifest, of texts, numbers and dates in sections and lists, as TOML."""
    return "\n".join(_lines(manifest, "")).lstrip("\n") + "\n"


def _lines(section: Mapping[str, Any], name: str) -> Iterator[str]:
    plain = {key: one for key, one in section.items() if not _is_section(one)}
    for key, one in plain.items():
        yield f"{_key(key)} = {_value(one)}"
    for key, one in section.items():
        if key in plain:
            continue
        inner = f"{name}.{_key(key)}" if name else _key(key)
        for part in (one,) if isinstance(one, Mapping) else one:
            # A section of sections alone needs no line of its own.
            if not isinstance(one, Mapping):
                yield f"\n[[{inner}]]"
            elif not part or not all(_is_section(value) for value in part.values()):
                yield f"\n[{inner}]"
            yield from _lines(part, inner)


def _is_section(value: Any) -> bool:
    return isinstance(value, Mapping | list | tuple)


def _key(name: str) -> str:
    bare = name.replace("_", "").replace("-", "")
    return name if bare.isascii() and bare.isalnum() else _value(name)


def _value(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
