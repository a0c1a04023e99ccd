"""pandera models of the tables, as `peelcheck schemas write` writes them."""

from importlib.util import find_spec

from peelcheck.errors import MissingExtraError

if find_spec("pandera") is None:
    raise MissingExtraError.of("pandera", "pandera")
