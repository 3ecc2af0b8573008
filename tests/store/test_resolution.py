"""Names, periods and orders as typed -> a question, or an error that helps."""

import sqlite3
from collections.abc import Iterator
from datetime import date

import pytest

from sinorus.errors import UsageError
from sinorus.model import Actor, Participation, Place, Role
from sinorus.query.dates import DateWithin
from sinorus.query.filters import ActorIs, AnyOf, CountryIs, Filter, Not, PlaceIs, RoleIs, SourceIs, TopicIs
from sinorus.query.periods import Period
from sinorus.query.request import Request, split_values
from sinorus.store.codebook import save_codebook
from sinorus.store.completion import complete_names
from sinorus.store.connection import open_scratch
from sinorus.store.names import NameField, look_up
from sinorus.store.planning import write_statement
from sinorus.store.reader import find_events
from sinorus.store.resolution import Resolution, resolve
from sinorus.store.writer import save_source

from .builders import CHINA, ERDOGAN, LAVROV, WANG_WENTAO, WANG_YI, entry, event, source, taking_part

TODAY = date(2024, 5, 15)
LATER = Actor("person", "Anna Lavrova-Lavrov", None, origin="text")


@pytest.fixture(scope="module")
def stored() -> Iterator[sqlite3.Connection]:
    with open_scratch() as connection:
        save_codebook(
            connection,
            [("RU", "Russia", "Russian"), ("CN", "China", "Chinese;Sino"), ("TR", "Turkey", "Turkish")],
            [
                ("ukraine-war", "Ukraine war", None),
                ("taiwan", "Taiwan", None),
                ("arms-control", "Arms control", "Nuclear posture, treaties"),
            ],
        )
        roles = [Role("Foreign Minister", "RU"), Role("Foreign Minister", "CN"), Role("Vice Foreign Minister", "CN")]
        events = [
            event(entry("2024-01-01", "One.", 1), map_roles([LAVROV, WANG_YI], roles), ["Moscow", "Moscow Region"]),
            event(entry("2024-02-01", "Two.", 2), map_roles([WANG_WENTAO], roles[2:]), ["Washington, D.C."]),
            event(entry("2024-03-01", "Three.", 3), [CHINA, ERDOGAN, LATER], ["Xi’an"], ["taiwan"]),
        ]
        save_source(connection, source(), events)
        yield connection


def map_roles(actors: list[Actor], roles: list[Role]) -> list[Participation]:
    return [taking_part(actor, role) for actor, role in zip(actors, roles, strict=False)]


def ask(connection: sqlite3.Connection, **asked: object) -> Resolution:
    return resolve(connection, Request(**asked), TODAY)  # type: ignore[arg-type]


NAMES: dict[str, tuple[NameField, str, Filter]] = {
    "a surname in any case": ("actor", "sergey lavrov", ActorIs((1,), "Sergey Lavrov")),
    "words in another order": ("actor", "Lavrov Sergei", ActorIs((1,), "Sergey Lavrov")),
    "Chinese": ("actor", "王毅", ActorIs((2,), "Wang Yi")),
    "Cyrillic": ("actor", "Лавров Сергей", ActorIs((1,), "Sergey Lavrov")),
    "accents": ("actor", "Erdogan", ActorIs((5,), "Recep Tayyip Erdoğan")),
    "several": ("actor", "Wang", ActorIs((3, 2), "any “Wang”")),
    "a country's code": ("country", "ru", CountryIs(("RU",), "Russia")),
    "a country's name": ("country", "Russia", CountryIs(("RU",), "Russia")),
    "a country's adjective": ("country", "sino", CountryIs(("CN",), "China")),
    "a country's other name": ("country", "PRC", CountryIs(("CN",), "China")),
    "an office and not its vice": ("role", "foreign minister", RoleIs((1, 2), "Foreign Minister")),
    "an office by a word": ("role", "vice", RoleIs((3,), "Vice Foreign Minister")),
    "a place and not its region": ("place", "moscow", PlaceIs((1,), "Moscow")),
    "a place by a word": ("place", "region", PlaceIs((2,), "Moscow Region")),
    "a place with a comma": ("place", "Washington, D.C.", PlaceIs((3,), "Washington, D.C.")),
    "a place without its apostrophe": ("place", "xian", PlaceIs((4,), "Xi’an")),
    "a topic by slug": ("topic", "ukraine-war", TopicIs((1,), "Ukraine war")),
    "a topic by name": ("topic", "UKRAINE WAR", TopicIs((1,), "Ukraine war")),
    "a source by number": ("source", "1", SourceIs((1,), "A chronology")),
    "a source by a word": ("source", "chronology", SourceIs((1,), "A chronology")),
    "a source by its file": ("source", "a.txt", SourceIs((1,), "A chronology")),
}


