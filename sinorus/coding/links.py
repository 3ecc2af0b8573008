"""Links: which title of a passage goes with which name, as far as it is known, and where both stand."""

from collections import defaultdict
from collections.abc import Sequence

from sinorus.codebook.codebook import Codebook
from sinorus.coding.figures import Figure
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage


class Links:
    """The titles and the figures of a passage, by where they begin and end, and what links them.

    Shape: `bearers` are the figures of a title; `previous` and `following` the neighbours of a figure in its list, the
    former by where the figure begins. `named_at` and `named_before` lose what proves to be no name.
    """

    def __init__(self, passage: Passage, book: Codebook, titles: Sequence[Title], figures: list[Figure]) -> None:
        self.passage, self.book = passage, book
        self.titles = titles
        self.figures = figures
        self.by_first = {t.first: t for t in titles}
        self.by_last = {t.last: t for t in titles}
        self.named_at = {f.first: f for f in figures}
        self.named_before = {f.last: f for f in figures}
        self.bearers: defaultdict[Title, list[Figure]] = defaultdict(list)
        self.previous: dict[int, Figure] = {}
        self.following: dict[Figure, Figure] = {}

    def give(self, figure: Figure, title: Title, front: bool = False) -> None:
        """Let a figure bear a title, in front of or behind the others."""
        self.bearers[title].append(figure)
        figure.titles.insert(0 if front else len(figure.titles), title)
