"""A person in a passage -> participant, or merely mentioned.

A person takes part by acting, attending or being addressed. Merely mentioned is who stands behind a cue of the context
table ("proposed by", "named after", "criticism of"), gives a name to something ("Xi Jinping Thought", "the Bush
administration"), owns a thing that is not an act of the event ("Zelenskyy’s peace formula"), or belongs to something
still to come ("in preparation for a summit of their presidents, A and B").
"""

from sinorus.codebook.codebook import Codebook
from sinorus.coding.cues import CueIndex
from sinorus.coding.figures import Figure
from sinorus.coding.passage import Passage
from sinorus.coding.zones import Zones
from sinorus.model import Part

_REACH = 6
_BETWEEN = frozenset({"the", "a", "then", "former", "late", "'s"})


class PartJudge:
    """Judges by the context cues of one codebook."""

    def __init__(self, book: Codebook) -> None:
        kinds = ("mentioned-before", "mentioned-after", "owned")
        self._cues = CueIndex((cue, kind) for kind in kinds for cue in book.context_cues.get(kind, ()))

    def judge(self, passage: Passage, zones: Zones, figures: list[Figure]) -> list[Part]:
        """Return the part of each person, in the same order."""
        before: set[int] = set()
        after: set[int] = set()
        owned: set[int] = set()
        for first, last, kind in self._cues.find(passage.folded):
            if kind == "mentioned-before":
                before.add(last)
            elif kind == "mentioned-after":
                after.add(first)
            else:
                owned.add(first)
        parts: list[Part] = []
        for figure in figures:
            passive = [self._is_mentioned(passage, zones, m, before, after, owned) for m in figure.mentions]
            parts.append("mentioned" if all(passive) else "participant")
        return parts

    def _is_mentioned(
        self,
        passage: Passage,
        zones: Zones,
        mention: tuple[int, int],
        before: set[int],
        after: set[int],
        owned: set[int],
    ) -> bool:
        first, last = mention
        if zones.prospect[first]:
            return True
        if last in after:
            return True
        if passage.word(last) == "'s":
            return self._owns_a_thing(passage, last + 1, owned)
        i = first
        while i > 0 and i > first - _REACH:
            if i in before:
                return True
            match = passage.match_before(i)
            titled = match is not None and match.sense("adjective", "country", "office")
            if not titled and passage.word(i - 1) not in _BETWEEN:
                break
            i = match.first if match is not None else i - 1
        return False

    def _owns_a_thing(self, passage: Passage, i: int, owned: set[int]) -> bool:
        """Tell whether what a person possesses is a plan, an era or the like, and no act of the event."""
        return any(j in owned for j in range(i, min(i + 4, passage.size)))
