"""Data made from the records: valid by construction, or wrong in one place."""
