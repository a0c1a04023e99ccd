"""Things no return should be, drawn at random, and what must become of each."""

from astray.kinds import KINDS
from astray.meeting import Became, met
from astray.thrown import Thrown, ThrownClaims, ThrownFiles, ThrownFrame

__all__ = [
    "KINDS",
    "Became",
    "Thrown",
    "ThrownClaims",
    "ThrownFiles",
    "ThrownFrame",
    "met",
]
