"""The codebook's tables -> one value with typed records and the indexes that coding asks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from sinorus.codebook.records import (
    COLUMNS,
    AreaTopic,
    Country,
    Cue,
    KnownPlace,
    Office,
    Organization,
    Person,
    Theme,
)
from sinorus.codebook.tables import Row, read_table
from sinorus.model import Role, Tenure
from sinorus.resources import CODEBOOK

Record = TypeVar("Record")
_NO_COUNTRY = Country("", "", (), (), (), (), "", "", "given")
_ABOVE_STATES = "international"
_ISO_PART = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(slots=True)
class Codebook:
    """Everything that the tables say, by key."""

    countries: dict[str, Country] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    served_by: dict[str, str] = field(default_factory=dict)
    title_words: dict[str, str] = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)
    people: dict[tuple[str, str | None], Person] = field(default_factory=dict)
    organizations: dict[str, Organization] = field(default_factory=dict)
    places: dict[tuple[str, str | None], KnownPlace] = field(default_factory=dict)
    topics: dict[str, Theme] = field(default_factory=dict)
    activities: dict[str, Theme] = field(default_factory=dict)
    area_topics: dict[str, list[AreaTopic]] = field(default_factory=dict)
    topic_cues: list[Cue] = field(default_factory=list)
    activity_cues: list[Cue] = field(default_factory=list)
    context_cues: dict[str, list[str]] = field(default_factory=dict)
    topic_signs: dict[str, dict[str, float]] = field(default_factory=dict)
    activity_signs: dict[str, dict[str, float]] = field(default_factory=dict)


def load_codebook(*own: Path) -> Codebook:
    """Load the bundled codebook and, over it, the user's own folders in turn.

    Raises: CodebookError with file, line and column for a row that is malformed or points at nothing.
    """
    folders = [CODEBOOK, *own]
    book = Codebook()
    for name, add in _LOADERS.items():
        for row in read_table(name, COLUMNS[name], folders):
            add(book, row)
    return book


def _country(book: Codebook, row: Row) -> None:
    known = book.countries.get(row["code"], _NO_COUNTRY)
    book.countries[row["code"]] = Country(
        row["code"],
        row["name"] or known.name,
        _joined(known.adjectives, row.many("adjectives")),
        _joined(known.demonyms, row.many("demonyms")),
        _joined(known.names, row.many("names")),
        _joined(known.governments, row.many("governments")),
        row["capital"] or known.capital,
        row["region"] or known.region,
        row["name_order"] or known.name_order,
    )

    names = (row["name"], *row.many("names")) if row["region"] == _ABOVE_STATES else (row["name"],)
    book.served_by.update(dict.fromkeys(names, row["code"]))


def _office(book: Codebook, row: Row) -> None:
    rank = row["rank"] or "9"
    if not rank.isdecimal():
        raise row.error("rank", "not a whole number")
    form = row["form"]
    book.offices[form] = Office(
        form, row["title"], row["plural"] or form + "s", row["kind"], int(rank), _code(book, row)
    )


def _title_word(book: Codebook, row: Row) -> None:
    book.title_words[row["word"]] = row["kind"]
    book.spellings.update(dict.fromkeys(row.many("names"), row["word"]))


def _person(book: Codebook, row: Row) -> None:
    if not row["name"]:
        raise row.error("name", "a person needs a name")
    key = (row["name"], _code(book, row))
    known = book.people.get(key) or Person(*key, (), (), ())
    book.people[key] = Person(
        *key,
        _joined(known.short, row.many("short")),
        _joined(known.names, row.many("names")),
        _joined(known.native, row.many("native")),
        known.tenures,
    )


def _tenure(book: Codebook, row: Row) -> None:
    person = book.people.get((row["person"], _code(book, row)))
    if person is None:
        raise row.error("person", "no such person with this country in the people table")
    since, until = (_iso(row, column) for column in ("since", "until"))
    if since and until and until < since[: len(until)]:
        raise row.error("until", "ends before it begins")
    body = row["organization"] or None
    served = book.served_by.get(body or "", person.country)  # another state's office, or the UN's or the EU's
    if served is not None and body == book.countries[served].name:
        body = None
    person.tenures.append(Tenure(Role(row["title"], served, body), since, until))


def _organization(book: Codebook, row: Row) -> None:
    known = book.organizations.get(row["name"]) or Organization(row["name"], "", (), "", None)
    book.organizations[row["name"]] = Organization(
        row["name"],
        row["acronym"] or known.acronym,
        _joined(known.names, row.many("names")),
        row["kind"] or known.kind,
        _code(book, row) or known.country,
    )


def _place(book: Codebook, row: Row) -> None:
    key = (row["name"], _code(book, row))
    known = book.places.get(key)
    latitude, longitude = (_number(row, column) for column in ("latitude", "longitude"))
    if abs(latitude) > 90:
        raise row.error("latitude", "beyond a pole")
    if abs(longitude) > 180:
        raise row.error("longitude", "beyond the date line")
    place = KnownPlace(*key, row["kind"], latitude, longitude, row.many("names"), row.many("native"), row["caution"])
    if known:
        place = replace(place, names=_joined(known.names, place.names), native=_joined(known.native, place.native))
    book.places[key] = place


def _topic(book: Codebook, row: Row) -> None:
    since, until = (_iso(row, column) for column in ("since", "until"))
    book.topics[row["slug"]] = Theme(row["slug"], row["name"], row["description"], since=since, until=until)


def _activity(book: Codebook, row: Row) -> None:
    book.activities[row["slug"]] = Theme(
        row["slug"], row["name"], row["description"], row["plover_type"] or None, row["plover_mode"] or None
    )


def _topic_cue(book: Codebook, row: Row) -> None:
    if row["topic"] not in book.topics:
        raise row.error("topic", "no such topic")
    book.topic_cues.append(Cue(row["cue"], row["topic"], _number(row, "weight")))


def _area_topic(book: Codebook, row: Row) -> None:
    if row["topic"] not in book.topics:
        raise row.error("topic", "no such topic")
    since, until = (_iso(row, column) for column in ("since", "until"))
    book.area_topics.setdefault(row["area"], []).append(AreaTopic(row["topic"], _number(row, "weight"), since, until))


def _activity_cue(book: Codebook, row: Row) -> None:
    if row["activity"] not in book.activities:
        raise row.error("activity", "no such activity")
    book.activity_cues.append(Cue(row["cue"], row["activity"], _number(row, "weight")))


def _context_cue(book: Codebook, row: Row) -> None:
    book.context_cues.setdefault(row["kind"], []).append(row["cue"])


def _topic_sign(book: Codebook, row: Row) -> None:
    if row["topic"] not in book.topics:
        raise row.error("topic", "no such topic")
    book.topic_signs.setdefault(row["sign"], {})[row["topic"]] = _number(row, "weight")


def _activity_sign(book: Codebook, row: Row) -> None:
    if row["activity"] not in book.activities:
        raise row.error("activity", "no such activity")
    book.activity_signs.setdefault(row["sign"], {})[row["activity"]] = _number(row, "weight")


def _joined(known: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*known, *new]))


def _code(book: Codebook, row: Row) -> str | None:
    code = row["country"]
    if code and code not in book.countries:
        raise row.error("country", "no such country code in the countries table")
    return code or None


def _iso(row: Row, column: str) -> str | None:
    value = row[column]
    if value and not _ISO_PART.fullmatch(value):
        raise row.error(column, "not a year, a month (2024-03) or a day (2024-03-05)")
    return value or None


def _number(row: Row, column: str) -> float:
    try:
        return float(row[column])
    except ValueError:
        raise row.error(column, "not a number") from None


# In this order, since later tables point at earlier ones.
_LOADERS: dict[str, Callable[[Codebook, Row], None]] = {
    "countries": _country,
    "offices": _office,
    "title_words": _title_word,
    "people": _person,
    "tenures": _tenure,
    "organizations": _organization,
    "places": _place,
    "topics": _topic,
    "topic_cues": _topic_cue,
    "area_topics": _area_topic,
    "activities": _activity,
    "activity_cues": _activity_cue,
    "context_cues": _context_cue,
    "topic_signs": _topic_sign,
    "activity_signs": _activity_sign,
}
