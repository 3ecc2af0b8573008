"""What stands after a date: its tail (time, weekday, footnote marks), then what sets it off from the entry's text.

colon, dash, bar, tab, wide gap, end of bold        strong
full stop                                           strong after a day; else only before a whole sentence
comma                                               weak, unless the sentence goes on ("2019, when talks stalled")
a capital letter alone                              weak ("3 Apr 1991 Council adopts"), unless a title is likelier
nothing                                             alone
small letters                                       none: the date is part of a sentence
"""

import re
from dataclasses import dataclass
from typing import Literal

from sinorus.dates.expressions import Expression
from sinorus.dates.tokens import SPACE
from sinorus.reading.times import TRAILING_TIME

Strength = Literal["strong", "weak", "alone"]

TAG = r"</?[A-Za-z][^<>]{0,120}>"
_WEEKDAYS = r"(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Satu?r?|Sun)(?:day)?"
_REMARKS = (
    r"sic|cont(?:inued|'d|\.)?|n\.?\s?s\.?|o\.?\s?s\.?|new style|old style|est\.?|approx\.?|local time|ongoing"  # (sic)
)
_TAIL = re.compile(
    r"[.,]?\s?\[(?:\d{1,3}(?:[,–-]\s?\d{1,3})*|[a-z]|n(?:ote)?\.? ?\d+|sic|citation needed)\]"  # [14]
    r"|[¹²³⁰⁴-⁹†‡]+|\*(?!\*)|\{\d+\}|\^\d+|<sup>[^<>]{0,40}</sup>|<ref[^<>]{0,200}>(?:[^<>]{0,300}</ref>)?"
    r"|(?<=\d{4})\s(?:г\.?|года?)(?=\s*+[:,–—-])"  # the year of a Russian date
    r"|(?<=\d{4})\s\d{1,2}(?=:\s)"  # a footnote mark that was raised once
    rf"|\s?\(\d{{1,2}}\)(?=\s*+[:–—-])|\s*+\(\s?(?:{_REMARKS})\s?\)"
    r"|\s*+[/=]\s?\d{1,2}\s[A-Z][\w'’-]+(?:\s[\w'’-]+){0,2}\s\d{1,4}(?:\s?A\.?H\.?)?"  # / 20 Safar 1400
    rf"|\s*+,?\s*+\(?(?:{_WEEKDAYS}\b\.?)\)?(?=\s*+(?:$|[:;|,)\]>–—-]|\*\*|</))",
    re.IGNORECASE,
)
_CLOSE = re.compile(rf"(?:\s*(?:\*\*|__|'{{2,}}|\[/[biu]\]|{TAG})|\]\([^()\s]{{1,300}}\)|[)\]}}\"”’'`*_])+")
_EMPHASIS = re.compile(rf"\*\*|__|'{{2,}}|{TAG}|[)\]}}]")
_PLAIN = frozenset(":;|")
_SEPARATOR = re.compile(
    rf"{SPACE}*+(?:"
    r"(?P<strong>[.,]?\s?(?::|：|;|&(?=\s)|\||=>|->|→|⇒|»|>|=|…|\.{3}|[•·▪]|-{2,}|[–—―]{1,2})+"
    r"|(?<=\s)[-‐‑‒−](?!\d)|[-‐‑‒−](?=\s)|[-‐‑‒−]\s?:)"
    r"|(?P<stop>\.)(?=\s|[A-Z“\"‘])"
    r"|(?P<comma>,)(?=\s|[A-Z])"
    r")\s*"
)
_WIDE = re.compile(r"\s*\t\s*| {2,}|\s{3,}")
_MORE_MARKS = re.compile(rf"(?:\s|[-–—:|*_>]|'{{2,}}|{TAG})*")
_NOTHING = re.compile(rf"(?:[\s|*_.,;}}\"']|{TAG})*+$")
_CAPITAL = re.compile(r"\s*(?=[^\W\d_a-zß-öø-ÿ]|[“\"‘«(\[<]|\d)")
_GOES_ON = re.compile(
    r"(?:when|which|whose|who|where|while|was|were|is|are|had|has|by|the (?:day|year|date|month)|a (?:day|year|month)"
    r"|one|just|after|before|as|but|and|or|although|though|until|at|in|on|with|to|p|pp|vol|no)\b",
    re.IGNORECASE,
)
# What stands after the date of a byline, a citation or a stamp.
_NO_EVENT = re.compile(
    r"(?:By|Posted by|Written by) [A-Z][\w.’'-]+ [A-Z]|p{1,2}\. ?\d|(?:Updated|Posted|Published|Retrieved|Accessed)\b"
)
# What took place, as a line without a verb begins: "5 May 1999 meeting of the two in London."
_EVENT = re.compile(
    r"(?:(?:first|second|third|official|state|joint|informal|secret|bilateral|trilateral) )?(?:meeting|summit|visit"
    r"|talks|conference|signing|phone call|telephone call|agreement|treaty|ceasefire|armistice|speech|address"
    r"|statement) (?:of|between|by|with|in|at|to|on|from)\b"
)
# An author whose name is a month's: "May, R. (1999)", "March, J. G., and".
_INITIAL = re.compile(r"[A-Z]\.")
# An agency or a place in brackets before the separator: "5 May 1990 (Reuters) - ".
_IN_BRACKETS = re.compile(r"\([^()]{1,60}\)\s*[:–—-]")
# What follows a number in a title: "1540 Committee: its terms", "July 4 Declaration: the text".
_TITLE = re.compile(r"[^\W\d_][^.:;()]{0,30}:\s")
_UNIT = re.compile(r"\s*(?:[%°€£$]|[ap]\.?m\b|percent|per cent)")
_APART = re.compile(r"/\s\d{1,2}$|\s/\d{1,2}$")
_ENDS = frozenset('.!?”"')
# What can only be the year of the date before it, whatever follows: "March 8" before ", 2022 was the day".
_YEAR_NEXT = re.compile(rf"(?:{SPACE}|[.,])*+[12]\d{{3}}(?![\d%°€£$]|,\d{{3}})")


