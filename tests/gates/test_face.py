"""The public face is exact, light, and typed."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import peelcheck


def test_every_public_name_loads() -> None:
    for name in peelcheck.__all__:
        assert getattr(peelcheck, name).__name__ == name


def test_dir_lists_the_public_names() -> None:
    assert dir(peelcheck) == sorted([*peelcheck.__all__, "__version__"])


def test_another_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = peelcheck.nothing


def modules_of(root: Path) -> list[str]:
    names = []
    for path in sorted((root / "peelcheck").rglob("*.py")):
        if path.name == "__main__.py" or path.parent.name == "schemas":
            continue
        parts = path.relative_to(root).with_suffix("").parts
        names.append(".".join(parts).removesuffix(".__init__"))
    return names


def test_what_a_module_exports_is_there(root: Path) -> None:
    for name in modules_of(root):
        module = import_module(name)
        for exported in getattr(module, "__all__", ()):
            assert hasattr(module, exported), f"{name}.{exported}"


def test_every_module_says_what_it_exports(root: Path) -> None:
    for name in modules_of(root):
        module = import_module(name)
        text = Path(str(module.__file__)).read_text(encoding="utf-8")
        if "def " in text or "class " in text:
            assert "__all__ = [" in text, name


LOADED = "import sys, {what}; print(*sorted(sys.modules))"
HEAVY = {"pandera", "great_expectations", "pandas", "hypothesis", "scipy.stats"}


def loaded_by(what: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(what=what)],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_importing_peelcheck_loads_next_to_nothing() -> None:
    assert loaded_by("peelcheck") & (HEAVY | {"polars", "pyarrow", "numpy"}) == set()


def test_the_command_line_starts_without_the_engines() -> None:
    loaded = loaded_by("peelcheck.cli")
    assert loaded & (HEAVY | {"polars", "pyarrow", "numpy", "rich"}) == set()


def test_checking_and_recomputing_load_neither_pandera_nor_great_expectations() -> None:
    assert loaded_by("peelcheck.checking, peelcheck.recomputing") & HEAVY == set()
