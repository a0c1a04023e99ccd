"""Caveats that figures of several sections share (A5, A7, A8, A9)."""

from peelcheck.authoring import column, edition
from peelcheck.measures import Caveat

__all__ = ["RESIDENT_CAVEATS", "SHARED_CAVEATS"]

SHARED_CAVEATS = (
    Caveat(
        id="FAULTY_DATA",
        source="A5",
        says="The data fail {faults} or leave it open, and the figure rests on that.",
        when=column("faults").is_present(),
    ),
    Caveat(
        id="OTHER_PERIOD",
        source="A5",
        says="Not of the period the statement names; the metric is not applicable.",
        when=column("as_stated") == False,  # noqa: E712 - a condition
        general=True,
    ),
    Caveat(
        id="DIFFERS_FROM_HOME_OFFICE",
        source="A8",
        says="Without British Transport Police, so not the Home Office's own total.",
        when=column("total") == True,  # noqa: E712 - a condition
        general=True,
    ),
    Caveat(
        id="INCOMPLETE",
        source="A7",
        says="{gaps} of its cells hold no number, and are not counted.",
        when=column("gaps") > 0,
    ),
)
"""The caveats of any figure."""

RESIDENT_CAVEATS = (
    *SHARED_CAVEATS,
    Caveat(
        id="NOTED_VINTAGE",
        source="A9",
        says="Another population than the edition's, by a noted exception: {noted}.",
        when=column("noted").is_present(),
    ),
    Caveat(
        id="FEW_RESIDENTS",
        source="assumption city_of_london",
        says="Far fewer people live in the area than are in it by day.",
        when=column("force") == edition("assumptions.city_of_london"),
    ),
)
"""The caveats of a figure that residents have a part in."""