@pytest.mark.parametrize(("field", "typed", "wanted"), NAMES.values(), ids=NAMES)
def test_a_name_is_looked_up(stored: sqlite3.Connection, field: NameField, typed: str, wanted: Filter) -> None:
    assert ask(stored, **{field: (typed,)}).question.filters == (wanted,)


@pytest.mark.parametrize(
    ("typed", "called", "inside"),
    [
        pytest.param("Russia", "Russia", {"Russia", "Sochi"}, id="a country that is a place too"),
        pytest.param("China", "China", {"Xiamen"}, id="a country that is none"),
        pytest.param("Russian Bridge", "Russian Bridge", {"Russian Bridge"}, id="a country's adjective among words"),
        pytest.param("Sochi", "Sochi", {"Sochi"}, id="a city"),
        pytest.param("Korea", "any “Korea”", {"North Korea", "South Korea", "Busan"}, id="a word of two countries"),
    ],
)
def test_a_country_as_a_place_is_all_that_lies_in_it(
    scratch: sqlite3.Connection, typed: str, called: str, inside: set[str]
) -> None:
    countries = [("RU", "Russia", "Russian"), ("CN", "China", "Chinese"), ("KR", "ROK", None), ("KP", "DPRK", None)]
    save_codebook(scratch, countries, [])
    named = [("Russia", "country", "RU"), ("Sochi", "city", "RU"), ("Xiamen", "city", "CN"), ("Busan", "city", "KR")]
    named += [("South Korea", "country", "KR"), ("North Korea", "country", "KP"), ("Russian Bridge", "site", None)]
    save_source(scratch, source(), [event(entry("2024-01-01", "One."), [], [Place(*place) for place in named])])
    (filter_,) = ask(scratch, place=(typed,)).question.filters
    assert isinstance(filter_, PlaceIs)
    names = dict(scratch.execute("SELECT id, name FROM places"))
    assert (filter_.name, {names[key] for key in filter_.keys}) == (called, inside)


UNKNOWN: dict[str, tuple[NameField, str, str]] = {
    "a slip in a surname": ("actor", "Lavrof", "Did you mean Anna Lavrova-Lavrov or Sergey Lavrov?"),
    "a part of a word": ("actor", "Lavr", "Did you mean Anna Lavrova-Lavrov or Sergey Lavrov?"),
    "nothing like it": ("actor", "Qqqqq", "'sinorus actors' lists those that there are."),
    "a topic": ("topic", "ukrain-war", "Did you mean Ukraine war?"),
    "a role": ("role", "Foriegn Minister", "Did you mean Foreign Minister or Vice Foreign Minister?"),
    "a place": ("place", "Mosow", "Did you mean Moscow or Moscow Region?"),
    "a country": ("country", "Rusia", "Did you mean Russia?"),
    "letters that only happen to be alike": ("place", "Mascot", "'sinorus places' lists those that there are."),
    "a source that is not near": ("source", "chronometry", "'sinorus sources' lists those that there are."),
    "a word of a topic's description": (
        "topic",
        "nuclear",
        "It is told under arms-control; 'sinorus topics' lists those that there are.",
    ),
    "a word that gave a topic": (
        "topic",
        "cue",
        "It is told under taiwan; 'sinorus topics' lists those that there are.",
    ),
    "marks": ("actor", "!!", "'sinorus actors' lists those that there are."),
}


