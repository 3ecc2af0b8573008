"""What is known of an actor, a role or a place -> a page, or one JSON object."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sinorus.render.events import event_record
from sinorus.render.over_time import counts_over_time
from sinorus.render.page import Line, Page, Part, Piece
from sinorus.render.short_dates import short_date
from sinorus.render.widths import clipped, width
from sinorus.store.listing import Listing
from sinorus.store.profile import Office, Profile
from sinorus.store.rows import EventRow

_USUAL = 120
_TOP = 8
_LABEL = len("known as") + 2  # the widest label, and the gap behind it


class Portrait(NamedTuple):
    """What the events of a role or a place tell: counts, and the last events."""

    name: str
    kind: str
    events: int
    months: Listing
    lists: dict[str, Listing]
    last_events: tuple[EventRow, ...]


def profile_page(profile: Profile, columns: int = _USUAL) -> Page:
    """Return an actor as a page for a width."""
    spellings = [name for name in profile.names if name not in (profile.name, profile.native_name)]
    country = f" ({profile.country})" if profile.country and profile.kind != "country" else ""
    native = f"  {profile.native_name}" if profile.native_name else ""
    counts = f"{profile.events}" + (f", and mentioned in {profile.mentions} more" if profile.mentions else "")
    return Page(
        f"{profile.name}{country}{native}",
        [
            Part("known as", [[(", ".join(spellings), "")]] if spellings else []),
            Part("offices", [_office(office) for office in profile.offices], 1),
            Part("events", [[(counts, "")], *counts_over_time(profile.months, columns - _LABEL)]),
            Part("with", _counted(profile.counterparts)),
            Part("where", _counted(profile.places)),
            Part("about", _counted(profile.topics)),
            Part("kinds", _counted(profile.activities)),
            Part("last", _events(profile.last_events, columns), 2),
        ],
    )


def profile_record(profile: Profile) -> dict[str, Any]:
    """Return an actor as a JSON object."""
    lists = ("months", "counterparts", "places", "topics", "activities")
    return {
        **{key: getattr(profile, key) for key in ("id", "name", "kind", "country", "native_name", "origin")},
        "names": list(profile.names),
        "offices": [office._asdict() for office in profile.offices],
        "events": profile.events,
        "mentions": profile.mentions,
        **{name: _objects(getattr(profile, name)) for name in lists},
        "last_events": [event_record(event) for event in profile.last_events],
    }


def portrait_page(portrait: Portrait, columns: int = _USUAL) -> Page:
    """Return a role or a place as a page for a width."""
    return Page(
        portrait.name,
        [
            Part("events", [[(str(portrait.events), "")], *counts_over_time(portrait.months, columns - _LABEL)]),
            *(Part(label, _counted(listing)) for label, listing in portrait.lists.items()),
            Part("last", _events(portrait.last_events, columns), 2),
        ],
    )


def portrait_record(portrait: Portrait) -> dict[str, Any]:
    """Return a role or a place as a JSON object."""
    return {
        "name": portrait.name,
        "kind": portrait.kind,
        "events": portrait.events,
        "months": _objects(portrait.months),
        **{name: _objects(listing) for name, listing in portrait.lists.items()},
        "last_events": [event_record(event) for event in portrait.last_events],
    }


def _objects(listing: Listing) -> list[dict[str, Any]]:
    return [dict(zip(listing.columns, row, strict=True)) for row in listing.rows]


def _counted(listing: Listing) -> list[Line]:
    """Return names and how often, on one line."""
    if not listing.rows:
        return []
    place = listing.columns.index("events")
    country = listing.columns.index("country") if "country" in listing.columns else None
    return [[piece for row in listing.rows[:_TOP] for piece in _one(row, place, country, row is listing.rows[0])]]


def _one(row: Sequence[Any], place: int, country: int | None, first: bool) -> list[Piece]:
    code = f" {row[country]}" if country is not None and row[country] else ""
    return [("" if first else ", ", ""), (str(row[0]), ""), (code, "country"), (f" {row[place]}", "bar")]


def _office(office: Office) -> Line:
    of = f", {office.organization}" if office.organization else ""
    time = f"{office.since or '?'} to {office.until or ('now' if office.origin == 'codebook' else '?')}"
    told = "" if office.origin == "codebook" else "  as told by events"
    return [(time, "date"), (f"{office.title}{of}", ""), (told, "quiet")]


def _events(events: Sequence[EventRow], columns: int) -> list[Line]:
    """Return a line an event, as much of its text as fits beside the label, the number and the date."""
    numbers = [(f"#{event.id}", short_date(event.date), " ".join(event.text.split())) for event in events]
    beside = sum(max((width(one[place]) for one in numbers), default=0) + 2 for place in range(2))
    room = max(20, columns - _LABEL - beside)
    return [[(number, "id"), (day, "date"), (clipped(text, room), "")] for number, day, text in numbers]
