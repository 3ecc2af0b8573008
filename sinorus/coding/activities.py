"""A passage and its scene -> what is done in it, each activity with the words that say so.

Verbs of doing outweigh what is talked about, planned, or long past. A readout ("Wang says that ...") behind a meeting
or a call is part of it and no statement of its own, unless somebody else speaks.
"""

from sinorus.codebook.codebook import Codebook
from sinorus.coding.english import ADVERBS
from sinorus.coding.passage import Passage
from sinorus.coding.scene import Scene
from sinorus.coding.tallies import chosen, tally_cues, theme_index
from sinorus.model import Label

_THRESHOLD = 0.8
_MOST = 4
_IN_TITLE = 0.2
_ABOUT = 0.3
_PROSPECT = 0.4
_READOUT = 0.3
_BESIDE_TALKS = 0.6
_ASIDE = 0.4
_FUTURE = frozenset({"will", "would", "should", "could"})
_ASIDES = frozenset({"sidelines", "margins", "sideline", "fringes"})
_SAID = frozenset({"statement"})
_TALKS = ("meeting", "phone-call", "message", "speech", "consultation")


class ActivityCoder:
    """Codes activities by one codebook."""

    def __init__(self, book: Codebook) -> None:
        self._index = theme_index(book.activity_cues)

    def code(self, passage: Passage, scene: Scene) -> tuple[Label, ...]:
        """Return the activities, the weightiest first."""
        zones, sentence = scene.zones, passage.words.sentence

        def factor(i: int, slug: str) -> float:
            if i in scene.titled:
                return _IN_TITLE
            if zones.prospect[i] or not _FUTURE.isdisjoint(passage.folded[max(i - 2, 0) : i]):
                return _PROSPECT
            if slug == "conference" and _is_aside(passage, i, len(scene.sides)):
                return _ASIDE
            if slug in _SAID:
                speaks = i in scene.voices or (i - 1 in scene.voices and passage.folded[i - 1] in ADVERBS)
                return 1.0 if speaks else (_READOUT if sentence[i] > 0 else 0.9)
            return _ABOUT if zones.about[i] and slug != "phone-call" else 1.0

        tallies = tally_cues(passage, self._index, factor)
        said = tallies.get("statement")
        talked = any(t in tallies and tallies[t].weight >= _THRESHOLD for t in _TALKS)
        if said is not None and said.first not in scene.voices and talked:
            said.weight *= _BESIDE_TALKS
        return chosen(passage, tallies, _THRESHOLD, _MOST) or chosen(passage, tallies, 0.1, 1)


def _is_aside(passage: Passage, i: int, sides: int) -> bool:
    """Tell whether a conference is only the margin of a meeting, or a "summit" only a meeting of two states."""
    if passage.folded[i].startswith("summit") and sides == 2:
        return True
    return not _ASIDES.isdisjoint(passage.folded[max(i - 7, 0) : i])
