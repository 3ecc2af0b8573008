"""One line -> its head: the date that it begins with, and what tells that date from a mere number or word.

    - **Jan. 5, 2024** (Tue) [3] – Talks open in the annex.
    marks   date       tail       separator, then the entry's text

A head is strong when a separator stands after the date (colon, dash, bar, tab, bold ends), weak when only a capital letter
does ("3 Apr 1991 Council adopts"), alone when nothing follows. Prose that begins with a date has none: "In 2019, talks
stalled", "The 1994 framework", "12 inspectors left".
"""

import re
from dataclasses import dataclass
from typing import Literal

from sinorus.dates.expressions import Expression
from sinorus.dates.grammar import read_expressions
from sinorus.dates.tokens import SPACE, read_tokens
from sinorus.reading.times import LEADING_TIME, TIME_OR_WORD, TRAILING_TIME

Strength = Literal["strong", "weak", "alone"]

_TAG = r"</?[A-Za-z][^<>]{0,120}>"
_MARKS = re.compile(
    rf"(?:\\(?:item|textbf|textit|emph|event|(?:sub)*section|paragraph)\*?\s?[\[{{]?|\[/?[biu]\]|&(?:bull|nbsp|ndash|mdash);"
    rf"|{_TAG}|<(?=\d)|'{{2,}}|{SPACE}|[-–—*•·▪▫◦‣⁃►▶●○■□+>#|=_\"“(\[`;:])*+"
)
_BULLET = re.compile(r"[-–—*•·▪▫◦‣⁃►▶●○■□+#|]|<li|\\item|&bull;|&.dash;")
_NUMBERING = re.compile(r"\(?\d{1,3}[.)\]]\s+|\d{1,3}\s*\|\s*|[a-z]\)\s+")
# A weekday that may be misspelt, and a date in another calendar, in front of the date that counts.
_WEEKDAY = re.compile(r"[A-Z][a-z]{2,7}day\.?,?\s+")
_OTHER_CALENDAR = re.compile(r"\d{1,2}\s[^\W\d][^\d()\[\]/=:]{2,25}\s\d{1,4}(?:\s?A\.?H\.?)?\s*[(/=\[]\s*")
_LABEL = re.compile(r"(?:date|when)\s*:\s*['\"]?", re.IGNORECASE)
_TAIL = re.compile(
    r"\.?\s?\[(?:\d{1,3}(?:[,–-]\s?\d{1,3})*|[a-z]|n(?:ote)?\.? ?\d+|sic|citation needed)\]"
    r"|[¹²³⁰⁴-⁹†‡]+|\*(?!\*)|\{\d+\}|\^\d+|<sup>[^<>]{0,40}</sup>|<ref[^<>]*>(?:[^<>]{0,300}</ref>)?"
    r"|\s?\(\d{1,2}\)(?=\s*[:–—-])|\s*\(\s?(?:sic|cont(?:inued|'d|\.)?|n\.?\s?s\.?|o\.?\s?s\.?|new style|old style|est\.?|approx\.?|local time|ongoing)\s?\)"
    r"|\s*+[/=]\s?\d{1,2}\s[A-Z][\w'’-]+(?:\s[\w'’-]+){0,2}\s+\d{1,4}(?:\s?A\.?H\.?)?"
    r"|\s*+,?\s*+\(?(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Satu?r?|Sun)(?:day)?\b\.?)\)?(?=\s*(?:$|[:;|,)\]>–—-]|\*\*|</))"
    r"|\s*+,?\s*+\((?:MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]*\)",
    re.IGNORECASE,
)
_CLOSE = re.compile(rf"(?:\s*(?:\*\*|__|'{{2,}}|\[/[biu]\]|{_TAG})|[)\]}}\"”’'`*_])+")
_EMPHASIS = re.compile(rf"\*\*|__|'{{2,}}|{_TAG}|[)\]}}]")
_PLAIN_SEPARATORS = frozenset(":;|")
_SEPARATOR = re.compile(
    rf"{SPACE}*+(?:"
    r"(?P<strong>[.,]?\s?(?::|：|;|&(?=\s)|\||=>|->|→|⇒|»|>|=|…|\.{3}|[•·▪]|-{2,}|[–—―]{1,2})+(?![a-z]{1,3}\b-)|(?<=\s)[-‐‑‒−](?!\d)|[-‐‑‒−](?=\s))"
    r"|(?P<stop>\.)(?=\s|[A-Z“\"‘])"
    r"|(?P<comma>,)(?=\s|[A-Z])"
    r")\s*"
)
_WIDE = re.compile(r"\t\s*| {2,}|\s*\t\s*|(?:\u00a0|\u2003|\u2002|\s){3,}")
_CAPITAL = re.compile(r"\s*(?=[^\W\d_a-zß-öø-ÿ]|[“\"‘«(\[<]|\d)")
# Words that go on with a sentence after its comma, and what stands after the date of a citation or a byline.
_PROSE_AFTER_COMMA = re.compile(
    r"(?:when|which|whose|who|where|while|was|were|is|are|had|has|by|the (?:day|year|date|month)|a (?:day|year|month)|one|just"
    r"|after|before|as|but|and|or|although|though|until|at|in|on|with|to|p|pp|vol|no)\b",
    re.IGNORECASE,
)
_NO_EVENT = re.compile(
    r"(?:By|Posted by|Written by) [A-Z][\w.’'-]+ [A-Z]|p{1,2}\. ?\d|(?:Updated|Posted|Published|Retrieved|Accessed)\b"
)
# An agency or a place in brackets before the separator: "5 May 1990 (Reuters) - ".
_IN_BRACKETS = re.compile(r"\([^()]{1,60}\)\s*[:–—-]")
_UNIT = re.compile(r"\s*(?:[%°€£$]|[ap]\.?m\b|percent|per cent)")


