"""What a person coded by hand -> over what the program coded: kept as given, with spans where the text bears them.

A given list replaces the coded one whole. An actor or a place that the program found as well keeps the span and the
reason that it found; one that it did not find stands with its mention, if the text has it, and the reason "given".
"""

from dataclasses import replace

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.records import Person
from sinorus.coding.casting import body_actor, person_actor, person_tenures, place_of
from sinorus.folding import fold
from sinorus.model import (
    Actor,
    Event,
    GivenActor,
    GivenCoding,
    GivenPlace,
    Label,
    Participation,
    Place,
    PlaceMention,
    Role,
    Tenure,
)

_REASON = "given"


def apply_given(event: Event, given: GivenCoding, book: Codebook) -> Event:
    """Return the event with everything that was coded by hand in place of the program's coding."""
    return replace(
        event,
        actors=event.actors if given.actors is None else tuple(_actor(event, a, book) for a in given.actors),
        places=event.places if given.places is None else tuple(_place(event, p, book) for p in given.places),
        topics=event.topics if given.topics is None else _labels(event.topics, given.topics),
        activities=event.activities if given.activities is None else _labels(event.activities, given.activities),
    )


def _actor(event: Event, given: GivenActor, book: Codebook) -> Participation:
    same = [p for p in event.actors if _is_same(p.actor, given.name)]
    if same and given.mention is None and given.role is None:
        return replace(same[0], part=given.part)  # a bare name, as in a CSV cell, says nothing of kind and office
    coded = next((p for p in same if p.actor.kind == given.kind), None)
    if coded is None:
        start, end = _span(event.entry.text, given.mention or given.name)
        mention = event.entry.text[start:end]
        actor = _known_actor(given, book)
        coded = Participation(actor, given.part, mention, start, end, reason=_REASON, tenures=_tenures(actor, book))
    role = coded.role if coded.role is not None and coded.role.title == given.role else None
    if given.role is not None and role is None:
        role = Role(given.role, given.country or coded.actor.country)
    basis = given.role_basis or coded.role_basis or "stated"
    return replace(coded, part=given.part, role=role, role_basis=basis if role is not None else None)


def _is_same(actor: Actor, name: str) -> bool:
    wanted = fold(name)
    return fold(actor.name) == wanted or any(fold(known) == wanted for known in actor.names)


def _known_actor(given: GivenActor, book: Codebook) -> Actor:
    person = _person(given, book) if given.kind == "person" else None
    if person is not None:
        return person_actor(person)
    body = book.organizations.get(given.name) if given.kind == "organization" else None
    if body is not None:
        return body_actor(body)
    return Actor(given.kind, given.name, given.country, origin="text")


def _person(given: GivenActor, book: Codebook) -> Person | None:
    """Return the person of the codebook with exactly this name, if the name and the state leave only one."""
    found = [p for (name, _), p in book.people.items() if name == given.name]
    if given.country is not None and len(found) > 1:
        found = [p for p in found if p.country == given.country]
    return found[0] if len(found) == 1 else None


def _tenures(actor: Actor, book: Codebook) -> tuple[Tenure, ...]:
    person = book.people.get((actor.name, actor.country))
    return person_tenures(person) if person is not None else ()


def _place(event: Event, given: GivenPlace, book: Codebook) -> PlaceMention:
    coded = next((p for p in event.places if fold(p.place.name) == fold(given.name)), None)
    if coded is not None:
        return coded
    start, end = _span(event.entry.text, given.name)
    known = book.places.get((given.name, given.country))
    place = place_of(known) if known is not None else Place(given.name, None, given.country)
    return PlaceMention(place, event.entry.text[start:end], start, end, _REASON)


def _labels(coded: tuple[Label, ...], given: tuple[str, ...]) -> tuple[Label, ...]:
    found = {label.slug: label for label in coded}
    return tuple(found.get(slug, Label(slug, _REASON)) for slug in given)


def _span(text: str, words: str) -> tuple[int, int]:
    """Return where words stand in the text; the empty span at its beginning when they do not."""
    at = text.find(words)
    return (at, at + len(words)) if at >= 0 else (0, 0)
