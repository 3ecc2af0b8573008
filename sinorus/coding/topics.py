"""A passage and its scene -> its topics, each with what gave it.

The cues of the codebook speak for topics by their weight, less inside titles. The states that take part speak for the
topic of their area, the more so the fewer they are; so do states that are named. Two states that deal with each other
without any other subject are about their ties.
"""

from sinorus.codebook.codebook import Codebook
from sinorus.coding.passage import Passage
from sinorus.coding.scene import Scene
from sinorus.coding.tallies import Tally, chosen, tally_cues, theme_index
from sinorus.model import Label

_THRESHOLD = 1.0
_MOST = 4
_IN_TITLE = 0.25
_VENUE = 0.4
_NAMED = 0.5
_TIES = "bilateral-ties"
_DEALINGS = frozenset({"meeting", "visit", "consultation", "phone-call", "message"})


class TopicCoder:
    """Codes topics by one codebook."""

    def __init__(self, book: Codebook) -> None:
        self._index = theme_index(book.topic_cues)
        self._areas = {
            code: found
            for code, country in book.countries.items()
            if (found := book.area_topics.get(code) or book.area_topics.get(country.region)) is not None
        }

    def code(self, passage: Passage, scene: Scene, activities: tuple[Label, ...]) -> tuple[Label, ...]:
        """Return the topics, the weightiest first."""

        def factor(i: int, _slug: str) -> float:
            return _IN_TITLE if i in scene.titled else _VENUE if i in scene.venues else 1.0

        tallies = tally_cues(passage, self._index, factor)
        subjects = {slug for slug, tally in tallies.items() if tally.weight >= _THRESHOLD and slug != _TIES}
        self._add_areas(tallies, scene)
        self._add_ties(tallies, scene, activities, bool(subjects))
        return chosen(passage, tallies, _THRESHOLD, _MOST) or chosen(passage, tallies, 0.3, 1)

    def _add_areas(self, tallies: dict[str, Tally], scene: Scene) -> None:
        parties = scene.sides | scene.named
        share = 1.0 if 2 <= len(parties) <= 3 else 0.6 if len(parties) < 2 else 0.4
        named: set[str] = set()
        for code in sorted(scene.sides):
            if code in self._areas:
                slug, weight = self._areas[code]
                tallies.setdefault(slug, Tally()).add(weight * share, f"{code} takes part")
        for code in sorted((scene.named | scene.lands) - scene.sides):
            if code in self._areas:
                slug, weight = self._areas[code]
                if slug not in named:
                    named.add(slug)
                    tallies.setdefault(slug, Tally()).add(weight * _NAMED, f"{code} is named")

    def _add_ties(self, tallies: dict[str, Tally], scene: Scene, activities: tuple[Label, ...], subjects: bool) -> None:
        dealing = any(a.slug in _DEALINGS for a in activities)
        if len(scene.sides) == 2 and scene.people and dealing:
            tallies.setdefault(_TIES, Tally()).add(0.3 if subjects else 1.0, "two states deal with each other")
