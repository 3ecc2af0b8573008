"""A paragraph that is passed over, line by line -> a narrative passage, with what makes one look at it again."""

import re

from sinorus.dates.prose import find_expressions
from sinorus.reading.citations import is_citation
from sinorus.reading.lines import Line
from sinorus.reading.passages import Narrative
from sinorus.reading.slips import is_nearly_dated

_EXCERPT = 80
# An entry is seldom longer, and its date stands no further in than a dateline's.
_SHORT = 240
_NEAR = 60
_DIGIT = re.compile(r"\d")


class Paragraph:
    """A paragraph of narrative that is still being read."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._length = len(line.text)

    def add(self, line: Line) -> None:
        """Add a further line."""
        self._length += 1 + len(line.text)

    def narrative(self) -> Narrative:
        """Return the paragraph as a passage."""
        words = " ".join(self._line.text[: 4 * _EXCERPT].split())
        may_be_entry = self._length <= _SHORT and self._line.kind != "heading" and _names_day(words)
        is_doubtful = may_be_entry and not is_citation(self._line.text)
        return Narrative(self._line.number, words[:_EXCERPT], is_doubtful)


def _names_day(words: str) -> bool:
    """Tell whether a day with its month stands near the beginning, with words behind it, or something near to one."""
    if _DIGIT.search(words) is None:
        return False
    if is_nearly_dated(words):
        return True
    for found in find_expressions(words[:_NEAR]):
        expression = found.expression
        if expression.kind == "day" and expression.has_month:
            return any(letter.isalpha() for letter in words[expression.end :])
    return False
