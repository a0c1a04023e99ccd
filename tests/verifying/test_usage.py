"""Evidence that cannot carry a claim, or that is flagged (A14, A23, A24, A30)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import peelcheck
from peelcheck.claims import Claim, ClaimVerdict, Held
from peelcheck.reference.editions import Edition
from peelcheck.verifying.arithmetic_claims import on_its_own
from peelcheck.verifying.usage import barred, flagged

Make = Callable[..., Claim]


class TestStaffSurvey:
    """The staff survey assessed no force (A14)."""

    def test_a_claim_on_one_force_that_cites_it_is_not_checkable(
        self, claim: Make
    ) -> None:
        held = barred(claim(figure="52%", of="317", evidence="Staff Survey; ONS"))
        assert held is not None
        assert held.verdict is ClaimVerdict.NOT_CHECKABLE
        assert "was not used to assess a force (A14)" in held.says

    def test_a_claim_on_all_forces_may_cite_it(self, claim: Make) -> None:
        every = claim(subject="England and Wales", figure="5%", evidence="staff survey")
        assert barred(every) is None
        assert barred(claim(figure="5%", evidence="public survey")) is None

    def test_nothing_else_said_of_it_changes_that(self, published: str) -> None:
        bars = {"subject": "Essex", "evidence": "staff survey; file review"}
        held = peelcheck.verify(
            [
                {"id": "a", "figure": "52 of 99", "base": "files", **bars},
                {"id": "b", "figure": "52 of 60", "base": "files", "subject": "Essex"},
                {"id": "c", "figure": "3", "unit": "per head", "beside": "d", **bars},
                {"id": "d", "figure": "9", "unit": "per head", "subject": "Essex"},
                {
                    "id": "e",
                    "figure": "3.6",
                    "metric": "stop_search_rate",
                    **bars,
                },
            ],
            published,
        )
        for name in "ace":
            assert held.of(name).verdict is ClaimVerdict.NOT_CHECKABLE
            assert "(A14)" in held.of(name).says
        assert held.of("b").verdict is ClaimVerdict.NOT_CHECKABLE


class TestFileReview:
    """Sixty files in a force, ninety in two of them (A23); small samples (A24)."""

    def held(self, claim: Make, edition: Edition, **fields: str) -> Held:
        return flagged(
            on_its_own(claim(**{"evidence": "file review", **fields})), edition
        )

    def test_a_claim_on_it_alone_is_flagged(
        self, claim: Make, edition: Edition
    ) -> None:
        held = self.held(claim, edition, figure="52 of 60")
        assert held.verdict is ClaimVerdict.NOT_CHECKABLE
        assert held.flags == (
            ("A24", "rests on the file review alone, whose samples are small"),
            ("A23", "60 files is the sample of Essex"),
        )

    def test_a_claim_on_more_than_it_is_not(
        self, claim: Make, edition: Edition
    ) -> None:
        more = "file review; fieldwork"
        held = self.held(claim, edition, figure="52%", evidence=more)
        assert held.flags == ()
        without = self.held(claim, edition, figure="52 of 60", evidence="fieldwork")
        assert without.flags == ()

    @pytest.mark.parametrize("other", ["audit", "fieldwork"])
    def test_what_is_named_before_it_counts_too(
        self, claim: Make, edition: Edition, other: str
    ) -> None:
        both = f"{other}; file review"
        assert self.held(claim, edition, figure="52%", evidence=both).flags == ()

    def test_more_files_than_the_sample_are_not_reproduced(
        self, claim: Make, edition: Edition
    ) -> None:
        held = self.held(claim, edition, figure="52 of 90")
        assert held.verdict is ClaimVerdict.NOT_REPRODUCED
        assert held.says.startswith(
            "90 files is not the sample of Essex, which is 60 (A23); possible: 52 of 90"
        )

    def test_fewer_may_be_a_part_of_it_and_are_flagged(
        self, claim: Make, edition: Edition
    ) -> None:
        held = self.held(claim, edition, figure="84%", of="50")
        assert held.verdict is ClaimVerdict.NOT_CHECKABLE
        assert ("A23", "50 files is not the sample of Essex, which is 60") in held.flags

    @pytest.mark.parametrize("force", ["Greater Manchester", "West Midlands"])
    def test_two_forces_have_the_larger_sample(
        self, claim: Make, edition: Edition, force: str
    ) -> None:
        held = self.held(claim, edition, figure="52 of 90", subject=force)
        assert held.flags[-1] == ("A23", f"90 files is the sample of {force}")

    def test_of_other_subjects_no_sample_is_known(
        self, claim: Make, edition: Edition
    ) -> None:
        held = self.held(claim, edition, figure="52 of 99", subject="the region")
        assert [statement for statement, _ in held.flags] == ["A24"]


class TestRecordedCrime:
    """A change of recorded crime may come from better recording (A30)."""

    @pytest.mark.parametrize(
        ("said", "flagged_by"),
        [
            ({"figure": "142,000 to 158,000", "base": "recorded crime"}, ["A30"]),
            ({"figure": "11.2%", "unit": "per cent change of recorded crime"}, ["A30"]),
            ({"figure": "24,400 to 32,439", "base": "investigations closed"}, []),
            ({"figure": "52 of 60", "base": "recorded crime"}, []),
        ],
    )
    def test_a_change_is_flagged_and_nothing_else(
        self,
        claim: Make,
        edition: Edition,
        said: dict[str, str],
        flagged_by: list[str],
    ) -> None:
        held = flagged(on_its_own(claim(**said)), edition)
        assert [statement for statement, _ in held.flags] == flagged_by
