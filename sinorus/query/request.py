"""Request: what a user typed, option by option, before anything of it was looked up.

Within one string a comma means any; several strings mean all; different fields mean all. `store.resolution.resolve`
turns a request into a `Question` with the names that a database has.
"""

from dataclasses import dataclass

# The fields that take names, with the other ways to write them: also what stands before the colon in --not.
FIELDS = {
    "actor": "actor", "country": "country", "role": "role", "place": "place", "topic": "topic", "theme": "topic",
    "activity": "activity", "source": "source", "text": "text", "on": "on", "since": "since", "until": "until",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Request:
    """The filters, the order and the limit as typed; `without` holds FIELD:VALUE pairs."""

    actor: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    activity: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    without: tuple[str, ...] = ()
    starts: bool = False
    mentions: bool = False
    sort: tuple[str, ...] = ("date",)
    reverse: bool = False
    limit: int | None = None
