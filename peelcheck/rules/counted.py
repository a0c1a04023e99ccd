"""Single searches and crimes held against the counts of them (A5)."""

from peelcheck.authoring import column
from peelcheck.conditions import Condition
from peelcheck.model import AgreementRule, Basis, Severity
from peelcheck.shape import Missing

__all__ = ["as_many_as_counted"]


def as_many_as_counted(
    rule_id: str,
    table: str,
    *,
    says: str,
    mend: str,
    counts: tuple[str, str],
    when: Condition,
    where: Condition,
    example: int,
) -> AgreementRule:
    """Return the rule that a force's single ones are as many as the return counts.

    A sample of them is noted as an exception.

    Args:
        rule_id: Its id.
        table: The table of single ones.
        says: What must hold, in one sentence.
        mend: What to do about a finding.
        counts: The table of counts, which is checked before, and its column of them.
        when: Which single ones are counted.
        where: Which of the counts hold them.
        example: A number of them, for the examples.

    """
    (to, value), essex = counts, {"force": "Essex"}
    counted = f"reference.{value}"
    return AgreementRule(
        id=rule_id,
        statement="A5",
        basis=Basis.DERIVED,
        severity=Severity.QUERY,
        notable=True,
        missing=Missing.UNDECIDED,
        table=table,
        says=says,
        mend=mend,
        to=to,
        on={"force": "force"},
        other_sums=(value,),
        when=when,
        where=where,
        then=column("rows") == column(counted),
        passes=(essex | {"rows": example, counted: example},),
        fails=(
            essex | {"rows": example - 1, counted: example},
            essex | {"rows": example + 1, counted: example},
        ),
        undecided=(essex | {"rows": example, counted: None},),
    )
