"""Claims held against the data: reproduced, not, impossible or not checkable."""

from peelcheck.verifying.sources import claims_from
from peelcheck.verifying.verify import verify, verify_return

__all__ = ["claims_from", "verify", "verify_return"]
