"""Text search: how what is typed is taken apart, and where it is found in a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinorus.errors import UsageError
from sinorus.query.letters import has_other_letters, spell
from sinorus.query.text import Term, TextMatches, parse_text

TYPED = {
    "words": ("gas pipeline", [["gas", "pipeline"]]),
    "a phrase": ('"gas pipeline" deal', [["gas pipeline", "deal"]]),
    "typeset quotes": ("“gas pipeline”", [["gas pipeline"]]),
    "a phrase that is not closed": ('"gas pipe', [["gas pipe"]]),
    "a prefix": ("pipe*", [["pipe*"]]),
    "a phrase with a prefix": ('"gas pipe"*', [["gas pipe*"]]),
    "a comma": ("gas, oil", [["gas"], ["oil"]]),
    "a comma in a phrase": ('"gas, oil"', [["gas, oil"]]),
    "a hyphen": ("Indo-Pacific", [["Indo-Pacific"]]),
    "operators as words": ("gas AND NOT oil", [["gas", "AND", "NOT", "oil"]]),
    "a column filter as a word": ("text:gas", [["text:gas"]]),
    "a star after nothing": ("* gas", [["gas"]]),
    "marks alone": ("&", [["&"]]),
    "a quote alone": ('"', [['"']]),
    "a word that is repeated": ("gas gas", [["gas"]]),
    "NUL": ("gas\0oil", [["gas", "oil"]]),
}


@pytest.mark.parametrize(("typed", "terms"), TYPED.values(), ids=TYPED)
def test_parse_text_takes_terms_apart(typed: str, terms: list[list[str]]) -> None:
    found = [[term.text + "*" * term.prefix for term in matches.terms] for matches in parse_text(typed)]
    assert found == terms


@pytest.mark.parametrize("typed", ["", "  ", "\0", "***", " ** * "])
def test_parse_text_refuses_nothing(typed: str) -> None:
    with pytest.raises(UsageError, match="nothing to look for"):
        parse_text(typed)


@given(st.text())
def test_no_text_crashes_and_every_term_is_quoted(typed: str) -> None:
    try:
        found = parse_text(typed)
    except UsageError:
        return
    for matches in found:
        for _, match in matches.matches():
            assert match.encode()
            assert match.count('"') == 2 * (1 + match.count('" AND "') + match.count('" * AND "'))


FOUND = {
    "a word": ("Gas", "Oil, gas and GAS.", ["gas", "GAS"]),
    "a whole word only": ("gas", "gasoline", []),
    "a prefix": ("gas*", "gasoline", ["gasoline"]),
    "a phrase": ('"oil and gas"', "oil and  gas, gas and oil", ["oil and  gas"]),
    "accents": ("Erdogan", "Erdoğan met Erdogan", ["Erdoğan", "Erdogan"]),
    "decomposed accents": ("Zürich", "in Zu\u0308rich", ["Zu\u0308rich"]),
    "a possessive": ("China's", "China’s plan", ["China’s"]),
    "Cyrillic inside a word": ("лавров", "с Лавровым", ["Лавров"]),
    "Chinese": ("王毅", "外长王毅会见", ["王毅"]),
    "marks": ("&", "R&D", ["&"]),
}


@pytest.mark.parametrize(("typed", "text", "hits"), FOUND.values(), ids=FOUND)
def test_find_shows_where_the_terms_are(typed: str, text: str, hits: list[str]) -> None:
    (matches,) = parse_text(typed)
    assert [text[start:end] for start, end in matches.find(text)] == hits


@given(st.text(), st.text(min_size=1))
def test_find_gives_spans_in_order_inside_the_text(text: str, typed: str) -> None:
    spans = TextMatches((Term(typed),)).find(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Лавров и 王毅 (G20)", "л а в р о в | и | 王 毅 | g20"),
        ("王 毅", "王 毅"),
        ("한국", "한 국"),
        ("Королёв", "к о р о л е в"),
    ],
)
def test_spell_sets_letters_apart(text: str, spelled: str) -> None:
    assert spell(text) == spelled


@pytest.mark.parametrize(("text", "other"), [("café “x” – €", False), ("王", True), ("Ж", True), ("", False)])
def test_has_other_letters_tells_scripts(text: str, other: bool) -> None:
    assert has_other_letters(text) is other
