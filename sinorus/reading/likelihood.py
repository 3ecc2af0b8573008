"""Is a line with a date the head of an entry, and one without the title? The document decides, and the dates so far."""

import re

from sinorus.dates.expressions import Expression
from sinorus.reading.context import Context
from sinorus.reading.flow import is_heading
from sinorus.reading.heads import Head
from sinorus.reading.lines import Line
from sinorus.reading.survey import Survey
from sinorus.span import DateSpan

_TITLE_LINES = 8
_SHORT = 60
_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
# A sentence that speaks of the chronology itself names its period; a title may end with an abbreviation.
_ABOUT_ITSELF = re.compile(r"\b(?:chronolog|timeline|calendar|diary|following|covers)|[A-Z]\.[A-Z]\.$", re.IGNORECASE)


class Likelihood:
    """Judges lines by what a survey found of their document and by the dates so far."""

    def __init__(self, survey: Survey, context: Context) -> None:
        self._survey = survey
        self._context = context

    def takes_weak(self, line: Line, head: Head) -> bool:
        """Tell whether a date that hardly anything sets off from the words behind it is an entry's head."""
        return self._survey.takes_weak or head.in_sentence or self._is_next(line, head)

    def _is_next(self, line: Line, head: Head) -> bool:
        """Tell whether a whole date that nothing but a blank sets off is that of the next entry all the same."""
        expression = head.expression
        if expression is None or not (expression.has_year and head.is_day) or line.text[head.end : head.text].strip():
            return False
        return self._context.follows(expression)

    def resumes(self, head: Head) -> bool:
        """Tell whether a head below notes is the chronology's next: a heading, or a day soon after the last entry."""
        expression = head.expression
        if head.strength == "alone" or expression is None:
            return head.strength == "alone"
        return head.is_day and head.is_firm and self._context.follows(expression)

    def is_hour(self, line: Line, head: Head, day: DateSpan | None) -> bool:
        """Tell whether "1945:" stands under a day, and is an hour."""
        return (
            day is not None
            and head.strength == "strong"
            and _HOUR.fullmatch(line.text, head.start, head.end) is not None
        )

    def is_likely(self, head: Head, expression: Expression, below_entry: bool) -> bool:
        """Tell whether a head without a year, or a month, can be an entry's here; `below_entry` when one is open."""
        context = self._context
        if expression.kind == "day" and not expression.has_month:
            return context.has_month or (head.is_firm and below_entry and context.follows(expression))
        if expression.has_year:
            return True
        if expression.first.numeric is not None and head.strength != "strong":
            return False  # "3.2. Terms of reference"
        if expression.kind == "month":
            usual = context.has_anchor and self._survey.month_only >= 2
            fits = head.is_firm and not self._survey.states_years and context.follows(expression)
            return context.has_stated_year or usual or fits
        return context.has_anchor or context.has_stated_year or not self._survey.states_years

    def may_be_title(self, line: Line, seen: int, apart: bool) -> bool:
        """Tell whether undated words may be the title; `seen` counts the lines, `apart` tells of a blank one above."""
        text = line.text.strip()
        if is_heading(line):
            return True
        if len(text) > 200 or (text[-1:] in {".", ",", ";"} and _ABOUT_ITSELF.search(text) is None):
            return False
        if seen <= _TITLE_LINES:
            return True
        short = len(text) <= _SHORT or not self._context.has_anchor
        return short and apart and not self._survey.states_years
