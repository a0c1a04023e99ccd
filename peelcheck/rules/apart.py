"""When a count of all together does not stand beside counts of its parts."""

from peelcheck.authoring import column
from peelcheck.conditions import All, Condition

__all__ = ["wholes_apart"]


def wholes_apart(names: tuple[str, ...]) -> Condition:
    """Hold over a group in which each column is blank in every row, or in none."""
    return All(
        tuple(
            (column(f"blank.{name}") == 0) | (column(f"blank.{name}") == column("rows"))
            for name in names
        )
    )
