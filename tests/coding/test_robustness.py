"""No text crashes coding, and every span lies in the text and gives back its words."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.words import KNOWN, PROSE, RULES
from sinorus.words import Words, key
from tests.coding.conftest import Code

WORDS = st.sampled_from(PROSE) | st.sampled_from(RULES) | st.sampled_from(KNOWN)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_any_text_is_coded_with_spans_that_hold(text: str, code: Code) -> None:
    event = code("2015-06-01", text)
    for found in (*event.actors, *event.places, *event.dates):
        assert 0 <= found.start <= found.end <= len(text)
        assert text[found.start : found.end] == found.mention
    for label in (*event.topics, *event.activities):
        if label.start is not None:
            assert text[label.start : label.end] == label.cue


@given(text=st.text(max_size=100))
def test_words_keep_their_offsets(text: str) -> None:
    words = Words(text)
    for surface, start, end in zip(words.surface, words.start, words.end, strict=True):
        assert text[start:end] == surface


@given(name=st.sampled_from(["Kim Jong-un", "Xi’an", "U.S.", "Erdoğan", "al-Assad", "P5+1", "George W. Bush"]))
def test_key_ignores_case_hyphens_and_marks(name: str) -> None:
    assert key(name) == key(name.upper()) == key(name.replace("-", " ").replace("’", "'"))
