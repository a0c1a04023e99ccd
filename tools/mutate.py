"""Mutate what decides: conditions, rules, metrics and claims; count what tests kill.

    pip install cosmic-ray==8.7.0
    python tools/mutate.py --into mutants
    python tools/mutate.py --into mutants --part rules --sample 300 --seed 1

cosmic-ray changes one operator, number or truth value at a time in a copy of the
project, and runs the tests of that part on each. What survives is listed with its
change; docs/reference/mutation.md says of each why, or which test kills it since.

Left out are changes that make no other program: those of type annotations, and of the
examples of rules, which are tests themselves. The order is drawn by the seed, so that
a run that is stopped has looked at a random sample; the same command goes on with it.
"""

from __future__ import annotations

import argparse
import ast
import json
import random
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
TIMEOUT = 180
LEFT = shutil.ignore_patterns(".*", "__pycache__", "mutants*", "fuzzed*")

OPERATORS = re.compile(
    r"core/(ReplaceBinaryOperator_"
    r"(Add_Sub|Sub_Add|Mul_Div|Div_Mul|BitOr_BitAnd|BitAnd_BitOr|Mod_Mul|Pow_Mul)"
    r"|ReplaceComparisonOperator_(Eq_(NotEq|LtE|GtE)|NotEq_Eq|Lt_(LtE|GtE)|LtE_(Lt|Gt|Eq)"
    r"|Gt_(GtE|LtE)|GtE_(Gt|Lt|Eq)|In_NotIn|NotIn_In|Is_IsNot|IsNot_Is)"
    r"|ReplaceUnaryOperator_Delete_\w+|AddNot|NumberReplacer|ExceptionReplacer"
    r"|ReplaceAndWithOr|ReplaceOrWithAnd|ReplaceTrueWithFalse|ReplaceFalseWithTrue"
    r"|ReplaceBreakWithContinue|ReplaceContinueWithBreak|ZeroIterationForLoop"
    r"|RemoveDecorator)"
)
"""Of each operator its neighbours; `|` to `**` and the like die by any test."""

EXAMPLES = {"passes", "fails", "undecided"}


@dataclass(frozen=True, slots=True)
class Part:
    """What is mutated, and the tests that are to find out, the quickest first."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


RECORDS = "tests/gates/test_records.py"
PAGES = "tests/gates/test_house.py -k 'rulebook or ledger'"
SIDES = "tests/kill/test_boundaries.py tests/kill/test_neighbours.py"
PARTS = {
    "conditions": Part(
        ("peelcheck/conditions.py",),
        (f"{RECORDS} tests/test_conditions.py tests/rules/test_examples.py",),
    ),
    "claims": Part(
        ("peelcheck/claims.py",),
        (f"{RECORDS} tests/test_claims.py tests/verifying", "tests/acceptance"),
    ),
    "metrics": Part(
        ("peelcheck/metrics",),
        (f"{RECORDS} tests/metrics tests/recomputing", "tests/acceptance"),
    ),
    "rules": Part(
        ("peelcheck/rules",),
        (f"{RECORDS} tests/rules {SIDES}", PAGES, "tests/acceptance"),
    ),
    "verifying": Part(
        ("peelcheck/verifying",), (f"{RECORDS} tests/verifying", "tests/acceptance")
    ),
}


def main() -> int:
    """Mutate part by part; 1 where anything survived."""
    asked = _asked()
    survived = 0
    for name in asked.part or PARTS:
        folder = asked.into / name
        if not folder.exists():
            _prepare(folder, PARTS[name], asked.sample, random.Random(asked.seed))  # noqa: S311
        _cosmic_ray(folder, "baseline", "--session-file", "baseline.sqlite")
        _cosmic_ray(folder, "exec", "session.sqlite")
        survived += _told(name, folder)
    return int(survived > 0)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument(
        "--into", type=Path, required=True, help="the folder to work in"
    )
    parser.add_argument("--part", action="append", choices=PARTS, help="repeatable")
    parser.add_argument(
        "--sample", type=int, help="so many of each part [default: all]"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cosmic-ray", default="cosmic-ray", help="the command")
    return parser.parse_args()


def _prepare(
    folder: Path, part: Part, sample: int | None, chance: random.Random
) -> None:
    """Copy the project, and list its mutants."""
    shutil.copytree(ROOT, folder, ignore=LEFT)
    # One run after the other: to collect many tests takes longer than a few to run.
    run = f"PYTHONPATH={folder.resolve()} {sys.executable} -m pytest -x -q --no-header"
    tests = " && ".join(f"{run} -p no:cacheprovider {one}" for one in part.tests)
    lines = {
        "module-path": [*part.modules],
        "timeout": TIMEOUT,
        "excluded-modules": [],
        "test-command": f"sh -c {shlex.quote(tests)}",
    }
    text = "".join(f"{name} = {json.dumps(value)}\n" for name, value in lines.items())
    head, tail = "[cosmic-ray]\n", '[cosmic-ray.distributor]\nname = "local"\n'
    (folder / "cosmic-ray.toml").write_text(head + text + tail, encoding="utf-8")
    _cosmic_ray(folder, "init", "session.sqlite")
    with closing(sqlite3.connect(folder / "session.sqlite")) as session:
        _thin_out(session, folder, sample, chance)


def _thin_out(
    session: sqlite3.Connection, folder: Path, sample: int | None, chance: random.Random
) -> None:
    """Take the mutants that are none, or are not in the sample, off the list."""
    query = "SELECT job_id, module_path, operator_name, start_pos_row, start_pos_col"
    listed = sorted(
        session.execute(f"{query} FROM mutation_specs"),
        key=lambda row: row[1:],
    )
    aside = {path: set(_aside(folder / path)) for path in {row[1] for row in listed}}
    kept = [
        job
        for job, path, operator, row, _ in listed
        if OPERATORS.fullmatch(operator) and row not in aside[path]
    ]
    _say(f"{len(kept):,} mutants of {len(listed):,} listed")
    chance.shuffle(kept)
    drawn = dict.fromkeys(kept[:sample])
    gone = [(job,) for job, *_ in listed if job not in drawn]
    session.executemany("DELETE FROM mutation_specs WHERE job_id = ?", gone)
    # They are worked through in the order of their rows.
    session.execute("DELETE FROM work_items")
    rows = [(job,) for job in drawn]
    session.executemany("INSERT INTO work_items (job_id) VALUES (?)", rows)
    session.commit()


def _aside(path: Path) -> Iterator[int]:
    """Yield the lines of annotations, and of the examples of rules."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    parts: list[ast.expr | ast.stmt] = [*_annotations(tree), *_examples(tree)]
    for part in (*parts, *_only_examples(tree)):
        yield from range(part.lineno, (part.end_lineno or part.lineno) + 1)


