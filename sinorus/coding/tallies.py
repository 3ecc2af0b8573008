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
    for first, last, slug, weight in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if last <= end and last - first < end - begin:
            continue  # words inside a longer cue mean what that cue means: a press conference is no conference
        if last > end:
            begin, end = first, last
        tally = tallies.get(slug)
        if tally is None:
            tally = tallies[slug] = Tally()
        tally.add(weight * factor(first, slug), " ".join(passage.folded[first:last]), first, last)
    return tallies
