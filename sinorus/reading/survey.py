"""A first look at a document: how its author writes dates, orders entries and wraps lines.

What one line cannot tell, the others can: whether "05/06/2003" is June or May, whether a date alone on its line is an
entry's head or a page's stamp, whether an undated line goes on with the entry above it or is the article's.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from sinorus.dates.expressions import Expression
from sinorus.dates.resolving import Order
from sinorus.reading.heads import Head, find_head
from sinorus.reading.lines import Line

_SURVEYED = 3000
_NARROWEST, _NARROW, _WRAP_LIMIT = 20, 45, 130
_NUMERIC = re.compile(r"\W{0,12}(\d{1,2})([./-])(\d{1,2})\2\d{2}(?:\d{2})?(?!\d)")
_TERMINAL = re.compile(r"[.!?:;][\"”’'»)\]*_]*\s*$")


@dataclass(slots=True)
class Survey:
    """What a document's lines have in common.

    `strong`, `weak` and `alone` count heads of each strength, `stated` and `yearless` strong heads with and without
    a year; `coarse` counts years or months alone on their line with prose below, `groups` those with a date below;
    `headlines` counts headings directly below a day that is alone on its line;
    `rising` and `falling` count steps between heads, `pairs` lines directly below one another, `joins` those of them
    where a sentence goes on in small letters; `unended` has the lengths of others without a mark at their end.
    """

    strong: int = 0
    weak: int = 0
    alone: int = 0
    stated: int = 0
    yearless: int = 0
    days: int = 0
    coarse: int = 0
    groups: int = 0
    month_only: int = 0
    rising: int = 0
    falling: int = 0
    day_first: int = 0
    month_first: int = 0
    spaced: int = 0
    pairs: int = 0
    joins: int = 0
    headlines: int = 0
    unended: list[int] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)

    @property
    def order(self) -> Order | None:
        """Return the order of numeric dates that the document proves, unless it proves both."""
        if bool(self.day_first) == bool(self.month_first):
            return None
        return "day first" if self.day_first else "month first"

    @property
    def descending(self) -> bool:
        """Tell whether the newest entry comes first."""
        return self.falling >= 2 and self.falling > 2 * self.rising

    @property
    def width(self) -> int:
        """Return the width at which lines are wrapped, or 0 when each line is a paragraph."""
        if not self.lengths:
            return 0
        lengths = sorted(self.lengths)
        longest = lengths[int(0.98 * (len(lengths) - 1))]
        joins = self.joins + sum(length >= 0.6 * min(longest, _WRAP_LIMIT) for length in self.unended)
        if joins < max(1, 0.1 * self.pairs):
            return 0
        # A narrow column is known by most of its lines being full.
        full = sum(length >= 0.8 * longest for length in lengths) >= 0.4 * len(lengths) and len(lengths) >= 10
        return longest if (_NARROWEST if full else _NARROW) <= longest <= _WRAP_LIMIT else 0

    @property
    def states_years(self) -> bool:
        """Tell whether entries name their year as a rule, so that a date without one is hardly an entry."""
        return self.stated >= 3 and self.yearless <= 0.2 * self.stated

    @property
    def takes_weak(self) -> bool:
        """Tell whether a head without a separator is this author's way."""
        return self.strong < 3 or self.weak >= 0.2 * self.strong

    @property
    def takes_alone(self) -> bool:
        """Tell whether a date alone on its line heads an entry, rather than a page."""
        return self.strong + self.weak < 3 or self.alone >= 0.2 * (self.strong + self.weak)

    @property
    def takes_coarse(self) -> bool:
        """Tell whether years or months alone on their lines head entries, and not groups of entries."""
        return self.coarse >= 2 and self.strong + self.weak == 0 and (self.days == 0 or self.groups == 0)

    @property
    def takes_headlines(self) -> bool:
        """Tell whether a heading below a day alone is the headline of its entry, and not that of a page with a date."""
        return self.headlines >= 2

    @property
    def paragraphs(self) -> int:
        """Return how many further paragraphs an entry has as a rule, 0 where entries follow one another."""
        filled = [gap for gap in self.gaps if gap]
        if len(self.gaps) < 3 or len(filled) < 0.4 * len(self.gaps):
            return 0
        return sorted(filled)[int(0.75 * (len(filled) - 1))]

    @property
    def is_spaced(self) -> bool:
        """Tell whether a blank line stands between entries as a rule."""
        return self.spaced >= 0.6 * max(1, self.strong + self.weak + self.days)


