"""Lines -> dated entries, rejections and narrative, in the order of the document and without holding it in memory.

A line with a head begins an entry; the lines below it belong to the entry while the layout says so (`flow`). A date
alone on its line heads the paragraphs below it, or the list items, or the times of that day. A year or month alone
is a heading.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from sinorus.dates.expressions import Expression
from sinorus.dates.extents import UnreadableDateError
from sinorus.reading.citations import is_citation
from sinorus.reading.context import Context
from sinorus.reading.drafts import Draft
from sinorus.reading.flow import Flow, is_heading, is_rule
from sinorus.reading.heads import Head, find_head
from sinorus.reading.hyphens import Words
from sinorus.reading.likelihood import Likelihood
from sinorus.reading.lines import Line
from sinorus.reading.markup import join_cells, strip_markup, unwrap_head
from sinorus.reading.narrating import Paragraph
from sinorus.reading.outgoing import Outgoing
from sinorus.reading.passages import Passage
from sinorus.reading.slips import has_lost_end, is_nearly_dated
from sinorus.reading.survey import Survey
from sinorus.span import DateSpan

_UNREADABLE = (
    "this may be an entry whose date cannot be read; it was taken as a part of the entry above",
    "Correct the date, or join the line to the one above.",
)
_TWO_YEARS = "Write the year into the date, or put a heading of one year above it."
_END_LOST = ("the range has no end; it was taken as one day", "Add its last day, or leave out the dash.")
_TITLE = re.compile(
    r"(?:a |the )?(?:chronology|time ?line|key (?:events|dates)|year in review|main events|highlights|calendar)\b"
    r"[^.]{0,80}$",
    re.IGNORECASE,
)


def read_entries(lines: Callable[[], Iterator[Line]], survey: Survey, context: Context) -> Iterator[Passage]:
    """Yield the passages of a document, lazily; `lines` gives its lines anew at each call.

    Shape: in document order; an entry comes out when the next passage begins.
    """
    return _Reader(survey, context, Words(lines)).read(lines())


class _Reader:
    """Walks through a document's lines with the entry that is still open."""

    def __init__(self, survey: Survey, context: Context, words: Words) -> None:
        self._survey = survey
        self._context = context
        self._likely = Likelihood(survey, context)
        self._flow = Flow(survey)
        self._draft: Draft | None = None
        self._out = Outgoing(words)
        self._guessed: Draft | None = None
        self._seen = 0
        self._in_references = False
        self._paragraph: Paragraph | None = None
        self._time_day: DateSpan | None = None

    def read(self, lines: Iterable[Line]) -> Iterator[Passage]:
        """Yield the passages of the lines."""
        for line in lines:
            self._take(line)
            if self._out.ready:
                yield from self._out.take()
        self._settle_guess()
        self._close()
        yield from self._out.take()

    def _take(self, line: Line) -> None:
        text = line.text
        if line.kind == "page":
            self._turn_page(line)
            return
        if not text or text.isspace() or is_rule(text):
            self._flow.blank()
            return
        self._seen += 1
        if line.kind == "" and ("[[" in text[:40] or "{{" in text[:40] or "&" in text[:40]):
            line = line._replace(text=unwrap_head(text))
        head = self._find_head(line) if line.kind != "more" or self._draft is None else None
        if head is None or not self._take_head(line, head):
            self._take_prose(line)
        self._flow.pass_line(line)

    def _turn_page(self, line: Line) -> None:
        """Pass over a line that belongs to the page; it comes out behind the entry that goes on below it."""
        self._flow.turn_page()
        self._out.pass_page(line)

    def _find_head(self, line: Line) -> Head | None:
        """Return a line's head; a sentence that begins with a day is one in a list, or directly below an entry."""
        draft = self._draft
        below = draft is not None and not draft.is_under_date and self._flow.is_line_below(line, draft)
        return find_head(line.text, in_sentence=line.kind == "item" or below)

    def _take_head(self, line: Line, head: Head) -> bool:
        """Take a line with a head, unless the document shows that it is prose; tell whether it was taken."""
        expression = head.expression
        if self._in_references and not is_heading(line) and not self._likely.resumes(head):
            return False
        if expression is None or (expression.kind == "year" and self._likely.is_hour(line, head, self._day_above())):
            return self._take_time(line, head)
        if not head.is_firm and self._flow.runs_on(line):
            return False
        if head.strength == "alone":
            return self._take_alone(line, head, expression)
        if head.strength == "weak" and not self._likely.takes_weak(line, head):
            return False
        if expression.kind == "year" and _TITLE.match(line.text, head.text) is not None:
            return False  # "1998: Chronology of events"
        return self._likely.is_likely(head, expression, self._draft is not None) and self._begin(line, head, expression)

    def _day_above(self) -> DateSpan | None:
        """Return the day under which times may stand."""
        draft = self._draft
        return self._time_day or (draft.span if draft is not None and draft.is_waiting else None)

    def _begin(self, line: Line, head: Head, expression: Expression) -> bool:
        text = join_cells(line.text[head.text :]) if _is_row(line) else line.text[head.text :]
        words = head.dateline + strip_markup(text)
        try:
            span = self._resolve(expression, words)
        except UnreadableDateError as problem:
            if head.strength != "strong" and not (expression.has_year and expression.kind == "day"):
                return False
            self._open(Draft(line, head, None, words, problem))
            return True
        self._open(Draft(line, head, span, words))
        if head.is_day and has_lost_end(line.text[head.start : head.text]):
            self._out.doubt(line, head.start, *_END_LOST)
        self._take_date(span, expression)
        return True

    def _resolve(self, expression: Expression, words: str) -> DateSpan:
        if expression.kind == "year" and self._draft is not None and self._draft.is_waiting:
            day = self._draft.expression
            if day is not None and not day.has_year:
                self._become_heading()
        return self._context.resolve(expression, words)

    def _take_date(self, span: DateSpan, expression: Expression) -> None:
        """Let the date of the entry that is open count for those below it."""
        self._context.take_entry(span, expression)
        if self._context.guess and self._guessed is None:
            self._guessed = self._draft

    def _settle_guess(self) -> None:
        """Tell of a year that was guessed from a heading of two, when all that it heads has left it open."""
        draft, self._guessed = self._guessed, None
        year, self._context.guess = self._context.guess, 0
        if draft is not None and year:
            reason = f"what stands above covers two years, and nothing tells which is meant; {year} was taken"
            self._out.doubt(draft.line, draft.head.start, reason, _TWO_YEARS)

    def _take_time(self, line: Line, head: Head) -> bool:
        """Take a line that begins with a time of day under its day."""
        if self._draft is not None and self._draft.is_waiting and self._draft.span is not None:
            self._time_day = self._draft.span
            self._become_heading()
        day = self._time_day or self._context.day
        if day is None or self._flow.runs_on(line):
            return False
        self._close()
        self._draft = Draft(line, head, day, strip_markup(line.text[head.text :]))
        return True

    def _take_alone(self, line: Line, head: Head, expression: Expression) -> bool:
        """Take a date that stands alone on its line: a heading, or the head of what follows."""
        if expression.kind == "day" and not expression.has_month and not self._context.has_month:
            return False
        if expression.kind != "day" and not self._survey.takes_coarse:
            return self._take_heading(expression)
        tentative = expression.kind == "day" and not self._survey.takes_alone
        if tentative and not self._context.follows(expression):
            return False
        try:
            span = self._context.resolve(expression)
        except UnreadableDateError as problem:
            self._open(Draft(line, head, None, "", problem))
            return True
        self._open(Draft(line, head, span, "", tentative=tentative))
        self._take_date(span, expression)
        return True

    def _take_heading(self, expression: Expression) -> bool:
        self._settle_guess()
        self._close()
        self._in_references = False
        self._time_day = None
        try:
            self._context.take_heading(expression)
        except UnreadableDateError:
            return False
        return True

    def _take_prose(self, line: Line) -> None:
        draft = self._draft
        if draft is not None and not self._ends_entry(line):
            if draft.is_list_item_of_day(line):
                self._begin_item(draft, line)
                return
            if self._flow.belongs(line, draft):
                new = self._flow.is_new_paragraph(line)
                if new and is_nearly_dated(line.text):
                    self._out.doubt(line, 0, *_UNREADABLE)
                draft.add(line, new)
                return
        if draft is not None:
            self._close()
        if is_heading(line) or self._flow.is_references(line):
            self._in_references = self._context.has_anchor and self._flow.is_references(line)
        if self._likely.may_be_title(line, self._seen, self._flow.was_blank):
            self._context.take_title(line.text)
        if self._paragraph is not None and not self._flow.is_new_paragraph(line):
            self._paragraph.add(line)
            return
        self._close()
        self._paragraph = Paragraph(line)

    def _ends_entry(self, line: Line) -> bool:
        """Tell whether a line is a heading, or the first of references."""
        draft = self._draft
        if is_heading(line) or self._flow.is_references(line):
            is_day = draft is not None and draft.is_waiting and not draft.is_coarse
            return not (is_day and line.kind == "heading" and self._survey.takes_headlines)
        return line.kind != "br" and self._flow.is_new_paragraph(line) and is_citation(line.text)

    def _begin_item(self, draft: Draft, line: Line) -> None:
        """Begin an entry with a list item under a date alone; the date itself is then none."""
        if draft.is_waiting:
            self._draft = None
        self._close()
        self._draft = draft.next_item(line)

    def _become_heading(self) -> None:
        """Let the date alone that is still waiting be a heading for what stands below it."""
        draft, self._draft = self._draft, None
        if draft is not None and draft.expression is not None:
            self._context.take_day(draft.expression)

    def _open(self, draft: Draft) -> None:
        """Begin an entry, or one that will be rejected: the lines below it are its own all the same."""
        self._close()
        self._draft = draft
        self._in_references = False
        self._time_day = None

    def _close(self) -> None:
        """End the entry or the paragraph of narrative that is open."""
        paragraph, self._paragraph = self._paragraph, None
        if paragraph is not None:
            self._out.add(paragraph.narrative())
        draft, self._draft = self._draft, None
        self._out.finish(draft)


def _is_row(line: Line) -> bool:
    """Tell whether a line is a row of a table that is told by its bars alone."""
    return line.kind == "" and "|" in line.text and (re.match(r"\s*\|", line.text) is not None or "||" in line.text)
