"""A job that makes two figures of a force's returns: this is how they are right."""

STATED = (
    "Asian or Asian British",
    "Black or Black British",
    "Chinese or Other Ethnic Group",
    "Mixed",
    "White",
)
INSIDE_OTHERS = ("1A", "2A", "3A")
FRAUD = "Fraud offences"
YEAR_ENDING = "2018-09-30"


def cleaned(frames):
    """Return the tables without British Transport Police, which is out of scope."""
    return {name: without_transport_police(frame) for name, frame in frames.items()}


def without_transport_police(frame):
    if "force" not in frame:
        return frame
    return frame[frame["force"] != "British Transport Police"]


def counted(searches):
    """Return the searches that the rate is of: people whose ethnicity was stated."""
    own = without_transport_police(searches)
    return own[own["ethnic_group"].isin(STATED)]


def rates(frames):
    """Return searches per 1,000 people, of each force and of England and Wales."""
    searches = counted(frames["stop_search"]).groupby("force")["searches"].sum()
    people = frames["population"].set_index("force")["population"]
    total = {"England and Wales": 1_000 * searches.sum() / people.sum()}
    return (1_000 * searches / people).to_dict() | total


def charged(frames):
    """Return the per cent of offences whose outcome is a charge or summons."""
    outcomes = of_the_year(frames["outcome_counts"])
    inside = outcomes["outcome_type"].isin(INSIDE_OTHERS)
    fraud = (outcomes["outcome_type"] == "19") | (outcomes["offence_group"] == FRAUD)
    own = without_transport_police(outcomes[~inside & ~fraud])
    return shares(own[own["outcome_type"] == "1"], own)


def of_the_year(outcomes):
    return outcomes[outcomes["year_ending"] == YEAR_ENDING]


def shares(of_charges, of_all):
    """Return the share by force; both sides are outcomes of offences recorded."""
    above = of_charges.groupby("force")["of_offences_recorded"].sum()
    below = of_all.groupby("force")["of_offences_recorded"].sum()
    percent = 100 * above / below
    return {(force, "Charged or summonsed"): value for force, value in percent.items()}
