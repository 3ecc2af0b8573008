"""Importing a source once, twice, edited, shortened, and beside another source that tells the same."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest

from sinorus.errors import SinorusError
from sinorus.model import Actor, Event, GivenActor, GivenCoding, Role, Tenure
from sinorus.store.forgetting import Forgotten, forget_source
from sinorus.store.recoding import Recoder, iterate_entries
from sinorus.store.writer import Tally, save_source

from .builders import (
    CHINA,
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

FIRST = event(
    entry("2024-01-10", "Lavrov and Wang Yi talk by phone about gas.", 1), [LAVROV, WANG_YI], topics=["energy"]
)
SECOND = event(entry("2024-01-13", "Wang Yi speaks in Beijing.", 2), [WANG_YI], ["Beijing"])
THIRD = event(entry("2024-02-01", "Mr. Nowak visits Moscow.", 3), [STRANGER], ["Moscow"], activities=["visit"])
ALL = [FIRST, SECOND, THIRD]


def texts(connection: sqlite3.Connection) -> dict[int, str]:
    return dict(connection.execute("SELECT id, text FROM events ORDER BY id"))


def counts(tally: Tally) -> dict[str, int]:
    names = ("new", "changed", "unchanged", "known", "repeated", "removed", "vanished_count")
    return {name: getattr(tally, name) for name in names if getattr(tally, name)}


def dump(connection: sqlite3.Connection) -> list[str]:
    return list(connection.iterdump())


def reworded(old: Event, text: str, line: int | None = None) -> Event:
    return replace(old, entry=replace(old.entry, text=text, line=line or old.entry.line))


def test_a_first_import_stores_every_entry_with_all_that_hangs_on_it(scratch: sqlite3.Connection) -> None:
    tally = save_source(scratch, source(), ALL)
    assert counts(tally) == {"new": 3}
    assert [(new.name, new.origin, new.mention, new.line) for new in tally.first_seen] == [
        ("Sergey Lavrov", "codebook", "Sergey Lavrov", 1),
        ("Wang Yi", "codebook", "Wang Yi", 1),
        ("Jan Nowak", "text", "Jan Nowak", 3),
    ]
    assert scratch.execute(
        "SELECT id, actors, places, topics, activities, source, line FROM event_list"
    ).fetchall() == [
        (1, "Sergey Lavrov; Wang Yi", None, "energy", None, "A chronology", 1),
        (2, "Wang Yi", "Beijing", None, None, "A chronology", 2),
        (3, "Jan Nowak", "Moscow", None, "visit", "A chronology", 3),
    ]


def test_a_second_import_changes_nothing_and_says_so(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source(), ALL)
    before = dump(scratch)
    assert counts(save_source(scratch, source(), iter(ALL))) == {"unchanged": 3}
    assert dump(scratch) == before


def test_an_error_in_the_entries_takes_everything_back(scratch: sqlite3.Connection) -> None:
    def failing() -> Iterator[Event]:
        yield from ALL
        raise SinorusError("the file broke off")

    before = dump(scratch)
    with pytest.raises(SinorusError, match="broke off"):
        save_source(scratch, source(), failing())
    assert dump(scratch) == before
    assert counts(save_source(scratch, source(), ALL)) == {"new": 3}


def test_an_edited_entry_keeps_its_id(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source(), ALL)
    edited = reworded(SECOND, "Wang Yi speaks in Beijing on peace.")
    assert counts(save_source(scratch, source(), [FIRST, edited, THIRD])) == {"changed": 1, "unchanged": 2}
    assert texts(scratch)[2] == "Wang Yi speaks in Beijing on peace."
    found = scratch.execute("SELECT rowid FROM events_fts WHERE events_fts MATCH 'peace'").fetchall()
    assert found == [(2,)]


def test_an_entry_under_a_corrected_date_keeps_its_id(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source(), ALL)
    moved = event(entry("2024-01-14", SECOND.entry.text, 2), [WANG_YI], ["Beijing"])
    assert counts(save_source(scratch, source(), [FIRST, moved, THIRD])) == {"changed": 1, "unchanged": 2}
    assert scratch.execute("SELECT start FROM events WHERE id = 2").fetchone() == ("2024-01-14",)


def test_of_two_entries_on_one_day_the_likelier_is_the_edited_one(scratch: sqlite3.Connection) -> None:
    one = event(entry("2024-03-01", "Ministers sign a treaty on rivers and lakes.", 1))
    two = event(entry("2024-03-01", "A bomb explodes at the market in the old town.", 2))
    save_source(scratch, source(), [one, two])
    edited = [
        reworded(two, "A bomb explodes at the crowded market in the old town.", 1),
        reworded(one, "Ministers sign a treaty on rivers.", 2),
    ]
    assert counts(save_source(scratch, source(), edited)) == {"changed": 2}
    assert texts(scratch) == {1: edited[1].entry.text, 2: edited[0].entry.text}


def test_another_entry_on_the_same_day_is_new_and_the_old_one_vanished(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source(), ALL)
    other = reworded(SECOND, "Earthquake shakes Taipei.")
    tally = save_source(scratch, source(), [FIRST, other, THIRD])
    assert counts(tally) == {"new": 1, "unchanged": 2, "vanished_count": 1}
    (gone,) = tally.vanished
    assert (gone.event_id, gone.date_text, gone.line, gone.excerpt) == (2, "2024-01-13", 2, SECOND.entry.text)
    assert set(texts(scratch)) == {1, 2, 3, 4}


def test_a_vanished_entry_is_removed_only_with_prune(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source(), ALL)
    assert counts(save_source(scratch, source(), [FIRST, SECOND])) == {"unchanged": 2, "vanished_count": 1}
    tally = save_source(scratch, source(), [FIRST, SECOND], prune=True)
    assert counts(tally) == {"unchanged": 2, "vanished_count": 1, "removed": 1}
    assert set(texts(scratch)) == {1, 2}
    assert scratch.execute("SELECT name FROM actors WHERE origin = 'text'").fetchall() == []
    assert scratch.execute("SELECT name FROM places").fetchall() == [("Beijing",)]
    assert counts(save_source(scratch, source(), ALL)) == {"new": 1, "unchanged": 2}
    assert set(texts(scratch)) == {1, 2, 4}, "an id is never given twice"


def test_a_prune_that_would_remove_everything_is_refused(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source(), ALL)
    other = [event(entry("2001-05-05", "Something else entirely happens.", 1))]
    with pytest.raises(SinorusError, match="Nothing that 'A chronology' told before"):
        save_source(scratch, source(), other, prune=True)
    assert len(texts(scratch)) == 3


def test_lines_follow_the_file_without_counting_as_changes(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source(), ALL)
    lower = [replace(one, entry=replace(one.entry, line=one.entry.line + 10)) for one in ALL]
    assert counts(save_source(scratch, source(), lower)) == {"unchanged": 3}
    assert scratch.execute("SELECT line FROM events").fetchall() == [(11,), (12,), (13,)]
    assert scratch.execute("SELECT line FROM event_sources").fetchall() == [(11,), (12,), (13,)]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(replace(SECOND, entry=replace(SECOND.entry, note="A remark.")), id="note"),
        pytest.param(reworded(SECOND, "Wang Yi speaks in BEIJING!"), id="capitals and punctuation"),
        pytest.param(replace(SECOND, entry=replace(SECOND.entry, date_text="Jan. 13")), id="printed date"),
        pytest.param(replace(SECOND, actors=(taking_part(WANG_YI, Role(FOREIGN_MINISTER, "CN")),)), id="coding"),
        pytest.param(replace(SECOND, places=()), id="no place any more"),
    ],
)
def test_any_other_difference_is_a_change_in_place(scratch: sqlite3.Connection, changed: Event) -> None:
    save_source(scratch, source(), ALL)
    assert counts(save_source(scratch, source(), [FIRST, changed, THIRD])) == {"changed": 1, "unchanged": 2}
    assert counts(save_source(scratch, source(), [FIRST, changed, THIRD])) == {"unchanged": 3}
    assert len(texts(scratch)) == 3


def test_an_entry_twice_in_a_file_is_stored_once(scratch: sqlite3.Connection) -> None:
    again = replace(FIRST, entry=replace(FIRST.entry, line=9))
    assert counts(save_source(scratch, source(), [*ALL, again])) == {"new": 3, "repeated": 1}
    assert counts(save_source(scratch, source(), [*ALL, again])) == {"unchanged": 3, "repeated": 1}
    assert scratch.execute("SELECT line FROM events WHERE id = 1").fetchone() == (1,)


def test_an_entry_twice_is_seen_across_blocks(scratch: sqlite3.Connection) -> None:
    many = [event(entry("2024-01-01", f"Event number {number}.", number)) for number in range(1, 1201)]
    assert counts(save_source(scratch, source(), [*many, *many[:3]])) == {"new": 1200, "repeated": 3}
    assert counts(save_source(scratch, source(), [*many, *many[:3]])) == {"unchanged": 1200, "repeated": 3}
    more = [event(entry("2025-01-01", f"Later event number {number}.", number)) for number in range(1, 1201)]
    tally = save_source(scratch, source(), [*many, *more, *more[:2]])
    assert counts(tally) == {"new": 1200, "unchanged": 1200, "repeated": 2}


def test_an_entry_in_two_sources_is_stored_once_and_knows_both(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source(), ALL)
    other = source("Another", "b.txt")
    assert counts(save_source(scratch, other, [SECOND])) == {"known": 1}
    assert counts(save_source(scratch, other, [SECOND])) == {"unchanged": 1}
    rows = scratch.execute("SELECT event_id, source_id FROM event_sources WHERE event_id = 2").fetchall()
    assert rows == [(2, 1), (2, 2)]


def test_an_entry_of_two_sources_that_one_edits_becomes_two(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source(), ALL)
    save_source(scratch, source("Another"), [SECOND])
    edited = reworded(SECOND, "Wang Yi speaks in Beijing on peace.")
    tally = save_source(scratch, source(), [FIRST, edited, THIRD])
    assert counts(tally) == {"new": 1, "unchanged": 2, "vanished_count": 1}


def test_pruning_one_of_two_sources_leaves_the_event_to_the_other(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source(), ALL)
    save_source(scratch, source("Another"), [replace(SECOND, entry=replace(SECOND.entry, line=77))])
    save_source(scratch, source(), [FIRST, THIRD], prune=True)
    assert scratch.execute("SELECT source_id, line FROM events WHERE id = 2").fetchone() == (2, 77)
    assert counts(save_source(scratch, source("Another"), [SECOND])) == {"unchanged": 1}


def test_forgetting_a_source_leaves_what_others_tell(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source("Another"), [replace(SECOND, entry=replace(SECOND.entry, line=77))])
    tables = ("sources", "events", "event_sources", "event_actors", "event_places", "actors", "actor_names", "places")
    before = {table: scratch.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    save_source(scratch, source(), ALL)
    assert forget_source(scratch, 2) == Forgotten("A chronology", "a.txt", 2, 1)
    assert {table: scratch.execute(f"SELECT * FROM {table}").fetchall() for table in tables} == before


def test_forgetting_the_first_source_leaves_its_events_to_the_next(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source(), ALL)
    save_source(scratch, source("Another"), [replace(SECOND, entry=replace(SECOND.entry, line=77))])
    assert forget_source(scratch, 1).kept == 1
    assert scratch.execute("SELECT id, source_id, line FROM events").fetchall() == [(2, 2, 77)]
    assert scratch.execute("PRAGMA foreign_key_check").fetchall() == []


def test_forgetting_happens_whole_or_not_at_all(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source(), ALL)
    before = dump(scratch)
    scratch.execute("CREATE TEMP TRIGGER broken BEFORE DELETE ON main.sources BEGIN SELECT raise(ABORT, 'odd'); END")
    with pytest.raises(sqlite3.IntegrityError, match="odd"):
        forget_source(scratch, 1)
    assert dump(scratch) == before


def test_spellings_and_offices_of_the_codebook_are_brought_up_to_date(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source(), [event(FIRST.entry, [taking_part(LAVROV, tenures=(LAVROVS_OFFICE,))])])
    newer = replace(LAVROV, names=("Lavrov", "S. Lavrov"))
    held = (LAVROVS_OFFICE, Tenure(Role("Permanent Representative", "RU", "United Nations"), "1994", "2004"))
    with_news = event(FIRST.entry, [taking_part(newer, Role(FOREIGN_MINISTER, "RU"), tenures=held)])
    save_source(scratch, source(), [with_news])
    names = scratch.execute("SELECT name FROM actor_names ORDER BY name").fetchall()
    assert names == [("Lavrov",), ("S. Lavrov",), ("Sergey Lavrov",), ("Сергей Лавров",)]
    assert scratch.execute("SELECT since FROM tenures").fetchall() == [("1994",), ("2004-03",)]


def test_namesakes_of_two_countries_are_two_actors(scratch: sqlite3.Connection) -> None:
    kims = [Actor("person", "Kim Min", country) for country in ("KP", "KR", None)]
    save_source(scratch, source(), [event(FIRST.entry, kims)])
    save_source(scratch, source(), [event(FIRST.entry, kims)])
    assert scratch.execute("SELECT name, country FROM actors").fetchall() == [
        ("Kim Min", "KP"),
        ("Kim Min", "KR"),
        ("Kim Min", None),
    ]


def test_half_a_surrogate_pair_is_refused_with_its_line(scratch: sqlite3.Connection) -> None:
    with pytest.raises(SinorusError, match="line 7"):
        save_source(scratch, source(), [FIRST, event(entry("2024-01-01", "Bad \ud800 text", 7))])
    assert texts(scratch) == {}


def test_entries_come_back_as_they_were_read(scratch: sqlite3.Connection) -> None:
    given = GivenCoding(actors=(GivenActor("Jan Nowak", country="PL"),), topics=("energy",))
    entries = [
        entry("2024-01-10", "Text “with” quotes.", 4, until="2024-01-12", note="N."),
        replace(entry("2024-01-11", "Another one.", 5), given=given),
    ]
    save_source(scratch, source(), map(event, entries))
    assert list(iterate_entries(scratch)) == list(enumerate(entries, 1))


def test_recoding_writes_only_what_is_different(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source(), ALL)
    recoder = Recoder(scratch)
    other = replace(THIRD, actors=(taking_part(CHINA),), places=())
    assert [recoder.differs(1, FIRST), recoder.differs(3, other)] == [False, True]
    recoder.keep_coding(FIRST)
    recoder.replace_coding(3, other)
    recoder.finish()
    assert (recoder.changed, recoder.unchanged) == (1, 1)
    assert scratch.execute("SELECT actors, places, activities FROM event_list WHERE id = 3").fetchone() == (
        "China",
        None,
        "visit",
    )
    assert scratch.execute("SELECT name FROM places").fetchall() == [("Beijing",)]
    assert [new.name for new in recoder.first_seen] == ["China"]


def test_the_fingerprint_of_the_file_is_kept(scratch: sqlite3.Connection) -> None:
    save_source(scratch, source(sha256="aa"), ALL)
    before = scratch.execute("SELECT imported_at FROM sources").fetchone()
    save_source(scratch, source(sha256="bb", file="moved.txt"), ALL)
    assert scratch.execute("SELECT sha256, file FROM sources").fetchall() == [("bb", "moved.txt")]
    assert scratch.execute("SELECT imported_at FROM sources").fetchone() == before


BEYOND = [
    ("topic", event(FIRST.entry, topics=["gardening"]), "no topic 'gardening'"),
    ("activity", event(FIRST.entry, activities=["dancing"]), "no activity 'dancing'"),
    ("country", event(FIRST.entry, [Actor("person", "A B", "XX")]), "no country 'XX'"),
]


@pytest.mark.parametrize(("coded", "message"), [c[1:] for c in BEYOND], ids=[c[0] for c in BEYOND])
def test_closed_lists_do_not_grow(scratch: sqlite3.Connection, coded: Event, message: str) -> None:
    with pytest.raises(SinorusError, match=message) as caught:
        save_source(scratch, source(), [coded])
    assert caught.value.hint
    assert texts(scratch) == {}
