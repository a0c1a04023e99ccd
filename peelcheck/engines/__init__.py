"""Records and data in, counts and first failing rows out."""