@pytest.mark.parametrize(("field", "typed", "hint"), UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_name_is_an_error_with_the_closest_ones(
    stored: sqlite3.Connection, field: NameField, typed: str, hint: str
) -> None:
    with pytest.raises(UsageError, match=f"No {field} is called") as caught:
        ask(stored, **{field: (typed,)})
    assert caught.value.hint == hint


def test_a_name_that_several_have_is_told(stored: sqlite3.Connection) -> None:
    assert ask(stored, actor=("Wang",)).notices == (
        "'Wang' means 2 actors, and all of them count: Wang Wentao, Wang Yi.",
    )
    assert ask(stored, actor=("Wang Yi",), role=("Foreign Minister",)).notices == ()


@pytest.mark.parametrize(
    "typed",
    [
        "Chinese Foreign Minister",
        "foreign minister of China",
        "Foreign Minister of the PRC",
        "China’s foreign minister",
        "CN FM",
        "Foreign Minister (CN)",
    ],
)
def test_an_office_with_its_state_is_that_of_one_participant(stored: sqlite3.Connection, typed: str) -> None:
    spell_out = {"FM": "Foreign Minister"}.get
    question = resolve(stored, Request(role=(typed,)), TODAY, spell_out).question
    assert question.filters == (RoleIs((2,), "Foreign Minister (CN)"),)


def test_an_office_of_a_body_goes_by_the_body(scratch: sqlite3.Connection) -> None:
    offices = [Role("President", "EU", "European Council"), Role("President", "EU", "European Commission")]
    save_codebook(scratch, [("EU", "European Union", "European"), ("RU", "RU", None), ("CN", "CN", None)], [])
    save_source(scratch, source(), [event(entry("2024-01-01", "One."), map_roles([LAVROV, WANG_YI], offices))])
    (filter_,) = ask(scratch, role=("President of the European Council",)).question.filters
    assert filter_ == RoleIs((1,), "President (European Council)")
    (filter_,) = ask(scratch, role=("EU President",)).question.filters
    assert filter_ == RoleIs((1, 2), "President (EU)")


@pytest.mark.parametrize("typed", ["Turkish Foreign Minister", "Chinese King", "Foreign Minister of"])
def test_an_office_that_the_state_does_not_have_is_unknown(stored: sqlite3.Connection, typed: str) -> None:
    with pytest.raises(UsageError, match="No role is called"):
        ask(stored, role=(typed,))


MEXICO = Actor("country", "Mexico", "MX", names=("United Mexican States",))
AMERICA = Actor("country", "United States", "US", names=("USA", "United States of America"))
POWERS = Actor("organization", "P5+1", None, names=("P5+1 and the USA",))
KENNEDYS = [Actor("person", name, "US", names=("Kennedy",)) for name in ("John F. Kennedy", "Robert Kennedy")]
CLERK = Actor("person", "Kennedy Wang", None, origin="text")


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        pytest.param("United States", {"United States"}, id="a state and not another with its words"),
        pytest.param("usa", {"United States"}, id="a state's other name and not a body with that word"),
        pytest.param("United", {"United States", "Mexico"}, id="a word of several"),
        pytest.param("Kennedy", {"John F. Kennedy", "Robert Kennedy", "Kennedy Wang"}, id="a surname is everybody's"),
        pytest.param("kennedy robert", {"Robert Kennedy"}, id="a person by words"),
    ],
)
def test_a_state_or_body_that_is_called_exactly_so_is_meant_alone(
    scratch: sqlite3.Connection, typed: str, called: set[str]
) -> None:
    save_codebook(scratch, [("MX", "Mexico", None), ("US", "United States", None)], [])
    save_source(scratch, source(), [event(entry("2024-01-01", "One."), [MEXICO, AMERICA, POWERS, *KENNEDYS, CLERK])])
    assert {match.name for match in look_up(scratch, "actor", typed)} == called


def test_a_state_as_an_actor_is_not_all_who_act_for_it_and_that_is_told(scratch: sqlite3.Connection) -> None:
    save_codebook(scratch, [("MX", "Mexico", None), ("US", "United States", None)], [])
    save_source(scratch, source(), [event(entry("2024-01-01", "One."), [MEXICO, AMERICA, *KENNEDYS])])
    assert ask(scratch, actor=("USA",)).notices == (
        "United States is the state alone here; --country US finds all who act for it.",
    )
    assert ask(scratch, actor=("Mexico",)).notices == ()
    assert ask(scratch, actor=("Robert Kennedy",)).notices == ()


