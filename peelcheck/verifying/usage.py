"""What the annex says of the use of some evidence and figures (A14, A23, A24, A30)."""

from __future__ import annotations

from dataclasses import replace

from peelcheck.claims import Claim, ClaimVerdict, Held
from peelcheck.metrics.file_review import GOOD_FILES
from peelcheck.metrics.surveys import STAFF_AGREEING
from peelcheck.reference.editions import Edition
from peelcheck.reference.forces import force_names
from peelcheck.tables.file_review import LARGER_SAMPLES

__all__ = ["barred", "flagged"]

FILE_REVIEW = "file review"
STAFF_SURVEY = "staff survey"
_RECORDED_CRIME = "recorded crime"


def barred(claim: Claim) -> Held | None:
    """Return a claim that its evidence cannot carry: one force by the staff survey."""
    of_survey = STAFF_SURVEY in claim.evidence or claim.metric == STAFF_AGREEING.id
    if not of_survey or claim.subject not in force_names():
        return None
    says = (
        "it cites the staff survey for one force; the survey gave themes for fieldwork "
        "and was not used to assess a force (A14)"
    )
    return Held(claim=claim, verdict=ClaimVerdict.NOT_CHECKABLE, says=says)


def flagged(held: Held, edition: Edition) -> Held:
    """Return a claim with flags where it is on recorded crime, or the file review."""
    claim, flags = held.claim, list(held.flags)
    if claim.change and _RECORDED_CRIME in f"{claim.base} {claim.unit.text}".casefold():
        says = "a rise of recorded crime may come from better recording since 2014"
        flags.append(("A30", says))
    of_files = claim.metric == GOOD_FILES.id
    if FILE_REVIEW not in claim.evidence and not of_files:
        return replace(held, flags=tuple(flags))
    if claim.evidence == (FILE_REVIEW,) or not claim.evidence:
        says = "rests on the file review alone, whose samples are small"
        flags.append(("A24", says))
    if claim.of is None or claim.subject not in force_names():
        return replace(held, flags=tuple(flags))
    name = "larger_sample" if claim.subject in LARGER_SAMPLES else "sample"
    files = edition.value(f"file_review.{name}")
    if claim.of == files:
        flags.append(("A23", f"{files} files is the sample of {claim.subject}"))
        return replace(held, flags=tuple(flags))
    says = f"{claim.of:,} files is not the sample of {claim.subject}, which is {files}"
    if claim.of < int(str(files)) or barred(claim):
        # Fewer may be those of the sample that the claim is about.
        flags.append(("A23", says))
        return replace(held, flags=tuple(flags))
    return replace(
        held,
        verdict=ClaimVerdict.NOT_REPRODUCED,
        says=f"{says} (A23); {held.says}",
        flags=tuple(flags),
    )
