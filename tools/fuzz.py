"""Throw the unexpected at peelcheck for as long as asked, and count it.

    python tools/fuzz.py --minutes 5
    python tools/fuzz.py --minutes 5 --kind "random frames" --into fuzzed

The kinds, and what must become of each, are those of `tests/unexpected`. Each batch
runs in a process of its own, so that a crash of a library, or an answer that never
comes, ends the batch and not the run. What failed lies in the folder of its batch, and
the batch's own command throws it again.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import pickle
import shutil
import subprocess
import sys
import time
import warnings
from collections import Counter
from itertools import count, cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

SECONDS = 60
"""How long one answer may take."""

EXAMPLES = 200
"""How many are thrown in a batch."""


def main() -> int:
    """Run batch after batch until the time is over; 1 where anything failed."""
    asked = _asked()
    if asked.seed is not None:
        return _batch(asked.kind[0], asked.seed, asked.into)
    from astray import KINDS  # noqa: PLC0415 - a batch loads it too, but not --help

    done: Counter[str] = Counter()
    failed = 0
    until = time.monotonic() + 60 * asked.minutes
    kinds = cycle(asked.kind or KINDS)
    for seed in count(asked.first):
        if time.monotonic() > until:
            break
        failed += not _ran(next(kinds), seed, asked.into, done)
    for kind in sorted({name.split(": ")[0] for name in done}):
        became = {
            n.split(": ")[1]: c for n, c in done.items() if n.startswith(f"{kind}:")
        }
        words = ", ".join(f"{c:,} {n}" for n, c in sorted(became.items()))
        _say(f"{kind}: {sum(became.values()):,} executions ({words})")
    _say(f"in all: {done.total():,} executions, {failed} batches failed")
    return int(failed > 0)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--kind", action="append", help="only this; repeatable")
    parser.add_argument("--into", type=Path, default=Path("fuzzed"))
    parser.add_argument("--first", type=int, default=1, help="the first batch's seed")
    parser.add_argument("--seed", type=int, help="one batch only, of one kind")
    return parser.parse_args()


def _ran(kind: str, seed: int, into: Path, done: Counter[str]) -> bool:
    """Run one batch as a process, and add up what became of what it threw."""
    folder = into / f"{kind.replace(' ', '_')}_{seed}"
    folder.mkdir(parents=True, exist_ok=True)
    words = [sys.executable, __file__, "--kind", kind, "--seed", str(seed)]
    words += ["--into", str(folder)]
    with (folder / "said.txt").open("w", encoding="utf-8") as said:
        ended = subprocess.run(  # noqa: S603 - this very script
            words, stdout=subprocess.PIPE, stderr=said, text=True, check=False
        )
    if ended.returncode == 0:
        done.update(json.loads(ended.stdout))
        shutil.rmtree(folder)
        return True
    _say(f"FAILED: {' '.join(map(repr, words))}\n  see {folder}")
    return False


def _batch(kind: str, seed: int, folder: Path) -> int:
    """Throw one batch; what is thrown last stays in the folder."""
    import hypothesis  # noqa: PLC0415 - only a batch throws
    from astray import KINDS, Thrown, met  # noqa: PLC0415

    warnings.simplefilter("error")
    done: Counter[str] = Counter()
    place = folder / "thrown"

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=EXAMPLES, deadline=None, database=None, report_multiple_bugs=False
    )
    @hypothesis.given(KINDS[kind])
    def throw(thrown: Thrown) -> None:
        faulthandler.dump_traceback_later(SECONDS, exit=True)
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        _keep(thrown, folder / "thrown.pickle")
        done[f"{kind}: {met(thrown, place).value}"] += 1

    throw()
    faulthandler.cancel_dump_traceback_later()
    _say(json.dumps(done))
    return 0


def _keep(thrown: object, path: Path) -> None:
    """Keep what is thrown, so that it can be thrown again by itself."""
    try:
        path.write_bytes(pickle.dumps(thrown))
    except (AttributeError, TypeError, pickle.PicklingError):
        path.write_text(repr(thrown), encoding="utf-8")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
