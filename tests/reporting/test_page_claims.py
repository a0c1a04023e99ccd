"""Claims on the page: every kind of verdict, the rivals, the joint view, the faults."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from pages import Read, read_page

from peelcheck.claims import (
    Claim,
    ClaimFault,
    ClaimVerdict,
    Departure,
    Held,
    Integers,
    Joint,
    Printed,
    Rival,
    Rivals,
    Unit,
    Verification,
)
from peelcheck.reporting.page import page_as_html

HOSTILE = "<script>alert(1)</script>{{7*7}}&amp;"
BTP = Departure("kept in", "British Transport Police kept in", "a", "btp")
TWICE = Departure("times", "each counted twice", "b", 2)
RATE = Claim(
    id="rate",
    subject="Essex",
    printed=Printed("3.6", Decimal("3.6"), 1),
    unit=Unit("per 1,000 population", 1000),
    metric="stop_search_rate",
    start=date(2017, 4, 1),
    end=date(2018, 3, 31),
    where="Legitimacy",
    evidence=("Home Office", "ONS"),
)
COUNTS = replace(RATE, id="files", printed=None, metric="", count=52, of=60)
RIVALS = Rivals(
    found=(
        *(
            Rival(departures=(BTP,), value=3.6 + n / 1000, numerator=n, denominator=10)
            for n in range(9)
        ),
        Rival(departures=(BTP, TWICE), value=3.61, numerator=6_500, denominator=1_000),
    ),
    hits={1: 12, 2: 3},
    tried=3_516,
    distinct=1_330,
)
HELD = (
    Held(claim=RATE, verdict=ClaimVerdict.REPRODUCED, says="so it is", value=3.6),
    Held(
        claim=replace(RATE, id="rate-2"),
        verdict=ClaimVerdict.NOT_REPRODUCED,
        says="it would take more searches",
        value=1.65,
        interval="from 3.55 to below 3.65",
        numerators=Integers(6_463, 6_644),
        rivals=RIVALS,
    ),
    Held(
        claim=replace(RATE, id="rate-3"),
        verdict=ClaimVerdict.NOT_REPRODUCED,
        says="nothing prints it",
        denominators=Integers(5, None),
        unit="per head",
        rivals=Rivals(found=(), hits={}, tried=10, distinct=4),
    ),
    Held(
        claim=replace(RATE, id="share", metric=""),
        verdict=ClaimVerdict.IMPOSSIBLE,
        says="no whole numbers print it",
        numerators=Integers(3, 2),
    ),
    Held(
        claim=COUNTS,
        verdict=ClaimVerdict.NOT_CHECKABLE,
        says="neither count is in a table",
        flags=(("A24", "rests on the file review alone"),),
    ),
    Held(
        claim=replace(COUNTS, id="change", change=True),
        verdict=ClaimVerdict.NOT_CHECKABLE,
        says="no figure is printed",
    ),
)
VERIFICATION = Verification(
    source="return",
    claims_source="claims.csv",
    edition="peel-2018-19",
    held=HELD,
    faults=(
        ClaimFault(
            place="line 9",
            field="figure",
            text="3,,6",
            says="is no number",
            mend="Write it as printed.",
        ),
    ),
    joint=(
        Joint(
            metric="stop_search_rate",
            departures=(BTP, TWICE),
            claims=("rate", "rate-2"),
            of=3,
        ),
    ),
    notes=("the total is taken",),
    changed_assumptions={"small_number": 50},
)


@pytest.fixture(scope="module")
def page() -> Read:
    return read_page(page_as_html(verification=VERIFICATION))


def test_the_verdicts_are_counted_first(page: Read) -> None:
    counts = (
        "1 reproduced, 2 not reproduced, 1 impossible, 2 not checkable, 1 malformed"
    )
    assert page.words.count(counts) == 2
    assert page.words.index(counts) < page.words.index("The claims and their verdicts")
    assert "noted: the total is taken" in page.words
    assert "assumption changed: small_number = 50" in page.words


def test_the_gravest_claims_come_first(page: Read) -> None:
    names = [text for tag, text in page.headings if tag == "h4"]
    assert names == ["share", "rate-2", "rate-3", "files", "change", "rate"]


def test_a_claim_has_what_was_printed_and_what_was_recomputed(page: Read) -> None:
    row = "rate-2 Essex 3.6 per 1,000 population 1.650 from 3.55 to below 3.65"
    assert f"{row} ✗ not reproduced" in page.words
    assert "Printed 3.6 per 1,000 population" in page.words
    assert "Period 1 April 2017 to 31 March 2018" in page.words
    assert "Rests on Home Office; ONS" in page.words
    assert "from 3.55 to below 3.65, rounded half-up" in page.words


def test_counts_without_a_figure_are_printed_as_they_are(page: Read) -> None:
    assert "Printed 52 of 60 per 1,000 population" in page.words
    assert "Printed 60 to 52 per 1,000 population" in page.words


def test_possible_counts_the_unit_and_flags_are_told(page: Read) -> None:
    assert "Counts above the line that would print it 6,463 to 6,644" in page.words
    assert "Counts above the line that would print it none" in page.words
    assert "Counts below the line that would print it 5 or more" in page.words
    assert "Unit per head it would be near" in page.words
    assert "To know (A24) rests on the file review alone" in page.words


def test_rivals_are_listed_by_number_of_departures_and_counted(page: Read) -> None:
    assert "3,516 combinations of departures were tried" in page.words
    assert "they print 1,330 different figures." in page.words
    assert "15 print this one: 12 of 1 departure, 3 of 2 departures." in page.words
    assert "9 of 15 listed" in page.words
    row = "2 British Transport Police kept in; each counted twice 3.610 6,500 1,000"
    assert row in page.words
    assert "they print 4 different figures. None does so." in page.words


def test_a_hit_is_never_called_a_cause(page: Read) -> None:
    proof = "that prints the figure is a candidate, not proof of its cause."
    assert page.words.count(proof) == 2  # with the rivals, and with the joint view
    assert page.words.count("Reproduced by") == 2
    assert "caused" not in page.words


def test_departures_that_print_several_claims_stand_together(page: Read) -> None:
    row = "British Transport Police kept in; each counted twice 2 of 3 rate, rate-2"
    assert f"stop_search_rate {row}" in page.words


def test_a_fault_has_its_line_field_text_and_remedy(page: Read) -> None:
    assert "line 9 figure 3,,6 is no number Write it as printed." in page.words


def test_long_lists_of_claims_say_where_they_stop() -> None:
    held = tuple(
        replace(HELD[0], claim=replace(RATE, id=f"claim-{n}")) for n in range(1_000)
    )
    told = read_page(page_as_html(verification=replace(VERIFICATION, held=held))).words
    assert "500 of 1,000 listed" in told
    assert "100 of 1,000 listed" in told


def test_no_claim_at_all_is_told() -> None:
    told = read_page(page_as_html(verification=replace(VERIFICATION, held=()))).words
    assert "CLAIMS: 1 malformed" in told


def test_text_of_a_claim_makes_no_element() -> None:
    def page(text: str) -> Read:
        claim = replace(
            RATE,
            id=text,
            subject=text,
            printed=Printed(text, Decimal(1), 0),
            unit=Unit(text, None),
            where=text,
            evidence=(text,),
        )
        hostile = replace(
            VERIFICATION,
            claims_source=text,
            held=(replace(HELD[1], claim=claim, says=text),),
            faults=(
                ClaimFault(place=text, field=text, text=text, says=text, mend=text),
            ),
            notes=(text,),
        )
        return read_page(page_as_html(verification=hostile))

    read, like = page(HOSTILE), page("nothing")
    assert [tag for tag, _ in read.elements] == [tag for tag, _ in like.elements]
    assert sum(HOSTILE in one for one in read.texts) == sum(
        "nothing" in one for one in like.texts
    )
