"""The `peelcheck` command."""

from peelcheck.cli.commands import main

__all__ = ["main"]
