"""What a human coded in a cell or a list -> given actors, places, topics and activities.

    "Sergey Lavrov (RU); Wang Yi"     ["Sergey Lavrov"]     [{"name": "Sergey Lavrov", "country": "RU"}]

An empty cell was not coded and is left to the program; an empty list was coded as nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, get_args

from sinorus.model import ActorKind, GivenActor, GivenCoding, GivenPlace, Part, RoleBasis

_COUNTRY = re.compile(r"(.+?)\s*[(\[]([A-Z]{2})[)\]]")
# A cell that would be a formula is printed with an apostrophe before it.
_GUARD = re.compile(r"'(?=[=+\-@\t\r])")


def unguard(cell: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return _GUARD.sub("", cell.strip(), count=1)


def read_given(fields: Mapping[str, Any]) -> GivenCoding | None:
    """Return the coding of a record, or None when nothing was coded."""
    given = GivenCoding(
        _actors(fields),
        _values(fields.get("places"), _place),
        _values(fields.get("topics"), _label),
        _values(fields.get("activities"), _label),
    )
    return None if given == GivenCoding() else given


def _actors(fields: Mapping[str, Any]) -> tuple[GivenActor, ...] | None:
    """Return participants, and those that a column of their own names as merely talked about.

    A table with such a column tells of all actors, so that an empty cell there means none.
    """
    actors = _values(fields.get("actors"), _actor)
    if "mentioned" not in fields:
        return actors
    mentioned = _values(fields["mentioned"], _actor) or ()
    return (*(actors or ()), *(replace(actor, part="mentioned") for actor in mentioned))


def _values(value: Any, make: Any) -> tuple[Any, ...] | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    items: Iterable[Any] = [value]
    if isinstance(value, str):
        items = unguard(value).split(";")
    elif isinstance(value, list):
        items = value
    made = (make(item) for item in items)
    return tuple(item for item in made if item is not None)


def _actor(item: Any) -> GivenActor | None:
    if not isinstance(item, dict):
        plain, country = _name_and_country(item)
        return GivenActor(plain, country=country) if plain else None
    name = _word(item, "name")
    if name is None:
        return None
    return GivenActor(
        name,
        _one_of(item.get("kind"), get_args(ActorKind)),
        _word(item, "country"),
        _word(item, "role"),
        _one_of(item.get("role_basis"), get_args(RoleBasis)),
        _one_of(item.get("part"), get_args(Part)) or "participant",
        _word(item, "mention"),
    )


def _place(item: Any) -> GivenPlace | None:
    if isinstance(item, dict):
        name = _word(item, "name")
        return GivenPlace(name, _word(item, "country")) if name is not None else None
    plain, country = _name_and_country(item)
    return GivenPlace(plain, country) if plain else None


def _label(item: Any) -> str | None:
    text = str(item.get("slug") or item.get("name") or "") if isinstance(item, dict) else str(item)
    return text.strip() or None


def _name_and_country(item: Any) -> tuple[str, str | None]:
    text = str(item).strip()
    match = _COUNTRY.fullmatch(text)
    return (match[1], match[2]) if match is not None else (text, None)


def _word(item: Mapping[str, Any], key: str) -> str | None:
    value = item.get(key)
    return str(value).strip() or None if value is not None else None


def _one_of(value: Any, allowed: tuple[Any, ...]) -> Any:
    return value if value in allowed else None
