"""A passage -> which of its words tell what is talked about, what is still to come, and what lies behind.

Only what is reported to happen makes participants, places and acting bodies. "They discuss the war in Syria" puts
nobody in Syria; "ahead of the summit in Kazan" puts nobody in Kazan. A zone begins at a cue of the context table and
ends with its clause: at a full stop, a semicolon, or a new verb of action behind "and" or a comma. What is denied or
called off ("does not visit", "postpones a visit to", "the summit in Amman is cancelled") happens nowhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sinorus.coding.english import DETERMINERS, MONTHS, PREPOSITIONS
from sinorus.coding.marks import Marks
from sinorus.coding.passage import Passage

# "on the sidelines", "on behalf of" and the like open no subject.
_NO_SUBJECT = frozenset("behalf sidelines margins eve occasion invitation basis board".split())
# "..., and with X" goes on from the main verb.
_TRAVELS = frozenset({"visit", "trip", "tour", "mission", "way"})
_RESUMED = frozenset({"with", "by", "to", "from"})
_SPANS = DETERMINERS | frozenset(
    (
        "day days week weeks month months year years hour hours minutes one six seven eight nine ten eleven twelve few "
        "just shortly soon immediately only couple of"
    ).split()
)
_BREAKS = frozenset({";"})
_JOINS = frozenset({"and", ",", "then", "also", "but", "while", "later"})
# Who says that he "will" go tells of his journey; what others should do is but their wish.
_WISHES = frozenset("would should could may might must".split())


@dataclass(slots=True)
class Zones:
    """Shape: one flag a token; `verbs` are the tokens of verbs of action; what is undone is in `prospect` as well."""

    about: list[bool]
    prospect: list[bool]
    undone: list[bool]
    verbs: set[int]


def find_zones(passage: Passage, marks: Marks) -> Zones:
    """Find the zones of a passage by its context cues."""
    size = passage.size
    flat = [False] * size
    zones = Zones(flat, flat[:], flat[:], {first for first, _ in marks["action"]})
    for kind, flags in (("about", zones.about), ("prospect", zones.prospect), ("undone", zones.undone)):
        for first, start in marks[kind]:
            leads_in = _leads_in(passage, first)
            for i in range(start, _end(passage, start, zones.verbs, leads_in)):
                flags[i] = True
    for start in _subjects(passage, marks):
        for i in range(start, _end(passage, start, zones.verbs, _opens_with_preposition(passage, start))):
            zones.about[i] = True
    for start in _wished(passage, marks, zones.verbs):
        for i in range(start, _end(passage, start, zones.verbs, False)):
            zones.prospect[i] = True
    for first, _ in marks["called-off"]:
        for i in range(_beginning(passage, first, zones.verbs), first):
            zones.undone[i] = True
    if True in zones.undone:
        zones.prospect = [a or b for a, b in zip(zones.prospect, zones.undone, strict=True)]
    return zones


def _wished(passage: Passage, marks: Marks, verbs: set[int]) -> Iterator[int]:
    """Yield the verbs of motion that somebody says should be done: "says that the president should visit"."""
    for kind in ("visiting", "motion"):
        for i, _ in marks[kind]:
            # What a sentence tells first is its event, be it still to come: "President Xi may visit France".
            if passage.word(i - 1) in _WISHES and not passage.words.capital[i - 1]:
                number = passage.words.sentence[i]
                if any(j < i and passage.words.sentence[j] == number for j in verbs):
                    yield i


def _beginning(passage: Passage, i: int, verbs: set[int]) -> int:
    """Return where the subject begins that ends before a token: behind the last verb of action or "that"."""
    first = i
    while first > 0 and passage.same_sentence(first - 1, i) and passage.word(first - 1) not in _BREAKS:
        if first - 1 in verbs or passage.word(first - 1) == "that":
            break
        first -= 1
    return first


def _leads_in(passage: Passage, i: int) -> bool:
    """Tell whether a cue opens its sentence, be it with a span of time ("Two weeks ahead of the summit, ...")."""
    while i > 0 and (passage.word(i - 1) in _SPANS or passage.word(i - 1).isdigit()):
        i -= 1
    return passage.starts_sentence(i)


def _subjects(passage: Passage, marks: Marks) -> Iterator[int]:
    """Yield where the subject of talks begins: behind an "on" after "consultations", "exchange views" and the like."""
    talks = [last for _, last in marks["talk"]]
    for i in range(talks[0] if talks else passage.size, passage.size - 1):
        following = passage.word(i + 1 + (passage.word(i + 1) == "the"))
        travels = not _TRAVELS.isdisjoint(passage.folded[i + 1 : i + 5])
        opens = (
            passage.word(i) == "on"
            and not travels
            and following not in _NO_SUBJECT | MONTHS
            and not following.isdigit()
        )
        if opens and any(last <= i and passage.same_sentence(last - 1, i) for last in talks):
            yield i + 1


def _opens_with_preposition(passage: Passage, i: int) -> bool:
    """Tell whether a sentence begins like "After talks on trade, ...": its first comma ends what it opens."""
    number, first = passage.words.sentence[i], i
    while first > 0 and passage.words.sentence[first - 1] == number:
        first -= 1
    return passage.word(first) in PREPOSITIONS


def _end(passage: Passage, start: int, verbs: set[int], leads_in: bool) -> int:
    """Return where a zone ends; one that opens its sentence ("Ahead of the summit, ...") ends at the comma."""
    number = passage.words.sentence[start] if start < passage.size else -1
    i = start
    while i < passage.size and passage.words.sentence[i] == number and passage.word(i) not in _BREAKS:
        if i > start and i in verbs and passage.word(i - 1) in _JOINS:
            break
        if leads_in and passage.word(i) == ",":
            break
        if passage.word(i) == "with" and _is_person(passage, i + 1):
            break
        if passage.word(i) in _RESUMED and passage.folded[i - 2 : i] == [",", "and"]:
            break
        i += 1
    return i


def _is_person(passage: Passage, i: int) -> bool:
    """Tell whether somebody is named here: "discussed the crisis with representatives of ..."."""
    while passage.word(i) in DETERMINERS:
        i += 1
    for j in (i, i + 1):
        match = passage.match_at(j)
        if match is not None and match.sense("person", "short", "office", "offices"):
            return True
    return False
