"""What comes out of the database: rows with the names that columns, JSON keys and options share."""

from typing import NamedTuple


class ActorRow(NamedTuple):
    """An actor in an event; `country` is the state that it acts for there, by its role if it has one.

    Units: `start` and `end` are character offsets of the mention, half-open.
    """

    name: str
    kind: str
    country: str | None
    role: str | None
    role_basis: str | None
    part: str
    mention: str | None
    start: int | None
    end: int | None
    reason: str | None
    id: int


class PlaceRow(NamedTuple):
    """A place in an event; `kind` and the position are what the codebook knows of it."""

    name: str
    country: str | None
    kind: str | None
    latitude: float | None
    longitude: float | None
    mention: str | None
    start: int | None
    end: int | None
    reason: str | None
    id: int


class LabelRow(NamedTuple):
    """A topic or an activity of an event, with the words that gave it."""

    slug: str
    name: str
    cue: str | None
    start: int | None
    end: int | None


class DateRow(NamedTuple):
    """A further date told inside an entry; `first` and `last` are days, `last` is None while it goes on."""

    first: str
    last: str | None
    precision: str
    edtf: str
    mention: str
    start: int
    end: int


class EventRow(NamedTuple):
    """An event with all that hangs on it. `date` is EDTF; `end` is None while the event goes on."""

    id: int
    date: str
    date_text: str
    start: str
    end: str | None
    precision: str
    text: str
    note: str | None
    source: str
    line: int
    actors: tuple[ActorRow, ...]
    places: tuple[PlaceRow, ...]
    topics: tuple[LabelRow, ...]
    activities: tuple[LabelRow, ...]


class SourceRow(NamedTuple):
    """A source that tells an event, and the line where it does."""

    title: str
    author: str | None
    publisher: str | None
    url: str | None
    file: str
    line: int


class Neighbour(NamedTuple):
    """The event before or after, named shortly."""

    id: int
    date: str
    text: str
