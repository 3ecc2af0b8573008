"""Lines with words divided at their ends -> lines with whole words: "co-" and "operation" become "cooperation".

A hyphen that belongs to the word stays: when the text has "working-level" elsewhere, or a capital follows ("Sino-"
"Russian").
"""

import re
from collections import Counter

_END = re.compile(r"([^\W\d_]{2,})[-‐\u00ad]$")
_BEGIN = re.compile(r"([^\W\d_]+(?:[-’'][^\W\d_]+)*)(\S*)\s*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def rejoin_words(lines: list[str]) -> list[str]:
    """Return the lines, as many as before, with the rest of a divided word moved up to its beginning."""
    known = Counter(word.lower() for line in lines for word in _WORD.findall(line))
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


def _keeps_hyphen(first: str, second: str, known: Counter[str]) -> bool:
    if second[0].isupper():
        return True
    whole, compound = (first + second).lower(), f"{first}-{second}".lower()
    return known[compound] > known[whole]
