"""What the counts of several sections leave out (A8)."""

from peelcheck.authoring import column
from peelcheck.conditions import Any_, Value
from peelcheck.counts import Exclusion
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE

__all__ = ["WITHOUT_BTP", "none_of", "on_other_days"]

WITHOUT_BTP = Exclusion(
    name=BRITISH_TRANSPORT_POLICE,
    statement="A8",
    when=column("force") == BRITISH_TRANSPORT_POLICE,
    if_found=True,
)


def none_of(name: str, known: tuple[Value, ...]) -> Any_:
    """Hold where a column holds none of the known values, or nothing."""
    return column(name).is_missing() | ~column(name).is_in(known)


def on_other_days(flag: str, done: str, statement: str) -> Exclusion:
    """Return the exclusion of what was not done in the period, or on no known day.

    Args:
        flag: The flag that says whether it was.
        done: What was done, such as `recorded`.
        statement: The statement that gives the period.

    """
    return Exclusion(
        name=f"{done} on other days, or none",
        statement=statement,
        when=column(flag).is_missing() | (column(flag) == False),  # noqa: E712
        if_found=True,
    )
