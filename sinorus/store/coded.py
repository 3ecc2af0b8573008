"""A coded event that is not stored -> the row that it would be, so that it can be shown and compared like any other."""

from sinorus.model import Event, Participation, SourceInfo
from sinorus.store.rows import ActorRow, EventRow, LabelRow, PlaceRow


def coded_row(event: Event, source: SourceInfo | None = None) -> EventRow:
    """Return the row of an event that has no number yet: its ids are 0, and a label's name is its slug."""
    entry, span = event.entry, event.entry.span
    return EventRow(
        0,
        span.edtf,
        entry.date_text,
        span.start.isoformat(),
        span.end.isoformat() if span.end else None,
        span.precision,
        entry.text,
        entry.note,
        source.title if source else "",
        entry.line,
        tuple(map(_actor_row, event.actors)),
        tuple(
            PlaceRow(
                *(m.place.name, m.place.country, m.place.kind, m.place.latitude, m.place.longitude),
                *(m.mention or None, m.start, m.end, m.reason or None, 0),
            )
            for m in event.places
        ),
        tuple(LabelRow(label.slug, label.slug, label.cue, label.start, label.end) for label in event.topics),
        tuple(LabelRow(label.slug, label.slug, label.cue, label.start, label.end) for label in event.activities),
    )


def _actor_row(one: Participation) -> ActorRow:
    return ActorRow(
        name=one.actor.name,
        kind=one.actor.kind,
        country=(one.role.country if one.role else None) or one.actor.country,
        role=one.role.title if one.role else None,
        role_basis=one.role_basis,
        part=one.part,
        mention=one.mention or None,
        start=one.start,
        end=one.end,
        reason=one.reason or None,
        id=0,
    )
