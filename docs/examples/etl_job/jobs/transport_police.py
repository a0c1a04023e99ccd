"""The job with a fault: British Transport Police is summed into the total."""

from jobs.right import STATED, charged, cleaned

__all__ = ["charged", "cleaned", "rates"]


def rates(frames):
    searches = frames["stop_search"]
    stated = searches[searches["ethnic_group"].isin(STATED)]
    by_force = stated.groupby("force")["searches"].sum()
    people = frames["population"].set_index("force")["population"]
    total = {"England and Wales": 1_000 * by_force.sum() / people.sum()}
    return (1_000 * by_force / people).dropna().to_dict() | total
