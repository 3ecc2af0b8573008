"""Coded events for tests, built in a line each."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from sinorus.model import (
    Actor,
    DateMention,
    Entry,
    Event,
    Label,
    Part,
    Participation,
    Place,
    PlaceMention,
    Role,
    SourceInfo,
    Tenure,
)
from sinorus.span import DateSpan
from sinorus.store.codebook import save_codebook

FOREIGN_MINISTER = "Foreign Minister"
LAVROV = Actor(
    "person",
    "Sergey Lavrov",
    "RU",
    "Сергей Лавров",
    ("Lavrov", "Sergei Lavrov", "Sergey Viktorovich Lavrov", "拉夫罗夫"),
)
WANG_YI = Actor("person", "Wang Yi", "CN", "王毅", ("Wang", "Yi Wang"))
WANG_WENTAO = Actor("person", "Wang Wentao", "CN", names=("Wang",))
ERDOGAN = Actor("person", "Recep Tayyip Erdoğan", "TR", names=("Erdoğan",))
STRANGER = Actor("person", "Jan Nowak", "PL", origin="text")
CHINA = Actor("country", "China", "CN", names=("PRC", "People's Republic of China"))
LAVROVS_OFFICE = Tenure(Role(FOREIGN_MINISTER, "RU"), "2004-03", None)


def save_lists(connection: sqlite3.Connection) -> None:
    """Write the countries, topics and activities that tests code events with."""
    save_codebook(
        connection,
        [(code, code, None) for code in ("CN", "DE", "FR", "IN", "KP", "KR", "PL", "RU", "TR", "UA", "US")],
        [(slug, slug, None) for slug in ("bilateral-ties", "energy", "taiwan", "trade-economy", "ukraine-war")],
        [(slug, slug, None, None, None) for slug in ("meeting", "phone-call", "statement", "visit")],
    )


def source(title: str = "A chronology", file: str = "a.txt", sha256: str = "00") -> SourceInfo:
    """Return where entries come from."""
    return SourceInfo(title, file, sha256)


def entry(day: str, text: str, line: int = 1, until: str | None = None, note: str | None = None) -> Entry:
    """Return an entry of one day, or of several."""
    first = date.fromisoformat(day)
    span = DateSpan.range(first, date.fromisoformat(until)) if until else DateSpan.day(first)
    return Entry(span, day, text, line, note=note)


def taking_part(
    actor: Actor, role: Role | None = None, part: Part = "participant", tenures: tuple[Tenure, ...] = ()
) -> Participation:
    """Return an actor in an event, named at its beginning."""
    whole = len(actor.name)
    return Participation(actor, part, actor.name, 0, whole, role, "stated" if role else None, "rule", tenures)


def event(
    entry: Entry,
    actors: Sequence[Participation | Actor] = (),
    places: Sequence[str | Place] = (),
    topics: Sequence[str] = (),
    activities: Sequence[str] = (),
    told: Sequence[str] = (),
) -> Event:
    """Return a coded entry."""
    return Event(
        entry,
        tuple(one if isinstance(one, Participation) else taking_part(one) for one in actors),
        tuple(
            PlaceMention(one if isinstance(one, Place) else Place(one, "city"), str(one), 0, 1, "rule")
            for one in places
        ),
        tuple(Label(slug, "cue", 0, 3) for slug in topics),
        tuple(Label(slug, "cue") for slug in activities),
        tuple(DateMention(DateSpan.day(date.fromisoformat(day)), day, 0, 10) for day in told),
    )