def _annotations(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
            yield node.annotation
        elif isinstance(node, ast.FunctionDef) and node.returns:
            yield node.returns


def _examples(node: ast.AST) -> Iterator[ast.expr]:
    for word in ast.walk(node):
        if isinstance(word, ast.keyword) and word.arg in EXAMPLES:
            yield word.value


def _only_examples(tree: ast.Module) -> Iterator[ast.stmt]:
    """Yield what the module makes for examples, and for nothing else."""
    made = {name: node for node in tree.body for name in _names(node)}
    uses = {name: set(_users(tree, name)) for name in made if name.startswith("_")}
    apart = {name for name, users in uses.items() if users}
    while wider := {name for name in apart if uses[name] - apart - EXAMPLES}:
        apart -= wider
    yield from (node for node in made.values() if apart.issuperset(_names(node)))


def _names(node: ast.stmt) -> list[str]:
    """Return the names that a statement of a module gives."""
    if isinstance(node, ast.FunctionDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else []
    parts = (part for target in targets for part in ast.walk(target))
    return [part.id for part in parts if isinstance(part, ast.Name)]


def _users(tree: ast.Module, name: str) -> Iterator[str]:
    """Yield who reads a name: the examples, a name of the module, or the module."""
    for node in tree.body:
        shown = {part for one in _examples(node) for part in ast.walk(one)}
        for part in ast.walk(node):
            match part:
                case ast.Name(id=read, ctx=ast.Load()) if read == name:
                    yield from EXAMPLES if part in shown else _names(node) or [""]


def _told(name: str, folder: Path) -> int:
    """Say what became of a part's mutants; return how many survived."""
    query = (
        "SELECT r.test_outcome, r.worker_outcome, m.module_path, m.start_pos_row,"
        " m.operator_name, r.diff FROM work_results r"
        " JOIN mutation_specs m ON m.job_id = r.job_id ORDER BY m.module_path, 4"
    )
    with closing(sqlite3.connect(folder / "session.sqlite")) as session:
        rows = session.execute(query).fetchall()
    outcomes = Counter(row[0] or row[1] for row in rows)
    alive = [row for row in rows if row[0] == "SURVIVED"]
    killed = len(rows) - len(alive)
    share = killed / len(rows) if rows else 0
    _say(f"{name}: {killed:,} of {len(rows):,} killed ({share:.1%}); {dict(outcomes)}")
    for _, _, path, line, operator, diff in alive:
        changed = [one for one in (diff or "").split("\n") if one[:1] in {"-", "+"}]
        told = " => ".join(one[1:].strip() for one in changed[2:])
        _say(f"  {path}:{line} {operator.removeprefix('core/')}: {told}")
    return len(alive)


def _cosmic_ray(folder: Path, what: str, *rest: str) -> None:
    words = [_asked().cosmic_ray, what, "cosmic-ray.toml", *rest]
    subprocess.run(words, cwd=folder, check=True)  # noqa: S603 - named by the caller


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
