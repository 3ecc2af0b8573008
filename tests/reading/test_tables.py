"""Tables and JSON: what a human coded is kept as coded."""

import gc
import json
import weakref

import pytest

from sinorus.dates.resolving import Known
from sinorus.errors import DocumentError
from sinorus.model import GivenActor, GivenPlace, Rejection
from sinorus.reading import read_chronology
from sinorus.reading.records import Record, read_record
from tests.reading.reads import read


def test_columns_are_known_by_name_in_any_order() -> None:
    table = 'Event;Note;When\n"Talks; late";Another account differs.;April 8-9, 2024\n\n;;\nTalks end;;April 12, 2024\n'
    found = read(table, "a.csv")
    assert found.texts == [("2024-04-08/2024-04-09", "Talks; late"), ("2024-04-12", "Talks end")]
    assert (found.entries[0].note, found.entries[0].date_text) == ("Another account differs.", "April 8-9, 2024")
    assert [entry.line for entry in found.entries] == [2, 5]


@pytest.mark.parametrize(
    ("header", "row", "edtf"),
    [
        ("start,end,text", "2024-04-08,2024-04-09,Talks", "2024-04-08/2024-04-09"),
        ("start,end,text", "2024-04,2024-06,Talks", "2024-04/2024-06"),
        ("start,end,text", "2024-04-08,,Talks", "2024-04-08"),
        ("year,month,day,text", "2024,4,8,Talks", "2024-04-08"),
        ("year,month,day,text", "2024,April,,Talks", "2024-04"),
        ("year,month,day,text", "2024,,,Talks", "2024"),
        ("Year,Month,Day,End Year,End Month,End Day,Text", "2024,4,8,2024,5,1,Talks", "2024-04-08/2024-05-01"),
        ("year,date,text", "2024,April 8,Talks", "2024-04-08"),
        ("edtf,date,text", "2024-04~,spring,Talks", "2024-04~"),
        ("date,start,end,text", "2022-23,2022-09-01,2022-11-30,Talks", "2022-23"),
        ("date,text", "2022-23,Talks", "2022/2023"),
        ("when,what", "2024-04-08,Talks", "2024-04-08"),
    ],
)  # fmt: skip
def test_dates_stand_in_one_column_or_in_several(header: str, row: str, edtf: str) -> None:
    assert read(f"{header}\n{row}\n", "a.csv").texts == [(edtf, "Talks")]


def test_headline_and_text_are_put_together() -> None:
    assert read("date,headline,text\n2024-04-08,Summit,Talks open.\n").texts == [("2024-04-08", "Summit: Talks open.")]


def test_table_without_names_has_dates_in_its_first_column() -> None:
    assert read("2024-04-08\tTalks open.\n2024-04-09\tTalks close.\n", "a.tsv").texts[1] == (
        "2024-04-09",
        "Talks close.",
    )


def test_figures_are_read_in_the_order_that_the_column_proves() -> None:
    assert read("date,text\n05/06/2003,One\n23/06/2003,Two\n").texts[0] == ("2003-06-05", "One")


def test_rows_that_cannot_be_taken_are_rejected_where_they_stand() -> None:
    found = read("date,text\n2024-02-30,One\n,Two\n2024-04-08,\n2024-04-09,Four\n", "a.csv")
    assert [(r.line, r.reason) for r in found.rejections] == [
        (2, "there is no February 30 2024"),
        (3, "there is no date"),
        (4, "there is no text"),
    ]
    assert found.texts == [("2024-04-09", "Four")]


class _Fields(dict[str, str]):
    """Fields of a record that can be watched."""


@pytest.mark.parametrize("fields", [{"text": "Talks"}, {"date": "2024-04-08", "note": "n"}], ids=["date", "text"])
def test_record_that_was_rejected_is_let_go(fields: dict[str, str]) -> None:
    watched = _Fields(fields)
    kept = weakref.ref(watched)
    assert isinstance(read_record(Record(1, watched), Known(0, 0, None, 0)), Rejection)
    del watched
    gc.collect()
    assert kept() is None


def test_human_coding_in_cells_is_kept() -> None:
    row = "2024-04-08,Talks,Sergey Lavrov (RU); Wang Yi,Beijing; Moscow,bilateral-ties;energy,"
    given = read(f"date,text,actors,places,topics,activities\n{row}\n").entries[0].given
    assert given is not None
    assert given.actors == (GivenActor("Sergey Lavrov", country="RU"), GivenActor("Wang Yi"))
    assert given.places == (GivenPlace("Beijing"), GivenPlace("Moscow"))
    assert given.topics == ("bilateral-ties", "energy")
    assert given.activities is None


