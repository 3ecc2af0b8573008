"""Dates told by their distance ("the following day", "two days later", "last year", "a 10-day festival") -> spans.

Only what names its own measure is read: "two days before the summit" is not, since the summit's day is not known
here.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sinorus.dates.vocabulary import WORDS
from sinorus.edtf import Atom, atom_of
from sinorus.model import DateMention
from sinorus.span import DateSpan

_NUMBERS = {
    word: number
    for number, words in enumerate("a|an|one two three four five six seven eight nine ten eleven twelve".split(), 1)
    for word in words.split("|")
}
_NUMBER = "|".join(_NUMBERS)
_STOP = r"(?=\s*(?:[,.;:)—–]|$|and\b|but\b))"
_PERIODS = (
    "day|week|month|year|spring|summer|autumn|fall|winter|January|February|March|April|May|June|July|August|September|October"
    "|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)
_RELATIVE = re.compile(
    rf"\b(?:(?P<same>(?:on )?(?:the|that) same (?:day|morning|afternoon|evening|night)|later that day)"
    rf"|(?P<next>(?:on )?the (?:following|next) (?:day|morning)|the day after{_STOP})"
    rf"|(?P<previous>(?:on )?the previous day|the (?:day|night|evening) before{_STOP})"
    rf"|(?P<count>\d{{1,2}}|{_NUMBER}) (?P<unit>day|week|month|year)s? "
    rf"(?P<way>later|earlier|ago|(?:before|after|afterwards?){_STOP})"
    rf"|(?P<yesterday>yesterday)|(?P<tomorrow>tomorrow)"
    rf"|(?P<which>last|next) (?P<period>{_PERIODS})\b(?! (?:of|to)\b)"
    rf"|(?P<days>\d{{1,2}}|{_NUMBER})-day\b)",
    re.IGNORECASE,
)
# Each of the above holds one of these; "day" is in "yesterday" and every weekday behind "last" or "next".
_NOUNS = ("day", "week", "month", "year", "morning", "tomorrow", "last ", "next ", "same ", " before")
_NOUN = re.compile("|".join(_NOUNS), re.IGNORECASE)
_REACH = 24
_WORD = re.compile(r"(?<![\w-])\w+")
_BEGINS = re.compile(
    r"\b(?:begin|began|begun|start|kick|open|launch|embark|set out|inaugurat)\w*\b[^.;]{0,60}$", re.IGNORECASE
)
_LONGEST = 92
_SENTENCES_BACK = 300


def may_be_relative(text: str) -> bool:
    """Tell whether a text holds one of the words without which no date is told by its distance."""
    lowered = text.lower()
    return any(noun in lowered for noun in _NOUNS)


def find_relative(text: str, reference: DateSpan, mentions: list[DateMention]) -> Iterator[DateMention]:
    """Yield dates told by their distance from the entry's date or from the last day that was mentioned before them.

    Shape: `mentions` sorted by start; what overlaps one of them is passed over.
    """
    if reference.end is None:
        return
    before: list[DateMention] = []
    waiting = list(reversed(mentions))
    for match in _find(text):
        while waiting and waiting[-1].start < match.end():
            before.append(waiting.pop())
        if before and before[-1].end > match.start():
            continue
        span = _span(match, text, reference, _anchor(match.start(), reference, before))
        if span is not None:
            yield DateMention(span, match.group(), match.start(), match.end())


def _find(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches, tried only at the few words before one of the nouns that each of them holds."""
    end = 0
    for noun in _NOUN.finditer(text):
        for word in _WORD.finditer(text, max(end, noun.start() - _REACH), noun.end()):
            match = _RELATIVE.match(text, word.start())
            if match is not None:
                yield match
                end = match.end()
                break


def _anchor(at: int, reference: DateSpan, before: list[DateMention]) -> DateSpan:
    """Return the last day mentioned shortly before, else the entry's own date."""
    for mention in reversed(before):
        if mention.end < at - _SENTENCES_BACK:
            break
        if mention.span.precision in {"day", "range"} and mention.span.end is not None:
            return mention.span
    return reference


def _span(match: re.Match[str], text: str, reference: DateSpan, anchor: DateSpan) -> DateSpan | None:
    end = anchor.end or anchor.start
    try:
        if match["same"]:
            return anchor
        if match["next"]:
            return DateSpan.day(end + timedelta(days=1))
        if match["previous"]:
            return DateSpan.day(anchor.start - timedelta(days=1))
        if match["yesterday"] or match["tomorrow"]:
            return DateSpan.day(reference.start + timedelta(days=1 if match["tomorrow"] else -1))
        if match["days"]:
            return _duration(match, text, reference)
        if match["which"]:
            return _named(match["which"].lower(), match["period"].lower(), reference.start)
        return _counted(match, reference, anchor, end)
    except (ValueError, OverflowError):
        return None  # the day lies beyond the calendar


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _duration(match: re.Match[str], text: str, reference: DateSpan) -> DateSpan | None:
    """Return how long something lasts that begins on the entry's day ("kicks off a 10-day festival")."""
    days = _number(match["days"])
    if (
        reference.precision != "day"
        or not 2 <= days <= _LONGEST
        or _BEGINS.search(text[max(0, match.start() - _SENTENCES_BACK) : match.start()]) is None
    ):
        return None
    return DateSpan.range(reference.start, reference.start + timedelta(days=days - 1))


def _counted(match: re.Match[str], reference: DateSpan, anchor: DateSpan, end: date) -> DateSpan:
    """Return what lies a number of days, weeks, months or years away; only days are exact."""
    way, unit, count = match["way"].lower(), match["unit"].lower(), _number(match["count"])
    later = way in {"later"} or way.startswith("after")
    base = reference.start if way == "ago" else end if later else anchor.start
    signed = count if later else -count
    if unit == "day":
        return DateSpan.day(base + timedelta(days=signed))
    if unit == "week":
        about = atom_of(base + timedelta(weeks=signed))._replace(qualifier="~")
    elif unit == "month":
        months = 12 * base.year + base.month - 1 + signed
        about = Atom(months // 12, months % 12 + 1, 0, "~")
    else:
        about = Atom(base.year + signed, 0, 0, "~")
    return DateSpan.between(about, about)


def _named(which: str, period: str, reference: date) -> DateSpan | None:
    """Return "last year", "next month", "last Friday", "next spring"."""
    step = 1 if which == "next" else -1
    if period == "day":
        return None
    if period == "week":
        monday = reference + timedelta(days=7 * step - reference.weekday())
        return DateSpan.range(monday, monday + timedelta(days=6))
    if period == "year":
        return DateSpan.year(reference.year + step)
    if period == "month":
        months = 12 * reference.year + reference.month - 1 + step
        return DateSpan.month(months // 12, months % 12 + 1)
    kind, value = WORDS[period]
    number = int(value)
    if kind == "w":
        days = (number - reference.weekday()) * step % 7 or 7
        return DateSpan.day(reference + timedelta(days=days * step))
    at = number if kind == "m" else 3 * (number - 20)
    year = reference.year + (step if (at - reference.month) * step <= 0 else 0)
    atom = Atom(year, number)
    return DateSpan.between(atom, atom)
