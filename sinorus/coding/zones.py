"""A passage -> which of its words tell what is talked about, what is still to come, and what lies behind.

Only what is reported to happen makes participants, places and acting bodies. "They discuss the war in Syria" puts
nobody in Syria; "ahead of the summit in Kazan" puts nobody in Kazan. A zone begins at a cue of the context table and
ends with its clause: at a full stop, a semicolon, or a new verb of action behind "and" or a comma.
"""

from dataclasses import dataclass

from sinorus.coding.marks import Marks
from sinorus.coding.passage import Passage

# "..., and with X" goes on from the main verb.
_RESUMED = frozenset({"with", "by", "to", "from"})
_BREAKS = frozenset({";"})
_JOINS = frozenset({"and", ",", "then", "also", "but", "while", "later"})


@dataclass(slots=True)
class Zones:
    """Shape: one flag a token; `verbs` are the tokens of verbs of action."""

    about: list[bool]
    prospect: list[bool]
    verbs: set[int]


def find_zones(passage: Passage, marks: Marks) -> Zones:
    """Find the zones of a passage by its context cues."""
    size = passage.size
    zones = Zones([False] * size, [False] * size, {first for first, _ in marks["action"]})
    for kind, flags in (("about", zones.about), ("prospect", zones.prospect)):
        for first, start in marks[kind]:
            leads_in = passage.starts_sentence(first)
            for i in range(start, _end(passage, start, zones.verbs, leads_in)):
                flags[i] = True
    return zones


def _end(passage: Passage, start: int, verbs: set[int], leads_in: bool) -> int:
    """Return where a zone ends; one that opens its sentence ("Ahead of the summit, ...") ends at the comma."""
    number = passage.words.sentence[start] if start < passage.size else -1
    i = start
    while i < passage.size and passage.words.sentence[i] == number and passage.word(i) not in _BREAKS:
        if i > start and i in verbs and passage.word(i - 1) in _JOINS:
            break
        if leads_in and passage.word(i) == ",":
            break
        if passage.word(i) in _RESUMED and passage.folded[i - 2 : i] == [",", "and"]:
            break
        i += 1
    return i
