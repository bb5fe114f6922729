"""Times as they lie in the database: whole microseconds since 1970, which every database sorts alike."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(moment: datetime) -> int:
    """An aware time as microseconds since 1970."""
    return (moment - EPOCH) // _MICROSECOND


def moment(number: int) -> datetime:
    """The time, in UTC, that `micros` turned into this number."""
    return EPOCH + timedelta(microseconds=number)


def moment_or_none(number: int | None) -> datetime | None:
    """As `moment`; a time that is not set stays so."""
    return None if number is None else moment(number)


def micros_or_none(moment: datetime | None) -> int | None:
    """As `micros`; a time that is not set stays so."""
    return None if moment is None else micros(moment)
