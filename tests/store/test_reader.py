"""Reading events, one event in full, lists, counts and profiles from one small database."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest

from sinorus.errors import UsageError
from sinorus.model import Actor, Event, Place, Role
from sinorus.query.filters import ActorIs, AnyOf, CountryIs, Filter, Not, RoleIs, TopicIs
from sinorus.query.question import Question, SortKey
from sinorus.span import DateSpan
from sinorus.store.codebook import save_codebook
from sinorus.store.connection import open_scratch
from sinorus.store.detail import read_event
from sinorus.store.dimensions import MEASURES, Measure
from sinorus.store.listing import Listing
from sinorus.store.lists import ListName, list_columns, read_list
from sinorus.store.profile import Office, read_profile
from sinorus.store.reader import count_events, count_mentions, find_events, read_events, read_events_by_id
from sinorus.store.rows import ActorRow, LabelRow, PlaceRow
from sinorus.store.statistics import count_by, count_pairs, read_lanes
from sinorus.store.writer import save_source

from .builders import (
    FOREIGN_MINISTER,
    LAVROV,
    LAVROVS_OFFICE,
    STRANGER,
    WANG_YI,
    entry,
    event,
    source,
    taking_part,
)

MOSCOW = Place("Moscow", "capital", "RU", 55.75, 37.62, ("Moskva",))
MINISTER = taking_part(LAVROV, Role(FOREIGN_MINISTER, "RU"), tenures=(LAVROVS_OFFICE,))
EVENTS = [
    event(entry("2024-01-10", "Lavrov phones Wang.", 1), [MINISTER, WANG_YI], [], ["energy"], ["phone-call"]),
    event(
        entry("2024-01-29", "Wang is in Moscow.", 2, until="2024-02-02", note="Or later."),
        [WANG_YI, replace(MINISTER, part="mentioned")],
        [MOSCOW],
        ["energy", "taiwan"],
        told=["2024-03-03"],
    ),
    event(entry("2024-03-01", "Nowak meets Lavrov.", 3), [STRANGER, MINISTER], [MOSCOW, "Gdynia"], ["taiwan"]),
]


@pytest.fixture(scope="module")
def stored() -> Iterator[sqlite3.Connection]:
    with open_scratch() as connection:
        save_codebook(
            connection,
            [("RU", "Russia", "Russian"), ("CN", "China", "Chinese"), ("PL", "Poland", "Polish")],
            [("energy", "Energy", "Oil and gas"), ("taiwan", "Taiwan", None), ("history", "History", None)],
            [("phone-call", "Phone call", None, "CONSULT", "phone")],
        )
        save_source(connection, source(), EVENTS)
        save_source(connection, source("Another", "b.txt"), [EVENTS[0]])
        yield connection


def ids(connection: sqlite3.Connection, **asked: object) -> list[int]:
    return list(find_events(connection, replace(Question(), **asked)))  # type: ignore[arg-type]


def test_an_event_comes_with_all_that_hangs_on_it(stored: sqlite3.Connection) -> None:
    row = next(read_events(stored, Question(limit=1, reverse=True)))
    assert (row.id, row.date, row.date_text, row.start, row.end) == (3, *["2024-03-01"] * 4)
    assert (row.precision, row.text, row.note, row.source, row.line) == (
        "day",
        EVENTS[2].entry.text,
        None,
        source().title,
        3,
    )
    assert row.actors[1] == ActorRow(
        *("Sergey Lavrov", "person", "RU", FOREIGN_MINISTER, "stated", "participant", "Sergey Lavrov", 0, 13, "rule"), 1
    )
    assert row.places[0] == PlaceRow("Moscow", "RU", "capital", 55.75, 37.62, str(MOSCOW), 0, 1, "rule", 1)
    assert row.topics == (LabelRow("taiwan", "Taiwan", "cue", 0, 3),)
    assert row.activities == ()


def test_blocks_keep_the_order(scratch: sqlite3.Connection) -> None:
    many = [event(entry("2024-01-01", f"Event {number}.", number), [LAVROV]) for number in range(1, 1001)]
    save_source(scratch, source(), many)
    read = list(read_events(scratch, Question(reverse=True)))
    assert [row.id for row in read] == list(range(1000, 0, -1))
    assert all(len(row.actors) == 1 for row in read)


def test_ids_that_nothing_has_are_left_out(stored: sqlite3.Connection) -> None:
    assert [row.id for row in read_events_by_id(stored, [3, 99, 1])] == [3, 1]


ORDERS: dict[str, tuple[tuple[SortKey, ...], list[int]]] = {
    "date": (("date",), [1, 2, 3]),
    "actor": (("actor",), [3, 1, 2]),
    "place, and those without one last": (("place",), [2, 3, 1]),
    "source and line": (("source",), [1, 2, 3]),
    "id": (("id",), [1, 2, 3]),
}


@pytest.mark.parametrize(("sort", "order"), ORDERS.values(), ids=ORDERS)
def test_events_come_in_the_order_that_is_asked_for(
    stored: sqlite3.Connection, sort: tuple[SortKey, ...], order: list[int]
) -> None:
    assert ids(stored, sort=sort) == order


@pytest.mark.parametrize("key", ["actor", "place"])
@pytest.mark.parametrize("reverse", [False, True])
def test_events_without_an_actor_or_a_place_come_last(scratch: sqlite3.Connection, key: SortKey, reverse: bool) -> None:
    named = [event(entry(f"2024-01-0{n}", f"{n}", n), [WANG_YI], ["Riga"]) for n in (2, 3)]
    save_source(scratch, source(), [event(entry("2024-01-01", "Nothing.", 1)), *named])
    assert find_events(scratch, Question(sort=(key,), reverse=reverse))[-1] == 1


@pytest.mark.parametrize("reverse", [False, True])
def test_blanks_of_a_list_come_last(scratch: sqlite3.Connection, reverse: bool) -> None:
    actors = [Actor("person", "A", None), WANG_YI, LAVROV]
    save_source(scratch, source(), [event(entry("2024-01-01", "1"), actors)])
    assert read_list(scratch, "actors", Question(reverse=reverse), sort="country").rows[-1][0] == "A"


def test_counting_takes_account_of_the_limit(stored: sqlite3.Connection) -> None:
    assert (count_events(stored, Question()), count_events(stored, Question(limit=2))) == (3, 2)


def test_count_mentions_tells_what_mentions_would_add(stored: sqlite3.Connection) -> None:
    lavrov = Question((ActorIs((1,), "Lavrov"),))
    assert (count_events(stored, lavrov), count_mentions(stored, lavrov)) == (2, 1)
    assert count_mentions(stored, replace(lavrov, mentions=True)) == 0


def test_an_event_in_full_has_its_dates_sources_and_neighbours(stored: sqlite3.Connection) -> None:
    detail = read_event(stored, 2)
    assert detail is not None
    assert [(told.first, told.mention) for told in detail.dates] == [("2024-03-03", "2024-03-03")]
    assert [one.title for one in detail.sources] == ["A chronology"]
    assert (detail.previous and detail.previous.id, detail.following) == (1, None)
    first = read_event(stored, 1)
    assert first is not None
    assert [(one.title, one.line) for one in first.sources] == [("A chronology", 1), ("Another", 1)]
    assert (first.previous, first.following and first.following.id) == (None, 2)
    assert read_event(stored, 99) is None


LISTS: dict[ListName, list[tuple[object, ...]]] = {
    "actors": [
        ("Sergey Lavrov", 2, "2024-01-10", "2024-03-01"),
        ("Wang Yi", 2, "2024-01-10", "2024-02-02"),
        ("Jan Nowak", 1, "2024-03-01", "2024-03-01"),
    ],
    "roles": [(FOREIGN_MINISTER, 2, "2024-01-10", "2024-03-01")],
    "places": [("Moscow", 2, "2024-01-29", "2024-03-01"), ("Gdynia", 1, "2024-03-01", "2024-03-01")],
    "topics": [
        ("energy", 2, "2024-01-10", "2024-02-02"),
        ("taiwan", 2, "2024-01-29", "2024-03-01"),
        ("history", 0, None, None),
    ],
    "activities": [("phone-call", 1, "2024-01-10", "2024-01-10")],
    "countries": [
        ("CN", 2, "2024-01-10", "2024-02-02"),
        ("RU", 2, "2024-01-10", "2024-03-01"),
        ("PL", 1, "2024-03-01", "2024-03-01"),
    ],
    "sources": [(1, 3, "2024-01-10", "2024-03-01"), (2, 1, "2024-01-10", "2024-01-10")],
}


@pytest.mark.parametrize("name", get_args(ListName))
def test_a_list_counts_events_with_first_and_last_day(stored: sqlite3.Connection, name: ListName) -> None:
    listing = read_list(stored, name, Question())
    assert listing.columns == list_columns(name)
    assert [(row[0], *row[-3:]) for row in listing.rows] == LISTS[name]


@pytest.mark.parametrize("name", get_args(ListName))
def test_a_list_takes_the_filters_the_limit_and_the_order(stored: sqlite3.Connection, name: ListName) -> None:
    energy = Question((TopicIs((1,), "energy"),))
    everything = read_list(stored, name, energy).rows
    assert all(row[-3] in (1, 2) for row in everything)
    assert len(read_list(stored, name, replace(energy, limit=1)).rows) <= 1
    column = list_columns(name)[0]
    rows = read_list(stored, name, replace(energy, reverse=True), sort=column).rows
    assert rows == sorted(everything, key=lambda row: row[0], reverse=True)


def test_mentions_widen_the_list_of_actors(stored: sqlite3.Connection) -> None:
    rows = read_list(stored, "actors", Question(mentions=True)).rows
    assert [(row[0], row[-3]) for row in rows] == [("Sergey Lavrov", 3), ("Wang Yi", 2), ("Jan Nowak", 1)]


def test_actors_can_be_listed_by_origin(stored: sqlite3.Connection) -> None:
    assert [row[0] for row in read_list(stored, "actors", Question(), origin="text").rows] == ["Jan Nowak"]


def test_actors_can_be_listed_by_the_office_that_they_hold(stored: sqlite3.Connection) -> None:
    rows = read_list(stored, "actors", Question((RoleIs((1,), FOREIGN_MINISTER),)), holding=(1,)).rows
    assert [row[0] for row in rows] == ["Sergey Lavrov"]


def test_an_unknown_column_is_told_with_the_right_ones(stored: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="no column 'nmae'") as caught:
        read_list(stored, "actors", Question(), sort="nmae")
    assert caught.value.hint == "The columns are name, kind, country, native_name, origin, events, first, last."


COUNTS: dict[Measure, list[tuple[object, ...]]] = {
    "year": [("2024", 3)],
    "quarter": [("2024-Q1", 3)],
    "month": [("2024-01", 2), ("2024-03", 1)],
    "week": [("2024-W02", 1), ("2024-W05", 1), ("2024-W09", 1)],
    "actor": [("Sergey Lavrov", 2), ("Wang Yi", 2), ("Jan Nowak", 1)],
    "country": [("CN", 2), ("RU", 2), ("PL", 1)],
    "pair": [("Jan Nowak & Sergey Lavrov", 1), ("Sergey Lavrov & Wang Yi", 1)],
    "role": [(FOREIGN_MINISTER, 2)],
    "place": [("Moscow", 2), ("Gdynia", 1)],
    "topic": [("energy", 2), ("taiwan", 2)],
    "activity": [("phone-call", 1)],
    "source": [("A chronology", 3), ("Another", 1)],
}


@pytest.mark.parametrize("measure", MEASURES)
def test_events_are_counted_by_each_measure(stored: sqlite3.Connection, measure: Measure) -> None:
    assert count_by(stored, Question(), measure) == ((measure, "events"), COUNTS[measure])


@pytest.mark.parametrize("other", MEASURES)
@pytest.mark.parametrize("measure", MEASURES)
def test_any_two_measures_can_be_crossed(stored: sqlite3.Connection, measure: Measure, other: Measure) -> None:
    listing = count_by(stored, Question(), measure, other)
    assert listing.columns == (measure, other, "events")
    assert all(row[-1] in (1, 2, 3) for row in listing.rows)


def test_a_cross_is_in_natural_order(stored: sqlite3.Connection) -> None:
    assert count_by(stored, Question(), "country", "month").rows == [
        ("CN", "2024-01", 2),
        ("RU", "2024-01", 1),
        ("RU", "2024-03", 1),
        ("PL", "2024-03", 1),
    ]


COARSE = {
    "year": (
        "2023",
        "year",
        "2023-01-01",
        "2023-12-31",
        {"year": "2023", "quarter": "2023", "month": "2023", "week": "2023"},
    ),
    "month": (
        "2023-05",
        "month",
        "2023-05-01",
        "2023-05-31",
        {"quarter": "2023-Q2", "month": "2023-05", "week": "2023-05"},
    ),
    "season": ("2023-21", "season", "2023-03-01", "2023-05-31", {"year": "2023", "quarter": "2023", "month": "2023"}),
    "decade": ("199X", "decade", "1990-01-01", "1999-12-31", {"year": "1990s", "month": "1990s", "week": "1990s"}),
}


@pytest.mark.parametrize("precision", COARSE)
def test_a_coarse_date_is_not_pressed_into_a_finer_unit(scratch: sqlite3.Connection, precision: str) -> None:
    edtf, _, start, end, units = COARSE[precision]
    day = entry(start, "Something.", until=end)
    span = DateSpan(day.span.start, day.span.end, precision, edtf)  # type: ignore[arg-type]
    save_source(scratch, source(), [Event(replace(day, span=span))])
    counted = {unit: count_by(scratch, Question(), unit).rows[0][0] for unit in units}  # type: ignore[arg-type]
    assert counted == units


def test_pairs_are_counted_with_both_countries(stored: sqlite3.Connection) -> None:
    listing = count_pairs(stored, Question(limit=1))
    assert listing.columns == ("a", "a_country", "b", "b_country", "events", "first", "last")
    assert listing.rows == [("Jan Nowak", "PL", "Sergey Lavrov", "RU", 1, "2024-03-01", "2024-03-01")]


@pytest.mark.parametrize(
    ("sort", "reverse", "first"),
    [
        pytest.param(None, False, ["Ada", "Cem"], id="the most frequent"),
        pytest.param(None, True, ["Ada", "Bo"], id="the least frequent"),
        pytest.param("first", False, ["Ada", "Bo"], id="the earliest"),
        pytest.param("a", True, ["Bo", "Cem"], id="the last by name"),
        pytest.param("b_country", False, ["Ada", "Cem"], id="what has a country before what has none"),
    ],
)
def test_pairs_come_in_an_order_before_they_are_limited(
    scratch: sqlite3.Connection, sort: str | None, reverse: bool, first: list[str]
) -> None:
    ada, bo, cem = (Actor("person", name, country) for name, country in (("Ada", "PL"), ("Bo", None), ("Cem", "TR")))
    met = [("2024-01-01", [ada, bo]), ("2024-01-02", [ada, cem]), ("2024-01-03", [ada, cem]), ("2024-01-04", [bo, cem])]
    events = [event(entry(day, day, number), actors) for number, (day, actors) in enumerate(met, 1)]
    save_source(scratch, source(), events)
    (row,) = count_pairs(scratch, Question(reverse=reverse, limit=1), sort).rows
    assert [row[0], row[2]] == first


def test_pairs_have_no_other_columns_to_sort_by(stored: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="no column 'c'"):
        count_pairs(stored, Question(), "c")


TABLE = Listing(("name", "gas", "trade"), [("b", 2, "x"), ("a", 12, None), ("c", None, "y"), ("d", 1, "x")])


@pytest.mark.parametrize(
    ("sort", "reverse", "limit", "names"),
    [
        pytest.param(None, False, None, "bacd", id="as it is"),
        pytest.param(None, True, 3, "dca", id="turned round, then limited"),
        pytest.param("name", False, None, "abcd", id="words"),
        pytest.param("name", True, 1, "d", id="words turned round"),
        pytest.param("gas", False, None, "abdc", id="counts from the largest, blanks last"),
        pytest.param("gas", True, None, "dbac", id="counts from the smallest, blanks last"),
        pytest.param("trade", True, None, "cbda", id="ties in their own order"),
    ],
)
def test_a_listing_is_ordered_by_a_column(sort: str | None, reverse: bool, limit: int | None, names: str) -> None:
    assert "".join(row[0] for row in TABLE.ordered(sort, reverse, limit).rows) == names


@pytest.mark.parametrize(
    ("filters", "pairs"),
    [
        pytest.param((), {("A", "B"), ("A", "C"), ("B", "C"), ("A", "D")}, id="nobody asked for"),
        pytest.param((ActorIs((2,), "B"),), {("A", "B"), ("B", "C")}, id="one"),
        pytest.param(
            (AnyOf((ActorIs((2,), "B"), ActorIs((4,), "D"))),), {("A", "B"), ("B", "C"), ("A", "D")}, id="any"
        ),
        pytest.param((ActorIs((1,), "A"), ActorIs((2,), "B")), {("A", "B"), ("A", "C"), ("B", "C")}, id="both"),
        pytest.param((Not(ActorIs((4,), "D")),), {("A", "B"), ("A", "C"), ("B", "C")}, id="left out"),
    ],
)
def test_pairs_are_those_of_the_actors_that_are_asked_for(
    scratch: sqlite3.Connection, filters: tuple[Filter, ...], pairs: set[tuple[str, str]]
) -> None:
    a, b, c, d = (Actor("person", name, None) for name in "ABCD")
    save_source(
        scratch, source(), [event(entry("2024-01-01", "1", 1), [a, b, c]), event(entry("2024-01-02", "2", 2), [a, d])]
    )
    assert {(row[0], row[2]) for row in count_pairs(scratch, Question(filters)).rows} == pairs
    assert {row[0] for row in count_by(scratch, Question(filters), "pair").rows} == {f"{a} & {b}" for a, b in pairs}


def test_lanes_hold_each_event_once(stored: sqlite3.Connection) -> None:
    lanes = [row[:3] for row in read_lanes(stored, Question(), "place").rows]
    assert lanes == [("Moscow", 2, "2024-01-29"), ("Moscow", 3, "2024-03-01"), ("Gdynia", 3, "2024-03-01")]


def test_a_profile_tells_offices_counterparts_and_counts(stored: sqlite3.Connection) -> None:
    profile = read_profile(stored, 1)
    assert (profile.name, profile.country, profile.events, profile.mentions) == ("Sergey Lavrov", "RU", 2, 1)
    assert "拉夫罗夫" in profile.names
    assert profile.offices == (Office(FOREIGN_MINISTER, "RU", None, "2004-03", None, "codebook", 3),)
    assert profile.months.rows == [("2024-01", 1), ("2024-03", 1)]
    assert [row[0] for row in profile.counterparts.rows] == ["Jan Nowak", "Wang Yi"]
    assert [row.id for row in profile.last_events] == [3, 1]


def test_a_profile_takes_the_filters(stored: sqlite3.Connection) -> None:
    assert read_profile(stored, 1, Question((TopicIs((1,), "energy"),))).events == 1


ENVOY = Actor("person", "Jan Nowak", "PL")


def test_the_country_of_an_office_goes_before_that_of_its_holder_everywhere(scratch: sqlite3.Connection) -> None:
    acting = [taking_part(ENVOY, Role("Chief Negotiator", "DE")), taking_part(LAVROV)]
    save_source(scratch, source(), [event(entry("2024-01-01", "One."), acting)])
    (shown,) = read_events(scratch, Question())
    countries = {actor.country for actor in shown.actors}
    assert countries == {"DE", "RU"}
    assert {row[0] for row in read_list(scratch, "countries", Question()).rows} == countries
    assert {row[0] for row in count_by(scratch, Question(), "country").rows} == countries
    found = {code: len(find_events(scratch, Question((CountryIs((code,), code),)))) for code in ("DE", "PL", "RU")}
    assert found == {"DE": 1, "PL": 0, "RU": 1}
