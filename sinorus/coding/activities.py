"""A passage and its scene -> what is done in it, each activity with the words that say so.

Verbs of doing outweigh what is talked about, planned, or long past. A readout ("Wang says that ...") behind a meeting
or a call is part of it and no statement of its own, unless somebody else speaks.
"""

from collections.abc import Mapping

from sinorus.codebook.codebook import Codebook
from sinorus.coding.english import ADVERBS, FUTURE
from sinorus.coding.marks import Hit
from sinorus.coding.passage import Passage
from sinorus.coding.scene import Scene
from sinorus.coding.signs import of_activities
from sinorus.coding.tallies import Tally, tally_cues
from sinorus.coding.weighing import Weighing
from sinorus.model import Label

_MOST = 4
_IN_TITLE = 0.2
_ABOUT = 0.3
_PROSPECT = 0.2
_READOUT = 0.3
_FIRST_WORDS = 0.9
_ASIDE = 0.4
_ASIDES = frozenset({"sidelines", "margins", "sideline", "fringes"})


class ActivityCoder:
    """Codes activities by one codebook."""

    def __init__(self, book: Codebook) -> None:
        self._weighing = Weighing(book.activity_signs)

    def code(self, passage: Passage, scene: Scene, tallies: Mapping[str, Tally]) -> tuple[Label, ...]:
        """Return the activities, the weightiest first."""
        return self._weighing.choose(passage, of_activities(scene, tallies), tallies, _MOST)

    def tallies(self, passage: Passage, scene: Scene, hits: list[Hit]) -> dict[str, Tally]:
        """Add up the cues of activities, but for what is not done."""
        about, prospect, folded = scene.zones.about, scene.zones.prospect, passage.folded
        undone = scene.zones.undone
        if True in undone:
            hits = [hit for hit in hits if not undone[hit.first]]

        def factor(i: int, slug: str) -> float:
            if i in scene.titled:
                return _IN_TITLE
            if prospect[i] or not FUTURE.isdisjoint(folded[max(i - 2, 0) : i]):
                return _PROSPECT
            if slug == "conference" and _is_aside(passage, i, len(scene.sides)):
                return _ASIDE
            if slug == "statement":
                return _speaking(passage, scene, i)
            return _ABOUT if about[i] and slug != "phone-call" else 1.0

        return tally_cues(passage, hits, factor)


def _speaking(passage: Passage, scene: Scene, i: int) -> float:
    """Weigh a word of saying: who has not spoken before makes a statement, later words are a readout."""
    if i in scene.voices or (i - 1 in scene.voices and passage.folded[i - 1] in ADVERBS):
        return 1.0
    return _READOUT if passage.words.sentence[i] > 0 else _FIRST_WORDS


def _is_aside(passage: Passage, i: int, sides: int) -> bool:
    """Tell whether a conference is only the margin of a meeting, or a "summit" only a meeting of two states."""
    if passage.folded[i].startswith("summit") and sides == 2:
        return True
    return not _ASIDES.isdisjoint(passage.folded[max(i - 7, 0) : i])
