"""For tests of your own: what a return, figures or an ETL job must hold to."""

from peelcheck.testing.drawn import with_british_transport_police
from peelcheck.testing.figures import assert_figures
from peelcheck.testing.jobs import assert_job
from peelcheck.testing.returns import assert_return

__all__ = [
    "assert_figures",
    "assert_job",
    "assert_return",
    "with_british_transport_police",
]
