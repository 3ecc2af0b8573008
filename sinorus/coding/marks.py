"""A passage -> where the context cues of the codebook stand in it, found once for all the rules that ask for them."""

from collections import defaultdict

from sinorus.codebook.codebook import Codebook
from sinorus.coding.cues import CueIndex
from sinorus.coding.passage import Passage

# Shape: kind of cue -> the (first, last) tokens of each, half-open, in the order of the text.
Marks = dict[str, list[tuple[int, int]]]

# Words by which names are judged, which mark nothing.
_OF_NAMES = frozenset({"common-word", "named-thing", "no-name"})


class MarkFinder:
    """Finds the context cues of one codebook."""

    def __init__(self, book: Codebook) -> None:
        kinds = {kind: cues for kind, cues in book.context_cues.items() if kind not in _OF_NAMES}
        self._cues = CueIndex((cue, kind) for kind, cues in kinds.items() for cue in cues)

    def find(self, passage: Passage) -> Marks:
        """Find the context cues of a passage; a kind without a cue gives an empty list."""
        marks: Marks = defaultdict(list)
        for first, last, kind in self._cues.find(passage.folded):
            marks[kind].append((first, last))
        return marks


def tokens(marks: Marks, kind: str) -> set[int]:
    """Return the tokens that the cues of a kind cover."""
    return {i for first, last in marks[kind] for i in range(first, last)}
