"""Topics and activities: what the words and the parties give, and the cue that each label keeps."""

import pytest

from sinorus.coding.cues import CueIndex
from sinorus.words import Words
from tests.coding.conftest import Code

ACTIVITIES = [
    ("visit for talks", "FM Lavrov visits Minsk for talks with President Lukashenko.", {"visit", "meeting"}),
    ("call", "Presidents Putin and Xi talk by phone.", {"phone-call"}),
    ("letter", "President Xi sends a letter of condolence to President Putin.", {"message"}),
    ("signing", "The two sides sign a treaty.", {"agreement"}),
    ("press conference is no conference", "FM Lavrov says in a press conference that talks go on.", {"statement"}),
    ("readout is part of the meeting", "FM Wang Yi meets FM Lavrov. Wang says that ties are good.", {"meeting"}),
    ("somebody else speaks", "FM Wang Yi meets FM Lavrov. Washington protests.", {"meeting", "statement"}),
    ("patrol", "Warships of both navies conduct a joint patrol.", {"exercise"}),
    ("attack", "Gunmen attack a convoy.", {"attack"}),
    ("what is denied is not done", "FM Lavrov does not meet President Putin in Oslo.", set()),
    ("what is called off is not done", "A visit by FM Lavrov to Oslo is cancelled.", {"decision"}),
    ("what is planned is not done", "FM Lavrov says that he will visit Cairo.", {"statement"}),
]
TOPICS = [
    ("war by its name", "They discuss the Ukraine war.", "ukraine-war"),
    ("island by its name", "Beijing criticizes a delegation to Taiwan.", "taiwan"),
    ("body by its acronym", "Envoys attend the SCO summit.", "sco"),
    ("state that is discussed", "They exchange views on Iran.", "middle-east"),
    ("two states without a subject", "FM Lavrov meets Chinese counterpart Wang Yi.", "bilateral-ties"),
    ("pipeline", "Work on the gas pipeline begins.", "energy"),
    ("vaccines", "The first vaccines arrive.", "health"),
    ("moon", "They plan a lunar station.", "science-space"),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in ACTIVITIES], ids=[c[0] for c in ACTIVITIES])
def test_activities_are_what_is_done(text: str, expected: set[str], code: Code) -> None:
    assert {a.slug for a in code("2022-06-01", text).activities} == expected


@pytest.mark.parametrize(("text", "topic"), [c[1:] for c in TOPICS], ids=[c[0] for c in TOPICS])
def test_topic_is_among_those_found(text: str, topic: str, code: Code) -> None:
    assert topic in [t.slug for t in code("2022-06-01", text).topics]


def test_area_topic_depends_on_the_day(code: Code) -> None:
    text = "They discuss Ukraine."
    assert "ukraine-war" not in [t.slug for t in code("2010-04-12", text).topics]
    assert "ukraine-war" in [t.slug for t in code("2015-04-12", text).topics]


PERIODS = [
    ("long before", "1962-05-05", "Peace talks on Crimea open.", False),
    ("before", "2013-10-31", "They discuss peace in Ukraine.", False),
    ("within", "2022-06-01", "They discuss peace in Ukraine.", True),
    ("another war within", "2022-06-01", "Fighting goes on and peace talks fail.", False),
]


@pytest.mark.parametrize(("day", "text", "within"), [c[1:] for c in PERIODS], ids=[c[0] for c in PERIODS])
def test_topic_bound_to_a_period_has_no_cues_outside_it(day: str, text: str, within: bool, code: Code) -> None:
    assert ("ukraine-war" in [t.slug for t in code(day, text).topics]) is within


def test_label_keeps_the_words_that_gave_it(code: Code) -> None:
    text = "Work on the gas pipeline begins."
    energy = next(t for t in code("2022-06-01", text).topics if t.slug == "energy")
    assert text[energy.start : energy.end] == energy.cue
    assert energy.cue in ("gas", "pipeline")


CUES = [
    ("one word", "drill", "a Drill begins", [(1, 2)]),
    ("open ending", "denucleari*", "denuclearization talks", [(0, 1)]),
    ("hyphens do not matter", "follow-up", "a follow up visit", [(1, 3)]),
    ("gap", "takes ... to", "She takes a large team to Riga", [(1, 6)]),
    ("gap too long", "takes ... to", "She takes one two three four five to Riga", []),
    ("only whole words", "port", "a report", []),
]


@pytest.mark.parametrize(("cue", "text", "spans"), [c[1:] for c in CUES], ids=[c[0] for c in CUES])
def test_cue_is_found_by_its_pattern(cue: str, text: str, spans: list[tuple[int, int]]) -> None:
    index = CueIndex([(cue, "x")])
    assert [(first, last) for first, last, _ in index.find(Words(text).folded)] == spans
