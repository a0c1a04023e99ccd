"""Profiles of published sources, one TOML file each: how a source is to be read."""

from peelcheck.profiles.loading import profile_named, profiles
from peelcheck.profiles.records import (
    Areas,
    Form,
    FoundValue,
    Place,
    Profile,
    ProfileMark,
    ProfileTable,
    Summed,
    Unpivoted,
)

__all__ = [
    "Areas",
    "Form",
    "FoundValue",
    "Place",
    "Profile",
    "ProfileMark",
    "ProfileTable",
    "Summed",
    "Unpivoted",
    "profile_named",
    "profiles",
]
