"""Break every rule many times over, and write docs/reference/kill-matrix.md.

    python tools/kill_matrix.py
    python tools/kill_matrix.py --examples 200 --rule STS004 --rule CRM001
    python tools/kill_matrix.py --alone

A rule that did not fire on each of its broken returns, did not fire alone, or did not
point to what was changed ends it with 1. With `--rule` nothing is written. `--alone`
looks for a change that breaks a rule alone where it is declared that there is none.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from rich.progress import track

from peelcheck.errors import UsageError
from peelcheck.reference.editions import DEFAULT_EDITION
from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies import biting
from peelcheck.strategies.together import TOGETHER

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from bites import Bites, bites_of  # noqa: E402 - what the tests see, seen here

INTO = ROOT / "docs" / "reference" / "kill-matrix.md"
HEAD = """# Kill matrix

Written by `python tools/kill_matrix.py --examples {examples}`.

Of each rule, returns were drawn that break it in one place: {drawn:,} returns of
{rules} rules. A rule bites where it **fires** on each of them, is **alone** (no rule
fails but it and those declared to fall with it), and **points** to what was changed:
the cell, the cells of a sum, or the key that is missing. *Changes* counts those that
differ from each other. `.ci/run` draws three returns a rule; a rule without a broken
return fails it. `peelcheck explain ID` says what a rule wants.

Bitten as they should be: **{bitten} of {rules}** rules.

| rule | severity | kind | drawn | changes | fires | alone | points | a change, for example | falls with it |
|---|---|---|---|---|---|---|---|---|---|
"""  # noqa: E501 - a row of a table is one line
TOLD = """
## Rules that fall with others

No change breaks these alone; whichever is made, the others are broken by it too.
`python tools/kill_matrix.py --alone` looks through all changes for one that does.

| rule | falls with | why |
|---|---|---|
"""


def main() -> int:
    """Draw, count, write; 1 where a rule did not bite."""
    asked = _asked()
    if asked.alone:
        return _alone()
    rules = asked.rule or [rule.id for rule in rulebook()]
    began = time.monotonic()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(bites_of, rules, [asked.examples] * len(rules))
        seen = list(track(found, "Breaking rules", len(rules), transient=True))
    bad = [one for one in seen if not one.all_bit]
    for one in bad:
        _say(f"{one.rule}: {one.fired}, {one.alone}, {one.pointed} of {one.drawn}")
        _say(one.bad)
    drawn = sum(one.drawn for one in seen)
    _say(f"{drawn:,} returns, {len(seen) - len(bad)} of {len(seen)} rules bit")
    _say(f"{time.monotonic() - began:,.0f} s")
    if not asked.rule:
        INTO.write_text(page(seen, asked.examples), encoding="utf-8")
    return int(bool(bad))


def _alone() -> int:
    """Look for changes that break alone what is declared to fall with others."""
    setattr(biting, "falls", lambda rule: frozenset({rule}))  # noqa: B010 - not exported
    found = 0
    for rule in track(TOGETHER, "Breaking rules alone", transient=True):
        try:
            home = biting.home_of(rule, DEFAULT_EDITION)
        except UsageError:
            _say(f"{rule}: no change breaks it alone")
        else:
            found += 1
            (edit,) = biting.biting_edits(rule, home.drawn, home.level, home.places[0])
            _say(f"{rule}: broken alone by {edit.says}")
    return int(found > 0)


def page(seen: list[Bites], examples: int) -> str:
    """Return the page that says what was seen, in Markdown."""
    head = HEAD.format(
        examples=examples,
        drawn=sum(one.drawn for one in seen),
        rules=len(seen),
        bitten=sum(one.all_bit for one in seen),
    )
    rows = "".join(f"| {' | '.join(_cells(one))} |\n" for one in seen)
    told = "".join(
        f"| `{rule}` | {_ids(one.rules)} | {one.why} |\n"
        for rule, one in TOGETHER.items()
    )
    return head + rows + TOLD + told


def _cells(one: Bites) -> list[str]:
    rule = rulebook()[one.rule]
    together = TOGETHER.get(one.rule)
    counts = one.drawn, len(one.changes), one.fired, one.alone, one.pointed
    return [
        f"`{rule.id}`",
        rule.severity.value,
        type(rule).__name__.removesuffix("Rule").lower(),
        *map(str, counts),
        min(one.changes, key=len).replace("|", "\\|"),
        _ids(together.rules) if together else "",
    ]


def _ids(rules: frozenset[str]) -> str:
    return ", ".join(f"`{rule}`" for rule in sorted(rules))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--examples", type=int, default=25, help="returns a rule")
    parser.add_argument("--rule", action="append", help="only this; repeatable")
    parser.add_argument("--alone", action="store_true", help="break rules alone")
    return parser.parse_args()


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
