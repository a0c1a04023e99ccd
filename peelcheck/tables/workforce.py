"""Police workforce by force, in full-time equivalents (A41 to A43).

Labels: Home Office police workforce, 30 September 2018, and its open data.
"""

from peelcheck.reference.spelling import fold
from peelcheck.shape import ColumnType, Mark, Missing, Table, TableColumn
from peelcheck.tables.stop_search import NOT_STATED, STATED_GROUPS, STOP_SEARCH

__all__ = [
    "DESIGNATED",
    "HEADCOUNT_ONLY",
    "OFFICER",
    "SECONDED_OUT",
    "SECTION_39",
    "SEXES",
    "WORKER_TYPES",
    "WORKFORCE",
]

OFFICER = "police officer"
DESIGNATED = "designated officer"
WORKER_TYPES = (
    OFFICER,
    "police staff",
    DESIGNATED,
    "police community support officer",
)
"""The kinds of worker counted in full-time equivalents."""

HEADCOUNT_ONLY = ("special constable", "police support volunteer")
"""The kinds counted by heads alone; in full-time equivalents they are none."""

SECTION_39 = (
    "Designated Detention Officer (S.39)",
    "Designated Escort Officer (S.39)",
)
"""The ranks of staff of contractors, designated under section 39."""

SEXES = ("Female", "Male")
_NO_SEX = ("Not stated", "Prefer not to say", "Prefer to self-describe")
SECONDED_OUT = "seconded to another force"
_STATUSES = (
    "in post",
    "career break",
    "long-term absence",
    "seconded from another force",
    SECONDED_OUT,
)
_PLURALS = {
    "police officers": "police officer",
    "designated officers": "designated officer",
    "police community support officers": "police community support officer",
    "PCSO": "police community support officer",
    "PCSOs": "police community support officer",
    "special constables": "special constable",
    "police support volunteers": "police support volunteer",
}


def _may_be_blank(
    name: str, says: str, *domain: str, headers: tuple[str, ...] = ()
) -> TableColumn:
    return TableColumn(
        name=name,
        type=ColumnType.TEXT,
        says=says,
        required=False,
        missing=Missing.IGNORED,
        domain=domain,
        headers=headers,
    )


WORKFORCE = Table(
    name="workforce",
    prefix="WOR",
    title="Workforce",
    statement="A41",
    says="People of one kind who work for one force on one day.",
    columns=(
        TableColumn(
            name="as_at",
            type=ColumnType.DATE,
            says="Day the workforce is counted on.",
            headers=("date",),
        ),
        STOP_SEARCH.column("force"),
        TableColumn(
            name="worker_type",
            type=ColumnType.TEXT,
            says="Kind of worker; some forces count designated officers as staff.",
            domain=(*WORKER_TYPES, *HEADCOUNT_ONLY),
            spellings={fold(text): kind for text, kind in _PLURALS.items()},
        ),
        _may_be_blank(
            "rank",
            "Rank, or designation; blank for all together.",
            headers=("rank_description",),
        ),
        _may_be_blank("sex", "Sex; blank for all together.", *SEXES, *_NO_SEX),
        _may_be_blank("function", "What they do; blank for all together."),
        _may_be_blank(
            "ethnic_group",
            "Self-defined ethnic group (2001 grouping); blank for all together.",
            *STATED_GROUPS,
            NOT_STATED,
        ),
        _may_be_blank(
            "status", "Whether in post, absent or seconded; blank if all.", *_STATUSES
        ),
        TableColumn(
            name="headcount",
            type=ColumnType.INTEGER,
            says="People, each counted once.",
            unit="people",
            required=False,
            missing=Missing.IGNORED,
            minimum=0,
            headers=("total_headcount",),
        ),
        TableColumn(
            name="fte",
            type=ColumnType.NUMBER,
            says="Full-time equivalents.",
            unit="full-time equivalents",
            minimum=0,
            headers=("total_fte",),
        ),
    ),
    key=(
        "as_at",
        "force",
        "worker_type",
        "rank",
        "sex",
        "function",
        "ethnic_group",
        "status",
    ),
    marks={"..": Mark.NOT_AVAILABLE},
    period_column="as_at",
    totalled=True,
    stock=True,
)
