"""A passage -> where the cues of the codebook stand in it, all tables found in one pass for all the rules that ask.

Context cues tell what governs what ("discuss", "ahead of"); topic and activity cues speak for a theme by a weight.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from sinorus.codebook.codebook import Codebook
from sinorus.coding.cues import CueIndex
from sinorus.coding.passage import Passage

# Shape: kind of cue -> the (first, last) tokens of each, half-open, in the order of the text.
Marks = dict[str, list[tuple[int, int]]]

# Words by which names are judged, which mark nothing.
_OF_NAMES = frozenset({"common-word", "named-thing", "no-name"})


class Hit(NamedTuple):
    """A cue of a theme in a passage. Units: token numbers, half-open."""

    first: int
    last: int
    slug: str
    weight: float


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues of a passage; `hits` are those of the topics and of the activities, in the order of the text."""

    marks: Marks = field(default_factory=lambda: defaultdict(list))
    topics: list[Hit] = field(default_factory=list)
    activities: list[Hit] = field(default_factory=list)


_Table = Literal["context", "topic", "activity"]


class CueFinder:
    """Finds the cues of one codebook."""

    def __init__(self, book: Codebook) -> None:
        context = ((cue, kind) for kind, cues in book.context_cues.items() if kind not in _OF_NAMES for cue in cues)
        rows: list[tuple[str, tuple[_Table, str, float]]] = [(cue, ("context", kind, 1.0)) for cue, kind in context]
        rows += [(c.cue, ("topic", c.slug, c.weight)) for c in book.topic_cues]
        rows += [(c.cue, ("activity", c.slug, c.weight)) for c in book.activity_cues]
        self._index = CueIndex(rows)

    def find(self, passage: Passage) -> Cues:
        """Find the cues of a passage."""
        cues = Cues()
        for first, last, (table, slug, weight) in self._index.find(passage.folded):
            if table == "context":
                cues.marks[slug].append((first, last))
            elif table == "topic":
                cues.topics.append(Hit(first, last, slug, weight))
            else:
                cues.activities.append(Hit(first, last, slug, weight))
        return cues


def tokens(marks: Marks, kind: str) -> set[int]:
    """Return the tokens that the cues of a kind cover."""
    return {i for first, last in marks[kind] for i in range(first, last)}
