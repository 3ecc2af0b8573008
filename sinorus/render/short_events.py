"""Events as short columns, for a table in a pipe: the fields that the table on a terminal shows."""

from collections.abc import Callable, Iterable

from sinorus.render.answer import Answer, Cell
from sinorus.render.events import event_record, taking_part, talked_about
from sinorus.render.short_dates import short_date
from sinorus.store.rows import ActorRow, EventRow


def short_events(events: Iterable[EventRow], mentions: bool = False) -> Answer[EventRow]:
    """Return the same fields for a pipe, with the text last, where its length disturbs nothing."""
    columns: dict[str, Callable[[EventRow], Cell]] = {
        "id": lambda event: event.id,
        "date": lambda event: short_date(event.date),
        "actors": lambda event: tuple(map(actor_name, taking_part(event))),
        "mentioned": lambda event: tuple(map(actor_name, talked_about(event))),
        "places": lambda event: tuple(place.name for place in event.places),
        "topics": lambda event: tuple(topic.slug for topic in event.topics),
        "text": lambda event: event.text,
    }
    if not mentions:
        del columns["mentioned"]
    return Answer("events", events, columns, event_record)


def actor_name(actor: ActorRow) -> str:
    """Return an actor's name with its country, unless it is the country."""
    return f"{actor.name} ({actor.country})" if actor.country and actor.kind != "country" else actor.name
