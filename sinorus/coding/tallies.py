"""The cues of a passage, added up by theme: how much its words speak for each topic or activity."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sinorus.coding.marks import Hit
from sinorus.coding.passage import Passage

_AGAIN = 0.2


@dataclass(slots=True)
class Tally:
    """What speaks for one theme: the weights of its cues, and the strongest of them with its span by token."""

    weight: float = 0.0
    best: float = 0.0
    first: int = -1
    last: int = -1
    cues: set[str] = field(default_factory=set)

    def add(self, weight: float, cue: str, first: int, last: int) -> None:
        """Add a cue; the same words again count little."""
        self.weight += weight if cue not in self.cues else weight * _AGAIN
        if weight > self.best:
            self.best, self.first, self.last = weight, first, last
        self.cues.add(cue)


def tally_cues(passage: Passage, hits: Iterable[Hit], factor: Callable[[int, str], float]) -> dict[str, Tally]:
    """Add up the cues of a passage by theme; `factor` weakens a cue by its token and theme."""
    tallies: dict[str, Tally] = {}
    begin, end = 0, 0
    longest: dict[str, float] = {}  # what the longest cue around says, by theme
    for first, last, slug, weight in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if last <= end and last - first < end - begin and _means_the_same(slug, weight, longest):
            continue
        if last > end:
            begin, end = first, last
            longest = {}
        if (first, last) == (begin, end):
            longest[slug] = weight
        tally = tallies.get(slug)
        if tally is None:
            tally = tallies[slug] = Tally()
        tally.add(weight * factor(first, slug), " ".join(passage.folded[first:last]), first, last)
    return tallies


def _means_the_same(slug: str, weight: float, longest: dict[str, float]) -> bool:
    """Tell whether words inside a longer cue mean what that cue means: a press conference is no conference.

    They do unless they say more of another theme: in "confer in", which hints at consultations, two presidents confer.
    """
    return slug in longest or 0.0 in longest.values() or weight <= max(longest.values(), default=0.0)
