"""A passage -> the states that act in it themselves: "Russia and China request ...", "Tokyo protests".

A state acts when its name, or what stands for its government, is the subject of a verb, or when its ministers act
together without being named ("the Indian, Chinese and Russian foreign ministers").
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sinorus.codebook.lexicon import Match
from sinorus.coding.english import AUXILIARIES, FUNCTION_WORDS
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage
from sinorus.coding.zones import Zones

_OPENERS = frozenset({",", ";", ":", "and", "while", "but", "where", "as", "when", "which", "meanwhile", "both", ""})


@dataclass(frozen=True, slots=True)
class ActingState:
    """A state in a passage. Units: token numbers, half-open; ISO 3166 alpha-2."""

    first: int
    last: int
    code: str
    reason: str


def find_states(passage: Passage, zones: Zones, titles: Sequence[Title], taken: set[int]) -> list[ActingState]:
    """Find the states that act; `taken` are the tokens of titles, names, places and bodies."""
    found = [
        ActingState(t.first, t.last, code, "ministers together") for t in titles if t.plural for code in t.countries
        if not zones.about[t.first] and not zones.prospect[t.first]
    ]  # fmt: skip
    subjects: list[Match] = []
    for match in passage.matches:
        if match.state("country", "government") is None or match.first in taken or zones.prospect[match.first]:
            continue
        if subjects and not _is_joined(passage, subjects[-1], match):
            subjects.clear()
        subjects.append(match)
        if _is_subject(passage, zones, subjects):
            found.extend(
                ActingState(m.first, m.last, state.code, "subject of a verb")
                for m in subjects
                if (state := m.state("country", "government")) is not None
            )
            subjects.clear()
    return list({state.code: state for state in reversed(found)}.values())[::-1]


def _is_joined(passage: Passage, before: Match, match: Match) -> bool:
    """Tell whether two names stand in one list: "China, Russia, and Iran"."""
    between = passage.folded[before.last : match.first]
    return bool(between) and all(word in (",", "and", "the") for word in between)


def _is_subject(passage: Passage, zones: Zones, subjects: list[Match]) -> bool:
    first, last = subjects[0].first, subjects[-1].last
    if first > 0 and passage.word(first - 1) == "the":
        first -= 1
    opens = passage.starts_sentence(first) or passage.word(first - 1) in _OPENERS
    return opens and not passage.words.joined[subjects[-1].first] and _is_verb(passage, zones, last, len(subjects) > 1)


def _is_verb(passage: Passage, zones: Zones, i: int, plural: bool) -> bool:
    word = passage.word(i)
    if i >= passage.size or passage.words.joined[i] or passage.words.capital[i] or not word.isalpha():
        return False
    if word in AUXILIARIES or i in zones.verbs:
        return True
    if word in FUNCTION_WORDS:
        return word in ("also", "jointly", "both") and _is_verb(passage, zones, i + 1, plural)
    return plural or word.endswith(("s", "ed"))
