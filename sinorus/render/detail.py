"""One event in full -> a page: its text with what was found in it, offices and how they are known, neighbours."""

from collections.abc import Iterator
from typing import Any

from sinorus.render.events import event_record
from sinorus.render.page import Line, Page, Part, Piece
from sinorus.render.short_dates import long_date, short_date
from sinorus.render.widths import clipped
from sinorus.store.detail import EventDetail
from sinorus.store.rows import ActorRow, EventRow, LabelRow, Neighbour

_NARROW = 100


def detail_page(detail: EventDetail, columns: int = _NARROW) -> Page:
    """Return an event as a page for a width; a narrow one leaves out the words that are highlighted in the text."""
    quoting = columns >= _NARROW
    event = detail.event
    acting = [actor for actor in event.actors if actor.part == "participant"]
    talked = [actor for actor in event.actors if actor.part != "participant"]
    return Page(
        f"#{event.id}  {long_date(event.date)}",
        [
            Part("text", [list(_highlighted(detail))]),
            Part("note", [[(event.note, "")]] if event.note else []),
            Part("who", [_actor(actor, quoting) for actor in acting], 1),
            Part("mentioned", [_actor(actor, quoting) for actor in talked], 1),
            Part("where", _places(event)),
            Part("about", [_label(topic, "topic") for topic in event.topics], 1),
            Part("kind", [_label(activity, "activity") for activity in event.activities], 1),
            Part("date", [[(event.date_text, ""), (f"  {_days(event)}", "quiet")]]),
            Part(
                "dates told", [[(long_date(one.edtf), "date"), (f"  “{one.mention}”", "quiet")] for one in detail.dates]
            ),
            Part("source", [_source(one.title, one.file, one.line) for one in detail.sources]),
            Part("before", _neighbour(detail.previous, columns), 2),
            Part("after", _neighbour(detail.following, columns), 2),
        ],
    )


def detail_record(detail: EventDetail) -> dict[str, Any]:
    """Return an event with everything that is known of it as a JSON object."""
    return {
        **event_record(detail.event),
        "spans": [{"start": start, "end": end, "kind": kind} for start, end, kind in _spans(detail)],
        "dates": [
            {"start": one.first, "end": one.last, "precision": one.precision, "edtf": one.edtf, "mention": one.mention}
            for one in detail.dates
        ],
        "sources": [one._asdict() for one in detail.sources],
        "previous": detail.previous.id if detail.previous else None,
        "next": detail.following.id if detail.following else None,
    }


def _highlighted(detail: EventDetail) -> Iterator[Piece]:
    """Yield the text in pieces: who in bold, where, when, and the rest."""
    text, last = detail.event.text, 0
    for start, end, kind in _spans(detail):
        if start >= last:
            yield text[last:start], ""
            yield text[start:end], kind
            last = end
    yield text[last:], ""


def _spans(detail: EventDetail) -> list[tuple[int, int, str]]:
    event: EventRow = detail.event
    found = [(one.start, one.end, "actor" if one.part == "participant" else "mentioned") for one in event.actors]
    found += [(place.start, place.end, "place") for place in event.places]
    spans = [(start, end, kind) for start, end, kind in found if start is not None and end is not None]
    spans += [(one.start, one.end, "date") for one in detail.dates]
    return sorted(set(spans), key=lambda span: (span[0], -span[1], span[2]))


def _days(event: EventRow) -> str:
    return event.start if event.start == event.end else f"{event.start} to {event.end or 'now'}"


def _actor(actor: ActorRow, quoting: bool) -> Line:
    country = "" if actor.kind == "country" else _in_brackets(actor.country)
    role = actor.role or (actor.kind if actor.kind != "person" else "")
    basis = f" ({actor.role_basis})" if actor.role_basis else ""
    why = f" by {actor.reason}" if actor.reason else ""
    mention = f"  “{actor.mention}”{why}" if actor.mention and quoting else ""
    return [(actor.name + country, "actor"), (f"{role}{basis}", ""), (mention if role else mention.lstrip(), "quiet")]


def _places(event: EventRow) -> list[Line]:
    pieces: list[Piece] = []
    for place in event.places:
        pieces += [(", " if pieces else "", ""), (place.name, "place"), (_in_brackets(place.country), "country")]
    return [pieces] if pieces else []


def _label(label: LabelRow, kind: str) -> Line:
    cue = f"“{label.cue}”" if label.start is not None else label.cue
    return [(label.slug, kind), (cue or "", "quiet")]


def _source(title: str, file: str, line: int) -> Line:
    return [(title, ""), (f"  {file}, line {line}", "quiet")]


def _neighbour(neighbour: Neighbour | None, columns: int) -> list[Line]:
    if neighbour is None:
        return []
    number, day = f"#{neighbour.id}", short_date(neighbour.date)
    room = max(20, columns - len(number + day) - len("dates told") - 6)
    return [[(number, "id"), (day, "date"), (clipped(" ".join(neighbour.text.split()), room), "")]]


def _in_brackets(country: str | None) -> str:
    return f" ({country})" if country else ""