@dataclass(slots=True)
class Head:
    """The date at the head of a line.

    Units: `start` and `end` bound the date as printed, `text` is where the entry's own words begin; offsets into the line.
    `expression` is None when the line begins with a time of day only; `stopped` tells that a full
    stop is all that sets the date off.
    """

    expression: Expression | None
    start: int
    end: int
    text: int
    strength: Strength
    bullet: bool
    stopped: bool = False

    @property
    def is_firm(self) -> bool:
        """Tell whether a mark that no sentence has there sets the date off: not a full stop, a comma or a capital."""
        return self.strength == "strong" and not self.stopped

    @property
    def is_day(self) -> bool:
        """Tell whether the head names a day with its month."""
        return self.expression is not None and self.expression.kind == "day" and self.expression.has_month


def find_head(line: str) -> Head | None:
    """Return the head of a line, or None when it is prose."""
    marks = _MARKS.match(line)
    assert marks is not None
    start = marks.end()
    bullet = start > 0 and _BULLET.search(line, 0, start) is not None
    head = _find_date(line, start, bullet)
    if head is not None and (head.expression is None or head.expression.has_month or head.expression.kind != "day"):
        return head
    past = _find_past_prefix(line, start, bullet)
    if past is not None:
        return past
    # "10:30: coffee" has a time at its head, "6: Sirens sound" a day.
    time = _find_time(line, start, bullet)
    return time if head is None or (time is not None and time.end - time.start > 2) else head


def _find_date(line: str, start: int, bullet: bool) -> Head | None:
    tokens = read_tokens(line, start)
    if not tokens.shape:
        return None
    opened = line[tokens.starts[0] - 1] in "([" if tokens.starts[0] else False
    for expression in read_expressions(tokens):
        end = _end_of_tail(line, expression.end)
        found = _separate(line, end, expression, bullet, opened, tokens.shape[0])
        if found is not None:
            strength, text = found
            stopped = line[end : end + 1] == "." and line[end + 1 : end + 2] != "."
            return Head(expression, tokens.starts[0], end, text, strength, bullet, stopped)
    return None


def _end_of_tail(line: str, end: int) -> int:
    """Return where the date ends with its time, weekday, footnote marks and remarks on the calendar."""
    for _ in range(5):
        if line[end : end + 1] in _PLAIN_SEPARATORS:
            break
        match = _TAIL.match(line, end) or TRAILING_TIME.match(line, end)
        if match is None or match.end() == end:
            break
        end = match.end()
    return end


def _separate(
    line: str, end: int, expression: Expression, bullet: bool, opened: bool, opener: str
) -> tuple[Strength, int] | None:
    """Return how a date is set off from the text, and where the text begins; None when it is part of a sentence."""
    close = _CLOSE.match(line, end)
    after = close.end() if close is not None else end
    if _is_blank(line, after):
        return "alone", len(line)
    separator = _SEPARATOR.match(line, after)
    if separator is not None and separator["strong"]:
        if _is_blank(line, separator.end()):
            return "alone", len(line)
        text = _past_marks(line, separator.end())
        return None if _NO_EVENT.match(line, text) else ("strong", text)
    if opener in "eofbz" or _UNIT.match(line, after):
        return None  # "On 5 May 1995 the", "In 2019, talks": a sentence unless a colon or a dash follows
    wide = _WIDE.match(line, after)
    emphasis = close is not None and (opened or _EMPHASIS.search(close.group()) is not None)
    if wide is not None or (emphasis and separator is None):
        text = _past_marks(line, wide.end() if wide is not None else after)
        return None if _NO_EVENT.match(line, text) else ("strong", text)
    if separator is not None:
        return _separate_weakly(line, separator, expression)
    return _separate_by_capital(line, after, expression, bullet)


