"""Dates that a text names in so many words: "(November 24, 2014-March 24, 2015)", "on Jan. 15", "in November 2022".

`find_expressions` gives them as they are written; which year a bare "Jan. 15" means is the business of the caller.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sinorus.dates.expressions import Expression
from sinorus.dates.grammar import read_expressions
from sinorus.dates.tokens import Tokens, read_tokens

# Where a date can begin: a month, a season, a year, a numeric date, and the small words that may stand before them.
MONTHS = tuple(
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
)
_MONTHS = "|".join(MONTHS)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_BEGIN = re.compile(
    r"(?<![\w.,/$€£#-])(?:"
    r"(?:[Ee]arly|[Ll]ate|[Mm]id|[Cc]irca|[Aa]bout|[Ss]ince|[Bb]etween|[Ff]rom)[ -](?=[\dA-ZÀ-Þtms])"
    rf"|(?:{_MONTHS})(?=[a-z.\s\d]|[A-Z]{{3,6}}\b|$)"
    rf"|{_DAY}(?:\s?(?:[-–/,&]|and|to)\s?{_DAY}){{0,4}}\s(?:of\s)?(?={_MONTHS})"
    r"|(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s(?:of\s)?(?=[12]\d{3})|Q[1-4]\s|H[12]\s"
    r"|(?:first|second|third|fourth|last)\s(?=quarter|half|week)"
    r"|[12]\d{3}(?!\d|,\d{3})|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    r")"
)


class Found(NamedTuple):
    """A date expression in a text. Units: `start` and `end` are character offsets, half-open."""

    expression: Expression
    start: int
    end: int


def find_expressions(text: str) -> Iterator[Found]:
    """Yield the date expressions of a text, from left to right, not overlapping, each in its longest reading."""
    position = 0
    while True:
        begin = _BEGIN.search(text, position)
        if begin is None:
            return
        tokens = read_tokens(text, begin.start())
        expression = _likeliest(text, tokens)
        if expression is None:
            position = begin.end()
            continue
        yield Found(expression, tokens.starts[0], expression.end)
        position = max(expression.end, begin.end())


def _likeliest(text: str, tokens: Tokens) -> Expression | None:
    """Return the longest reading; "2011-12" in a sentence are two years rather than a month."""
    readings = (reading for reading in read_expressions(tokens) if _is_date(reading, text))
    if tokens.shape[:1] != "I":
        return next(readings, None)
    known = list(readings)
    years = (r for r in known if r.first.until is not None and r.first.until.year > r.first.year)
    return next(years, known[0] if known else None)


def _is_date(expression: Expression, text: str) -> bool:
    """Tell whether a reading can be a date in a sentence: a bare day is none, and what follows must not hang on it."""
    if expression.kind == "day" and not expression.has_month:
        return False
    if expression.first.misspelt or text[expression.end : expression.end + 1].isalnum():
        return False
    following = text[expression.end : expression.end + 2]
    return not (following[:1] in "-‐‑" and following[1:].isalpha() and expression.kind != "year")