@dataclass(slots=True)
class Separation:
    """How a date is set off: its strength, where the text begins, and whether a full stop is all that sets it off.

    `in_sentence` tells that the date begins a sentence: "On 5 May 1995, both sides".
    """

    strength: Strength
    text: int
    stopped: bool = False
    in_sentence: bool = False


def end_of_tail(line: str, end: int) -> int:
    """Return where a date ends with its time, weekday, footnote marks and remarks on the calendar."""
    for _ in range(5):
        if line[end : end + 1] in _PLAIN:
            break
        match = _TAIL.match(line, end) or TRAILING_TIME.match(line, end)
        if match is None or match.end() == end:
            break
        end = match.end()
    return end


def separate(
    line: str, end: int, expression: Expression, *, bullet: bool, opened: bool, opener: str
) -> Separation | None:
    """Return how a date that ends here is set off from the text, or None when it is part of a sentence.

    `bullet` tells that the line is a list item, `opened` that a bracket stands before the date; `opener` is the
    kind of the expression's first token.
    """
    close = _CLOSE.match(line, end)
    after = close.end() if close is not None else end
    if _is_blank(line, after):
        return Separation("alone", len(line))
    separator = _SEPARATOR.match(line, after)
    if separator is not None and separator["strong"]:
        if _is_blank(line, separator.end()):
            return Separation("alone", len(line))
        return _unless_no_event(line, Separation("strong", _past_marks(line, separator.end())))
    if opener == "e" and separator is not None and separator["comma"] and expression.kind == "day":
        found = _by_comma(line, separator.end(), expression)
        return None if found is None else Separation("weak", found.text, in_sentence=True)
    if opener in "eofbz" or _UNIT.match(line, after):
        return None  # "On 5 May 1995 the", "In 2019, talks": a sentence unless a colon or a dash follows
    if expression.has_month and not expression.has_year and _YEAR_NEXT.match(line, end):
        return None
    wide = _WIDE.match(line, after)
    emphasis = close is not None and (opened or _EMPHASIS.search(close.group()) is not None)
    if wide is not None or (emphasis and separator is None):
        text = _past_marks(line, wide.end() if wide is not None else after)
        return _unless_no_event(line, Separation("strong", text))
    if separator is None:
        return _unless_no_event(line, _by_capital(line, after, expression, bullet))
    found = (
        _by_comma(line, separator.end(), expression)
        if separator["comma"]
        else _by_stop(line, separator.end(), expression)
    )
    return _unless_no_event(line, found)


