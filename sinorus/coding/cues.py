"""Cues: words or phrases with open endings ("consult* with"), found in a passage by their first two words.

A cue is one or more words; a word that ends in * stands for every word that begins so, and ... for one to four words
of any kind ("takes ... to"). Cues are compared in folded form, so case, accents and hyphens do not matter.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from sinorus.words import Words

T = TypeVar("T")
_REMEMBERED_WORDS = 100_000
_GAP = "..."
_LONGEST_GAP = 4
_STEM = 3
_MARKS = frozenset({"+", "&", "/", "'s"})
Pattern = tuple[str, ...]


class _Begun(NamedTuple, Generic[T]):
    """The cues that a first word can begin: those that end with it, and the longer ones by what follows.

    Shape: `pairs` are the cues of two words, by the second; `by_second` longer ones, likewise; `by_stem` by the first
    letters of a second word with an open ending; `by_landing` by the word behind a gap; `rest` are the few others.
    """

    alone: tuple[T, ...]
    pairs: dict[str, list[T]]
    by_second: dict[str, list[tuple[Pattern, T]]]
    by_stem: dict[str, list[tuple[Pattern, T]]]
    by_landing: dict[str, list[tuple[Pattern, T]]]
    rest: list[tuple[Pattern, T]]


class CueIndex(Generic[T]):
    """Cues with what each of them stands for."""

    def __init__(self, cues: Iterable[tuple[str, T]]) -> None:
        self._exact: dict[str, list[tuple[Pattern, T]]] = {}
        self._open: dict[str, list[tuple[Pattern, T]]] = {}
        for cue, value in cues:
            pattern = _pattern(cue)
            if pattern:
                head = pattern[0]
                table, head = (self._open, head[:-1]) if head.endswith("*") else (self._exact, head)
                table.setdefault(head, []).append((pattern, value))
        self._shortest = min(map(len, self._open), default=0)
        self._longest = max(map(len, self._open), default=0)
        self._memory: dict[str, _Begun[T] | None] = {}

    def find(self, folded: Sequence[str]) -> list[tuple[int, int, T]]:
        """Find every cue.

        Shape: (first, last, value) by token, half-open, in the order of the first word; cues may overlap.
        """
        memory, found = self._memory, list[tuple[int, int, T]]()
        for i, (word, second) in enumerate(pairwise((*folded, ""))):
            begun = memory[word] if word in memory else self._begun_by(word)
            if begun is None:
                continue
            if begun.alone:
                found.extend([(i, i + 1, value) for value in begun.alone])
            if second in begun.pairs:
                found.extend([(i, i + 2, value) for value in begun.pairs[second]])
            for candidates in (begun.by_second.get(second), begun.by_stem.get(second[:_STEM]), begun.rest):
                for pattern, value in candidates or ():
                    last = _end(pattern, 1, folded, i + 1)
                    if last:
                        found.append((i, last, value))
            if begun.by_landing and not begun.by_landing.keys().isdisjoint(folded[i + 2 : i + 2 + _LONGEST_GAP]):
                found.extend(_landing(begun, folded, i))
        return found

    def _begun_by(self, word: str) -> _Begun[T] | None:
        found = list(self._exact.get(word, ()))
        for length in range(max(self._shortest, 1), min(len(word), self._longest) + 1):
            found.extend(self._open.get(word[:length], ()))
        begun = _sorted(found) if found else None
        if len(self._memory) < _REMEMBERED_WORDS:
            self._memory[word] = begun
        return begun


def _landing(begun: _Begun[T], folded: Sequence[str], i: int) -> Iterator[tuple[int, int, T]]:
    """Yield the cues that begin at word `i` and go on behind a gap, each up to where it first ends."""
    landed: set[tuple[Pattern, T]] = set()
    for j in range(i + 2, min(i + 2 + _LONGEST_GAP, len(folded))):
        for row in begun.by_landing.get(folded[j], ()):
            last = _end(row[0], 3, folded, j + 1)
            if last and row not in landed:
                landed.add(row)
                yield i, last, row[1]


def _sorted(found: Iterable[tuple[Pattern, T]]) -> _Begun[T]:
    begun: _Begun[T] = _Begun(tuple(v for p, v in found if len(p) == 1), {}, {}, {}, {}, [])
    for pattern, value in found:
        second, third = (*pattern, "", "")[1:3]
        row = (pattern, value)
        if second == _GAP and third and not third.endswith("*"):
            begun.by_landing.setdefault(third, []).append(row)
        elif second == _GAP or (second.endswith("*") and len(second) <= _STEM):
            begun.rest.append(row)
        elif second.endswith("*"):
            begun.by_stem.setdefault(second[:_STEM], []).append(row)
        elif second and not third:
            begun.pairs.setdefault(second, []).append(value)
        elif second:
            begun.by_second.setdefault(second, []).append(row)
    return begun


def _pattern(cue: str) -> Pattern:
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
    return tuple(words)


def _end(pattern: Pattern, at: int, folded: Sequence[str], i: int) -> int:
    """Return where the rest of a pattern ends that is compared from word `i` on; 0 when it does not fit."""
    while at < len(pattern):
        wanted = pattern[at]
        if wanted == _GAP:
            ends = (_end(pattern, at + 1, folded, i + skip) for skip in range(1, _LONGEST_GAP + 1))
            return next(filter(None, ends), 0)
        if i >= len(folded) or not (wanted == folded[i] or (wanted[-1] == "*" and folded[i].startswith(wanted[:-1]))):
            return 0
        at, i = at + 1, i + 1
    return i
