"""Fixtures for pytest: a small valid return, the edition, the reference tables.

pytest loads this module when it starts, in every project: it imports nothing of
peelcheck's until a fixture is asked for. `peelcheck.testing` has the assertions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from peelcheck.reference.editions import Edition
    from peelcheck.strategies.returned import DrawnReturn

__all__ = [
    "peelcheck_edition",
    "peelcheck_publication",
    "peelcheck_reference",
    "peelcheck_submission",
]


@pytest.fixture(scope="session")
def peelcheck_edition() -> Edition:
    """The default edition: its windows, vintages and named assumptions."""
    from peelcheck.reference.editions import (  # noqa: PLC0415 - not before it is used
        DEFAULT_EDITION,
        edition_named,
    )

    return edition_named(DEFAULT_EDITION)


@pytest.fixture
def peelcheck_submission() -> DrawnReturn:
    """A small valid submission of Essex, every table; it may be changed."""
    return _valid("submission")


@pytest.fixture
def peelcheck_publication() -> DrawnReturn:
    """A small valid publication of all 43 forces; it may be changed."""
    return _valid("publication")


def _valid(kind: str) -> DrawnReturn:
    from peelcheck.reference.editions import DEFAULT_EDITION  # noqa: PLC0415
    from peelcheck.strategies.valid import valid_return  # noqa: PLC0415

    return valid_return(DEFAULT_EDITION, kind).copied()


@pytest.fixture(scope="session")
def peelcheck_reference() -> dict[str, list[dict[str, Any]]]:
    """The reference tables, rows as dictionaries: forces, populations and more."""
    from dataclasses import asdict  # noqa: PLC0415

    from peelcheck.reference.forces import forces  # noqa: PLC0415
    from peelcheck.reference.populations import (  # noqa: PLC0415
        REFERENCE_TABLES,
        reference_rows,
    )

    tables = {name: [*map(dict, reference_rows(name))] for name in REFERENCE_TABLES}
    return {"forces": [asdict(one) for one in forces()], **tables}
