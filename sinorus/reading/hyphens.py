"""Lines with words divided at their ends -> lines with whole words: "co-" and "operation" become "cooperation".

A hyphen that belongs to the word stays: when the text has "working-level" elsewhere, or both "working" and "level" and
no "workinglevel", or when a capital follows ("Sino-" "Russian").
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import islice

from sinorus.reading.lines import Line

_SURVEYED = 3000
_END = re.compile(r"([^\W\d_]{2,})[-‐\u00ad]$")
_BEGIN = re.compile(r"([^\W\d_]+(?:[-’'][^\W\d_]+)*)(\S*)\s*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What stands behind a hyphen in compounds that a short text may have only once.
_TAILS = frozenset(
    "level based wide term scale general elect backed owned made related sponsored style oriented party week".split()
)


class Words:
    """The words of a document's first few thousand lines, counted when they are first asked for."""

    def __init__(self, lines: Callable[[], Iterator[Line]]) -> None:
        self._lines = lines

    @cached_property
    def known(self) -> Counter[str]:
        """Return how often each word comes, in small letters; a compound counts as a word of its own as well."""
        return _count(line.text for line in islice(self._lines(), _SURVEYED))


def join_lines(lines: list[str], words: Words) -> str:
    """Return the lines of a paragraph as one text, with the words whole that a line's end divides."""
    pieces = [lines[0]]
    for line in lines[1:]:
        end = _END.search(pieces[-1][-40:])
        begin = _BEGIN.match(line) if end is not None else None
        if end is None or begin is None:
            pieces.append(" ")
        elif not _keeps_hyphen(end[1], begin[1], words.known):
            pieces[-1] = pieces[-1][:-1]
        pieces.append(line)
    return "".join(pieces)


def rejoin_words(lines: list[str]) -> list[str]:
    """Return the lines, as many as before, with the rest of a divided word moved up to its beginning."""
    known = _count(lines)
    joined = list(lines)
    for number in range(len(joined) - 1):
        line = joined[number]
        end = _END.search(line)
        below = _next_filled(joined, number)
        begin = _BEGIN.match(joined[below]) if end is not None and below is not None else None
        if end is None or begin is None or below is None:
            continue
        hyphen = "-" if _keeps_hyphen(end[1], begin[1], known) else ""
        joined[number] = f"{line[: end.end(1)]}{hyphen}{begin[1]}{begin[2]}"
        joined[below] = joined[below][begin.end() :]
    return joined


def _next_filled(lines: list[str], number: int) -> int | None:
    """Return the line below, past one blank line that a page's end may have left."""
    for below in range(number + 1, min(number + 3, len(lines))):
        if lines[below].strip():
            return below
    return None


def _count(lines: Iterable[str]) -> Counter[str]:
    """Count words; the two pieces of a divided one are none."""
    known: Counter[str] = Counter()
    divided = False
    for line in lines:
        words = _WORD.findall(line.lower())
        whole = words[divided:]
        divided = _END.search(line[-40:]) is not None
        for word in whole[: len(whole) - divided]:
            known[word] += 1
            if "-" in word:
                known.update(word.split("-"))
    return known


def _keeps_hyphen(first: str, second: str, known: Counter[str]) -> bool:
    """Tell whether a hyphen is the word's own: by the compound, or by its parts where the document has no whole."""
    if second[0].isupper():
        return True
    whole, compound = (first + second).lower(), f"{first}-{second}".lower()
    if known[compound] or known[whole]:
        return known[compound] > known[whole]
    return second.lower() in _TAILS or bool(known[first.lower()] and known[second.lower()])
