"""The source text of pandera models, one class a table, with a named check a rule.

A rule that reads one column is a check of that column; one that reads several is a
check of the frame, so that each row that breaks it is one failure case. A check of ours
has a name where one of pandera's own would be shown with its list of values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peelcheck.conditions import ALWAYS
from peelcheck.interop.carried import Carried, words_of
from peelcheck.interop.languages import Constants
from peelcheck.interop.pandera_libraries import Library
from peelcheck.interop.texts import Language, condition_text, joined
from peelcheck.model import RowRule, UniqueRule
from peelcheck.rules.rulebook import columns_read
from peelcheck.shape import Missing, Table

__all__ = ["pandera_source"]


def pandera_source(
    library: Library, tables: Sequence[tuple[Table, Carried]], beyond: Carried
) -> str:
    """Return the text of a module with a pandera model for each table.

    Args:
        library: Whose models they are.
        tables: The tables, and which of their rules can be carried.
        beyond: The rules of no one table, of which none can.

    """
    constants = Constants()
    models = [_Model(library, table, carried, constants) for table, carried in tables]
    texts = [model.text() for model in models]
    lists = [
        f"{name} = [\n" + "".join(f"    {library.value(v)},\n" for v in values) + "]\n"
        for name, values in constants.lists.items()
    ]
    named = [("a return as a whole", beyond), *((t.name, own) for t, own in tables)]
    head = library.head.replace("{left_out}", _left_out(named))
    return "\n".join([head, *lists, "", *texts])


def _left_out(named: Sequence[tuple[str, Carried]]) -> str:
    """Return the list of the rules left out, by table, for the head of the module."""
    count = sum(len(carried.left_out) for _, carried in named)
    lines = [f"Left out, as pandera cannot carry them ({count} rules):", ""]
    for name, carried in named:
        if carried.left_out:
            told = carried.left_out.items()
            lines += [f"{name}:", *(f"    {rule}: {one.why}" for rule, one in told)]
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Model:
    library: Library
    table: Table
    carried: Carried
    constants: Constants

    def text(self) -> str:
        """Return the text of the class."""
        name = "".join(part.capitalize() for part in self.table.name.split("_"))
        parts = [
            f'class {name}(_Model):\n    """{self.table.says}"""\n',
            "\n".join(self._field(number) for number in range(len(self.table.columns))),
            "",
            self._structure(),
            *map(self._type, self.carried.types),
            *map(self._check, self.carried.rules),
            _config(self.library, self.table, self.carried),
        ]
        return "\n".join(parts)

    def _field(self, number: int) -> str:
        column = self.table.columns[number]
        kind = self.library.types[column.type] + ("" if column.required else " | None")
        words = [f"title={column.name!r}", f"description={column.says!r}"]
        metadata = {"unit": column.unit} if column.unit else {}
        words += [f"metadata={metadata!r}"] if metadata else []
        coerced = column.type in self.library.coerced
        first = ["nullable=True", *(["coerce=True"] if coerced else [])]
        inside = "".join(f"        {word},\n" for word in (*first, *words))
        return f"    {column.name}: {kind} = pa.Field(\n{inside}    )"

    def _structure(self) -> str:
        """Return a check of the columns, which pandera checks in names of its own.

        It asks for rows too, as an empty table passes all else.
        """
        library, rule = self.library, self.carried.structure
        if rule is None:
            return ""
        lines = [
            f"rows = {library.argument}",
            f"required = {[*self.table.required]!r}",
            f"columns = [*{library.columns}]",
            f"return _there(columns, required, any_row={library.has_rows})",
        ]
        says = f"{rule.says} There is at least one row."
        return _method(rule.id, says, "dataframe_check(", library.shape_check, lines)

    def _type(self, column: str) -> str:
        """Return a check of a column's type, which pandera checks in its own name."""
        library, rule = self.library, self.carried.types[column]
        lines = [f"return {library.of_type[self.table.column(column).type]}"]
        kind = f"check({column!r}, "
        return _method(rule.id, rule.says, kind, library.type_check, lines)

    def _check(self, rule: RowRule | UniqueRule) -> str:
        read = columns_read(rule)
        if isinstance(rule, RowRule) and len(read) == 1:
            return self._column_check(rule, read[0])
        library = self.library
        language = library.of_frame(self.table, self.constants)
        if isinstance(rule, UniqueRule):
            body = self._doubled(rule, language)
        else:
            body = [f"broken = {_broken(rule, language)}"]
        result = f"return {library.frame_result.format('broken')}"
        lines = [*self._guard(read), *body, result]
        kind = "dataframe_check("
        return _method(rule.id, rule.says, kind, library.frame_check, lines)

    def _column_check(self, rule: RowRule, column: str) -> str:
        library = self.library
        language = library.of_column(self.table, self.constants)
        result = library.column_result.format(_broken(rule, language))
        lines = [f"return {result}"]
        kind = f"check({column!r}, "
        return _method(rule.id, rule.says, kind, library.column_check, lines)

    def _guard(self, columns: Sequence[str]) -> list[str]:
        """Return lines that end a check where a column it reads is not there.

        A missing column is a failure of its own, or need not be there. One of the key
        that need not be there is taken to be what `check` takes it to be.
        """
        library, rows = self.library, self.library.argument
        taken = [c for c in self.table.filled if c.name in columns]
        if taken:
            texts = [
                f"{c.name!r}: ({library.kinds[c.type]}, {c.otherwise!r})" for c in taken
            ]
            rows = f"_filled({library.argument}, {{{', '.join(texts)}}})"
        return [
            f"rows = {rows}",
            f"read = {[*columns]!r}",
            f"if not set(read) <= _once([*{library.columns}]):",
            "    return True",
        ]

    def _doubled(self, rule: UniqueRule, language: Language) -> list[str]:
        """Return lines that find rows whose key stands in another row."""
        library, columns = self.library, [*rule.columns]
        given = [n for n in columns if self.table.column(n).missing is Missing.INVALID]
        if rule.when == ALWAYS:
            return [f"broken = {library.doubled.format(given=given)}"]
        return [
            f"asked = {condition_text(rule.when, language)}",
            f"broken = {library.doubled_where.format(read=columns, given=given)}",
        ]


