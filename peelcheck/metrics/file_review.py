"""The share of case files of a good standard (A21 to A25)."""

from peelcheck.authoring import column, in_window
from peelcheck.counts import ROWS, Exclusion, Numerator
from peelcheck.measures import Among, Caveat, Metric
from peelcheck.metrics.caveats import SHARED_CAVEATS
from peelcheck.metrics.exclusions import WITHOUT_BTP, none_of, on_other_days

__all__ = ["GOOD_FILES"]

_SAID_NOT = none_of("good_standard", ("yes", "no"))

GOOD_FILES = Metric(
    id="good_files",
    statement="A25",
    title="Case files of a good standard",
    says="Files of a good standard, of the files reviewed.",
    unit="per cent of files",
    numerator=Numerator(
        table="file_review",
        value=ROWS,
        unit="files",
        counts="files",
        flags={
            "recorded_in_window": in_window("recorded_on", "file_review.window"),
        },
        exclusions=(
            WITHOUT_BTP,
            on_other_days("recorded_in_window", "recorded", "A22"),
            Exclusion(
                name="of a standard not given, or not known",
                statement="A25",
                when=_SAID_NOT,
                if_found=True,
            ),
        ),
    ),
    denominator=Among(
        says="the files reviewed",
        but=(
            Exclusion(
                name="not of a good standard",
                statement="A25",
                when=_SAID_NOT | (column("good_standard") == "no"),
            ),
        ),
    ),
    per=100,
    places=2,
    caveats=(
        *SHARED_CAVEATS,
        Caveat(
            id="NEVER_ALONE",
            source="A24",
            says="Too few files to judge a force by: used only beside other evidence.",
            general=True,
        ),
        Caveat(
            id="FILES",
            source="A23",
            says="Rests on {base:,} files.",
            when=column("base") > 0,
            general=True,
        ),
    ),
)
