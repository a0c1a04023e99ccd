"""A report or figures in, something to read out; nothing is decided here."""
