"""`python -m peelcheck` is the `peelcheck` command."""

from peelcheck.cli import main

main()
