"""Check police data returns against Annex A of PEEL reports, recompute the figures.

>>> import peelcheck
>>> report = peelcheck.check("sample_data/police_powers_ye_mar_2018")
>>> report.ok
True

Names are loaded when first used, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from peelcheck.checking import check
    from peelcheck.claims import Verification
    from peelcheck.comparing import Comparison, compare
    from peelcheck.errors import (
        MissingExtraError,
        PeelcheckError,
        UnknownNameError,
        UnreadableError,
        UsageError,
    )
    from peelcheck.reading import read
    from peelcheck.recomputing import Figures, recompute
    from peelcheck.results import Finding, Report, RuleResult, Verdict
    from peelcheck.returns import Return
    from peelcheck.verifying import verify

__version__ = "0.1.0"

_HOMES = {
    "Comparison": "peelcheck.comparing",
    "Figures": "peelcheck.recomputing",
    "Finding": "peelcheck.results",
    "MissingExtraError": "peelcheck.errors",
    "PeelcheckError": "peelcheck.errors",
    "Report": "peelcheck.results",
    "Return": "peelcheck.returns",
    "RuleResult": "peelcheck.results",
    "UnknownNameError": "peelcheck.errors",
    "UnreadableError": "peelcheck.errors",
    "UsageError": "peelcheck.errors",
    "Verdict": "peelcheck.results",
    "Verification": "peelcheck.claims",
    "check": "peelcheck.checking",
    "compare": "peelcheck.comparing",
    "read": "peelcheck.reading",
    "recompute": "peelcheck.recomputing",
    "verify": "peelcheck.verifying",
}

__all__ = [
    "Comparison",
    "Figures",
    "Finding",
    "MissingExtraError",
    "PeelcheckError",
    "Report",
    "Return",
    "RuleResult",
    "UnknownNameError",
    "UnreadableError",
    "UsageError",
    "Verdict",
    "Verification",
    "check",
    "compare",
    "read",
    "recompute",
    "verify",
]


def __getattr__(name: str) -> Any:
    """Load a public name from where it lives."""
    if name not in _HOMES:
        message = f"module 'peelcheck' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """Return the public names."""
    return [*__all__, "__version__"]
