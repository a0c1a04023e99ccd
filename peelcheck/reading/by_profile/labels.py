"""Labels of a finer breakdown: rows of a label nobody knows stay out of its sums."""

from __future__ import annotations

import polars as pl

from peelcheck.profiles import Summed
from peelcheck.reading.by_profile.underway import OVER, Work
from peelcheck.reference.spelling import fold
from peelcheck.returns import ROW

__all__ = ["set_apart"]


def set_apart(work: Work, finer: Summed) -> tuple[int, str]:
    """Name a row of an unknown label by its group and label, so that it is found.

    Such a row may be a total of the others, and to add it up would count them twice;
    it stays in the table as a row of a group that there is not.

    Returns:
        How many rows are added up, and in words what of them.

    """
    known = {fold(label) for label in finer.values}
    within = finer.within
    if not known or within not in work.frame.columns:
        return len(work.frame), finer.says
    labels = [one for one in work.frame[OVER].unique() if one is not None]
    odd = [label for label in labels if fold(label) not in known]
    strange = pl.col(OVER).is_null() | pl.col(OVER).is_in(odd)
    texts = [pl.col(name).fill_null("") for name in (within, OVER)]
    apart = work.frame.filter(strange)
    summed = work.frame.filter(~strange)
    named = pl.when(strange).then(pl.concat_str(texts, separator=" / "))
    work.frame = work.frame.with_columns(named.otherwise(within).alias(within))
    kind = f"row left out of its group's sum, its {finer.over} is not known"
    examples = [
        (row, label or "", f"{group or ''} / {label or ''}")
        for row, group, label in apart.select(ROW, within, OVER).rows()
    ]
    work.say(within, kind, len(apart), examples)
    groups = summed[within].n_unique()
    says = finer.says.format(labels=len(labels) - len(odd), groups=groups)
    return len(summed), says
