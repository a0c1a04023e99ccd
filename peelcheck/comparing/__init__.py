"""Two deliveries of one return held against each other, row by row."""

from peelcheck.comparing.compare import compare, compare_returns, compared
from peelcheck.comparing.comparison import Comparison

__all__ = ["Comparison", "compare", "compare_returns", "compared"]
