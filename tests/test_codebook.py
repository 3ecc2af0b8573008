"""The codebook: its tables are whole and agree with one another; a user's rows add to it; a broken row is an error."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from sinorus.codebook import Codebook, load_codebook
from sinorus.codebook.records import COLUMNS, covers
from sinorus.codebook.rows import KEYS, KINDS
from sinorus.codebook.tables import read_table
from sinorus.errors import CodebookError
from sinorus.model import Role, Tenure
from sinorus.resources import CODEBOOK
from sinorus.words import key

SOURCES = {"compiled", "checked", "fitted", "iso", "geonames"}


@pytest.fixture(scope="module")
def book() -> Codebook:
    return load_codebook()


@pytest.mark.parametrize("table", COLUMNS)
def test_every_row_names_its_source(table: str) -> None:
    rows = list(read_table(table, COLUMNS[table], [CODEBOOK]))
    assert rows
    assert {row["source"] for row in rows} <= SOURCES


@pytest.mark.parametrize("table", COLUMNS)
def test_no_key_stands_twice(table: str) -> None:
    keys = Counter(tuple(row[c] for c in KEYS[table]) for row in read_table(table, COLUMNS[table], [CODEBOOK]))
    assert [found for found, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("table", COLUMNS)
def test_table_and_its_kinds_stand_in_the_description(table: str) -> None:
    described = (CODEBOOK.parent / "README.md").read_text(encoding="utf-8")
    kinds = KINDS.get(table, {}).get("kind", ())
    assert [word for word in (table, *kinds) if f"`{word}`" not in described] == []


def test_codebook_is_broad(book: Codebook) -> None:
    assert len(book.people) >= 1200
    assert len(book.places) >= 2500
    assert len(book.organizations) >= 700
    assert (len(book.topics), len(book.activities)) == (31, 14)


def test_no_full_name_is_given_twice_to_persons_of_one_state(book: Codebook) -> None:
    holders: Counter[tuple[str, str | None]] = Counter()
    for person in book.people.values():
        holders.update({(key(name), person.country) for name in (person.name, *person.names)})
    # Told apart by office and date.
    namesakes = {("soe win", "MM"), ("david johnston", "AU"), ("george bush", "US"), ("constantine karamanlis", "GR")}
    assert {name for name, count in holders.items() if count > 1} == namesakes


def test_tenures_begin_before_they_end(book: Codebook) -> None:
    wrong = [
        (person.name, t.role.title)
        for person in book.people.values()
        for t in person.tenures
        if t.since and t.until and t.until < t.since[: len(t.until)]
    ]
    assert wrong == []


def test_no_acronym_stands_for_two_bodies(book: Codebook) -> None:
    counts = Counter(o.acronym for o in book.organizations.values() if o.acronym)
    assert [acronym for acronym, count in counts.items() if count > 1] == []


def test_every_country_has_what_rules_need(book: Codebook) -> None:
    orders = {"given", "family", "single", "printed"}
    assert [c.code for c in book.countries.values() if c.name_order not in orders or not c.region or not c.name] == []


TENURES = [
    ("inside", "2004", "2006-05", "2005-12-31", True),
    ("first month", "2004-03", None, "2004-03-01", True),
    ("before", "2004-03", None, "2004-02-29", False),
    ("last month counts whole", None, "2006-05", "2006-05-31", True),
    ("day after", None, "2006-05-09", "2006-05-10", False),
]


@pytest.mark.parametrize(("since", "until", "day", "holds"), [c[1:] for c in TENURES], ids=[c[0] for c in TENURES])
def test_tenure_covers_a_day(since: str | None, until: str | None, day: str, holds: bool) -> None:
    assert covers(Tenure(Role("Foreign Minister"), since, until), day) is holds


def own(folder: Path, table: str, *rows: str) -> Path:
    header = ",".join([*COLUMNS[table], "source"])
    (folder / f"{table}.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return folder


def test_own_row_adds_names_to_a_known_person(tmp_path: Path) -> None:
    book = load_codebook(own(tmp_path, "people", "Sergey Lavrov,RU,,Serge Lavroff,,own"))
    person = book.people["Sergey Lavrov", "RU"]
    assert "Serge Lavroff" in person.names
    assert "Sergei Lavrov" in person.names
    assert person.tenures


def test_own_row_adds_a_person(tmp_path: Path) -> None:
    book = load_codebook(own(tmp_path, "people", "Rosa Quispe,PE,Quispe,,,own"))
    assert book.people["Rosa Quispe", "PE"].short == ("Quispe",)


LAVROV = ("Sergey Lavrov", "RU")
OVER = [
    (
        "a place keeps its position",
        ("places", "Beijing,CN,,,,Peiping City,,,own"),
        lambda b: (b.places["Beijing", "CN"].latitude > 39, "Peiping City" in b.places["Beijing", "CN"].names),
        (True, True),
    ),
    (
        "a place keeps its kind and caution",
        ("places", "Beijing,CN,,40,116,,,,own"),
        lambda b: (b.places["Beijing", "CN"].kind, b.places["Beijing", "CN"].latitude),
        ("capital", 40),
    ),
    (
        "a topic keeps its period and description",
        ("topics", "ukraine-war,Russo-Ukrainian war,,,,own"),
        lambda b: (
            b.topics["ukraine-war"].name,
            *map(bool, (b.topics["ukraine-war"].description, b.topics["ukraine-war"].since)),
        ),
        ("Russo-Ukrainian war", True, True),
    ),
    (
        "an activity keeps its PLOVER type",
        ("activities", "visit,Journey,,,,own"),
        lambda b: (b.activities["visit"].name, b.activities["visit"].plover_mode),
        ("Journey", "visit"),
    ),
    (
        "an office keeps its kind and rank",
        ("offices", "FM,Minister of the Exterior,,,,,own"),
        lambda b: (b.offices["FM"].title, b.offices["FM"].kind, b.offices["FM"].rank),
        ("Minister of the Exterior", "government", 3),
    ),
    (
        "a country keeps its name",
        ("countries", "CN,,Cathayan,,,,,,,own"),
        lambda b: (
            b.countries["CN"].name,
            "Cathayan" in b.countries["CN"].adjectives,
            "Chinese" in b.countries["CN"].adjectives,
        ),
        ("China", True, True),
    ),
    (
        "a country without a name gives nobody its offices",
        ("countries", "CN,,Cathayan,,,,,,,own"),
        lambda b: {t.role.country for t in b.people[LAVROV].tenures},
        {"RU"},
    ),
    (
        "a tenure of the same beginning gets its end",
        ("tenures", "Sergey Lavrov,RU,Foreign Minister,,2004-03-09,2030-01,own"),
        lambda b: [(t.since, t.until) for t in b.people[LAVROV].tenures if t.role.title == "Foreign Minister"],
        [("2004-03-09", "2030-01")],
    ),
    (
        "a cue has the later weight",
        ("topic_cues", "ukraine war,ukraine-war,0,own"),
        lambda b: [c.weight for c in b.topic_cues if (c.cue, c.slug) == ("ukraine war", "ukraine-war")],
        [0],
    ),
    (
        "a sign has the later weight",
        ("area_topics", "US,us-relations,0.5,,,own"),
        lambda b: [(a.topic, a.weight) for a in b.area_topics["US"]],
        [("us-relations", 0.5)],
    ),
]


@pytest.mark.parametrize(("row", "seen", "wanted"), [c[1:] for c in OVER], ids=[c[0] for c in OVER])
def test_own_row_goes_over_a_known_row(
    row: tuple[str, str], seen: Callable[[Codebook], object], wanted: object, tmp_path: Path
) -> None:
    assert seen(load_codebook(own(tmp_path, *row))) == wanted


def test_error_points_at_the_row_that_has_the_cell(tmp_path: Path) -> None:
    rows = ("Nowhere,PE,city,123,0,,,,own", "Nowhere,PE,,,1,Erewhon,,,own")
    with pytest.raises(CodebookError, match=r"places\.csv:2:4: beyond a pole"):
        load_codebook(own(tmp_path, "places", *rows))
    with pytest.raises(CodebookError, match=r"places\.csv:3:5: beyond the date line"):
        load_codebook(own(tmp_path, "places", rows[0].replace("123", "12"), rows[1].replace(",1,", ",181,")))


BROKEN = [
    ("no code", "countries", ",Xland,,,,,,,,own", "countries.csv:2:1", "a row needs this"),
    ("no country name", "countries", "XX,,,,,,,,,own", "countries.csv:2:2", "a row needs this"),
    ("no form", "offices", ",Consul,,diplomacy,,,own", "offices.csv:2:1", "a row needs this"),
    ("no place name", "places", ",CN,city,1,1,,,,own", "places.csv:2:1", "a row needs this"),
    ("no body name", "organizations", ",,,party,,own", "organizations.csv:2:1", "a row needs this"),
    ("no person name", "people", ",CN,,,,own", "people.csv:2:1", "a row needs this"),
    ("no cue", "context_cues", ",about,own", "context_cues.csv:2:1", "a row needs this"),
    ("kind of word", "title_words", "widget,portfollio,,own", "title_words.csv:2:2", "not one of modifier, epithet"),
    ("kind of office", "offices", "widget,Widget,,goverment,,,own", "offices.csv:2:4", "not one of state, government"),
    ("kind of cue", "context_cues", "bla,abuot,own", "context_cues.csv:2:2", "not one of about"),
    ("kind of body", "organizations", "Body,,,clubb,,own", "organizations.csv:2:4", "not one of international"),
    ("kind of place", "places", "Spot,CN,citty,1,1,,,,own", "places.csv:2:3", "not one of capital, city"),
    ("caution", "places", "Spot,CN,city,1,1,,,wrod,own", "places.csv:2:8", "not one of word, person"),
    ("order of names", "countries", "XX,Xland,,,,,,,familly,own", "countries.csv:2:9", "not one of given"),
    ("unknown country", "people", "Rosa Quispe,QQ,,,,own", "people.csv:2:2", "no such country code"),
    ("tenure of nobody", "tenures", "Nobody Known,PE,President,,2000,2001,own", "tenures.csv:2:1", "no such person"),
    ("date", "tenures", "Sergey Lavrov,RU,President,,spring,,own", "tenures.csv:2:5", "not a year"),
    ("backward", "tenures", "Sergey Lavrov,RU,President,,2005,2001,own", "tenures.csv:2:6", "ends before it begins"),
    ("latitude", "places", "Nowhere,PE,city,123,0,,,,own", "places.csv:2:4", "beyond a pole"),
    ("number", "topic_cues", "cue,taiwan,much,own", "topic_cues.csv:2:3", "not a number"),
    ("period of a topic", "topics", "moon-race,Moon race,To the Moon,spring,,own", "topics.csv:2:4", "not a year"),
    ("topic", "topic_cues", "cue,gardening,1,own", "topic_cues.csv:2:2", "no such topic"),
    ("cells", "people", "Rosa Quispe,PE", "people.csv:2:1", "2 cells where 6 are wanted"),
]


@pytest.mark.parametrize(("table", "row", "place", "problem"), [c[1:] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_broken_row_is_an_error_that_names_its_place(
    table: str, row: str, place: str, problem: str, tmp_path: Path
) -> None:
    with pytest.raises(CodebookError) as caught:
        load_codebook(own(tmp_path, table, row))
    assert place in caught.value.message
    assert problem in caught.value.message
    assert caught.value.hint


def test_wrong_header_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("name,born\nRosa,1970\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="the columns are name, born"):
        load_codebook(tmp_path)
