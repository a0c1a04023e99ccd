"""What the modules of pandera models of both libraries share: words, and a schema."""

from __future__ import annotations

__all__ = ["SAID", "SHARED"]

SAID = '''"""pandera models of the tables, for {library}.

Written by `peelcheck schemas write` from the rulebook; do not edit. This file needs
pandera and {library} alone: copy it where it is wanted, under a name of its own. The
check of a failure is the rule's id; where a column is missing or of another type,
pandera's own words for it stand beside. Rows are judged as `peelcheck check` judges
them: a missing value breaks no rule but the one that asks for a value. Queries and
notes fail like errors here; `Config.metadata` gives each rule's severity, words and
remedy. The dates of the edition are written in, whatever period a table is of. {own}

{{left_out}}
"""
'''

SHARED = '''\
class _Schema(pa.DataFrameSchema):
    """A schema that takes frames as `check` does, and tells of a fault once.

    A rule that reads a column of another type is not told as broken: the type is.
    `rules` has the words of each rule, by its id.
    """

    rules: dict[str, Any]

    @classmethod
    def get_backend(cls, *args: Any, **kwargs: Any) -> Any:
        return pa.DataFrameSchema.get_backend(*args, **kwargs)  # made for that class

    def validate(self, check_obj: Any, *args: Any, **kwargs: Any) -> Any:
        frame, given_back = _taken(check_obj, self)
        try:
            return given_back(super().validate(frame, *args, **kwargs))
        except pa.errors.SchemaErrors as refused:
            raise _without_hindered(refused, self.rules, frame) from None


class _Model(pa.DataFrameModel):
    """A model with such a schema, whose checks are named as their rules are."""

    @classmethod
    def build_schema_(cls, **kwargs: Any) -> _Schema:
        made = cast("_Schema", super().build_schema_(**kwargs))
        made.__class__ = _Schema  # pandera asks nobody which class to make it of
        made.rules = {}
        for base in reversed(cls.__mro__):
            told = getattr(getattr(base, "Config", None), "metadata", None)
            made.rules |= (told or {}).get("rules", {})
        # pandera forgets the names of checks that a subclass has too
        ids = {rule.lower().replace(".", "_"): rule for rule in made.rules}
        ours = [one for column in made.columns.values() for one in column.checks]
        for check in (*made.checks, *ours):
            check.name = ids.get(str(check.name), check.name)
        return made


def _without_hindered(
    refused: pa.errors.SchemaErrors, rules: dict[str, Any], frame: Any
) -> pa.errors.SchemaErrors:
    """Leave out the rules that read a column of another type, or one that is twice."""
    twice = {*frame.columns} - _once([*frame.columns])
    named = [(rules.get(_name_of(one), {}), one) for one in refused.schema_errors]
    faulty = twice | {rule.get("type_of") for rule, _ in named}
    faulty |= {one.schema.name for _, one in named if one.reason_code in _OF_TYPE}
    if twice:  # pandera shows no failure of a frame with such columns
        named = [(r, one) for r, one in named if not ("reads" in r and _raised(one))]
    told = [one for rule, one in named if not faulty & {*rule.get("reads", [])}]
    return pa.errors.SchemaErrors(refused.schema, told, refused.data)


def _raised(one: pa.errors.SchemaError) -> bool:
    return one.reason_code is pa.errors.SchemaErrorReason.CHECK_ERROR


_OF_TYPE = (
    pa.errors.SchemaErrorReason.WRONG_DATATYPE,
    pa.errors.SchemaErrorReason.DATATYPE_COERCION,
)


def _name_of(one: pa.errors.SchemaError) -> str:
    return str(getattr(one.check, "name", one.check))


def _once(columns: list[str]) -> set[str]:
    """Return the columns that stand once; that one stands twice is a failure itself."""
    return {name for name, times in Counter(columns).items() if times == 1}


def _there(columns: list[str], required: list[str], *, any_row: bool) -> bool:
    """Refuse a table with a column twice or not at all, or no rows, with a word."""
    if twice := {*columns} - _once(columns):
        raise ValueError(f"two columns {', '.join(sorted(map(str, twice)))}")
    lacking = [name for name in required if name not in columns]
    if lacking:
        raise ValueError(f"no column {', '.join(lacking)}")
    if not any_row:
        raise ValueError("no rows")
    return True

'''
