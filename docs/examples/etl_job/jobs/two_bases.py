"""The job with a fault: outcomes given in the year over those of its offences."""

from jobs.right import FRAUD, INSIDE_OTHERS, cleaned, of_the_year, rates

__all__ = ["charged", "cleaned", "rates"]


def charged(frames):
    outcomes = of_the_year(frames["outcome_counts"])
    inside = outcomes["outcome_type"].isin(INSIDE_OTHERS)
    fraud = (outcomes["outcome_type"] == "19") | (outcomes["offence_group"] == FRAUD)
    own = outcomes[~inside & ~fraud]
    charges = own[own["outcome_type"] == "1"]
    above = charges.groupby("force")["recorded_in_quarter"].sum()
    below = own.groupby("force")["of_offences_recorded"].sum()
    percent = 100 * above / below
    return {(force, "Charged or summonsed"): value for force, value in percent.items()}
