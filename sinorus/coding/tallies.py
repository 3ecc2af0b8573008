"""Adding up what speaks for each theme of a passage, and choosing the themes that enough speaks for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sinorus.codebook.records import Cue
from sinorus.coding.cues import CueIndex
from sinorus.coding.passage import Passage
from sinorus.model import Label

_AGAIN = 0.2


@dataclass(slots=True)
class Tally:
    """What speaks for one theme: the weights of its cues, and the strongest of them with its span by token."""

    weight: float = 0.0
    best: float = 0.0
    first: int = -1
    last: int = -1
    cues: set[str] = field(default_factory=set)

    def add(self, weight: float, cue: str, first: int = -1, last: int = -1) -> None:
        """Add a cue; the same words again count little."""
        self.weight += weight if cue not in self.cues else weight * _AGAIN
        if weight > self.best:
            self.best, self.first, self.last = weight, first, last
        self.cues.add(cue)


Themes = CueIndex[tuple[str, float]]


def theme_index(cues: Iterable[Cue]) -> Themes:
    """Index the cues of a table."""
    return CueIndex((c.cue, (c.slug, c.weight)) for c in cues)


def tally_cues(passage: Passage, index: Themes, factor: Callable[[int, str], float]) -> dict[str, Tally]:
    """Add up the cues of a passage by theme; `factor` weakens a cue by its token and theme."""
    tallies: dict[str, Tally] = {}
    longest = (0, 0)
    for first, last, (slug, weight) in sorted(index.find(passage.folded), key=lambda hit: (hit[0], -hit[1])):
        if last <= longest[1] and last - first < longest[1] - longest[0]:
            continue  # words inside a longer cue mean what that cue means: a press conference is no conference
        if last > longest[1]:
            longest = (first, last)
        cue = " ".join(passage.folded[first:last])
        tallies.setdefault(slug, Tally()).add(weight * factor(first, slug), cue, first, last)
    return tallies


def chosen(passage: Passage, tallies: Mapping[str, Tally], threshold: float, most: int) -> tuple[Label, ...]:
    """Return the themes that pass the threshold, the weightiest first."""
    slugs = sorted((s for s, t in tallies.items() if t.weight >= threshold - 1e-9), key=lambda s: -tallies[s].weight)
    return tuple(_label(passage, slug, tallies[slug]) for slug in slugs[:most])


def _label(passage: Passage, slug: str, tally: Tally) -> Label:
    if tally.first < 0:
        return Label(slug, ", ".join(sorted(tally.cues)))
    start, end = passage.span(tally.first, tally.last)
    return Label(slug, passage.text[start:end], start, end)
