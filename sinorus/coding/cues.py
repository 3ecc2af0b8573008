"""Cues: words or phrases with open endings ("consult* with"), found in a passage by walking a tree of their words.

A cue is one or more words; a word that ends in * stands for every word that begins so, and ... for one to four words
of any kind ("takes ... to"). Cues are compared in folded form, so case, accents and hyphens do not matter.
"""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from sinorus.words import Words

T = TypeVar("T")
_REMEMBERED_WORDS = 100_000
_GAP = "..."
_LONGEST_GAP = 4
_MARKS = frozenset({"+", "&", "/", "'s"})


class _Node(Generic[T]):
    """The cues that begin alike, up to here.

    Shape: `values` are those that end here; the longer ones go on by the next word in `words`, by how it begins in
    `stems` (whose `lengths` are sorted), or over a `gap`.
    """

    __slots__ = ("gap", "lengths", "stems", "values", "words")

    def __init__(self) -> None:
        self.values: list[T] = []
        self.words: dict[str, _Node[T]] = {}
        self.stems: dict[str, _Node[T]] = {}
        self.lengths: tuple[int, ...] = ()
        self.gap: _Node[T] | None = None

    def child(self, word: str) -> "_Node[T]":
        """Return the node behind a word of a cue, made when there is none."""
        if word == _GAP:
            self.gap = self.gap or _Node()
            return self.gap
        if not word.endswith("*"):
            return self.words.setdefault(word, _Node())
        self.lengths = tuple(sorted({*self.lengths, len(word) - 1}))
        return self.stems.setdefault(word[:-1], _Node())

    def behind(self, word: str) -> "list[_Node[T]]":
        """Return the nodes that a word of a text leads to, gaps aside."""
        found = [self.words.get(word), *(self.stems.get(word[:length]) for length in self.lengths)]
        return list(dict.fromkeys(filter(None, found)))


class CueIndex(Generic[T]):
    """Cues with what each of them stands for."""

    def __init__(self, cues: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        for cue, value in cues:
            node = self._root
            for word in _pattern(cue):
                node = node.child(word)
            if node is not self._root:
                node.values.append(value)
        self._memory: dict[str, list[_Node[T]]] = {}

    def find(self, folded: Sequence[str]) -> list[tuple[int, int, T]]:
        """Find every cue.

        Shape: (first, last, value) by token, half-open, in the order of the first word; cues may overlap.
        """
        memory, size = self._memory, len(folded)
        found: list[tuple[int, int, T]] = []
        for i, word in enumerate(folded):
            for node in memory[word] if word in memory else self._begun_by(word):
                here, j = node, i + 1
                while True:  # nearly all cues go on by plain words
                    if here.values:
                        found.extend([(i, j, value) for value in here.values])
                    if here.stems or here.gap is not None:
                        _branch(here, folded, i, j, found, set())
                    if j == size or (following := here.words.get(folded[j])) is None:
                        break
                    here, j = following, j + 1
        return found

    def _begun_by(self, word: str) -> list[_Node[T]]:
        begun = self._root.behind(word)
        if len(self._memory) < _REMEMBERED_WORDS:
            self._memory[word] = begun
        return begun


def _branch(
    node: _Node[T], folded: Sequence[str], i: int, j: int, found: list[tuple[int, int, T]], ended: set[_Node[T]]
) -> None:
    """Add the cues that begin at word `i` and go on from `j` by an open ending or over a gap."""
    size = len(folded)
    if j < size:
        for length in node.lengths:
            if (following := node.stems.get(folded[j][:length])) is not None:
                _follow(following, folded, i, j + 1, found, ended)
    if node.gap is not None:
        for landing in range(j + 1, min(j + 1 + _LONGEST_GAP, size)):
            for following in node.gap.behind(folded[landing]):
                _follow(following, folded, i, landing + 1, found, ended)


def _follow(
    node: _Node[T], folded: Sequence[str], i: int, j: int, found: list[tuple[int, int, T]], ended: set[_Node[T]]
) -> None:
    """Add the cues that begin at word `i` and lead to a node by word `j`; over a gap each ends where it first can."""
    if node.values and node not in ended:
        ended.add(node)
        found.extend([(i, j, value) for value in node.values])
    if j < len(folded) and (following := node.words.get(folded[j])) is not None:
        _follow(following, folded, i, j + 1, found, ended)
    _branch(node, folded, i, j, found, ended)


def _pattern(cue: str) -> list[str]:
    words: list[str] = []
    for part in cue.split():
        if part == _GAP:
            words.append(_GAP)
            continue
        stem = part.rstrip("*")
        if stem.isascii() and stem.isalpha() and stem.islower():  # nearly all of them; folding would change nothing
            words.append(stem + "*" if part != stem else stem)
            continue
        pieces = [w for w in Words(stem).folded if w[:1].isalnum() or w in _MARKS]
        if part.endswith("*") and pieces:
            pieces[-1] += "*"
        words.extend(pieces)
    return words
