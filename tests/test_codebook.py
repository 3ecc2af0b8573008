"""The codebook: its tables are whole and agree with one another; a user's rows add to it; a broken row is an error."""

from collections import Counter
from pathlib import Path

import pytest

from sinorus.codebook import Codebook, load_codebook
from sinorus.codebook.records import COLUMNS, covers
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


BROKEN = [
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
