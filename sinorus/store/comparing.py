"""What a row tells of an event's coding, and the event as it is stored -> what of it a person coded by hand.

A field that says the same as the stored event was not coded by hand, and one that says something else was, as a whole:
an empty cell means nobody, nowhere or nothing. In a list that was edited, whoever was left in it stays as stored.
"""

from collections.abc import Callable, Sequence
from typing import Any

from sinorus.model import GivenActor, GivenCoding, GivenPlace
from sinorus.store.rows import ActorRow, EventRow, LabelRow, PlaceRow


def edited_coding(
    row: GivenCoding | None, told: frozenset[str], coded: EventRow, earlier: GivenCoding | None
) -> GivenCoding | None:
    """Return the coding by hand of an event, of which a row tells some fields; `earlier` is that before."""
    row, earlier = row or GivenCoding(), earlier or GivenCoding()
    actors, places, topics, activities = earlier.actors, earlier.places, earlier.topics, earlier.activities
    if "actors" in told:
        actors = _actors(row.actors or (), told, coded.actors, actors)
    if "places" in told and not _same(row.places or (), coded.places, _tells_place):
        places = tuple(_place(place, coded.places) for place in row.places or ())
    if "topics" in told and not _same(row.topics or (), coded.topics, _tells_label):
        topics = row.topics or ()
    if "activities" in told and not _same(row.activities or (), coded.activities, _tells_label):
        activities = row.activities or ()
    given = GivenCoding(actors, places, topics, activities)
    return None if given == GivenCoding() else given


def _actors(
    row: tuple[GivenActor, ...], told: frozenset[str], coded: Sequence[ActorRow], earlier: tuple[GivenActor, ...] | None
) -> tuple[GivenActor, ...] | None:
    # A table without a column for those who are only mentioned says nothing of them.
    silent = "mentioned" not in told and all(_is_bare(actor) and actor.part == "participant" for actor in row)
    unsaid = [actor for actor in coded if silent and actor.part != "participant"]
    said = [actor for actor in coded if actor not in unsaid]
    if _same(row, said, _tells_actor):
        return earlier
    kept = tuple(_as_stored(actor, earlier) for actor in unsaid)
    return (*(_actor(actor, said, earlier) for actor in row), *kept)


def _actor(given: GivenActor, coded: Sequence[ActorRow], earlier: tuple[GivenActor, ...] | None) -> GivenActor:
    """Return an actor of a row, in more than its bare name where it is one of those that are stored."""
    stored = next((one for one in coded if _tells_actor(given, one)), None)
    return given if stored is None or not _is_bare(given) else _as_stored(stored, earlier)


def _as_stored(coded: ActorRow, earlier: tuple[GivenActor, ...] | None) -> GivenActor:
    for one in earlier or ():
        if one.part == coded.part and _is_called(one, coded.name):
            return one
    part: Any = coded.part
    kind: Any = coded.kind
    return GivenActor(coded.name, kind, coded.country, part=part)


def _place(given: GivenPlace, coded: Sequence[PlaceRow]) -> GivenPlace:
    stored = next((one for one in coded if _tells_place(given, one)), None)
    return given if stored is None else GivenPlace(stored.name, stored.country)


def _same(given: Sequence[Any], coded: Sequence[Any], tells: Callable[[Any, Any], bool]) -> bool:
    """Tell whether two lists have the same members, in any order."""
    return all(any(tells(one, other) for other in coded) for one in given) and all(
        any(tells(one, other) for one in given) for other in coded
    )


def _tells_actor(given: GivenActor, coded: ActorRow) -> bool:
    if given.part != coded.part or not _is_called(given, coded.name):
        return False
    if _is_bare(given):
        return given.country is None or given.name != coded.name or given.country == coded.country
    told = (given.kind, given.country, given.role, given.role_basis, given.mention)
    return told == (coded.kind, coded.country, coded.role, coded.role_basis, coded.mention)


def _tells_place(given: GivenPlace, coded: PlaceRow) -> bool:
    if given.name == coded.name:
        return given.country in (None, coded.country)
    return _is_called(given, coded.name)


def _tells_label(given: str, coded: LabelRow) -> bool:
    return given in (coded.slug, coded.name)


def _is_bare(given: GivenActor) -> bool:
    """Tell whether an actor is a name alone, as in a cell of a table, with its state at most."""
    return given.kind is None and given.role is None and given.mention is None


def _is_called(given: GivenActor | GivenPlace, name: str) -> bool:
    """Tell whether a name is meant; an acronym in brackets behind it was read as a state."""
    return name in (given.name, f"{given.name} ({given.country})")
