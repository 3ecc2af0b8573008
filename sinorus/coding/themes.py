"""A passage -> its topics and activities, from the closed lists, each with the cue that gave it.

Every cue of the codebook adds its weight to its theme, less when it stands in a title, a name, or in what is still to
come; the states of those who take part add to the topic of their region. What passes the threshold is a theme, the
weightiest first, and no more than a handful.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sinorus.codebook.codebook import Codebook
from sinorus.coding.cues import CueIndex
from sinorus.coding.passage import Passage
from sinorus.coding.zones import Zones
from sinorus.model import Label


@dataclass(slots=True)
class Tally:
    """What speaks for one theme."""

    weight: float = 0.0
    best: float = 0.0
    first: int = -1
    last: int = -1
    cues: set[str] = field(default_factory=set)

    def add(self, weight: float, cue: str, first: int, last: int) -> None:
        """Add a cue; the same words again count little."""
        self.weight += weight if cue not in self.cues else weight * 0.2
        if weight > self.best:
            self.best, self.first, self.last = weight, first, last
        self.cues.add(cue)


def tally_cues(
    passage: Passage, index: CueIndex[tuple[str, float]], discount: Mapping[int, float]
) -> dict[str, Tally]:
    """Add up the cues of a passage by theme; `discount` weakens cues that begin at a token."""
    tallies: dict[str, Tally] = {}
    hits = sorted(index.find(passage.folded), key=lambda hit: (hit[0], hit[0] - hit[1]))
    covered: dict[str, int] = {}
    for first, last, (slug, weight) in hits:
        if covered.get(slug, -1) >= last:
            continue  # a longer cue of the same theme has counted these words
        covered[slug] = last
        cue = " ".join(passage.folded[first:last])
        tallies.setdefault(slug, Tally()).add(weight * discount.get(first, 1.0), cue, first, last)
    return tallies


def labels(passage: Passage, tallies: Mapping[str, Tally], threshold: float, most: int) -> tuple[Label, ...]:
    """Return the themes that pass the threshold, the weightiest first."""
    chosen = sorted((s for s, t in tallies.items() if t.weight >= threshold), key=lambda s: -tallies[s].weight)[:most]
    return tuple(_label(passage, slug, tallies[slug]) for slug in chosen)


def _label(passage: Passage, slug: str, tally: Tally) -> Label:
    if tally.first < 0:
        return Label(slug, ", ".join(sorted(tally.cues)))
    start, end = passage.span(tally.first, tally.last)
    return Label(slug, passage.text[start:end], start, end)


def cue_index(cues: Iterable[tuple[str, str, float]]) -> CueIndex[tuple[str, float]]:
    """Index (cue, slug, weight) rows."""
    return CueIndex((cue, (slug, weight)) for cue, slug, weight in cues)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the themes may look at besides the words: who takes part and where.

    `sides` are the states that act or are acted for, `lands` those where something happens; `titled` are the tokens of
    titles and of persons' names.
    """

    sides: frozenset[str]
    people: int
    lands: frozenset[str]
    titled: frozenset[int]
    zones: Zones


class ThemeCoder:
    """Codes themes by one codebook."""

    def __init__(self, book: Codebook) -> None:
        self._topics = cue_index((c.cue, c.slug, c.weight) for c in book.topic_cues)
        self._activities = cue_index((c.cue, c.slug, c.weight) for c in book.activity_cues)
        self._regions = {code: _topic_of(code, c.region) for code, c in book.countries.items()}

    def topics(self, passage: Passage, scene: Scene) -> tuple[Label, ...]:
        """Return the topics of a passage."""
        discount = {i: 0.3 for i in scene.titled}
        tallies = tally_cues(passage, self._topics, discount)
        for code in scene.sides:
            if (slug := self._regions.get(code)) is not None:
                tallies.setdefault(slug, Tally()).add(0.5, f"{code} takes part", -1, -1)
        for code in scene.lands - scene.sides:
            if (slug := self._regions.get(code)) is not None:
                tallies.setdefault(slug, Tally()).add(0.3, f"in {code}", -1, -1)
        chosen = labels(passage, tallies, 1.0, 4)
        if not chosen and len(scene.sides) == 2:
            return (Label("bilateral-ties", "two states take part"),)
        return chosen or labels(passage, tallies, 0.3, 1)

    def activities(self, passage: Passage, scene: Scene) -> tuple[Label, ...]:
        """Return the activities of a passage."""
        discount = {i: 0.2 for i in scene.titled}
        discount.update({i: 0.4 for i, flag in enumerate(scene.zones.prospect) if flag})
        tallies = tally_cues(passage, self._activities, discount)
        return labels(passage, tallies, 0.8, 4) or labels(passage, tallies, 0.1, 1)


def _topic_of(code: str, region: str) -> str | None:
    own = {"US": "us-relations", "JP": "japan", "IN": "india", "KP": "korea", "KR": "korea", "TW": "taiwan", "UA": "ukraine-war"}
    by_region = {
        "europe": "europe",
        "middle-east": "middle-east",
        "central-asia": "afghanistan-central-asia",
        "southeast-asia": "asia-pacific",
        "oceania": "asia-pacific",
    }
    return own.get(code) or by_region.get(region)