def survey_lines(lines: Iterable[Line]) -> Survey:
    """Return what the first few thousand lines have in common, and the order of numeric dates that any line proves."""
    survey = Survey()
    looker = _Looker(survey)
    for count, line in enumerate(lines):
        if count < _SURVEYED:
            looker.look(line)
        else:
            _vote(survey, line.text)
    return survey


def _vote(survey: Survey, text: str) -> None:
    match = _NUMERIC.match(text)
    if match is None:
        return
    one, two = int(match[1]), int(match[3])
    if 12 < one <= 31 and 1 <= two <= 12:
        survey.day_first += 1
    elif 12 < two <= 31 and 1 <= one <= 12:
        survey.month_first += 1


class _Looker:
    """Walks through a document's lines and counts."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._blank = True
        self._gap: int | None = None
        self._coarse = self._headed = self._day_alone = False
        self._before = 0
        self._above = ""

    def look(self, line: Line) -> None:
        text = line.text
        if line.kind == "page":
            return
        if not text or text.isspace():
            self._blank = True
            self._above = ""
            return
        survey = self._survey
        head = find_head(text)
        if line.kind == "":
            self._compare(text, head)
        survey.lengths.append(len(text))
        _vote(survey, text)
        if head is None or head.expression is None:
            self._look_at_prose(line)
        else:
            self._look_at_head(head, head.expression, line)
        self._blank = line.kind != ""

    def _compare(self, text: str, head: Head | None) -> None:
        """Count lines directly below one another, and those of them where a sentence goes on.

        A line that begins with a date does not go on with one: lists need no full stops.
        """
        above, self._above = self._above, text[-200:]
        if above:
            self._survey.pairs += 1
            is_entry = head is not None and (head.is_firm or (head.is_day and head.strength == "weak"))
            if is_entry:
                return
            if text.lstrip()[0].islower():
                self._survey.joins += 1
            elif _TERMINAL.search(above) is None:
                self._survey.unended.append(len(above))

    def _look_at_prose(self, line: Line) -> None:
        self._survey.headlines += self._day_alone and line.kind == "heading"
        self._day_alone = False
        ended = line.kind != "heading" and _TERMINAL.search(line.text[-200:]) is not None
        self._survey.coarse += self._coarse and ended
        # A headline may stand between the year and its sentence.
        self._coarse, self._headed = self._coarse and not (ended or self._headed), True
        if self._gap is not None:
            self._gap = None if line.kind == "heading" else self._gap + (1 if self._blank else 0)

    def _look_at_head(self, head: Head, expression: Expression, line: Line) -> None:
        survey = self._survey
        survey.groups += self._coarse
        self._day_alone = head.strength == "alone" and head.is_day
        # "1959-2016" below a title is its period, neither an entry nor the heading of any.
        is_period = expression.kind == "year" and expression.last is not None
        coarse = head.strength == "alone" and not head.is_day and not is_period
        if head.strength == "alone":
            survey.alone += head.is_day
        elif head.strength == "strong":
            survey.strong += 1
            survey.stated += expression.has_year
            survey.yearless += not expression.has_year
        else:
            survey.weak += 1
        survey.days += head.strength == "alone" and expression.kind == "day"
        survey.month_only += not expression.has_year and expression.kind == "month" and head.strength != "alone"
        survey.spaced += self._blank and not coarse
        self._step(expression)
        if self._gap is not None and not coarse and head.strength != "alone":
            survey.gaps.append(self._gap)
        self._gap = 0 if head.strength in {"strong", "weak"} else None
        self._coarse, self._headed = coarse and line.kind not in {"item", "row"}, False

    def _step(self, expression: Expression) -> None:
        """Count whether dates rise or fall; steps over New Year tell nothing."""
        first = expression.first
        if not 1 <= first.month <= 12:
            return
        at = 31 * first.month + first.day
        if self._before and abs(at - self._before) <= 190:
            self._survey.rising += at > self._before
            self._survey.falling += at < self._before
        self._before = at
