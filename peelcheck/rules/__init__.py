"""What the annex asks of data, one file a section; `rulebook` brings it together."""
