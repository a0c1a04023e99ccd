"""The files of rules, in the order of the rulebook: a new file is named here."""

from peelcheck.rules import (
    calls_999,
    crimes,
    file_review,
    judgments,
    manifest,
    outcome_counts,
    outcome_submissions,
    outcomes,
    population,
    population_by_ethnic_group,
    public_survey,
    recorded_crime,
    recorded_crime_rate,
    spend,
    spend_over_time,
    staff_survey,
    stop_search,
    stop_search_records,
    vetting,
    workforce,
)

__all__ = ["SECTIONS"]

SECTIONS = (
    manifest,
    stop_search,
    population,
    population_by_ethnic_group,
    stop_search_records,
    recorded_crime,
    recorded_crime_rate,
    crimes,
    outcomes,
    outcome_counts,
    outcome_submissions,
    workforce,
    calls_999,
    vetting,
    spend,
    spend_over_time,
    file_review,
    staff_survey,
    public_survey,
    judgments,
)
