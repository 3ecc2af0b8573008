"""Full-text search on real indexes: what is found, and that no input is an error."""

import sqlite3
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sinorus.errors import UsageError
from sinorus.query.request import Request
from sinorus.store.connection import open_scratch
from sinorus.store.reader import find_events
from sinorus.store.resolution import resolve
from sinorus.store.writer import save_source

from .builders import LAVROV, WANG_YI, entry, event, save_lists, source

TEXTS = [
    "Gas and oil: the “Power of Siberia” pipeline is opened.",
    "Erdoğan meets Zelenskyy in Zu\u0308rich about the Indo-Pacific.",
    "Сергей Лавров встретился с Ван И; переговоры с Министерством обороны.",
    "外长王毅会见俄罗斯外长拉夫罗夫。讨论乌克兰危机。",
    'R&D at 100% & more: it\'s a "quoted" text.',
    "Gas gas gas, and nothing but gas.",
]
FOUND = {
    "a word": ("siberia", [1]),
    "capitals do not count": ("SIBERIA", [1]),
    "all words": ("gas oil", [1]),
    "any word": ("siberia, zürich", [1, 2]),
    "a phrase": ('"power of siberia"', [1]),
    "a phrase in another order": ('"siberia of power"', []),
    "a prefix": ("sib*", [1]),
    "a part of a word without a star": ("sib", []),
    "accents that are not typed": ("erdogan zurich", [2]),
    "accents that are typed": ("zürich", [2]),
    "a hyphen": ("indo-pacific", [2]),
    "the first half of a compound": ("indo", [2]),
    "a Russian stem": ("лавров", [3]),
    "a part of a Russian word": ("нистер", [3]),
    "no match across Russian words": ("йла", []),
    "a Russian phrase": ('"сергей лавров"', [3]),
    "two Chinese letters": ("王毅", [4]),
    "one Chinese letter": ("毅", [4]),
    "two scripts": ("王毅 gas", []),
    "a note": ("remark", [6]),
    "marks": ("&", [5]),
    "a word with marks": ("R&D", [5]),
    "a per cent sign": ("100%", [5]),
    "an apostrophe": ("it's", [5]),
    "a quote": ('"', [5]),
    "an operator": ("gas AND oil", [1]),
    "a word that is an operator": ("NOT", []),
    "a column": ("text:gas", []),
    "brackets": ("(gas)", [1, 6]),
    "a caret": ("^gas", [1, 6]),
    "NUL": ("gas\0oil", [1]),
    "half a surrogate pair": ("gas\ud800", [1, 6]),
}


@pytest.fixture(scope="module")
def stored() -> Iterator[sqlite3.Connection]:
    events = [
        event(entry("2024-01-01", text, number, note="A remark." if number == 6 else None), [LAVROV, WANG_YI])
        for number, text in enumerate(TEXTS, 1)
    ]
    with open_scratch() as connection:
        save_lists(connection)
        save_source(connection, source(), events)
        yield connection


def search(connection: sqlite3.Connection, **asked: object) -> list[int]:
    question, _ = resolve(connection, Request(**asked), date(2024, 5, 1))  # type: ignore[arg-type]
    return list(find_events(connection, question))


@pytest.mark.parametrize(("typed", "found"), FOUND.values(), ids=FOUND)
def test_search_finds(stored: sqlite3.Connection, typed: str, found: list[int]) -> None:
    assert search(stored, text=(typed,)) == found


@pytest.mark.parametrize("typed", [typed for typed, _ in FOUND.values()])
def test_an_excluded_search_finds_the_rest(stored: sqlite3.Connection, typed: str) -> None:
    found = search(stored, text=(typed,))
    assert sorted([*found, *search(stored, without=(f"text:{typed}",))]) == [1, 2, 3, 4, 5, 6]


def test_relevance_puts_the_best_match_first(stored: sqlite3.Connection) -> None:
    assert search(stored, text=("gas",), sort=("relevance",)) == [6, 1]
    assert search(stored, text=("gas",), sort=("relevance",), reverse=True) == [1, 6]
    assert search(stored, text=("gas, 王毅",), sort=("relevance",))[-1] in (1, 4)


def test_relevance_without_a_search_is_refused(stored: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="Only a text search"):
        search(stored, sort=("relevance",))


def search_or_refuse(connection: sqlite3.Connection, **asked: object) -> list[int]:
    try:
        return search(connection, **asked)
    except UsageError:
        return []


@settings(max_examples=300, deadline=None)
@given(st.text() | st.text("gas\"*-()&:^|\\\0'王毅 ,"), st.sampled_from(["date", "relevance"]))
def test_no_search_is_an_error_of_the_database(stored: sqlite3.Connection, typed: str, sort: str) -> None:
    assert set(search_or_refuse(stored, text=(typed,), sort=(sort,))) <= {1, 2, 3, 4, 5, 6}


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1), st.sampled_from(["actor", "country", "role", "place", "topic", "activity", "source"]))
def test_no_name_is_an_error_of_the_database(stored: sqlite3.Connection, typed: str, field: str) -> None:
    assert set(search_or_refuse(stored, **{field: (typed,)})) <= {1, 2, 3, 4, 5, 6}
