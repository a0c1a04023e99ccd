"""Published reference data with its sources; it knows nobody above it."""
