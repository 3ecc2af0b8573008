"""A passage and its scene -> its topics, each with what gave it.

The cues of the codebook speak for topics by their weight, less inside titles and names of places; so do the states that
take part or are named, by their area, and what is done: two states that meet about nothing else deal with their ties.
A topic that is bound to a period has no cues outside it: the fighting of 1962 is not that of a later war.
"""

from collections.abc import Mapping

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.records import covers
from sinorus.coding.marks import Hit
from sinorus.coding.passage import Passage
from sinorus.coding.scene import Scene
from sinorus.coding.signs import Signs, TopicSigns
from sinorus.coding.tallies import Tally, tally_cues
from sinorus.coding.weighing import Weighing
from sinorus.model import Label

_MOST = 5
_IN_TITLE = 0.5
_VENUE = 0.4


class TopicCoder:
    """Codes topics by one codebook."""

    def __init__(self, book: Codebook) -> None:
        self._signs = TopicSigns(book)
        self._bound = [theme for theme in book.topics.values() if theme.since or theme.until]
        self._weighing = Weighing(book.topic_signs)

    def code(self, passage: Passage, scene: Scene, hits: list[Hit], doing: Mapping[str, Tally]) -> tuple[Label, ...]:
        """Return the topics, the weightiest first; `doing` are the tallies of the activities."""
        tallies = self.tallies(passage, scene, hits)
        return self._weighing.choose(passage, self.signs(passage, scene, tallies, doing), tallies, _MOST)

    def tallies(self, passage: Passage, scene: Scene, hits: list[Hit]) -> dict[str, Tally]:
        """Add up the cues of topics, those of the passage's day."""
        absent = {theme.slug for theme in self._bound if not covers(theme, passage.day)}
        if absent:
            hits = [hit for hit in hits if hit.slug not in absent]

        def factor(i: int, _slug: str) -> float:
            return _IN_TITLE if i in scene.titled else _VENUE if i in scene.venues else 1.0

        return tally_cues(passage, hits, factor)

    def signs(self, passage: Passage, scene: Scene, tallies: Mapping[str, Tally], doing: Mapping[str, Tally]) -> Signs:
        """Return all that speaks for topics."""
        return self._signs.read(scene, passage.day, tallies, doing)
