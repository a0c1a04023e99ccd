"""Records say what they say for good: frozen, and with no room for anything else."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import peelcheck


def modules() -> Iterator[str]:
    """Yield the modules whose records decide, and need no extra to be imported."""
    yield from (
        "claims",
        "conditions",
        "counts",
        "manifest",
        "model",
        "returns",
        "shape",
    )
    for package in ("metrics", "rules", "verifying"):
        found = importlib.import_module(f"peelcheck.{package}")
        for one in pkgutil.iter_modules(found.__path__):
            yield f"{package}.{one.name}"


def records() -> Iterator[type]:
    for name in modules():
        module = importlib.import_module(f"{peelcheck.__name__}.{name}")
        for _, one in inspect.getmembers(module, inspect.isclass):
            if is_dataclass(one) and one.__module__ == module.__name__:
                yield one


def test_every_record_is_frozen() -> None:
    changing = [
        one for one in records() if not vars(one)["__dataclass_params__"].frozen
    ]
    assert changing == []


def test_no_record_has_room_for_more_than_its_fields() -> None:
    roomy = [one for one in records() if "__dict__" in dir(one)]
    assert roomy == []


def test_a_record_of_four_fields_or_more_is_made_by_name() -> None:
    by_position = {
        one.__name__
        for one in records()
        if len(fields(one)) >= 4 and not all(field.kw_only for field in fields(one))
    }
    assert by_position == {"CoercionExample", "Departure", "Interval"}


def test_the_records_are_found() -> None:
    names = {one.__name__ for one in records()}
    assert {"Compare", "RowRule", "Claim", "Departure", "Rulebook"} <= names
