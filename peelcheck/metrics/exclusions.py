"""What the counts of several sections leave out (A8)."""

from peelcheck.authoring import column
from peelcheck.counts import Exclusion
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE

__all__ = ["WITHOUT_BTP"]

WITHOUT_BTP = Exclusion(
    name=BRITISH_TRANSPORT_POLICE,
    statement="A8",
    when=column("force") == BRITISH_TRANSPORT_POLICE,
    if_found=True,
)