def test_nothing_coded_is_left_to_the_program() -> None:
    assert read("date,text,actors\n2024-04-08,Talks,\n").entries[0].given is None


def test_cell_that_is_guarded_against_formulas_is_read_as_it_was() -> None:
    assert read("date,text\n2024-04-08,'=SUM of all talks\n").texts[0][1] == "=SUM of all talks"


UNUSABLE = [
    ("part", {"actors": [{"name": "A B", "part": "mentionned"}]}, "there is no part 'mentionned'", "mentioned?"),
    ("kind", {"actors": [{"name": "A B", "kind": "persn"}]}, "there is no kind 'persn'", "person or organization"),
    ("basis", {"actors": [{"name": "A", "role_basis": "guess"}]}, "there is no role basis 'guess'", "stated"),
    ("actor without a name", {"actors": [{"role": "Envoy"}]}, '{"role": "Envoy"} has no name', "a name"),
    ("place without a name", {"places": [{"country": "CN"}]}, '{"country": "CN"} has no name', "a name"),
    ("topic without a slug", {"topics": [{}]}, "{} has no name", "a name"),
    ("list in a list", {"actors": [["A", "B"]]}, '["A", "B"] is no name', "a name"),
]


@pytest.mark.parametrize(("coding", "reason", "remedy"), [c[1:] for c in UNUSABLE], ids=[c[0] for c in UNUSABLE])
def test_coding_that_cannot_be_understood_is_rejected(coding: dict[str, object], reason: str, remedy: str) -> None:
    found = read(json.dumps([{"date": "2024-04-08", "text": "Talks", "source": "X", "line": 71} | coding]), "a.json")
    (rejection,) = found.rejections
    assert (rejection.line, rejection.reason) == (1, reason)
    assert remedy in rejection.remedy
    assert found.entries == []


def test_kind_and_part_are_read_in_any_case_and_null_as_nothing() -> None:
    actors = [{"name": "A", "kind": "Person", "part": "MENTIONED", "role_basis": None}, None]
    (entry,) = read(json.dumps([{"date": "2024-04-08", "text": "Talks", "actors": actors}]), "a.json").entries
    assert entry.given is not None
    assert entry.given.actors == (GivenActor("A", "person", part="mentioned"),)


EVENT = {
    "id": 20,
    "date": "2024-04-08/2024-04-09",
    "date_text": "April 8-9, 2024",
    "start": "2024-04-08",
    "end": "2024-04-09",
    "precision": "range",
    "text": "FM Lavrov visits Beijing.",
    "note": None,
    "actors": [
        {
            "name": "Sergey Lavrov",
            "kind": "person",
            "country": "RU",
            "role": "Foreign Minister",
            "role_basis": "stated",
            "part": "participant",
            "mention": "FM Lavrov",
        }
    ],
    "places": [{"name": "Beijing", "country": "CN"}],
    "topics": ["bilateral-ties"],
    "activities": [],
    "source": "Spring chronology",
    "line": 71,
}


@pytest.mark.parametrize(
    "text",
    [json.dumps([EVENT]), json.dumps([EVENT], indent=2), json.dumps(EVENT) + "\n", json.dumps({"events": [EVENT]})],
    ids=["list", "list over lines", "JSON Lines", "object around the list"],
)
def test_printed_events_are_read_back_as_they_were(text: str) -> None:
    entry = read(text, "events.json").entries[0]
    assert (entry.span.edtf, entry.date_text, entry.text) == (EVENT["date"], EVENT["date_text"], EVENT["text"])
    assert (entry.line, entry.row, entry.note) == (71, text[: text.index("{")].count("\n") + 1, None)
    assert entry.given is not None
    assert entry.given.actors == (
        GivenActor("Sergey Lavrov", "person", "RU", "Foreign Minister", "stated", "participant", "FM Lavrov"),
    )
    assert entry.given.places == (GivenPlace("Beijing", "CN"),)
    assert (entry.given.topics, entry.given.activities) == (("bilateral-ties",), ())


def test_open_interval_is_read_back() -> None:
    event = EVENT | {"date": "2000/..", "start": "2000-01-01", "end": None}
    assert read(json.dumps([event])).entries[0].span.edtf == "2000/.."


