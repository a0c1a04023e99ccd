"""The job with a fault: searches with no stated ethnicity are left in."""

from jobs.right import charged, cleaned, without_transport_police

__all__ = ["charged", "cleaned", "rates"]


def rates(frames):
    searches = without_transport_police(frames["stop_search"])
    of_people = searches[searches["ethnic_group"] != "Vehicle only"]
    by_force = of_people.groupby("force")["searches"].sum()
    people = frames["population"].set_index("force")["population"]
    total = {"England and Wales": 1_000 * by_force.sum() / people.sum()}
    return (1_000 * by_force / people).to_dict() | total
