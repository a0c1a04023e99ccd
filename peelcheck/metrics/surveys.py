"""What staff and the public answered (A12 to A20): weighted, indicative, themes."""

from peelcheck.authoring import column, edition
from peelcheck.counts import Exclusion, Numerator
from peelcheck.groupings import Split
from peelcheck.measures import Among, Caveat, Metric
from peelcheck.metrics.caveats import SHARED_CAVEATS
from peelcheck.metrics.exclusions import WITHOUT_BTP, none_of

__all__ = ["SATISFIED", "STAFF_AGREEING"]

_NO_OPINION = none_of("satisfied", ("yes", "no"))

SATISFIED = Metric(
    id="public_satisfied",
    statement="A19",
    title="Respondents satisfied with their force",
    says="Weights of satisfied respondents, of the weights of all with an opinion.",
    unit="per cent of respondents, weighted",
    numerator=Numerator(
        table="public_survey",
        value="weight",
        unit="respondents, weighted",
        counts="respondents, weighted",
        places=2,
        where=column("year") == edition("public_survey.year"),
        where_says="the survey's year",
        window="public_survey.days",
        exclusions=(
            WITHOUT_BTP,
            Exclusion(
                name="of no opinion, or one not known",
                statement="A19",
                when=_NO_OPINION,
                if_found=True,
            ),
        ),
    ),
    denominator=Among(
        says="all with an opinion, weighted",
        base="respondents",
        but=(
            Exclusion(
                name="not satisfied",
                statement="A19",
                when=_NO_OPINION | (column("satisfied") == "no"),
            ),
        ),
    ),
    per=100,
    places=2,
    caveats=(
        *SHARED_CAVEATS,
        Caveat(
            id="INDICATIVE_ONLY",
            source="A20",
            says="Respondents were not drawn at random: an indication, no measurement.",
            general=True,
        ),
        Caveat(
            id="ANOTHER_PROVIDER",
            source="A15",
            says="Another provider ran the survey up to 2017: a change since then may "
            "come from that.",
            general=True,
        ),
        Caveat(
            id="TARGETED_INTERVIEWS",
            source="A18",
            says="Interviews in person were aimed at groups that panels hold few of.",
            general=True,
        ),
        Caveat(
            id="UNWEIGHTED_BASE",
            source="A19",
            says="Rests on {base:,} respondents, counted without weights.",
            when=column("base") > 0,
            general=True,
        ),
    ),
)

STAFF_AGREEING = Metric(
    id="staff_agreeing",
    statement="A14",
    title="Staff who agreed, by theme",
    says="Members of staff who agreed, of all who answered; for all forces together.",
    unit="per cent of responses",
    numerator=Numerator(
        table="staff_survey",
        value="agreeing",
        unit="responses",
        counts="responses",
        exclusions=(WITHOUT_BTP,),
    ),
    denominator=Among(says="all who answered on the theme", value="responses"),
    per=100,
    split=Split(column="theme", open=True),
    places=2,
    of_forces=False,
    caveats=(
        *SHARED_CAVEATS,
        Caveat(
            id="THEMES_ONLY",
            source="A14",
            says="Points to themes for fieldwork; no force is judged by it.",
            general=True,
        ),
        Caveat(
            id="THEME_ABSENT",
            source="A7",
            says="Forces without a number on the theme: {absent}.",
            when=column("absent") > 0,
        ),
        Caveat(
            id="VOLUNTARY_SAMPLE",
            source="A12",
            says="Staff chose to answer: no statistical sample, so it has no interval.",
            general=True,
        ),
    ),
)
