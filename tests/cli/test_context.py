"""What a person sees of a force in context."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Command


def test_recompute_prints_a_force_in_context(
    peelcheck_command: Command, published: Path
) -> None:
    told = peelcheck_command("recompute", published, "--context", "--force", "essex")
    assert told.returncode == 0
    assert "Essex in context" in told.stdout
    assert "Kent" not in told.stdout


@pytest.mark.parametrize("other", [("--format", "json"), ("--metric", "good_files")])
def test_a_context_is_text_of_several_metrics(
    peelcheck_command: Command, published: Path, other: tuple[str, str]
) -> None:
    done = peelcheck_command("recompute", published, "--context", *other)
    assert done.returncode == 2
    assert "--context prints pages of several metrics" in done.stderr
