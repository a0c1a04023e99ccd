"""The errors peelcheck raises: misuse, or something that cannot be read.

What is wrong with the *data* is never raised; it is a finding in a report.

```
PeelcheckError
├── UsageError            a wrong argument (also a ValueError)
│   ├── UnknownNameError  a force, table, rule, metric or edition we do not know
│   ├── RulebookError     a malformed rule, refused when the rulebook is built
│   └── MixedBasesError   a metric that divides a count by one of another basis
├── UnreadableError       a file that cannot be read (also an OSError)
└── MissingExtraError     an optional library is not installed (also an ImportError)
```
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "MissingExtraError",
    "MixedBasesError",
    "PeelcheckError",
    "RulebookError",
    "UnknownNameError",
    "UnreadableError",
    "UsageError",
    "did_you_mean",
]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return `; did you mean 'x'?` for the nearest known name, or nothing."""
    names = {candidate.casefold(): candidate for candidate in known}
    near = difflib.get_close_matches(name.casefold(), names, n=1, cutoff=0.6)
    return f"; did you mean {names[near[0]]!r}?" if near else ""


class PeelcheckError(Exception):
    """The root of every error that peelcheck raises on purpose."""


class UsageError(PeelcheckError, ValueError):
    """An argument that cannot mean anything."""


class UnknownNameError(UsageError):
    """A name that is not among those peelcheck knows."""

    @classmethod
    def of(cls, what: str, name: str, known: Iterable[str]) -> Self:
        """Say which `what` is unknown and what the nearest or the known ones are."""
        names = sorted(known)
        hint = did_you_mean(name, names)
        if not hint:
            shown = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")
            hint = f"; known: {shown}"
        return cls(f"there is no {what} {name!r}{hint}")


class RulebookError(UsageError):
    """A rule that may not enter the rulebook."""

    @classmethod
    def of(cls, rule_id: str, fault: str) -> Self:
        """Name the rule and its fault."""
        return cls(f"rule {rule_id}: {fault}")


class MixedBasesError(UsageError):
    """A metric that divides a count of one basis by a count of another."""

    @classmethod
    def of(cls, metric_id: str, above: str, below: str) -> Self:
        """Name the metric and the two bases."""
        return cls(
            f"metric {metric_id} divides a count of {above} by one of {below}; "
            "take both of one basis"
        )


class UnreadableError(PeelcheckError, OSError):
    """A file, or a part of it, that cannot be read."""

    @classmethod
    def of(cls, path: object, fault: str, remedy: str) -> Self:
        """Name the file, what is wrong with it, and what to do."""
        end = "" if fault.endswith("?") else "."
        return cls(f"{path}: {fault}{end} {remedy}")


class MissingExtraError(PeelcheckError, ImportError):
    """An optional library that is not installed."""

    @classmethod
    def of(cls, library: str, extra: str) -> Self:
        """Name the library and the extra that brings it."""
        return cls(
            f"{library} is not installed; install it with "
            f"pip install 'peelcheck[{extra}]'"
        )
