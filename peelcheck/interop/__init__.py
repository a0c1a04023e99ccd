"""Returns the other way round: the records written in the words of other libraries."""
