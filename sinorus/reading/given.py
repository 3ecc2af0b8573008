"""What a human coded in a cell or a list -> given actors, places, topics and activities.

    "Sergey Lavrov (RU); Wang Yi"     ["Sergey Lavrov"]     [{"name": "Sergey Lavrov", "country": "RU"}]

An empty cell was not coded and is left to the program; an empty list was coded as nothing. What cannot be understood
makes the record unusable, so that no coding gets lost unseen.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, get_args

from sinorus.model import ActorKind, GivenActor, GivenCoding, GivenPlace, Part, RoleBasis
from sinorus.reading.unusable import UnusableRecordError

_EXCERPT = 40
_COUNTRY = re.compile(r"(.+?)\s*[(\[]([A-Z]{2})[)\]]")
# A cell that would be a formula is printed with an apostrophe before it.
_GUARD = re.compile(r"'(?=[=+\-@\t\r])")


def unguard(cell: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return _GUARD.sub("", cell.strip(), count=1)


def read_given(fields: Mapping[str, Any]) -> GivenCoding | None:
    """Return the coding of a record, or None when nothing was coded.

    Raises: UnusableRecordError for an actor or a place without a name, and for a kind or a part that there is not.
    """
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
    made = (make(item) for item in items if item is not None)
    return tuple(item for item in made if item is not None)


def _actor(item: Any) -> GivenActor | None:
    if not isinstance(item, dict):
        plain, country = _name_and_country(item)
        return GivenActor(plain, country=country) if plain else None
    return GivenActor(
        _name(item),
        _one_of(item, "kind", get_args(ActorKind)),
        _word(item, "country"),
        _word(item, "role"),
        _one_of(item, "role_basis", get_args(RoleBasis)),
        _one_of(item, "part", get_args(Part)) or "participant",
        _word(item, "mention"),
    )


def _place(item: Any) -> GivenPlace | None:
    if isinstance(item, dict):
        return GivenPlace(_name(item), _word(item, "country"))
    plain, country = _name_and_country(item)
    return GivenPlace(plain, country) if plain else None


def _label(item: Any) -> str | None:
    """Return the slug or the name of a topic or an activity; the codebook refuses what is neither."""
    if isinstance(item, dict):
        return _word(item, "slug") or _name(item)
    return str(item).strip() or None


def _name(item: Mapping[str, Any]) -> str:
    name = _word(item, "name")
    if name is None:
        raise UnusableRecordError(f"{_excerpt(item)} has no name", "Give it a name, or leave it out.")
    return name


def _name_and_country(item: Any) -> tuple[str, str | None]:
    if isinstance(item, (list, bool)):
        raise UnusableRecordError(f"{_excerpt(item)} is no name", "Give a name, or an object with one.")
    text = str(item).strip()
    match = _COUNTRY.fullmatch(text)
    return (match[1], match[2]) if match is not None else (text, None)


def _word(item: Mapping[str, Any], key: str) -> str | None:
    value = item.get(key)
    return str(value).strip() or None if value is not None else None


def _one_of(item: Mapping[str, Any], key: str, allowed: tuple[str, ...]) -> Any:
    """Return one of the words that a key may have, or None where it has none."""
    word = _word(item, key)
    if word is None or word.lower() in allowed:
        return word and word.lower()
    near = "".join(f"Did you mean {one}? " for one in get_close_matches(word.lower(), allowed, n=1))
    words = " or ".join(allowed)
    raise UnusableRecordError(f"there is no {key.replace('_', ' ')} {word!r}", f"{near}It is {words}.")


def _excerpt(item: Any) -> str:
    return json.dumps(item, ensure_ascii=False)[:_EXCERPT]
