"""EventRow -> the cells of its columns, and the JSON object that stands for it in every tool."""

from collections.abc import Callable, Iterable
from typing import Any

from sinorus.render.answer import Answer, Cell
from sinorus.render.safe import markdown
from sinorus.render.short_dates import long_date
from sinorus.store.rows import ActorRow, EventRow

COLUMNS: dict[str, Callable[[EventRow], Cell]] = {
    "id": lambda event: event.id,
    "date": lambda event: event.date,
    "start": lambda event: event.start,
    "end": lambda event: event.end,
    "precision": lambda event: event.precision,
    "date_text": lambda event: event.date_text,
    "text": lambda event: event.text,
    "note": lambda event: event.note,
    "actors": lambda event: _each(actor.name for actor in taking_part(event)),
    "mentioned": lambda event: _each(actor.name for actor in talked_about(event)),
    "roles": lambda event: _each(actor.role for actor in taking_part(event)),
    "countries": lambda event: _each(actor.country for actor in taking_part(event)),
    "places": lambda event: _each(place.name for place in event.places),
    "topics": lambda event: _each(topic.slug for topic in event.topics),
    "activities": lambda event: _each(activity.slug for activity in event.activities),
    "source": lambda event: event.source,
    "line": lambda event: event.line,
}


def of_events(events: Iterable[EventRow]) -> Answer[EventRow]:
    """Return events as an answer with all columns."""
    return Answer("events", events, COLUMNS, event_record, quote=quoted_event)


def event_record(event: EventRow) -> dict[str, Any]:
    """Return an event as the JSON object that importing reads again."""
    return {
        "id": event.id,
        "date": event.date,
        "date_text": event.date_text,
        "start": event.start,
        "end": event.end,
        "precision": event.precision,
        "text": event.text,
        "note": event.note,
        "actors": [_actor_record(actor) for actor in event.actors],
        "places": [{"name": place.name, "country": place.country} for place in event.places],
        "topics": [topic.slug for topic in event.topics],
        "activities": [activity.slug for activity in event.activities],
        "source": event.source,
        "line": event.line,
    }


def quoted_event(event: EventRow) -> str:
    """Return an event as a line of Markdown that tells its source."""
    note = f" *Note: {markdown(event.note)}*" if event.note else ""
    where = f"{markdown(event.source)}, line {event.line}"
    return f"- **{markdown(long_date(event.date))}**: {markdown(event.text)}{note} ({where})\n"


def taking_part(event: EventRow) -> list[ActorRow]:
    """Return the actors who take part, each once."""
    return _once(actor for actor in event.actors if actor.part == "participant")


def talked_about(event: EventRow) -> list[ActorRow]:
    """Return the actors who are merely talked about, each once."""
    return _once(actor for actor in event.actors if actor.part != "participant")


def _actor_record(actor: ActorRow) -> dict[str, Any]:
    return {
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "role": actor.role,
        "role_basis": actor.role_basis,
        "part": actor.part,
        "mention": actor.mention,
    }


def _once(actors: Iterable[ActorRow]) -> list[ActorRow]:
    found: dict[int, ActorRow] = {}
    for actor in actors:
        found.setdefault(actor.id, actor)
    return list(found.values())


def _each(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
