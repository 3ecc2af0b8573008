"""The laws of filters: SQL gives what a naive reading in Python gives, by every way, over random events."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sinorus.model import Actor, DateMention, Entry, Event, Label, Part, Participation, Place, PlaceMention, Role
from sinorus.query.clauses import Clause
from sinorus.query.dates import DateWithin
from sinorus.query.filters import (
    ActivityIs,
    ActorIs,
    AllOf,
    AnyOf,
    CountryIs,
    Filter,
    Not,
    PlaceIs,
    RoleIs,
    SourceIs,
    TopicIs,
    clause,
)
from sinorus.query.periods import Period
from sinorus.query.question import Question
from sinorus.query.text import Term, TextMatches
from sinorus.span import DateSpan
from sinorus.store.connection import open_scratch
from sinorus.store.reader import count_events, find_events
from sinorus.store.writer import save_source

from .builders import source

FIRST_DAY = date(2024, 1, 1)
WORDS = ("gas", "oil", "Лавров", "王毅会见", "Zürich", "peace")
ACTORS = [Actor("person", f"Person {n}", country) for n, country in enumerate(("RU", "CN", None))]
ROLES = [Role("Foreign Minister", "RU"), Role("President", "CN")]


@dataclass(frozen=True)
class Facts:
    """What the oracle knows of an event."""

    start: date
    end: date | None
    text: str
    actors: frozenset[tuple[int, int | None, Part]]
    places: frozenset[int]
    topics: frozenset[int]
    activities: frozenset[int]
    sources: frozenset[int]
    told: tuple[date, ...]


numbers = st.integers(0, 2)
few = st.frozensets(numbers, max_size=2)
starts = st.integers(0, 70).map(lambda n: FIRST_DAY + timedelta(n))
lengths = st.sampled_from([0, 0, 1, 5, 30, 31, 32, 60, None])
parts = st.sampled_from(["participant", "participant", "mentioned"])
actors = st.frozensets(st.tuples(numbers, st.sampled_from([None, 0, 1]), parts), max_size=3)
facts = st.builds(
    lambda start, length, words, *rest: Facts(
        start, None if length is None else start + timedelta(length), " ".join(words), *rest
    ),
    *(starts, lengths, st.lists(st.sampled_from(WORDS), max_size=4), actors, few, few, few),
    *(st.frozensets(numbers, min_size=1, max_size=2), st.lists(starts, max_size=1).map(tuple)),
)
periods = st.one_of(
    st.tuples(starts, starts).map(lambda days: Period(min(days), max(days))),
    starts.map(lambda day: Period(day, None)),
    starts.map(lambda day: Period(None, day)),
)
keys = st.lists(st.integers(1, 3), min_size=1, max_size=2, unique=True).map(tuple)
FAMILIES: dict[str, st.SearchStrategy[Filter]] = {
    **{
        kind.__name__: st.builds(kind, keys, st.just("x")) for kind in (ActorIs, PlaceIs, TopicIs, ActivityIs, SourceIs)
    },
    "RoleIs": st.builds(RoleIs, st.lists(st.integers(1, 2), min_size=1, unique=True).map(tuple), st.just("x")),
    "CountryIs": st.builds(CountryIs, st.sampled_from([("RU",), ("CN",), ("RU", "CN")]), st.just("x")),
    "DateWithin": st.builds(DateWithin, periods, st.just(False)),
    "DateWithin starts": st.builds(DateWithin, periods, st.just(True)),
    "TextMatches": st.builds(
        TextMatches, st.lists(st.sampled_from(WORDS).map(Term), min_size=1, max_size=2).map(tuple)
    ),
}
filters = st.recursive(
    st.one_of(*FAMILIES.values()),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, max_size=3).map(lambda some: AnyOf(tuple(some))),
        st.lists(inner, max_size=3).map(lambda some: AllOf(tuple(some))),
    ),
    max_leaves=5,
)


def coded(facts: Facts, line: int) -> Event:
    span = DateSpan(facts.start, facts.end, "range", f"{facts.start}/{facts.end or '..'}")
    entry = Entry(span, "printed", f"{facts.text} {line}.", line)
    return Event(
        entry,
        tuple(
            Participation(ACTORS[actor], part, "x", 0, 1, None if role is None else ROLES[role], "stated")
            for actor, role, part in sorted(facts.actors, key=str)
        ),
        tuple(PlaceMention(Place(f"Place {n}"), "x", 0, 1) for n in sorted(facts.places)),
        tuple(Label(f"topic-{n}", "x") for n in sorted(facts.topics)),
        tuple(Label(f"activity-{n}", "x") for n in sorted(facts.activities)),
        tuple(DateMention(DateSpan.day(day), "x", 0, 1) for day in facts.told),
    )


def store(connection: sqlite3.Connection, events: Sequence[Facts]) -> None:
    """Store events so that each thing has the id that is its number plus one."""
    for n in range(3):
        connection.execute("INSERT INTO sources VALUES (?, ?, NULL, NULL, NULL, NULL, 'f', 'x', 'x')", (n + 1, f"S{n}"))
        connection.execute("INSERT INTO places (id, name) VALUES (?, ?)", (n + 1, f"Place {n}"))
        connection.execute("INSERT INTO topics (id, slug, name) VALUES (?1, ?2, ?2)", (n + 1, f"topic-{n}"))
        connection.execute("INSERT INTO activities (id, slug, name) VALUES (?1, ?2, ?2)", (n + 1, f"activity-{n}"))
    connection.execute("INSERT INTO countries (code, name) VALUES ('RU', 'Russia'), ('CN', 'China')")
    for n, actor in enumerate(ACTORS, 1):
        row = (n, actor.name, actor.kind, actor.country, actor.origin)
        connection.execute("INSERT INTO actors (id, name, kind, country, origin) VALUES (?, ?, ?, ?, ?)", row)
    for n, role in enumerate(ROLES, 1):
        office = (n, role.title, role.country)
        connection.execute("INSERT INTO roles (id, title, country) VALUES (?, ?, ?)", office)
    save_source(connection, source("All"), [coded(one, line) for line, one in enumerate(events, 1)])
    connection.execute("DELETE FROM event_sources")
    links = [(line, n + 1) for line, one in enumerate(events, 1) for n in one.sources]
    connection.executemany("INSERT INTO event_sources VALUES (?, ?, 1)", links)


def overlaps(first: date, last: date | None, period: Period, starts: bool) -> bool:
    before = period.until is None or first <= period.until
    if starts:
        return before and (period.since is None or first >= period.since)
    return before and (period.since is None or last is None or last >= period.since)


def holds(filter_: Filter, facts: Facts, mentions: bool) -> bool:
    """The oracle."""
    taking_part = [one for one in facts.actors if mentions or one[2] == "participant"]
    match filter_:
        case Not(inner):
            return not holds(inner, facts, mentions)
        case AllOf(several):
            return all(holds(inner, facts, mentions) for inner in several)
        case AnyOf(several):
            return any(holds(inner, facts, mentions) for inner in several)
        case ActorIs(keys, _):
            return any(actor + 1 in keys for actor, _, _ in taking_part)
        case RoleIs(keys, _):
            return any(role is not None and role + 1 in keys for _, role, _ in taking_part)
        case CountryIs(keys, _):
            offices = [None if role is None else ROLES[role].country for _, role, _ in taking_part]
            acting_for = [office or ACTORS[one[0]].country for office, one in zip(offices, taking_part, strict=True)]
            return any(country in keys for country in acting_for)
        case PlaceIs(keys, _):
            return any(n + 1 in keys for n in facts.places)
        case TopicIs(keys, _):
            return any(n + 1 in keys for n in facts.topics)
        case ActivityIs(keys, _):
            return any(n + 1 in keys for n in facts.activities)
        case SourceIs(keys, _):
            return any(n + 1 in keys for n in facts.sources)
        case TextMatches(terms):
            return all(term.text in facts.text for term in terms)
        case DateWithin(period, begins):
            told = any(overlaps(day, day, period, begins) for day in facts.told)
            return overlaps(facts.start, facts.end, period, begins) or (mentions and told)
    raise AssertionError(filter_)


def answers(connection: sqlite3.Connection, condition: Clause) -> set[int]:
    return {row[0] for row in connection.execute(f"SELECT id FROM events WHERE {condition.sql}", condition.params)}


def check(events: list[Facts], asked: list[Filter], mentions: bool) -> None:
    """Compare every way to answer with the oracle."""
    question = Question(tuple(asked), mentions)
    wanted = {line for line, one in enumerate(events, 1) if all(holds(each, one, mentions) for each in asked)}
    ways = [way for way in (None, (), (asked[0],), tuple(asked)) if all(each.ids(mentions) for each in way or ())]
    with open_scratch() as connection:
        store(connection, events)
        assert set(find_events(connection, question)) == wanted
        assert count_events(connection, question) == len(wanted)
        assert [answers(connection, question.condition(way)) for way in ways] == [wanted] * len(ways)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_filter_gives_what_the_oracle_gives(family: str) -> None:
    @settings(max_examples=30, deadline=None)
    @given(st.lists(facts, min_size=5, max_size=12), FAMILIES[family], st.booleans())
    def law(events: list[Facts], asked: Filter, mentions: bool) -> None:
        check(events, [asked], mentions)

    law()


@settings(max_examples=60, deadline=None)
@given(st.lists(facts, max_size=12), st.lists(filters, min_size=1, max_size=3), st.booleans())
def test_filters_together_give_what_the_oracle_gives(events: list[Facts], asked: list[Filter], mentions: bool) -> None:
    check(events, asked, mentions)


@settings(max_examples=40, deadline=None)
@given(st.lists(facts, max_size=12), filters, st.booleans())
def test_a_filter_and_its_negation_share_out_all_events(events: list[Facts], asked: Filter, mentions: bool) -> None:
    with open_scratch() as connection:
        store(connection, events)
        own = answers(connection, clause(asked, mentions))
        rest = answers(connection, clause(Not(asked), mentions))
    assert sorted([*own, *rest]) == list(range(1, len(events) + 1))
