"""The exit codes of the command."""

__all__ = ["CRASHED", "FOUND", "INTERRUPTED", "NOTHING_READ", "OK", "WRONG_USE"]

OK, FOUND, WRONG_USE, NOTHING_READ, CRASHED, INTERRUPTED = 0, 1, 2, 3, 4, 130
