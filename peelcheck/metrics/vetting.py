"""The share of the workforce without up-to-date vetting clearance (A49)."""

from peelcheck.authoring import column
from peelcheck.counts import Numerator
from peelcheck.measures import Among, Caveat, Metric
from peelcheck.metrics.caveats import SHARED_CAVEATS
from peelcheck.metrics.exclusions import WITHOUT_BTP

__all__ = ["WITHOUT_CLEARANCE"]

WITHOUT_CLEARANCE = Metric(
    id="without_clearance",
    statement="A49",
    title="Workforce without up-to-date vetting clearance",
    says="Members of the workforce without up-to-date clearance, of all on the day.",
    unit="per cent of the workforce",
    numerator=Numerator(
        table="vetting",
        value="without_clearance",
        unit="members without clearance",
        counts="members without clearance",
        exclusions=(WITHOUT_BTP,),
        alike=("basis",),
    ),
    denominator=Among(says="the whole workforce, on the same basis", value="workforce"),
    per=100,
    places=2,
    caveats=(
        *SHARED_CAVEATS,
        Caveat(
            id="BASIS_DECLARED",
            source="A49",
            says="Counts {alike}, as the return says; the annex does not say which.",
            when=column("alike").is_present(),
            general=True,
        ),
    ),
)
