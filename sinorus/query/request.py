"""Request: what a user typed, option by option, before anything of it was looked up.

Within one string a comma means any; several strings mean all; different fields mean all. `store.resolution.resolve`
turns a request into a `Question` with the names that a database has.
"""

from typing import NamedTuple

# The fields that take names, with the other ways to write them: also what stands before the colon in --not.
FIELDS = {
    "actor": "actor", "country": "country", "role": "role", "place": "place", "topic": "topic", "theme": "topic",
    "activity": "activity", "source": "source", "text": "text", "on": "on", "since": "since", "until": "until",
}  # fmt: skip


class Request(NamedTuple):
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


def split_values(text: str) -> list[str]:
    """Split a value at its commas, but not inside double quotes."""
    parts = [""]
    quoted = False
    for letter in text:
        if letter == '"':
            quoted = not quoted
        elif letter == "," and not quoted:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts if part.strip()] or [text]
