"""The tables of a return, one file each; `TABLES` lists them by name."""

from peelcheck.shape import Table
from peelcheck.tables.calls_999 import CALLS_999
from peelcheck.tables.crimes import CRIMES
from peelcheck.tables.file_review import FILE_REVIEW
from peelcheck.tables.judgments import JUDGMENTS
from peelcheck.tables.outcome_counts import OUTCOME_COUNTS
from peelcheck.tables.outcome_submissions import OUTCOME_SUBMISSIONS
from peelcheck.tables.outcomes import OUTCOMES
from peelcheck.tables.population import POPULATION
from peelcheck.tables.population_by_ethnic_group import POPULATION_BY_ETHNIC_GROUP
from peelcheck.tables.public_survey import PUBLIC_SURVEY
from peelcheck.tables.recorded_crime import RECORDED_CRIME
from peelcheck.tables.recorded_crime_rate import RECORDED_CRIME_RATE
from peelcheck.tables.spend import SPEND
from peelcheck.tables.staff_survey import STAFF_SURVEY
from peelcheck.tables.stop_search import STOP_SEARCH
from peelcheck.tables.stop_search_by_group import STOP_SEARCH_BY_GROUP
from peelcheck.tables.stop_search_records import STOP_SEARCH_RECORDS
from peelcheck.tables.vetting import VETTING
from peelcheck.tables.workforce import WORKFORCE

__all__ = ["DIRECTLY_COLLECTED", "POPULATIONS", "TABLES"]

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        STOP_SEARCH,
        POPULATION,
        POPULATION_BY_ETHNIC_GROUP,
        STOP_SEARCH_BY_GROUP,
        STOP_SEARCH_RECORDS,
        RECORDED_CRIME,
        RECORDED_CRIME_RATE,
        CRIMES,
        OUTCOMES,
        OUTCOME_COUNTS,
        OUTCOME_SUBMISSIONS,
        WORKFORCE,
        CALLS_999,
        VETTING,
        SPEND,
        FILE_REVIEW,
        STAFF_SURVEY,
        PUBLIC_SURVEY,
        JUDGMENTS,
    )
}

DIRECTLY_COLLECTED = (CALLS_999.name, VETTING.name)
"""The tables that forces are asked for directly (A26, A49)."""

POPULATIONS = (POPULATION.name, POPULATION_BY_ETHNIC_GROUP.name)
"""The tables of residents, whom others count; every other table is of forces' own."""
