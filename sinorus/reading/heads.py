"""One line -> its head: the date that it begins with, and what tells that date from a mere number or word.

    - **Jan. 5, 2024** (Tue) [3] – Talks open in the annex.
    marks   date       tail       separator, then the entry's text

Prose that begins with a date has no head: "In 2019, talks stalled", "The 1994 framework", "12 inspectors left".
"""

import re
from dataclasses import dataclass

from sinorus.dates.expressions import Expression
from sinorus.dates.grammar import read_expressions
from sinorus.dates.tokens import SPACE, read_tokens
from sinorus.reading.datelines import find_place, mark_behind
from sinorus.reading.separators import TAG, Strength, end_of_tail, separate, separate_time
from sinorus.reading.times import LEADING_TIME, TIME_OR_WORD

_COMMANDS = r"\\(?:item|textbf|textit|emph|event|(?:sub)*section|paragraph)\*?\s?[\[{]?"
_MARKS = re.compile(
    rf"(?:{_COMMANDS}|\[/?[biu xX]\]|&(?:bull|nbsp|ndash|mdash);|{TAG}|<(?=\d)|'{{2,}}|{SPACE}"
    r"|[-–—*•·▪▫◦‣⁃►▶●○■□+>#|=_\"“(\[`;:!@])*+"
)
_BULLET = re.compile(r"[-–—*•·▪▫◦‣⁃►▶●○■□+#|]|<li|\\item|&bull;|&.dash;")
_NUMBERING = re.compile(r"\(?\d{1,3}[.)\]]\s+|\d{1,3}\s*\|\s*|[a-z]\)\s+")
_LABEL = re.compile(r"(?:date|when)['\"]?\s*[:=]\s*['\"]?|DTSTART[^:]{0,30}:", re.IGNORECASE)
# A weekday that may be misspelt, and a date in another calendar, in front of the date that counts.
_WEEKDAY = re.compile(r"[A-Z][a-z]{2,7}day\.?,?\s+")
_ARTICLE = re.compile(r"(?:le|du|el|il|am|den|vom|em)\s+(?=\d)", re.IGNORECASE)
_OTHER_CALENDAR = re.compile(r"\d{1,2}\s[^\W\d][^\d()\[\]/=:]{2,25}\s\d{1,4}(?:\s?A\.?H\.?)?\s*[(/=\[]\s*")


@dataclass(slots=True)
class Head:
    """The date at the head of a line.

    `expression` is None when the line begins with a time of day only; `stopped` tells that a full stop is all that
    sets the date off, `in_sentence` that it belongs to the sentence ("On May 5, 2024, both sides").
    `dateline` is the place that stands before the date, with the mark that stands behind it, as an entry's text
    begins with it: "BERLIN - " of "BERLIN (April 2, 2014) - Talks open".
    Units: `start` and `end` bound the date as printed, `text` is where the entry's own words begin; offsets into
    the line.
    """

    expression: Expression | None
    start: int
    end: int
    text: int
    strength: Strength
    bullet: bool
    stopped: bool = False
    in_sentence: bool = False
    dateline: str = ""

    @property
    def is_firm(self) -> bool:
        """Tell whether a mark that no sentence has there sets the date off: not a full stop, a comma or a capital."""
        return self.strength == "strong" and not self.stopped

    @property
    def is_day(self) -> bool:
        """Tell whether the head names a day with its month."""
        return self.expression is not None and self.expression.kind == "day" and self.expression.has_month


def find_head(line: str, *, in_sentence: bool = False) -> Head | None:
    """Return the head of a line, or None when it is prose.

    `in_sentence` takes "On May 5, 2024, both sides" for a head, which else only a list item can be.
    """
    start = _past_marks(line, 0)
    bullet = start > 0 and _BULLET.search(line, 0, start) is not None
    head = _find_date(line, start, bullet)
    if head is not None and head.in_sentence and not (bullet or in_sentence):
        return None
    expression = head.expression if head is not None else None
    if expression is not None and (expression.has_month or expression.kind != "day"):
        return head
    past = _find_past_prefix(line, start, bullet) or _find_past_place(line, start, bullet)
    if past is not None:
        return past
    # "10:30: coffee" has a time at its head, "6: Sirens sound" a day.
    time = _find_time(line, start, bullet)
    return time if head is None or (time is not None and time.end - time.start > 2) else head


def _past_marks(line: str, start: int) -> int:
    """Return where the words begin, past blanks, bullets, emphasis, tags and opening brackets."""
    marks = _MARKS.match(line, start)
    return marks.end() if marks is not None else start


def _find_date(line: str, start: int, bullet: bool) -> Head | None:
    tokens = read_tokens(line, start)
    if not tokens.shape:
        return None
    begin = tokens.starts[0]
    opened = begin > 0 and line[begin - 1] in "(["
    for expression in read_expressions(tokens):
        end = end_of_tail(line, expression.end)
        found = separate(line, end, expression, bullet=bullet, opened=opened, opener=tokens.shape[0])
        if found is not None:
            return Head(expression, begin, end, found.text, found.strength, bullet, found.stopped, found.in_sentence)
    return None


def _find_past_prefix(line: str, start: int, bullet: bool) -> Head | None:
    """Return the head after a list number, a time, a "date:" label, a misspelt weekday, a foreign article
    or another calendar's date."""
    for pattern in (_NUMBERING, LEADING_TIME, _LABEL, _WEEKDAY, _ARTICLE, _OTHER_CALENDAR):
        prefix = pattern.match(line, start) or pattern.match(line, max(start - 1, 0))
        if prefix is None or (
            pattern is _LABEL and start == 0 and prefix.group()[-1] == " " and "=" not in prefix.group()
        ):
            continue
        head = _find_date(line, _past_marks(line, prefix.end()), bullet)
        if head is not None and head.is_day:
            return head
    return None


def _find_past_place(line: str, start: int, bullet: bool) -> Head | None:
    """Return the head after a place, if a colon or a dash sets the day off from words."""
    place = find_place(line, start)
    head = _find_date(line, place.end, bullet) if place is not None else None
    if place is None or head is None or not (head.is_day and head.is_firm):
        return None
    mark = mark_behind(line, head.end)
    head.dateline = place.name + mark
    return head if mark else None


def _find_time(line: str, start: int, bullet: bool) -> Head | None:
    """Return the head of a line that begins with a time of day, which belongs to the day that stands above it."""
    time = TIME_OR_WORD.match(line, start)
    if time is None:
        return None
    end = time.end() + (line[time.end() : time.end() + 1] in {")", "]"})
    found = separate_time(line, end, figures=time.group()[0].isdigit())
    return None if found is None else Head(None, start, time.end(), found.text, found.strength, bullet)
