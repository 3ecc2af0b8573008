"""What a person coded by hand -> over what the program coded: kept as given, with spans where the text bears them.

A given list replaces the coded one whole. An actor or a place that the program found as well, of the same kind and
state where those are given, keeps the span and the reason that it found; one that it did not find stands with its
mention, if the text has it, and the reason "given".
"""

from collections.abc import Mapping
from dataclasses import fields, replace

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.records import Country, Organization, Person, Theme
from sinorus.coding.casting import body_actor, person_actor, person_tenures, place_of, state_actor
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
        actors=event.actors
        if given.actors is None
        else tuple(_actor(event, a, book) for a in dict.fromkeys(given.actors)),
        places=event.places
        if given.places is None
        else tuple(_place(event, p, book) for p in dict.fromkeys(given.places)),
        topics=event.topics if given.topics is None else _labels(event.topics, given.topics, book.topics),
        activities=event.activities
        if given.activities is None
        else _labels(event.activities, given.activities, book.activities),
    )


def keep_given(event: Event, earlier: GivenCoding, book: Codebook) -> Event:
    """Return the event with what was coded by hand before, where its entry itself brings no coding of that field."""
    own = event.entry.given or GivenCoding()
    kept = {f.name: getattr(earlier, f.name) for f in fields(own) if getattr(own, f.name) is None}
    if all(value is None for value in kept.values()):
        return event
    coded = apply_given(event, GivenCoding(**kept), book)
    return replace(coded, entry=replace(event.entry, given=replace(own, **kept)))


def find_slug(word: str, themes: Mapping[str, Theme]) -> str | None:
    """Return the slug of the topic or activity that a word stands for, by slug or by name; None when there is none."""
    if word in themes:
        return word
    wanted = fold(word)
    return next((slug for slug, theme in themes.items() if wanted in (fold(slug), fold(theme.name))), None)


def _actor(event: Event, given: GivenActor, book: Codebook) -> Participation:
    coded = next((p for p in event.actors if _is_same(p, given)), None)
    if coded is None:
        start, end = _span(event.entry.text, given.mention or given.name)
        mention = event.entry.text[start:end]
        actor = _known_actor(given, book)
        coded = Participation(actor, given.part, mention, start, end, reason=_REASON, tenures=_tenures(actor, book))
    elif given.mention is None and given.role is None:
        return replace(coded, part=given.part)  # a bare name, as in a CSV cell, says nothing of an office
    role = coded.role if coded.role is not None and coded.role.title == given.role else None
    if given.role is not None and role is None:
        role = Role(given.role, given.country or coded.actor.country)
    basis = given.role_basis or coded.role_basis or "stated"
    return replace(coded, part=given.part, role=role, role_basis=basis if role is not None else None)


def _is_same(coded: Participation, given: GivenActor) -> bool:
    """Tell whether the program found whom the person means: by name, and by kind and state where those are given."""
    actor = coded.actor
    if given.kind not in (None, actor.kind):
        return False
    if given.country is not None and fold(actor.name) == fold(_in_full(given)):
        return True
    wanted = fold(given.name)
    if all(fold(name) != wanted for name in (actor.name, *actor.names)):
        return False
    return given.country in {None, actor.country, coded.role.country if coded.role is not None else None}


def _in_full(given: GivenActor) -> str:
    """Return a name with what stood in brackets behind it, which may be an acronym: "African Union (AU)"."""
    return f"{given.name} ({given.country})"


def _known_actor(given: GivenActor, book: Codebook) -> Actor:
    """Return the actor of the codebook that is meant, else one of this name and state that only the file knows."""
    item: Person | Organization | Country | None = None
    if given.kind in (None, "person"):
        item = _person(given, book)
    if item is None and given.kind in (None, "organization"):
        item = find_body(given, book)
    if item is None and given.kind in (None, "country"):
        item = _state(given.name, given.country, book)
    if isinstance(item, Person):
        return person_actor(item)
    if isinstance(item, Organization):
        return body_actor(item)
    return (
        state_actor(item)
        if item is not None
        else Actor(given.kind or "person", given.name, given.country, origin="text")
    )


def _person(given: GivenActor, book: Codebook) -> Person | None:
    """Return the person of the codebook with exactly this name, if name and state leave only one.

    The state may be one whose office the person held: a Portuguese speaks for the UN.
    """
    found = [p for (name, _), p in book.people.items() if name == given.name]
    if given.country is not None:
        found = [p for p in found if given.country in {p.country, *(t.role.country for t in p.tenures)}]
    return found[0] if len(found) == 1 else None


def find_body(given: GivenActor, book: Codebook) -> Organization | None:
    """Return the body of the codebook with this name, with or without its acronym in brackets."""
    for name in (given.name, _in_full(given)):
        body = book.organizations.get(name) or book.organizations.get(name.rpartition(" (")[0])
        if body is None or name not in (body.name, body_actor(body).name):
            continue
        if given.country in (None, body.country) or name != given.name:
            return body
    return None


def _state(name: str, code: str | None, book: Codebook) -> Country | None:
    states = (state for state in book.countries.values() if code in (None, state.code))
    return next((state for state in states if name == state.name or name in state.names), None)


def _tenures(actor: Actor, book: Codebook) -> tuple[Tenure, ...]:
    person = book.people.get((actor.name, actor.country)) if actor.kind == "person" else None
    return person_tenures(person) if person is not None else ()


def _place(event: Event, given: GivenPlace, book: Codebook) -> PlaceMention:
    for found in event.places:
        if fold(found.place.name) == fold(given.name) and given.country in (None, found.place.country):
            return found
    start, end = _span(event.entry.text, given.name)
    return PlaceMention(_known_place(given, book), event.entry.text[start:end], start, end, _REASON)


def _known_place(given: GivenPlace, book: Codebook) -> Place:
    known = book.places.get((given.name, given.country)) or _state(given.name, given.country, book)
    return place_of(known) if known is not None else Place(given.name, None, given.country)


def _labels(coded: tuple[Label, ...], given: tuple[str, ...], themes: Mapping[str, Theme]) -> tuple[Label, ...]:
    """Return the labels that are given, each once; a word that is in no codebook any more stays as it is stored."""
    found = {label.slug: label for label in coded}
    slugs = dict.fromkeys(find_slug(word, themes) or word for word in given)
    return tuple(found.get(slug, Label(slug, _REASON)) for slug in slugs)


def _span(text: str, words: str) -> tuple[int, int]:
    """Return where words stand in the text; the empty span at its beginning when they do not."""
    at = text.find(words)
    return (at, at + len(words)) if at >= 0 else (0, 0)
