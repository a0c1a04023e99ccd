"""Without hypothesis, a clear message names the extra."""

from __future__ import annotations

import subprocess
import sys


def test_a_missing_extra_is_named() -> None:
    program = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "try:\n    import peelcheck.strategies\n"
        "except ImportError as error:\n    print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == (
        "hypothesis is not installed; install it with "
        "pip install 'peelcheck[hypothesis]'\n"
    )
