"""An entry that is still being read: its head, its date, and the paragraphs that have come in so far."""

import re

from sinorus.dates.expressions import Expression
from sinorus.dates.extents import UnreadableDateError
from sinorus.model import Entry
from sinorus.reading.given import read_given
from sinorus.reading.heads import Head
from sinorus.reading.hyphens import Words, join_lines
from sinorus.reading.lines import Line
from sinorus.reading.markup import strip_markup
from sinorus.span import DateSpan

_NOTE = re.compile(r"\s*(?:[-*>]\s*)?Note:\s*", re.IGNORECASE)
# "- date: 2016-05-04" and, below it, "  text: The envoy comes home."
_LABEL = re.compile(r"\bdate['\"]?\s*[:=]", re.IGNORECASE)
_FIELD = re.compile(r"\s*(?:text|event|title|headline|description|summary|body|content)\s*:\s*", re.IGNORECASE)
_STARS = re.compile(r"\s*\*(\*{1,3})\s+")
_BULLET = re.compile(r"\s*(?:\*{1,4}|[-•·▪◦‣+]|\d{1,2}[.)])\s+")


class Draft:
    """The open entry.

    `span` is None while the date waits for a year from what follows; `problem` is then why. A tentative draft is no
    entry unless words follow its date.
    """

    def __init__(
        self,
        line: Line,
        head: Head,
        span: DateSpan | None,
        words: str,
        problem: UnreadableDateError | None = None,
        *,
        tentative: bool = False,
    ) -> None:
        self.line = line
        self.head = head
        self.span = span
        self.problem = problem
        self.is_tentative = tentative
        self._paragraphs = [[words]] if words else []
        self._note: list[str] = []
        self._in_note = False
        self._of_day = not words
        self.date_text = line.text[head.start : head.end].strip()
        self.column = head.start + 1
        self._is_record = _LABEL.search(line.text, 0, head.start) is not None

    @property
    def expression(self) -> Expression | None:
        """Return the date as it is written, None for a time of day."""
        return self.head.expression

    @property
    def is_coarse(self) -> bool:
        """Tell whether the date is a year, a month, or a longer stretch."""
        return self.expression is not None and self.expression.kind != "day"

    @property
    def is_waiting(self) -> bool:
        """Tell whether the date stands alone so far, with nothing below it."""
        return self._of_day and not self._paragraphs and not self._note

    @property
    def is_under_date(self) -> bool:
        """Tell whether the entry's words stand below its date, not beside it."""
        return self._of_day

    @property
    def paragraphs(self) -> int:
        """Return how many paragraphs the entry has so far."""
        return len(self._paragraphs)

    @property
    def indent(self) -> int:
        """Return how far the entry's first line is indented."""
        return indent_of(self.line.text)

    def is_list_item_of_day(self, line: Line) -> bool:
        """Tell whether a line is an item of a list that stands directly under the date."""
        if self.span is None or not self.is_waiting:
            return False
        return line.kind == "item" or (line.kind == "" and _BULLET.match(line.text) is not None)

    def next_item(self, line: Line) -> "Draft":
        """Return the draft of a list item that has its date from above."""
        return ItemDraft(line, self)

    def add(self, line: Line, new_paragraph: bool) -> None:
        """Add a line to the entry's text, or to its note."""
        note = _NOTE.match(line.text)
        if note is not None and (line.kind != "" or indent_of(line.text) > 0):
            self._note.append(strip_markup(line.text[note.end() :]))
            self._in_note = True
            return
        if self._in_note and not new_paragraph:
            self._note.append(strip_markup(line.text))
            return
        self._in_note = False
        words = strip_markup(_FIELD.sub("", line.text, count=1) if self._is_record else line.text)
        if new_paragraph or not self._paragraphs:
            self._paragraphs.append([words])
        else:
            self._paragraphs[-1].append(words)

    def entry(self, words: Words) -> Entry:
        """Return the finished entry; `words` tells which words its lines divide."""
        assert self.span is not None
        text = "\n\n".join(join_lines(lines, words) for lines in self._paragraphs)
        note = " ".join(filter(None, (self.line.note, *self._note))) or None
        given = read_given({"places": self.line.place}) if self.line.place else None
        return Entry(self.span, self.date_text, text, self.line.number, self.column, note, given)


class ItemDraft(Draft):
    """A list item under a date: an entry of its own whose date stands further up."""

    def __init__(self, line: Line, above: Draft) -> None:
        bullet = _BULLET.match(line.text)
        words = strip_markup(line.text[bullet.end() if bullet is not None and line.kind == "" else 0 :])
        super().__init__(line, above.head, above.span, words)
        self.date_text = above.date_text
        self.column = self.indent + 1

    def is_list_item_of_day(self, line: Line) -> bool:
        """Tell whether a line is a further item of the list."""
        return line.kind == "item" or (
            line.kind == "" and _BULLET.match(line.text) is not None and indent_of(line.text) <= self.indent
        )


def indent_of(text: str) -> int:
    """Return how many columns a line is indented; a tab counts as four, a wiki's further star as two."""
    expanded = text[:200].expandtabs(4)
    stars = _STARS.match(expanded)
    return len(expanded) - len(expanded.lstrip()) + (2 * len(stars[1]) if stars is not None else 0)