def test_a_comma_means_any_and_repetition_all(stored: sqlite3.Connection) -> None:
    lavrov, wang = ActorIs((1,), "Sergey Lavrov"), ActorIs((2,), "Wang Yi")
    assert ask(stored, actor=("Sergei Lavrov,Wang Yi",)).question.filters == (AnyOf((lavrov, wang)),)
    assert ask(stored, actor=("Sergei Lavrov", "Wang Yi")).question.filters == (lavrov, wang)


def test_since_and_until_make_one_period(stored: sqlite3.Connection) -> None:
    assert ask(stored, since="2024-02", until="2024-03").question.filters == (
        DateWithin(Period(date(2024, 2, 1), date(2024, 3, 31))),
    )


def test_a_period_with_a_comma_of_its_own_is_one_and_other_commas_divide(stored: sqlite3.Connection) -> None:
    first, second = (DateWithin(Period(day, day)) for day in (date(2024, 3, 5), date(2024, 3, 7)))
    assert ask(stored, on=("March 5, 2024",)).question.filters == (first,)
    assert ask(stored, on=("2024-03-05,2024-03-07",)).question.filters == (AnyOf((first, second)),)


@pytest.mark.parametrize("pair", ["topic:taiwan", "theme:taiwan", " Topic : Taiwan "])
def test_without_negates_a_field(stored: sqlite3.Connection, pair: str) -> None:
    assert ask(stored, without=(pair,)).question.filters == (Not(TopicIs((2,), "Taiwan")),)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        pytest.param({"without": ("taiwan",)}, "not clear what 'taiwan' is to leave out", id="no field"),
        pytest.param({"without": ("colour:red",)}, "not clear what 'colour:red'", id="unknown field"),
        pytest.param({"sort": ("dat",)}, "cannot be sorted by 'dat'", id="sort"),
        pytest.param({"limit": -1}, "limit of -1", id="limit"),
        pytest.param({"since": "2024-03", "until": "2024-01"}, "'2024-03..2024-01' runs backwards", id="backwards"),
        pytest.param({"on": ("soon",)}, "This is not a period: 'soon'", id="period"),
    ],
)
def test_what_makes_no_sense_is_an_error(stored: sqlite3.Connection, asked: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        ask(stored, **asked)
    assert caught.value.hint


def test_the_statement_gives_the_same_events_in_any_sqlite(stored: sqlite3.Connection) -> None:
    question = ask(
        stored, country=("CN",), since="2024", without=("place:Xi’an",), text=("one, two, it's",), sort=("actor,date",)
    ).question
    rows = stored.execute(write_statement(stored, question)).fetchall()
    assert [row[0] for row in rows] == list(find_events(stored, question)) == [1, 2]


COMPLETED: dict[str, tuple[NameField, str, list[str]]] = {
    "a beginning": ("actor", "lav", ["Anna Lavrova-Lavrov", "Sergey Lavrov"]),
    "a second word": ("actor", "sergey l", ["Sergey Lavrov"]),
    "another script": ("actor", "王", ["Wang Yi"]),
    "nothing typed": ("role", "", ["Foreign Minister", "Vice Foreign Minister"]),
    "a place": ("place", "mos", ["Moscow", "Moscow Region"]),
    "a slug": ("topic", "ukr", ["ukraine-war"]),
    "a country": ("country", "chi", ["CN"]),
    "marks": ("actor", '"', []),
}


@pytest.mark.parametrize(("field", "typed", "names"), COMPLETED.values(), ids=COMPLETED)
def test_names_are_completed(stored: sqlite3.Connection, field: NameField, typed: str, names: list[str]) -> None:
    assert [name for name, _ in complete_names(stored, field, typed)] == names


@pytest.mark.parametrize(
    ("typed", "values"),
    [("a,b", ["a", "b"]), ('"a,b",c', ["a,b", "c"]), (" a , ,b ", ["a", "b"]), (",", [","]), ("", [""])],
)
def test_values_are_split_at_commas_outside_quotes(typed: str, values: list[str]) -> None:
    assert split_values(typed) == values
