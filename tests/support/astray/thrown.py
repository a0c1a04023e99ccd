"""What is thrown at peelcheck: files, frames, or claims beside a sound return."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

__all__ = ["ESSEX", "Thrown", "ThrownClaims", "ThrownFiles", "ThrownFrame"]

_SAMPLES = Path(__file__).parents[3] / "sample_data"
ESSEX = _SAMPLES / "essex_submission"

_NAMES = tuple(f"there is no {what} " for what in ("table", "column", "header", "kind"))
"""How errors begin that name what is not known."""


@dataclass(frozen=True, slots=True)
class ThrownFiles:
    """Files of a folder, checked as one return.

    Attributes:
        files: The bytes of each file by its name.
        named: The one file that is checked; the whole folder where there is none.
        said: What is said beside it, such as `kind` or `manifest`.
        never: Why it cannot be sound, whatever is drawn; empty where it may be.

    """

    files: Mapping[str, bytes]
    named: str = ""
    said: Mapping[str, Any] = field(default_factory=dict)
    never: str = ""

    def put(self, folder: Path) -> Path:
        """Write the files, and return what is to be checked."""
        for name, data in self.files.items():
            (folder / name).write_bytes(data)
        return folder / self.named if self.named else folder

    def names(self, folder: Path) -> tuple[str, ...]:
        """Return the words of which an error names one."""
        return (*self.files, folder.name, "manifest", *self.said, *_NAMES)


@dataclass(frozen=True, slots=True)
class ThrownFrame:
    """A frame, or whatever stands in its place, and the table it is said to hold.

    Attributes:
        frame: The frame.
        table: The table.
        said: What is said beside it, such as `manifest`.
        never: Why it cannot be sound, whatever is drawn; empty where it may be.
        meant: The rows as which it must be read if it passes, where that is known.

    """

    frame: Any
    table: str
    said: Mapping[str, Any] = field(default_factory=dict)
    never: str = ""
    meant: tuple[Mapping[str, Any], ...] = ()

    def names(self, folder: Path) -> tuple[str, ...]:  # noqa: ARG002 - as for files
        """Return the words of which an error names one."""
        return ("frame", "path", "table=", "return", "manifest", *self.said, *_NAMES)


@dataclass(frozen=True, slots=True)
class ThrownClaims:
    """Claims, as entries or as a file, held against a sound return.

    Attributes:
        claims: One mapping a claim, or whatever stands in its place; or a file's bytes.
        name: The name of the file, if it is one.

    """

    claims: Any
    name: str = ""

    def put(self, folder: Path) -> Any:
        """Return what `verify` is handed; a file is written first."""
        if not self.name:
            return self.claims
        path = folder / self.name
        path.write_bytes(self.claims)
        return path

    def names(self, folder: Path) -> tuple[str, ...]:  # noqa: ARG002 - as for files
        """Return the words of which an error names one."""
        return (self.name,) if self.name else ("claims",)


Thrown: TypeAlias = ThrownFiles | ThrownFrame | ThrownClaims
