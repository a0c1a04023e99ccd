"""A return held against the rulebook: every rule that applies, to a verdict."""

from peelcheck.checking.check import check, check_return

__all__ = ["check", "check_return"]
