"""Datelines: the town that a text opens with, and perhaps a date: "Oslo: ...", "PARIS, May 5 -- ...", "(Bern)"."""

from collections.abc import Iterator

from sinorus.codebook.lexicon import Match
from sinorus.coding.english import MONTHS
from sinorus.coding.passage import Passage

_DASHES = frozenset("-‐‑–—")
_LONGEST_DATE = 8


def opens_as_dateline(passage: Passage, match: Match) -> bool:
    """Tell whether a name is the town of a dateline; a state in front of a colon may as well be who speaks."""
    bracket = passage.word(0) == "("
    if match.first != bracket or match.sense("place") is None or match.sense("country") is not None:
        return False
    i = match.last
    if passage.word(i) == "," and (land := passage.match_at(i + 1)) is not None and land.sense("place", "country"):
        i = land.last
    if passage.word(i) in ("(", ","):
        i += sum(1 for _ in _date(passage, i))
    if bracket and passage.word(i) == ")":
        return passage.word(i + 1) == ":" or passage.word(i + 1) in _DASHES or passage.is_capital(i + 1)
    if passage.word(i) == ":":
        return passage.words.capital[i + 1 : i + 2] == [True]
    behind = i
    while passage.word(behind) in _DASHES:
        behind += 1
    # "Vienna - Prague trains" run between the two.
    following = passage.match_at(behind)
    return behind > i and passage.words.capital[behind : behind + 1] == [True] and not _is_town(following)


def _date(passage: Passage, i: int) -> Iterator[str]:
    """Yield the words and marks of a date from a token on."""
    for word in passage.folded[i : i + _LONGEST_DATE]:
        if not (word in MONTHS or word.rstrip(".") in MONTHS or word.isdigit() or word in ("(", ")", ",")):
            return
        yield word


def _is_town(match: Match | None) -> bool:
    return match is not None and match.sense("place") is not None and match.sense("person", "short") is None
