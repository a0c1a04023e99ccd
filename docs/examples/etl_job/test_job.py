"""The job held to the annex, on returns that are right by construction."""

from peelcheck.strategies import returns
from peelcheck.testing import (
    assert_figures,
    assert_job,
    assert_return,
    with_british_transport_police,
)

YEAR = "2018-09-30"


def test_what_is_cleaned_keeps_the_rulebook(job):
    assert_job(job.cleaned, library="pandas", examples=10)


def test_nothing_of_british_transport_police_is_left(job, peelcheck_publication):
    dirty = with_british_transport_police(peelcheck_publication)
    frames = {name: frame.to_pandas() for name, frame in dirty.frames().items()}
    assert_return(job.cleaned(frames), manifest=dirty.manifest, at_least="note")


def test_rates_are_those_of_the_annex(job):
    def holds(made, drawn):
        assert_figures(made, drawn.read(), metric="stop_search_rate")

    drawn = returns(kind="publication", tables=["stop_search", "population"])
    everything = drawn.map(with_british_transport_police)
    assert_job(job.rates, holds, on=everything, library="pandas", examples=2)


def test_the_share_charged_is_that_of_the_annex(job):
    def holds(made, drawn):
        assert_figures(
            made, drawn.read(), metric="outcome_share_of_counts", period=YEAR
        )

    drawn = returns(tables=["outcome_counts"]).filter(is_by_year)
    assert_job(job.charged, holds, on=drawn, library="pandas", examples=20)


def is_by_year(drawn):
    """Say whether counts are of whole years; this job is not made for quarters."""
    return all(row["quarter"] is None for row in drawn.tables["outcome_counts"])
