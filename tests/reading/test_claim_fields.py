"""The fields of one claim, and what is wrong with them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelcheck.claims import Claim, ClaimFault, Rounding, Unit
from peelcheck.reading.claim_fields import FIELDS, claim_of
from peelcheck.reading.shown import shown

RATE = {"metric": "stop_search_rate", "figure": "3.6"}
RATIO = {"metric": "stop_search_ratio", "figure": "8.8", "group": "Black"}
SHARE = {"figure": "84%", "of": "317"}

ODD = "aZ09 .,%£-/()'\"\n\t\0\x1b\x85\u202e\u2212\u200b\u2028\xe9\uff18\U0001f46e"
"""Characters that matter; all of Unicode takes Hypothesis seconds to list at first."""


def claim(**fields: Any) -> Claim:
    made = claim_of("line 2", {"subject": "Essex", **fields})
    assert isinstance(made, Claim), made
    return made


def fault(**fields: Any) -> ClaimFault:
    made = claim_of("line 2", {"subject": "Essex", **fields})
    assert isinstance(made, ClaimFault), made
    assert made.place == "line 2"
    assert made.mend.endswith(".")
    return made


class TestSound:
    """What a sound claim holds."""

    def test_every_field_is_taken(self) -> None:
        made = claim(
            **RATE,
            id="a",
            unit="per 1,000  people",
            count="3,004",
            of="1,820,379",
            base="people",
            beside="b",
            period="year ending 31 March 2018",
            where=" page 41 ",
            evidence="home office; a letter",
            rounding="Half-Even",
        )
        assert (made.id, made.metric, made.base, made.beside) == (
            "a",
            "stop_search_rate",
            "people",
            "b",
        )
        assert made.unit == Unit("per 1,000 people", 1_000)
        assert (made.count, made.of, made.where) == (3_004, 1_820_379, "page 41")
        assert (made.start, made.end) == (date(2017, 4, 1), date(2018, 3, 31))
        assert made.evidence == ("Home Office", "a letter")
        assert made.rounding is Rounding.HALF_EVEN
        assert made.change is False

    def test_what_is_not_said_is_the_metric_s(self) -> None:
        assert claim(**RATE).unit == Unit("searches per 1,000 people", 1_000)
        assert claim(**RATIO).unit == Unit("times", None)
        assert claim(**RATIO).group == "Black or Black British"
        assert claim(**RATE).id == "line 2"
        assert claim(**RATE).rounding is Rounding.HALF_UP

    def test_a_force_may_be_spelt_in_any_accepted_way(self) -> None:
        assert claim(**RATE | {"subject": "Essex Police"}).subject == "Essex"
        assert claim(**SHARE | {"subject": "ESSEX POLICE"}).subject == "Essex"
        every = claim(**RATE | {"subject": "england and wales"})
        assert every.subject == "England and Wales"

    def test_a_claim_on_no_metric_may_be_about_anybody(self) -> None:
        made = claim(**SHARE, subject="the region", group="officers")
        assert (made.subject, made.group) == ("the region", "officers")

    def test_a_per_cent_sign_is_a_unit(self) -> None:
        assert claim(**SHARE).unit == Unit("per cent", 100)
        assert claim(**SHARE, unit="of records").unit == Unit("of records", 100)
        assert claim(**SHARE, unit="%").unit == Unit("%", 100)

    @pytest.mark.parametrize("unit", ["per 100,000 people", "per cent", "per head"])
    def test_a_rate_may_be_given_for_as_many_as_one_likes(self, unit: str) -> None:
        assert claim(**RATE, unit=unit).unit.text == unit

    def test_two_counts_may_be_the_figure(self) -> None:
        made = claim(figure="52 of 60")
        assert (made.printed, made.count, made.of) == (None, 52, 60)
        assert made.change is False
        change = claim(figure="24,400 to 32,439")
        assert (change.count, change.of, change.change) == (32_439, 24_400, True)

    @pytest.mark.parametrize(
        ("word", "more"), [("more", True), ("Fewer", False), ("less", False)]
    )
    def test_a_change_may_be_a_word(self, word: str, more: bool) -> None:  # noqa: FBT001
        made = claim(figure=word, count="5", of="4")
        assert (made.more, made.change) == (more, True)

    def test_a_change_is_told_by_its_unit(self) -> None:
        assert claim(figure="5%", unit="per cent change").change is True
        assert claim(figure="5", unit="exchanges").change is False

    def test_spaces_of_every_kind_are_one(self) -> None:
        made = claim(
            figure="\u00a03.6\t", where="page\u2009 41\n", unit="per\u00a0head"
        )
        assert made.printed is not None
        assert made.printed.value == Decimal("3.6")
        assert made.where == "page 41"
        assert made.unit.per == 1

    def test_a_whole_number_and_nothing_are_texts_too(self) -> None:
        made = claim(figure=36, count=None, of=317, unit="per cent")
        assert made.printed is not None
        assert made.printed.text == "36"
        assert (made.count, made.of) == (None, 317)


class TestFaults:
    """Each is named by its field, with what to do."""

    @pytest.mark.parametrize(
        ("fields", "field", "says"),
        [
            (SHARE | {"subject": " "}, "subject", "it names no subject"),
            (
                RATE | {"subject": "Esex"},
                "subject",
                "there is no force 'Esex'; did you mean 'Essex'?",
            ),
            (RATE | {"subject": "London"}, "subject", "'London' is no force: "),
            (
                RATE | {"metric": "stop_serch"},
                "metric",
                "there is no metric 'stop_serch'; did you mean 'stop_search_rate'?",
            ),
            (RATIO | {"group": ""}, "group", "it names none"),
            (
                RATIO | {"group": "Blak"},
                "group",
                "there is no group 'Blak'; did you mean 'Black'?",
            ),
            (RATE | {"group": "White"}, "group", "stop_search_rate has no groups"),
            ({"figure": ""}, "figure", "it has neither a figure nor two counts"),
            ({"figure": "", "of": "5"}, "figure", "it has neither a figure nor two"),
            ({"figure": "more"}, "figure", "it has neither a figure nor two counts"),
            ({"figure": "1e999"}, "figure", "'1e999' is no printed figure"),
            ({"figure": "52 of 0"}, "figure", "there is no share of 0"),
            ({"figure": "0 to 5"}, "figure", "there is no share of 0"),
            (
                {"figure": "52 of 60", "count": "53"},
                "count",
                "the figure '52 of 60' has",
            ),
            ({"figure": "52 of 60", "of": "60"}, "of", "the figure '52 of 60' has its"),
            (SHARE | {"of": "0"}, "of", "'0' is no count"),
            (SHARE | {"of": "-5"}, "of", "'-5' is no count"),
            ({"figure": "5%", "count": "1.5"}, "count", "'1.5' is no count"),
            (
                SHARE | {"unit": "per 1,000"},
                "unit",
                "the figure is a per cent, the unit 'per 1,000' is not",
            ),
            ({"figure": "3", "unit": "per 0"}, "unit", "'per 0' does not say per how"),
            (
                RATE | {"unit": "times"},
                "unit",
                "stop_search_rate is in searches per 1,000",
            ),
            (
                RATIO | {"unit": "per head"},
                "unit",
                "stop_search_ratio is in times, not",
            ),
            (
                RATIO | {"figure": "8.8%"},
                "unit",
                "stop_search_ratio is in times, not 'per cent'",
            ),
            (
                RATE | {"figure": "5 to 6"},
                "metric",
                "a change is no value of stop_search_rate",
            ),
            (
                RATE | {"figure": "5", "unit": "per cent change"},
                "metric",
                "a change is no value of stop_search_rate",
            ),
            (SHARE | {"period": "31/02/2018"}, "period", "'31/02/2018' is no period"),
            (
                SHARE | {"evidence": "ONS; staf survey"},
                "evidence",
                "there is no source 'staf survey'; did you mean 'staff survey'?",
            ),
            (
                SHARE | {"rounding": "half-way"},
                "rounding",
                "there is no rounding 'half-way'; did you mean 'half-up'?",
            ),
        ],
        ids=lambda one: str(one)[:60],
    )
    def test_what_is_wrong_is_told(
        self, fields: dict[str, str], field: str, says: str
    ) -> None:
        found = fault(**fields)
        assert found.field == field
        assert found.says.startswith(says)

    @pytest.mark.parametrize(
        ("value", "says"),
        [
            (3.6, "it is 3.6, not a text"),
            (True, "it is True, not a text"),
            (date(2018, 3, 31), "it is datetime.date(2018, 3, 31), not a text"),
            ({"a": {"b": 1}}, "it is {'a': {'b': 1}}, not a text"),
            (float("nan"), "it is nan, not a text"),
            (10**5_000, "it is a number of thousands of digits, not a text"),
            ("9" * 301, "it is 301 characters long"),
            ("3\x1b[31m", "it holds a character that does not show, U+001B"),
            ("3\u202e6", "it holds a character that does not show, U+202E"),
            ("3\u200b6", "it holds a character that does not show, U+200B"),
            ("\ud8003", "it holds a character that does not show, U+D800"),
        ],
        ids=lambda one: ascii(shown(one))[:30],
    )
    def test_what_is_no_plain_text_is_told(self, value: Any, says: str) -> None:
        for field in FIELDS[2:]:
            found = fault(**{field: value})
            assert (found.field, found.says) == (field, says)
            found.text.encode()

    @given(st.dictionaries(st.sampled_from(FIELDS), st.text(ODD) | st.integers()))
    def test_anything_is_a_claim_or_a_fault(self, entry: dict[str, Any]) -> None:
        made = claim_of("line 2", entry)
        texts = (
            [made.says, made.mend, made.text] if isinstance(made, ClaimFault) else []
        )
        for text in texts:
            assert text.isprintable()
            assert len(text) < 1_000

    @given(
        figure=st.sampled_from(["3.6", "84%", "52 of 60", "4 to 5", "more"]),
        unit=st.sampled_from(["", "per head", "per 1,000", "times", "%", "change"]),
        count=st.sampled_from(["", "0", "5"]),
        of=st.sampled_from(["", "1", "7"]),
        metric=st.sampled_from(["", "stop_search_rate", "stop_search_ratio"]),
    )
    def test_a_claim_has_something_to_hold(self, **fields: str) -> None:
        made = claim_of("line 2", {"subject": "Essex", "group": "Black", **fields})
        if isinstance(made, Claim):
            assert made.printed or (made.count is not None and made.of)
            assert not (made.metric and made.change)


def test_a_subject_all_but_a_force_is_taken_for_a_slip() -> None:
    made = claim_of("line 1", {"subject": "Esssex", "figure": "84%", "of": "317"})
    assert isinstance(made, ClaimFault)
    assert made.field == "subject"
    assert "did you mean 'Essex'?" in made.says
    other = claim_of("line 1", {"subject": "Bobbies", "figure": "84%", "of": "317"})
    assert isinstance(other, Claim)


@pytest.mark.parametrize(
    "unit", ["arrests per 1,000 people", "per 1,000 officers", "percentage points"]
)
def test_a_unit_of_something_else_is_told(unit: str) -> None:
    entry = {"subject": "Essex", "metric": "stop_search_rate", "figure": "1.7"}
    made = claim_of("line 1", entry | {"unit": unit})
    assert isinstance(made, ClaimFault)
    assert made.field == "unit"
