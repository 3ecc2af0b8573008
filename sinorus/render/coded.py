"""A coded event that is not stored -> the same JSON object as a stored one, without its id and with its file."""

from typing import Any

from sinorus.model import Event, Participation, SourceInfo


def coded_record(event: Event, source: SourceInfo) -> dict[str, Any]:
    """Return the object that stands for an event."""
    entry, span = event.entry, event.entry.span
    return {
        "date": span.edtf,
        "date_text": entry.date_text,
        "start": span.start.isoformat(),
        "end": span.end.isoformat() if span.end else None,
        "precision": span.precision,
        "text": entry.text,
        "note": entry.note,
        "actors": [_actor_record(one) for one in event.actors],
        "places": [{"name": one.place.name, "country": one.place.country} for one in event.places],
        "topics": [topic.slug for topic in event.topics],
        "activities": [activity.slug for activity in event.activities],
        "source": source.title,
        "line": entry.line,
        "file": source.file,
    }


def _actor_record(one: Participation) -> dict[str, Any]:
    return {
        "name": one.actor.name,
        "kind": one.actor.kind,
        "country": (one.role.country if one.role else None) or one.actor.country,
        "role": one.role.title if one.role else None,
        "role_basis": one.role_basis,
        "part": one.part,
        "mention": one.mention or None,
    }
