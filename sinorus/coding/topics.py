"""A passage and its scene -> its topics, each with what gave it.

The cues of the codebook speak for topics by their weight, less inside titles. The states that take part speak for the
topic of their area, the more so the fewer they are; so do states that are named. Two states that deal with each other
without any other subject are about their ties.
"""

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.records import AreaTopic, covers
from sinorus.coding.passage import Passage
from sinorus.coding.scene import Scene
from sinorus.coding.tallies import Tally, chosen, tally_cues, theme_index
from sinorus.model import Label

_THRESHOLD = 1.0
_MOST = 4
_IN_TITLE = 0.5
_VENUE = 0.4
_NAMED = 0.5
_MINISTER = 3
_FEW = 3
_ONE_OF_MANY = 0.4
_ABOVE_STATES = frozenset({"EU", "UN"})
_TIES = "bilateral-ties"
_DEALINGS = frozenset({"meeting", "visit", "consultation", "phone-call", "message"})


class TopicCoder:
    """Codes topics by one codebook."""

    def __init__(self, book: Codebook) -> None:
        self._index = theme_index(book.topic_cues)
        self._areas = {
            code: found
            for code, country in book.countries.items()
            if (found := book.area_topics.get(code) or book.area_topics.get(country.region))
        }

    def code(self, passage: Passage, scene: Scene, activities: tuple[Label, ...]) -> tuple[Label, ...]:
        """Return the topics, the weightiest first."""

        def factor(i: int, _slug: str) -> float:
            return _IN_TITLE if i in scene.titled else _VENUE if i in scene.venues else 1.0

        tallies = tally_cues(passage, self._index, factor)
        subjects = {slug for slug, tally in tallies.items() if tally.weight >= _THRESHOLD and slug != _TIES}
        self._add_areas(passage.day, tallies, scene)
        self._add_ties(passage.day, tallies, scene, activities, bool(subjects))
        return chosen(passage, tallies, _THRESHOLD, _MOST) or chosen(passage, tallies, 0.3, 1)

    def _area(self, code: str, day: str) -> AreaTopic | None:
        return next((area for area in self._areas.get(code, ()) if covers(area, day)), None)

    def _add_areas(self, day: str, tallies: dict[str, Tally], scene: Scene) -> None:
        share = 1.0 if len(scene.sides | scene.named) <= _FEW else _ONE_OF_MANY
        for code in sorted(scene.sides):
            if area := self._area(code, day):
                tallies.setdefault(area.topic, Tally()).add(area.weight * share, f"{code} takes part")
        named: set[str] = set()
        for code in sorted((scene.named | scene.lands) - scene.sides):
            area = self._area(code, day)
            if area is not None and area.topic not in named:
                named.add(area.topic)
                share = 1.0 if code in scene.discussed else _NAMED
                tallies.setdefault(area.topic, Tally()).add(area.weight * share, f"{code} is named")

    def _add_ties(
        self, day: str, tallies: dict[str, Tally], scene: Scene, activities: tuple[Label, ...], subjects: bool
    ) -> None:
        """Add what speaks for ties: two states deal with each other, about nothing else or on a high level."""
        states = scene.sides - _ABOVE_STATES
        if len(states) != 2 or not scene.people or not any(a.slug in _DEALINGS for a in activities):
            return
        plain = not any(self._area(code, day) for code in states)
        sure = not subjects or (plain and scene.rank <= _MINISTER)
        tallies.setdefault(_TIES, Tally()).add(1.0 if sure else 0.3, "two states deal with each other")
