"""Titles: what is spelled out, whose office it is, and where it ends."""

from collections.abc import Callable

import pytest

from sinorus.codebook import Codebook
from sinorus.coding.offices import find_titles
from sinorus.coding.passage import Passage

CASES = [
    ("abbreviation", "FM Sarsenov arrives", "Foreign Minister", []),
    ("abbreviation behind a rank", "Vice FM Sarsenov arrives", "Vice Foreign Minister", []),
    ("adjective before", "the Kazakh prime minister", "Prime Minister", ["KZ"]),
    ("possessive before", "Norway’s Deputy Defense Minister", "Deputy Defense Minister", ["NO"]),
    ("state behind of", "President of the Philippines", "President", ["PH"]),
    ("ambassador to", "Peruvian Ambassador to Japan", "Ambassador to Japan", ["PE"]),
    ("ambassador of and to", "Ambassador of Mexico to India", "Ambassador to India", ["MX"]),
    (
        "portfolio in two parts",
        "the minister of agriculture and fisheries",
        "Minister of Agriculture and Fisheries",
        [],
    ),
    (
        "listed portfolios",
        "Assistant Secretary of State for Democracy, Human Rights and Labor",
        "Assistant Secretary of State for Democracy, Human Rights and Labor",
        [],
    ),
    ("owner inside the complement", "Speaker of the Mongolian parliament", "Speaker of the Parliament", ["MN"]),
    ("office inside an office", "Head of the Office of the President", "Head of the Office of the President", []),
    ("body before", "NATO Secretary General", "NATO Secretary General", []),
    ("special envoy", "Japan’s special envoy for Middle East peace", "Special Envoy for Middle East Peace", ["JP"]),
    ("first deputy", "First Deputy PM", "First Deputy Prime Minister", []),
    ("epithet is dropped", "the newly appointed defence minister", "Defense Minister", []),
    ("several owners", "the Turkish, Iranian and Russian foreign ministers", "Foreign Minister", ["TR", "IR", "RU"]),
    ("misspelt portfolio", "head of the party’s Liason Department", "Head of the Party's Liaison Department", []),
    (
        "hyphen is kept",
        "presidential envoy to the Far-Eastern district",
        "Presidential Envoy to the Far-Eastern District",
        [],
    ),
    ("mayor of a city", "Osaka Mayor Hirata", "Osaka Mayor", ["JP"]),
]


@pytest.mark.parametrize(("text", "title", "countries"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_title_is_spelled_out_with_its_state_apart(
    text: str, title: str, countries: list[str], passage: Callable[[str], Passage], book: Codebook
) -> None:
    found = find_titles(passage(text), book)
    assert [(t.text.replace("’", "'"), t.countries) for t in found] == [(title, countries)]


@pytest.mark.parametrize(
    "text",
    ["The meeting was held in general terms.", "a major step", "Women’s Federation delegates"],
    ids=["general", "major", "women in a name"],
)
def test_word_that_only_looks_like_an_office_names_nobody(text: str, code: Callable[..., object]) -> None:
    event = code("2015-01-01", text)
    assert [a for a in event.actors if a.actor.kind == "person"] == []  # type: ignore[attr-defined]


def test_place_where_a_minister_speaks_is_no_part_of_the_title(
    passage: Callable[[str], Passage], book: Codebook
) -> None:
    (title,) = find_titles(passage("In Hanoi FM Sarsenov repeats the offer."), book)
    assert (title.text, title.countries) == ("Foreign Minister", [])
