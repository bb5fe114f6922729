"""The federal holidays of the United States, with the days on which they are observed."""

from datetime import date
from functools import cache

_OBSERVED = " (observed)"


def federal_holiday(day: date) -> str:
    """The name of the federal holiday observed on this day, a weekday or not; empty on any other day.

    The calendar takes a third of a second to import: only a court that has hours pays it, and only once.
    """
    return _of_year(day.year).get(day, "")


@cache
def _of_year(year: int) -> dict[date, str]:
    from holidays import country_holidays

    return {day: name.removesuffix(_OBSERVED) for day, name in country_holidays("US", years=year).items()}
