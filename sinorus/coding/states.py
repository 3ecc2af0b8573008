"""A passage -> the states that act in it themselves: "Russia and China request ...", "Tokyo protests".

A state acts when its name, or what stands for its government, is the subject of a verb, alone or beside other states
and bodies; when its ministers act together without being named ("the Indian, Chinese and Russian foreign ministers");
and when it is the other party ("signs a treaty with Ghana", "talks between Serbia and Kosovo").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sinorus.codebook.lexicon import Match
from sinorus.coding.bodies import Body
from sinorus.coding.english import AUXILIARIES, FUNCTION_WORDS
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage
from sinorus.coding.zones import Zones

_OPENERS = frozenset({",", ";", ":", "and", "while", "but", "where", "as", "when", "which", "meanwhile", "both", ""})

# Those who act for their state when they act together; officials, soldiers and others must do something.
_OF_GOVERNMENT = frozenset({"state", "government", "diplomacy", "royal"})
# What two parties have with or between each other, and both take part in.
_DEALINGS = frozenset(
    (
        "treaty agreement deal accord pact memorandum talks negotiations contract convention protocol communique "
        "consultations meeting ceasefire truce swap"
    ).split()
)


@dataclass(frozen=True, slots=True)
class ActingState:
    """A state in a passage. Units: token numbers, half-open; ISO 3166 alpha-2."""

    first: int
    last: int
    code: str
    reason: str


def find_states(
    passage: Passage, zones: Zones, titles: Sequence[Title], bodies: Sequence[Body], taken: set[int]
) -> list[ActingState]:
    """Find the states that act; `taken` are the tokens of titles, names, places and bodies."""
    named = [m for m in passage.matches if m.first not in taken and m.state("country", "government") is not None]
    found = [*_by_ministers(zones, titles), *_by_verbs(passage, zones, named, bodies)]
    found.extend(_as_parties(passage, zones, named))
    return list({state.code: state for state in reversed(found)}.values())[::-1]


def _by_ministers(zones: Zones, titles: Sequence[Title]) -> Iterator[ActingState]:
    for title in titles:
        if not title.plural or zones.about[title.first] or zones.prospect[title.first]:
            continue
        if title.office.kind in _OF_GOVERNMENT or title.last in zones.verbs:
            for code in title.countries:
                yield ActingState(title.first, title.last, code, "ministers together")


def _by_verbs(passage: Passage, zones: Zones, named: Sequence[Match], bodies: Sequence[Body]) -> Iterator[ActingState]:
    candidates: list[Match | Body] = [*named, *bodies]
    subjects: list[Match | Body] = []
    for item in sorted(candidates, key=lambda item: item.first):
        if zones.prospect[item.first]:
            continue
        if subjects and not _is_joined(passage, subjects[-1], item):
            subjects.clear()
        subjects.append(item)
        if _is_subject(passage, zones, subjects):
            for state in subjects:
                if isinstance(state, Match):
                    yield _acting(state, "subject of a verb")
            subjects.clear()


def _as_parties(passage: Passage, zones: Zones, named: Sequence[Match]) -> Iterator[ActingState]:
    """Yield the states behind "a treaty with" and "talks between"."""
    before: Match | None = None
    for match in named:
        i = match.first - (passage.word(match.first - 1) == "the")
        word = passage.word(i - 1)
        apart = not (zones.about[i] or zones.prospect[i] or passage.is_joined(match.last))
        if apart and passage.word(match.last) != "'s":
            if word in ("with", "between") and not _DEALINGS.isdisjoint(passage.folded[max(i - 4, 0) : i - 1]):
                before = match
                if word == "with":
                    yield _acting(match, "the other party")
            elif word == "and" and before is not None and before.last == i - 1:
                if passage.word(before.first - 1) == "between":
                    yield _acting(before, "the other party")
                yield _acting(match, "the other party")


def _acting(match: Match, reason: str) -> ActingState:
    state = match.state("country", "government")
    assert state is not None
    return ActingState(match.first, match.last, state.code, reason)


def _is_joined(passage: Passage, before: Match | Body, match: Match | Body) -> bool:
    """Tell whether two names stand in one list: "China, Russia, and Iran"."""
    between = passage.folded[before.last : match.first]
    return bool(between) and all(word in (",", "and", "the") for word in between)


def _is_subject(passage: Passage, zones: Zones, subjects: Sequence[Match | Body]) -> bool:
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
