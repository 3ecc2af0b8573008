"""The codebook's tables -> one value with typed records and the indexes that coding asks."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from sinorus.codebook.records import (
    AreaTopic,
    BodyKind,
    Country,
    Cue,
    KnownPlace,
    Office,
    OfficeKind,
    Organization,
    Person,
    PlaceKind,
    Theme,
)
from sinorus.codebook.rows import read_rows
from sinorus.codebook.tables import Row
from sinorus.model import Role, Tenure
from sinorus.resources import CODEBOOK

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

    @property
    def above_states(self) -> frozenset[str]:
        """Return the codes of what stands above states: the EU and the UN."""
        return frozenset(code for code, country in self.countries.items() if country.is_above_states)


def load_codebook(*own: Path) -> Codebook:
    """Load the bundled codebook and, over it, the user's own folders in turn.

    Raises: CodebookError with file, line and column for a row that is malformed or points at nothing.
    """
    folders = [CODEBOOK, *own]
    book = Codebook()
    for name, add in _LOADERS.items():
        for row in read_rows(name, folders):
            add(book, row)
    return book


def _country(book: Codebook, row: Row) -> None:
    country = book.countries[row["code"]] = Country(
        row["code"],
        row["name"],
        row.many("adjectives"),
        row.many("demonyms"),
        row.many("names"),
        row.many("governments"),
        row["capital"],
        row["region"],
        row["name_order"] or "given",
    )
    names = (country.name, *country.names) if country.is_above_states else (country.name,)
    book.served_by.update(dict.fromkeys(names, country.code))


def _office(book: Codebook, row: Row) -> None:
    rank = row["rank"] or "9"
    if not rank.isdecimal():
        raise row.error("rank", "not a whole number")
    form, kind = row["form"], cast("OfficeKind", row["kind"])
    book.offices[form] = Office(form, row["title"], row["plural"] or form + "s", kind, int(rank), _code(book, row))


def _title_word(book: Codebook, row: Row) -> None:
    book.title_words[row["word"]] = row["kind"]
    book.spellings.update(dict.fromkeys(row.many("names"), row["word"]))


def _person(book: Codebook, row: Row) -> None:
    key = (row["name"], _code(book, row))
    book.people[key] = Person(*key, row.many("short"), row.many("names"), row.many("native"))


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
    code = _code(book, row)
    book.organizations[row["name"]] = Organization(
        row["name"], row["acronym"], row.many("names"), cast("BodyKind", row["kind"]), code
    )
    if code is not None and book.countries[code].is_above_states:  # whoever serves the Commission serves the EU
        book.served_by.setdefault(row["name"], code)


def _place(book: Codebook, row: Row) -> None:
    key = (row["name"], _code(book, row))
    latitude, longitude = (_number(row, column) for column in ("latitude", "longitude"))
    if abs(latitude) > 90:
        raise row.error("latitude", "beyond a pole")
    if abs(longitude) > 180:
        raise row.error("longitude", "beyond the date line")
    kind, names, native = cast("PlaceKind", row["kind"]), row.many("names"), row.many("native")
    book.places[key] = KnownPlace(*key, kind, latitude, longitude, names, native, row["caution"])


def _topic(book: Codebook, row: Row) -> None:
    since, until = (_iso(row, column) for column in ("since", "until"))
    book.topics[row["slug"]] = Theme(row["slug"], row["name"], row["description"], since=since, until=until)


def _activity(book: Codebook, row: Row) -> None:
    book.activities[row["slug"]] = Theme(
        row["slug"], row["name"], row["description"], row["plover_type"] or None, row["plover_mode"] or None
    )


def _topic_cue(book: Codebook, row: Row) -> None:
    book.topic_cues.append(Cue(row["cue"], _slug(row, "topic", book.topics), _number(row, "weight")))


def _area_topic(book: Codebook, row: Row) -> None:
    since, until = (_iso(row, column) for column in ("since", "until"))
    topic = AreaTopic(_slug(row, "topic", book.topics), _number(row, "weight"), since, until)
    book.area_topics.setdefault(row["area"], []).append(topic)


def _activity_cue(book: Codebook, row: Row) -> None:
    book.activity_cues.append(Cue(row["cue"], _slug(row, "activity", book.activities), _number(row, "weight")))


def _context_cue(book: Codebook, row: Row) -> None:
    book.context_cues.setdefault(row["kind"], []).append(row["cue"])


def _topic_sign(book: Codebook, row: Row) -> None:
    book.topic_signs.setdefault(row["sign"], {})[_slug(row, "topic", book.topics)] = _number(row, "weight")


def _activity_sign(book: Codebook, row: Row) -> None:
    book.activity_signs.setdefault(row["sign"], {})[_slug(row, "activity", book.activities)] = _number(row, "weight")


def _slug(row: Row, column: str, themes: Mapping[str, Theme]) -> str:
    if row[column] not in themes:
        raise row.error(column, f"no such {column}")
    return row[column]


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
    "organizations": _organization,
    "people": _person,
    "tenures": _tenure,
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