def _method(
    rule: str, says: str, kind: str, signature: str, lines: Sequence[str]
) -> str:
    name = rule.lower().replace(".", "_")
    body = "".join(f"        {line}\n" for line in lines)
    return (
        f"    @pa.{kind}name={rule!r}, ignore_na=False)\n"
        f"    def {name}(cls, {signature}:\n"
        f'        """{says}"""\n{body}'
    )


def _broken(rule: RowRule, language: Language) -> str:
    broken = condition_text(rule.then, language, truth=False)
    if rule.when == ALWAYS:
        return broken
    return joined([condition_text(rule.when, language), broken], language.both)


def _about(carried: Carried) -> dict[str, dict[str, Any]]:
    """Return which columns each rule reads, or of which it asks the type."""
    types = {rule.id: {"type_of": name} for name, rule in carried.types.items()}
    return types | {one.id: {"reads": [*columns_read(one)]} for one in carried.rules}


def _config(library: Library, table: Table, carried: Carried) -> str:
    lines = [
        "    class Config:",
        f"        name = {table.name!r}",
        *(f"        {line}" for line in library.settings),
    ]
    lines += ["        metadata = {", "            'rules': {"]
    about = _about(carried)
    for rule in (*carried.by_shape, *carried.rules):
        words = {**words_of(rule), **about.get(rule.id, {})}.items()
        lines.append(f"                {rule.id!r}: {{")
        lines += [f"                    {word!r}: {text!r}," for word, text in words]
        lines.append("                },")
    lines += ["            },", "            'left_out': {"]
    told = carried.left_out.items()
    lines += [f"                {name!r}: {one.why!r}," for name, one in told]
    lines += ["            },", "        }"]
    return "\n".join(lines) + "\n"
