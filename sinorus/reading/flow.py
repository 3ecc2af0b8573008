"""Does an undated line go on with the entry above it, or is it the article's? Layout decides, the words only in doubt.

directly below, in a wrapped or spaced document   goes on, unless the line above ended early
indented further than the entry's first line      goes on
at the top of a page                              goes on with a sentence that the page before leaves open
after a blank line, under a date alone            goes on, until a heading
after a blank line, beside its date               goes on where the author's entries have several paragraphs as a
                                                  rule, or when it points back ("The two also ...")
below a table                                      ends the entry
a heading, "Sources", "About the author"          ends the entry
"""

import re

from sinorus.reading.drafts import Draft, indent_of
from sinorus.reading.lines import Line
from sinorus.reading.survey import Survey

_RULE = re.compile(r"\s*(?:\|?[\s|:*+=_~—–-]+\|?|\|?\s*(?:date|year|when)\s*\|.{0,200})\s*", re.IGNORECASE)
_HEADING = re.compile(r"\s*(?:#{1,6}\s|={2,}\s*\S.{0,150}?\s*={2,}\s*$|\*\*[^*]{1,150}\*\*:?\s*$|<h[1-6]\b)")
_LONGEST_HEADING = 300
_LAST_PART = re.compile(
    r"\s*(?:Sources?|Notes|Endnotes|Footnotes|References|Bibliography|Further reading|See also|External links|Related"
    r"|About the authors?|Acknowledge?ments?|Copyright|©|Compiled by|Prepared by|Share this|Comments?|Tags?)\b"
    r"[^.]{0,60}$",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"[\W\d]*(?:Notes|Endnotes|Footnotes|References|Bibliography|Works cited|Further reading)\W*", re.IGNORECASE
)
_TAG = re.compile(r"<[^<>]{0,120}>")
_TERMINAL = re.compile(r"[.!?…][\"”’'»)\]*_]*(?:\[\d+\])*\s*$")
_POINTS_BACK = re.compile(
    r"(?:He|She|They|Both|Also|In addition|The (?:two|pair|three|four|talks|meeting|visit|sides|parties|ministers"
    r"|leaders|presidents|agreement|statement|document|delegations?))\b"
)
# No sentence ends so: "... visits Oslo with", "... the Foreign Minister of", "... Zarif and".
_LEFT_OPEN = re.compile(
    r"(?:[,;(]|\b(?:a|an|the|and|or|but|of|in|on|at|to|for|from|by|with|between|into|than|that|which|who|whose|as|his|her"
    r"|their|its|our|is|are|was|were|has|have|will|Mr\.|Mrs\.|Ms\.|Dr\.|Gen\.|Amb\.|Sen\.|St\.))\s*$"
)
_LOWER = re.compile(r"\s*[a-zß-öø-ÿ(\d,;)\]”’]")


def is_rule(text: str) -> bool:
    """Tell whether a line only draws: an underline, a table's border or its header row."""
    return len(text) < 400 and _RULE.fullmatch(text) is not None


def is_heading(line: Line) -> bool:
    """Tell whether a line is marked as a heading."""
    return line.kind == "heading" or (
        line.kind == "" and len(line.text) <= _LONGEST_HEADING and _HEADING.match(line.text) is not None
    )


class Flow:
    """What the lines just read say about the next one."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._width = survey.width
        self._spaced = survey.is_spaced
        self._paragraphs = survey.paragraphs
        self._before = ""
        self._turned = False
        self.was_blank = True

    def blank(self) -> None:
        """Pass a blank line."""
        self.was_blank = True

    def turn_page(self) -> None:
        """Pass the end of a page: what stood between its lines and those of the next is not known any more."""
        self._turned = True
        self.was_blank = False

    def pass_line(self, line: Line) -> None:
        """Pass a line that was taken."""
        self._before = line.text[-_LONGEST_HEADING:]
        self.was_blank = self._turned = False

    def is_new_paragraph(self, line: Line) -> bool:
        """Tell whether a line begins a paragraph of its own."""
        return line.kind != "" or self.was_blank or not self._is_wrapped(line.text)

    def runs_on(self, line: Line) -> bool:
        """Tell whether a line that looks like a head is rather the middle of a sentence that was wrapped."""
        if line.kind != "" or self.was_blank or not self._width:
            return False
        full = len(self._before) >= 0.75 * self._width
        return full and _TERMINAL.search(self._before) is None

    def is_references(self, line: Line) -> bool:
        """Tell whether a line is nothing but the heading of notes or references, whose dates are no entries."""
        apart = self.was_blank or self._turned
        if len(line.text) > _LONGEST_HEADING or (line.kind == "" and (not apart or indent_of(line.text))):
            return False
        return _REFERENCES.fullmatch(_TAG.sub("", line.text)) is not None

    def is_line_below(self, line: Line, draft: Draft) -> bool:
        """Tell whether a line of a document that is not wrapped stands directly below a sentence of the entry."""
        ended = not (self.was_blank or self._turned or self._width) and _TERMINAL.search(self._before) is not None
        return ended and line.kind == "" and indent_of(line.text) <= draft.indent

    def belongs(self, line: Line, draft: Draft) -> bool:
        """Tell whether an undated line is part of the open entry."""
        if line.kind in {"more", "br"}:
            return True
        if draft.line.kind == "row" and line.kind != "row" and not draft.is_waiting:
            return False
        text = line.text
        if len(text) <= _LONGEST_HEADING and _LAST_PART.match(text) is not None:
            return False
        if line.kind == "" and indent_of(text) >= draft.indent + 2:
            return True
        if line.kind == "" and not self.was_blank:
            near = not self._turned and (self._spaced or draft.is_under_date)
            if near or self._is_wrapped(text):
                return True
        if draft.is_under_date:
            return True
        return draft.paragraphs <= self._paragraphs or _POINTS_BACK.match(text) is not None

    def _is_wrapped(self, text: str) -> bool:
        """Tell whether a line goes on with the paragraph of the line directly above it."""
        if _LOWER.match(text) is not None and _TERMINAL.search(self._before) is None:
            return True
        if _LEFT_OPEN.search(self._before) is not None:
            return True
        if not (self._width or self._turned):
            return False
        if _TERMINAL.search(self._before) is None:
            return True
        if not self._width:
            return False
        word = text.strip().split(" ", 1)[0]
        return len(self._before) + 1 + len(word) > self._width
