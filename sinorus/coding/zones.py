"""A passage -> which of its words tell what is talked about, what is still to come, and what lies behind.

Only what is reported to happen makes participants, places and acting bodies. "They discuss the war in Syria" puts
nobody in Syria; "ahead of the summit in Kazan" puts nobody in Kazan. A zone begins at a cue of the context table and
ends with its clause: at a full stop, a semicolon, or a new verb of action behind "and" or a comma.
"""

from dataclasses import dataclass

from sinorus.codebook.codebook import Codebook
from sinorus.coding.cues import CueIndex
from sinorus.coding.passage import Passage

_ABOUT, _PROSPECT = "about", "prospect"
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


class ZoneFinder:
    """Finds the zones of passages by the context cues of a codebook."""

    def __init__(self, book: Codebook) -> None:
        kinds = (_ABOUT, _PROSPECT, "action", "about-place")
        self._cues = CueIndex((cue, kind) for kind in kinds for cue in book.context_cues.get(kind, ()))

    def find(self, passage: Passage) -> Zones:
        """Find the zones of a passage."""
        size = passage.size
        zones = Zones([False] * size, [False] * size, set())
        opened: list[tuple[int, int, str]] = []
        for first, last, kind in self._cues.find(passage.folded):
            if kind == "action":
                zones.verbs.add(first)
            else:
                opened.append((first, last, kind))
        for first, start, kind in opened:
            flags = zones.about if kind == _ABOUT else zones.prospect
            leads_in = passage.starts_sentence(first)
            for i in range(start, self._end(passage, start, zones.verbs, leads_in)):
                flags[i] = True
        return zones

    def _end(self, passage: Passage, start: int, verbs: set[int], leads_in: bool) -> int:
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