def test_events_from_several_sources_come_in_parts() -> None:
    events = [EVENT | {"source": title, "line": line} for line, title in enumerate(("One", "Two", "One"), 1)]
    parts = read_chronology(json.dumps(events).encode(), name="events.json").parts()
    assert [part.source.title for part in parts] == ["One", "Two"]
    assert [[passage.line for passage in part.passages()] for part in parts] == [[1, 3], [2]]


def test_single_source_gives_its_title() -> None:
    assert read_chronology(json.dumps([EVENT]).encode(), name="events.json").source.title == "Spring chronology"


def test_object_around_the_list_tells_the_source() -> None:
    text = json.dumps({"title": "Talks", "author": "A. Nobody", "timeline": [{"date": "2024-04-08", "text": "Talks"}]})
    source = read_chronology(text.encode(), name="a.json").source
    assert (source.title, source.author) == ("Talks", "A. Nobody")


_ONE = [{"date": "2024-01-05", "text": "Talks open."}]
AROUND = [
    ("the key in another object", {"meta": {"events": [1, 2]}, "events": _ONE}),
    ("the key in a string", {"title": 'about "events": [x]', "events": _ONE}),
    ("a key with accents", {"événements": _ONE}),
    ("a list of something else", {"tags": ["a"], "events": _ONE, "people": [{"name": "A B", "start": "1950"}]}),
]


@pytest.mark.parametrize("around", [c[1] for c in AROUND], ids=[c[0] for c in AROUND])
@pytest.mark.parametrize("indent", [None, 2], ids=["one line", "many lines"])
def test_list_in_an_object_is_found_by_its_own_key(around: dict[str, object], indent: int | None) -> None:
    found = read(json.dumps(around, indent=indent, ensure_ascii=False), "a.json")
    assert (found.texts, found.rejections) == ([("2024-01-05", "Talks open.")], [])


def test_second_list_of_events_is_rejected_where_it_stands() -> None:
    found = read(json.dumps({"spring": _ONE, "autumn": _ONE}, indent=1), "a.json")
    assert found.texts == [("2024-01-05", "Talks open.")]
    assert [(r.line, r.excerpt, r.reason) for r in found.rejections] == [
        (8, "autumn", "the list 'autumn' is a second list of events")
    ]


def test_line_numbers_of_a_list_are_those_of_its_objects() -> None:
    text = '[\n  {"date": "2024-04-08", "text": "One"},\n\n  {"date": "2024-04-09",\n   "text": "Two"},\n 7]'
    found = read(text, "a.json")
    assert [entry.line for entry in found.entries] == [2, 4]
    assert [(r.line, r.reason) for r in found.rejections] == [(6, "this is no JSON object")]


def test_bad_line_of_json_lines_is_rejected() -> None:
    found = read('{"date": "2024-04-08", "text": "One"}\n{"date": \n{"date": "2024-04-09", "text": "Two"}\n', "a.jsonl")
    assert (len(found.entries), found.rejections[0].line) == (2, 2)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.json", '[{"date": "2024-04-08", "text" "x"}]', r"a\.json:1:32: this is no JSON"),
        ("a.json", '{"title": "x"}', "holds no list of events"),
        ("a.json", "[" * 200_000, "nested too deeply|no JSON"),
        ("a.csv", "colour,size\nred,5\n", "its columns are not known"),
        ("a.csv", "colour;size\nred;5\n", r"not known \(colour, size\)"),
        ("a.csv", "", "is empty"),
    ],
    ids=["bad JSON", "no list", "deep nesting", "unknown columns", "names that were seen", "empty"],
)
def test_unreadable_table_or_json_is_an_error_with_a_hint(name: str, text: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        read(text, name)
    assert caught.value.hint


def test_actors_who_are_only_talked_about_have_a_column_of_their_own() -> None:
    table = "date,text,actors,mentioned\n2024-04-08,Talks,Wang Yi,Zelenskyy; Macron\n2024-04-09,More,,\n"
    first, second = (entry.given for entry in read(table, "events.csv").entries)
    assert first is not None
    assert first.actors is not None
    assert [(actor.name, actor.part) for actor in first.actors] == [
        ("Wang Yi", "participant"),
        ("Zelenskyy", "mentioned"),
        ("Macron", "mentioned"),
    ]
    assert second is not None
    assert second.actors == ()
