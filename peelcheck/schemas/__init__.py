"""The rulebook as pandera models, written by `peelcheck schemas write`."""
