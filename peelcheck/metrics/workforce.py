"""The workforce in post, by kind, sex, function and ethnic group (A39 to A43)."""

from dataclasses import replace

from peelcheck.authoring import column
from peelcheck.counts import Exclusion, Numerator
from peelcheck.groupings import Group, Split
from peelcheck.measures import Beside, Caveat, Metric, Whole
from peelcheck.metrics.caveats import RESIDENT_CAVEATS, SHARED_CAVEATS
from peelcheck.metrics.exclusions import WITHOUT_BTP
from peelcheck.metrics.stop_search import BASIS_UNSTATED, RESIDENTS_BY_GROUP
from peelcheck.reference.forces import DESIGNATED_AMONG_STAFF
from peelcheck.tables.stop_search import NOT_STATED, STATED_GROUPS
from peelcheck.tables.workforce import (
    HEADCOUNT_ONLY,
    OFFICER,
    SECONDED_OUT,
    SECTION_39,
    SEXES,
    WORKER_TYPES,
)

__all__ = [
    "LOCAL_OFFICER_SHARE",
    "WORKFORCE_BY_ETHNIC_GROUP",
    "WORKFORCE_BY_SEX",
    "WORKFORCE_IN_POST",
]

_ALL_KINDS = "All kinds"
_STAFF = ("Police staff", "Designated officers")

_IN_POST = Numerator(
    table="workforce",
    value="fte",
    unit="full-time equivalents",
    counts="full-time equivalents",
    places=2,
    exclusions=(
        WITHOUT_BTP,
        Exclusion(
            name="counted by heads alone",
            statement="A41",
            when=column("worker_type").is_in(HEADCOUNT_ONLY),
            if_found=True,
        ),
        Exclusion(
            name="staff under section 39",
            statement="A42",
            when=(column("worker_type") == "designated officer")
            & column("rank").is_in(SECTION_39),
        ),
        Exclusion(
            name="seconded to another force",
            statement="A43",
            when=column("status") == SECONDED_OUT,
            if_found=True,
        ),
    ),
)

_OWN_CAVEATS = (
    Caveat(
        id="MAY_BE_REVISED",
        source="A40",
        says="The Home Office may have revised the figures since the report.",
        general=True,
    ),
    Caveat(
        id="NOT_TOLD_APART",
        source="A42",
        says="The data do not tell these, so they may be counted in: {untold}.",
        when=column("untold").is_present(),
        general=True,
    ),
)

WORKFORCE_CAVEATS = (*SHARED_CAVEATS, *_OWN_CAVEATS)

WORKFORCE_IN_POST = Metric(
    id="workforce_in_post",
    statement="A41",
    title="Workforce in post",
    says="Full-time equivalents on the day, of each kind of worker.",
    unit="full-time equivalents",
    numerator=_IN_POST,
    denominator=None,
    split=Split(
        column="worker_type",
        groups=(
            Group(name=_ALL_KINDS, short="All", members=WORKER_TYPES),
            *(
                Group(name=name, short=short, members=(kind,))
                for kind, name, short in zip(
                    WORKER_TYPES,
                    (
                        "Police officers",
                        *_STAFF,
                        "Police community support officers",
                    ),
                    ("Officers", "Staff", "Designated", "PCSOs"),
                    strict=True,
                )
            ),
        ),
    ),
    beside=Beside(
        reference="workforce_published",
        value="fte",
        says="full-time equivalents as first published",
        low="workforce_revision_low",
        high="workforce_revision_high",
        area="force",
        period="as_at",
        group="worker_type",
    ),
    places=2,
    caveats=(
        *WORKFORCE_CAVEATS,
        Caveat(
            id="AS_PUBLISHED",
            source="A40",
            says="{beside}.",
            when=column("agrees") == True,  # noqa: E712 - a condition
            general=True,
        ),
        Caveat(
            id="NOT_AS_PUBLISHED",
            source="A40",
            says="{beside}.",
            when=column("agrees") == False,  # noqa: E712 - a condition
        ),
        Caveat(
            id="PUBLISHED_WITH_SECTION_39",
            source="A42",
            says="The table first published counts section 39 staff as designated.",
            when=(column("agrees") == False)  # noqa: E712 - a condition
            & column("group").is_in((_ALL_KINDS, _STAFF[1])),
        ),
        Caveat(
            id="DESIGNATED_AMONG_STAFF",
            source="A42",
            says="The force counted designated officers among its staff in 2018.",
            when=column("force").is_in(DESIGNATED_AMONG_STAFF)
            & column("group").is_in(_STAFF),
        ),
        Caveat(
            id="KIND_ABSENT",
            source="A7",
            says="Kinds of worker without a number of a force, none or not available: "
            "{absent}.",
            when=column("absent") > 0,
        ),
    ),
)

WORKFORCE_BY_SEX = replace(
    WORKFORCE_IN_POST,
    id="workforce_by_sex",
    title="Workforce in post by sex",
    says="Full-time equivalents of each sex, of all on the day.",
    unit="per cent of full-time equivalents",
    denominator=Whole(says="the whole workforce in post"),
    beside=None,
    per=100,
    split=Split(
        column="sex",
        groups=tuple(Group(name=one, short=one, members=(one,)) for one in SEXES),
    ),
    caveats=WORKFORCE_CAVEATS,
)

LOCAL_OFFICER_SHARE = replace(
    WORKFORCE_BY_SEX,
    id="local_officer_share",
    title="Officers in neighbourhood or response policing",
    says="Full-time equivalents of officers in these functions, of all officers.",
    unit="per cent of officers",
    numerator=replace(
        _IN_POST,
        where=column("worker_type") == OFFICER,
        where_says="police officers",
        unit="officers, full-time equivalents",
        counts="officers",
    ),
    denominator=Whole(says="all officers in post"),
    split=Split(
        column="function",
        groups=(
            Group(
                name="Neighbourhood or response",
                short="Local",
                assumption="local_functions",
            ),
        ),
    ),
    caveats=(
        *WORKFORCE_CAVEATS,
        Caveat(
            id="LOCAL_FUNCTIONS",
            source="assumption local_functions",
            says="Takes these functions together, which the report does not list: "
            "{members}.",
        ),
    ),
)

WORKFORCE_BY_ETHNIC_GROUP = replace(
    WORKFORCE_BY_SEX,
    id="workforce_by_ethnic_group",
    title="Workforce in post by ethnic group, beside the local population",
    says="Full-time equivalents of each group, of all whose ethnic group is stated.",
    numerator=replace(
        _IN_POST,
        counts="full-time equivalents",
        exclusions=(
            *_IN_POST.exclusions,
            Exclusion(
                name="ethnic group not stated",
                statement="A41",
                when=column("ethnic_group").is_missing()
                | (column("ethnic_group") == NOT_STATED),
                unknown=True,
            ),
        ),
    ),
    denominator=Whole(says="the workforce whose ethnic group is stated"),
    split=Split(
        column="ethnic_group",
        groups=(
            Group(
                name="All minority ethnic groups",
                short="All minority",
                members=STATED_GROUPS[1:],
            ),
            *(
                Group(name=one, short=short, members=(one,))
                for one, short in zip(
                    STATED_GROUPS,
                    ("White", "Mixed", "Asian", "Black", "Chinese/Other"),
                    strict=True,
                )
            ),
        ),
    ),
    local=RESIDENTS_BY_GROUP,
    caveats=(*RESIDENT_CAVEATS, *_OWN_CAVEATS, BASIS_UNSTATED),
)