def separate_time(line: str, end: int, *, figures: bool) -> Separation | None:
    """Return how a time of day at the head of a line is set off from the text; `figures` tells it from a word."""
    separator = _SEPARATOR.match(line, end)
    if separator is not None:
        return Separation("strong", separator.end())
    capital = _CAPITAL.match(line, end)
    if capital is None or not figures or line[capital.end() : capital.end() + 1].isdigit():
        return None
    return Separation("weak", capital.end())


def _unless_no_event(line: str, found: Separation | None) -> Separation | None:
    return None if found is None or _NO_EVENT.match(line, found.text) is not None else found


def _is_blank(line: str, start: int) -> bool:
    """Tell whether nothing but marks and tags is left of a line."""
    return _NOTHING.match(line, start) is not None


def _past_marks(line: str, start: int) -> int:
    """Return where the words begin, past further separators, emphasis and tags."""
    match = _MORE_MARKS.match(line, start)
    return match.end() if match is not None else start


def _by_comma(line: str, text: int, expression: Expression) -> Separation | None:
    if not expression.has_year and not expression.has_month:
        return None
    if not expression.has_year and expression.kind == "month" and _INITIAL.match(line, text) is not None:
        return None
    return Separation("weak", text) if _GOES_ON.match(line, text) is None else None


def _by_stop(line: str, text: int, expression: Expression) -> Separation | None:
    """Accept a full stop after a day with its month; after less, only before a sentence ("1784. Letters reach ...")."""
    if _CAPITAL.match(line, text) is None:
        return None
    if expression.kind == "day" and expression.has_month:
        return Separation("strong", text, stopped=True)
    return Separation("weak", text) if expression.has_month or _is_sentence(line, text) else None


def _by_capital(line: str, after: int, expression: Expression, bullet: bool) -> Separation | None:
    """Accept a date that only a capital letter sets off, as far as no other reading is likelier."""
    capital = _CAPITAL.match(line, after)
    if capital is None:
        # A list item may begin with a small letter after a full date, a line with the noun of what took place.
        full = expression.kind == "day" and expression.has_year and line[after] == " "
        return Separation("weak", after + 1) if full and (bullet or _EVENT.match(line, after + 1)) else None
    text = capital.end()
    if line[text].isdigit():
        return None
    if not bullet and _TITLE.match(line, text) is not None:
        return None
    if expression.kind == "day":
        return _by_capital_after_day(line, after, text, expression)
    glued = _is_glued(line, after, expression)
    if expression.kind == "month":
        stopped = line[after - 1] == "." and _is_sentence(line, text)
        return Separation("weak", text) if expression.has_year or stopped or glued else None
    return Separation("weak", text) if bullet or glued or _is_sentence(line, text) else None


def _by_capital_after_day(line: str, after: int, text: int, expression: Expression) -> Separation | None:
    if expression.joint == "/" and expression.first.year and _APART.search(line[:after][-5:]) is not None:
        return None  # "8 January 1980 / 20 Safar 1400", but not "2023-02-17/19 Talks open"
    bracketed = expression.has_year and _IN_BRACKETS.match(line, text) is not None
    return Separation("strong" if bracketed else "weak", text)


def _is_glued(line: str, after: int, expression: Expression) -> bool:
    """Tell whether the text hangs on the date ("June-Sept.Attachés"), which no name or title does."""
    whole = expression.last is not None or expression.open_ended or expression.first.unspecified > 0
    return whole and line[after].isalpha()


def _is_sentence(line: str, text: int) -> bool:
    """Tell a sentence from a title: "1993 Fishing rights are sold." but not "1540 Committee: its terms"."""
    return line[-200:].rstrip()[-1:] in _ENDS and ":" not in line[text : text + 40]