def _is_blank(line: str, start: int) -> bool:
    return not line[start : start + 200].strip() and not line[start:].strip(" \t\r\n\u00a0|<br/>*_.")


def _past_marks(line: str, start: int) -> int:
    """Return where the words begin, past further separators, emphasis and tags."""
    match = re.compile(rf"(?:\s|[-–—:|*_>]|'{{2,}}|{_TAG})*").match(line, start)
    assert match is not None
    return match.end()


def _separate_weakly(line: str, separator: re.Match[str], expression: Expression) -> tuple[Strength, int] | None:
    """Accept a full stop or a comma after a date, unless the sentence goes on."""
    text = separator.end()
    if _NO_EVENT.match(line, text):
        return None
    if separator["comma"]:
        if not expression.has_year and not expression.has_month:
            return None
        return None if _PROSE_AFTER_COMMA.match(line, text) else ("weak", text)
    if not _CAPITAL.match(line, text) or (not expression.has_month and not _is_sentence(line, text)):
        return None
    return ("strong" if expression.kind == "day" and expression.has_month else "weak"), text


def _separate_by_capital(line: str, after: int, expression: Expression, bullet: bool) -> tuple[Strength, int] | None:
    """Accept a date that only a capital letter sets off, as far as no other reading is likelier."""
    capital = _CAPITAL.match(line, after)
    text = capital.end() if capital is not None else after
    if _NO_EVENT.match(line, text):
        return None
    following = line[text : text + 1]
    if capital is None or following.isdigit():
        accepted = (
            capital is None and bullet and expression.kind == "day" and expression.has_year and line[after] == " "
        )
        return ("weak", after + 1) if accepted else None
    if expression.kind == "day":
        if expression.joint == "/" and line[after - 1].isdigit() and expression.first.year:
            return None  # "8 January 1980 / 20 Safar 1400"
        if expression.has_year:
            return ("strong" if _IN_BRACKETS.match(line, text) else "weak"), text
        return ("weak", text) if bullet or ":" not in line[text : text + 30] else None
    if expression.kind == "month":
        stopped = line[after - 1] == "." and _is_sentence(line, text)
        return ("weak", text) if expression.has_year or stopped or _is_glued(line, after, expression) else None
    return ("weak", text) if bullet or _is_glued(line, after, expression) or _is_sentence(line, text) else None


def _is_glued(line: str, after: int, expression: Expression) -> bool:
    """Tell whether the text hangs on the date ("June-Sept.Attachés"), which no name or title does."""
    return line[after].isalpha() and (
        expression.last is not None or expression.open_ended or expression.first.unspecified > 0
    )


def _is_sentence(line: str, text: int) -> bool:
    """Tell a sentence from a title: "1993 Fishing rights are auctioned." but not "1540 Committee: terms of reference"."""
    return line.rstrip()[-1:] in {".", "!", "?", "”", '"'} and ":" not in line[text : text + 40]


def _find_past_prefix(line: str, start: int, bullet: bool) -> Head | None:
    """Return the head after a list number, a time or a "date:" label."""
    for pattern in (_NUMBERING, LEADING_TIME, _LABEL, _WEEKDAY, _OTHER_CALENDAR):
        prefix = pattern.match(line, start) or pattern.match(line, max(start - 1, 0))
        if prefix is None or (pattern is _LABEL and not bullet and start == 0):
            continue
        inner = _MARKS.match(line, prefix.end())
        assert inner is not None
        head = _find_date(line, inner.end(), bullet)
        if head is not None and head.is_day:
            return head
    return None


def _find_time(line: str, start: int, bullet: bool) -> Head | None:
    """Return the head of a line that begins with a time of day, which belongs to the day that stands above it."""
    time = TIME_OR_WORD.match(line, start)
    if time is None:
        return None
    end = time.end() + (line[time.end() : time.end() + 1] == ")")
    separator = _SEPARATOR.match(line, end)
    if separator is not None and (separator["strong"] or separator["stop"] or separator["comma"]):
        return Head(None, start, time.end(), separator.end(), "strong", bullet)
    capital = _CAPITAL.match(line, end)
    if capital is None or not time.group()[0].isdigit() or line[capital.end() : capital.end() + 1].isdigit():
        return None
    return Head(None, start, time.end(), capital.end(), "weak", bullet)
