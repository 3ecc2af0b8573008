"""Records of the codebook -> actors and places as they travel on; each is made once and shared."""

from functools import cache

from sinorus.codebook.records import Country, KnownPlace, Organization, Person
from sinorus.model import Actor, Place, Tenure


@cache
def person_actor(person: Person) -> Actor:
    """Return a person with every spelling."""
    names = (*person.names, *person.short, *person.native)
    return Actor("person", person.name, person.country, next(iter(person.native), None), names)


@cache
def person_tenures(person: Person) -> tuple[Tenure, ...]:
    """Return the offices of a person, in time order."""
    return tuple(person.tenures)


@cache
def body_actor(body: Organization) -> Actor:
    """Return an organization under its name with the acronym in brackets, and its other names."""
    name = f"{body.name} ({body.acronym})" if body.acronym and body.acronym not in body.name.split() else body.name
    return Actor("organization", name, body.country, names=tuple(filter(None, (body.name, body.acronym, *body.names))))


@cache
def state_actor(country: Country) -> Actor:
    """Return a state that acts itself."""
    return Actor("country", country.name, country.code, names=country.names)


@cache
def place_of(item: KnownPlace | Country) -> Place:
    """Return a place, or a state as one."""
    if isinstance(item, Country):
        return Place(item.name, "country", item.code, names=item.names)
    return Place(item.name, item.kind, item.country, item.latitude, item.longitude, (*item.names, *item.native))
