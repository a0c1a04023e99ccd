"""Conditions as source text of other languages, three-valued as they are here.

A text is of where a condition is true, or of where it is false; where it is open, as a
value is missing, neither holds. What a language calls things is its `Language`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from peelcheck.conditions import (
    OPPOSITE,
    All,
    Any_,
    Compare,
    Condition,
    FromManifest,
    IsIn,
    IsMissing,
    Literal,
    Matches,
    Name,
    Not,
    Operand,
    Scaled,
    Value,
    columns_of,
)
from peelcheck.errors import PeelcheckError

__all__ = ["CannotSayError", "Language", "condition_text", "joined"]


class CannotSayError(PeelcheckError):
    """A language has no words for a condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What a language calls the parts of a condition.

    Attributes:
        column: Returns the text of a column, by its name.
        value: Returns the text of a literal.
        values: Returns the text of a list of literals, by the column they are of.
        matching: Returns the text of a column's matching a pattern throughout, or not.
        missing: A column has no value.
        present: A column has a value.
        member: A column is one of a list.
        other: A column has a value that is none of a list.
        both: Stands between two conditions that are both to hold.
        either: Stands between two conditions of which one is to hold.
        signs: Signs of comparison that it writes in another way.
        guarded: Whether a comparison needs to be told that its columns have values.
        parameter: What stands for a value of the manifest, if anything can.

    """

    column: Callable[[str], str]
    value: Callable[[Value], str]
    values: Callable[[str, tuple[Value, ...]], str]
    matching: Callable[[str, str, bool], str]
    missing: str
    present: str
    member: str
    other: str
    both: str
    either: str
    signs: dict[str, str]
    guarded: bool = False
    parameter: str = ""


def condition_text(
    condition: Condition, language: Language, *, truth: bool = True
) -> str:
    """Return the text of where a bound condition is true; where false, if not `truth`.

    Raises:
        CannotSayError: The language has no words for it.

    """
    match condition:
        case Not(inner):
            return condition_text(inner, language, truth=not truth)
        case All(parts) | Any_(parts):
            texts = [condition_text(part, language, truth=truth) for part in parts]
            every = isinstance(condition, All) is truth
            return joined(texts, language.both if every else language.either)
        case Compare(left, sign, right):
            return _compared(left, sign if truth else OPPOSITE[sign], right, language)
        case IsMissing(Name(column)):
            template = language.missing if truth else language.present
            return template.format(language.column(column))
        case IsIn(Name(column), values):
            listed = language.values(column, values)
            template = language.member if truth else language.other
            return template.format(language.column(column), listed)
        case Matches(Name(column), pattern):
            return language.matching(language.column(column), pattern, truth)
        case _:
            raise CannotSayError(str(condition))


def _compared(left: Operand, sign: str, right: Operand, language: Language) -> str:
    texts = (_operand(left, language), _operand(right, language))
    test = f"{texts[0]} {language.signs.get(sign, sign)} {texts[1]}"
    if not language.guarded:
        return f"({test})"
    columns = dict.fromkeys((*columns_of(left), *columns_of(right)))
    given = [language.present.format(language.column(name)) for name in columns]
    return joined([*given, f"({test})"], language.both)


def _operand(operand: Operand, language: Language) -> str:
    match operand:
        case Name(column):
            return language.column(column)
        case Literal(value):
            return language.value(value)
        case Scaled(Literal(factor), Name(column)):
            return f"{language.value(factor)} * {language.column(column)}"
        case FromManifest(name) if language.parameter:
            return language.parameter.format(name)
        case _:
            raise CannotSayError(str(operand))


def joined(texts: list[str], word: str) -> str:
    """Return texts with a word between them, in brackets where there are several."""
    return texts[0] if len(texts) == 1 else f"({word.join(texts)})"
