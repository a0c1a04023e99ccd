"""Conditions as pandas source text, true or false and never missing."""

from __future__ import annotations

from dataclasses import dataclass, field

from peelcheck.conditions import (
    OPPOSITE,
    All,
    Any_,
    Compare,
    Condition,
    IsIn,
    IsMissing,
    Literal,
    Matches,
    Name,
    Not,
    Operand,
    Value,
    columns_of,
)

__all__ = ["Constants", "false_text", "true_text"]

_IN_LINE = 2


@dataclass(slots=True)
class Constants:
    """Lists of values, each written once under a name of its own."""

    lists: dict[str, tuple[Value, ...]] = field(default_factory=dict)

    def named(self, column: str, values: tuple[Value, ...]) -> str:
        """Return the source text that stands for a list of values."""
        if len(values) <= _IN_LINE:
            return repr(list(values))
        for name, known in self.lists.items():
            if known == values:
                return name
        taken = sum(name.startswith(column.upper()) for name in self.lists)
        name = column.upper() + (f"_{taken + 1}" if taken else "")
        self.lists[name] = values
        return name


def true_text(condition: Condition, constants: Constants) -> str:
    """Return the text of a mask of the rows where a condition is true."""
    match condition:
        case Compare(left, sign, right):
            return _compared(left, sign, right)
        case IsIn(Name(column), values):
            return f'frame["{column}"].isin({constants.named(column, values)})'
        case IsMissing(Name(column)):
            return f'frame["{column}"].isna()'
        case Not(inner):
            return false_text(inner, constants)
        case All(parts):
            return _joined("&", [true_text(part, constants) for part in parts])
        case Any_(parts):
            return _joined("|", [true_text(part, constants) for part in parts])
        case _:
            return _matched(condition)


def false_text(condition: Condition, constants: Constants) -> str:
    """Return the text of a mask of the rows where a condition is false."""
    match condition:
        case Compare(left, sign, right):
            return _compared(left, OPPOSITE[sign], right)
        case IsIn(Name(column), values):
            members = constants.named(column, values)
            return _joined(
                "&",
                [f'frame["{column}"].notna()', f'~frame["{column}"].isin({members})'],
            )
        case IsMissing(Name(column)):
            return f'frame["{column}"].notna()'
        case Not(inner):
            return true_text(inner, constants)
        case All(parts):
            return _joined("|", [false_text(part, constants) for part in parts])
        case Any_(parts):
            return _joined("&", [false_text(part, constants) for part in parts])
        case _:
            return _joined("&", [f"~{_matched(condition)}", _given(condition)])


def _matched(condition: Condition) -> str:
    if not isinstance(condition, Matches):
        message = f"pandas text cannot say: {condition}"
        raise TypeError(message)
    column, pattern = condition.operand.column, condition.pattern
    return f'frame["{column}"].str.fullmatch({pattern!r}, na=False)'


def _compared(left: Operand, sign: str, right: Operand) -> str:
    names = dict.fromkeys((*columns_of(left), *columns_of(right)))
    given = [f'frame["{name}"].notna()' for name in names]
    return _joined("&", [*given, f"({_operand(left)} {sign} {_operand(right)})"])


def _given(condition: Condition) -> str:
    return _joined("&", [f'frame["{name}"].notna()' for name in columns_of(condition)])


def _operand(operand: Operand) -> str:
    match operand:
        case Name(column):
            return f'frame["{column}"]'
        case Literal(value):
            return repr(value)
        case _:
            message = f"pandas text cannot say: {operand}"
            raise TypeError(message)


def _joined(sign: str, parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({f' {sign} '.join(parts)})"
