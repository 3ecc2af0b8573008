"""What belongs to a page and not to its text: marks that say so by themselves, and lines that come again page by page.

    Page 2 of 3     - 12 -     A Review | Page 12       says by itself that it is a page's
    A REVIEW   12 ... A REVIEW   13                     comes again with a number that counts up
    A Review, Vol. 3, No. 1                             stands beside one of those: a volume, or the same as elsewhere

What comes again is learnt from the first few thousand lines, so that memory stays flat.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from sinorus.reading.heads import find_head
from sinorus.reading.lines import Line

_SURVEYED = 3000
_LONGEST = 120
# Running lines of two pages are this many lines apart at least, blank ones among them.
_PAGE_LENGTH = 10
_OF = r"(?:\s?(?:of|von|de|sur|из|/)\s?\d{1,4})?"
_PAGE = rf"(?:page|pg\.?|p\.|seite|página|pagina|стр\.?)\s?\d{{1,4}}{_OF}"
_APART = r"(?:\s{2,}|\t|\s?[|•·]\s?|\s[–—-]\s)"
_MARK = re.compile(
    rf"\W*(?:{_PAGE}|\d{{1,4}}\sof\s\d{{1,4}}|\d{{1,4}}\s?\|\s?page|[-–—]\s?\d{{1,3}}\s?[-–—])\W*"
    rf"|\S.{{1,80}}?(?:{_APART}{_PAGE}|\spage\s\d{{1,4}}\sof\s\d{{1,4}})\W*"
    rf"|\W*{_PAGE}{_APART}\S.{{1,80}}",
    re.IGNORECASE,
)
# Without one of these no line is a mark; to look for them costs less than to match.
_HINT = re.compile(r"\d\sof\s\d|[-–—]\s?\d{1,3}\s?[-–—]|page|pg|\bp\.|seite|página|pagina|стр", re.IGNORECASE)
_VOLUME = re.compile(
    r"\b(?:Vol(?:ume)?|No|Nr|Issue|Number)\.?\s?\d|©|\(c\)\s\d{4}|https?://|\bwww\.|\bISSN\b|\bdoi\b", re.IGNORECASE
)
_COUNTED = re.compile(r"(?P<first>\d{1,3})(?=\s|\W*$)|\S.*?\s(?P<last>\d{1,3})\W*$")
_SET_OFF = re.compile(rf"\d{{1,3}}{_APART}\D|.*\S{_APART}\d{{1,3}}$|\W*\d{{1,3}}\W*$")
_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d]")


@dataclass(slots=True)
class Furniture:
    """What comes again on a document's pages: patterns of lines that count up, and of lines beside a page mark."""

    counting: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)

    def marks_page(self, line: Line) -> bool:
        """Tell whether a line is a page's own, wherever it stands."""
        text = line.text
        if not _is_short(line) or _DIGITS.search(text) is None:
            return False
        return is_page_mark(text) or (bool(self.counting) and _pattern(text) in self.counting and not _is_entry(text))

    def may_stand_beside(self, line: Line) -> bool:
        """Tell whether a line is a page's own if it stands beside one that is."""
        text = line.text
        if not _may_run(line):
            return False
        known = bool(self.beside) and _pattern(text) in self.beside
        return (known or _VOLUME.search(text) is not None) and not _is_entry(text)


def find_furniture(lines: Iterable[Line]) -> Furniture:
    """Return what comes again on the pages of a document, by its first few thousand lines."""
    sample = [line for line in islice(lines, _SURVEYED) if line.text.strip()]
    furniture = Furniture(_find_counting(sample))
    marks = [at for at, line in enumerate(sample) if furniture.marks_page(line)]
    neighbours = {at + step for at in marks for step in (-2, -1, 1, 2)} - set(marks)
    patterns = Counter(_pattern(sample[at].text) for at in neighbours if 0 <= at < len(sample) and _may_run(sample[at]))
    furniture.beside = {pattern for pattern, count in patterns.items() if count >= 2 and _LETTER.search(pattern)}
    return furniture


def is_page_mark(text: str) -> bool:
    """Tell whether a line says by itself that it is a page's.

    >>> is_page_mark("Page 2 of 3"), is_page_mark("A Review | Page 12"), is_page_mark("They met on page 12.")
    (True, True, False)
    """
    if len(text) > _LONGEST or _HINT.search(text) is None or _MARK.fullmatch(text.strip()) is None:
        return False
    head = find_head(text)
    return head is None or not (head.is_firm and head.is_day)


@dataclass(slots=True)
class _Count:
    """How a line that comes again counts: its last number and line, the steps that fit pages and those that do not."""

    number: int
    line: int
    needed: int
    steps: int = 0
    slips: int = 0

    def step(self, number: int, line: int) -> None:
        """Count the same line further down: on the next page, or on the next left or right one."""
        if 1 <= number - self.number <= 2 and line - self.line >= _PAGE_LENGTH:
            self.steps += 1
        else:
            self.slips += 1
        self.number, self.line = number, line


def _find_counting(sample: list[Line]) -> set[str]:
    """Return the patterns of lines that come again with a number that counts up page by page."""
    counts: dict[str, _Count] = {}
    months = False
    for line in filter(_is_short, sample):
        months = months or _is_month_alone(line.text)
        counted = _COUNTED.match(line.text.strip())
        if counted is None:
            continue
        pattern, number = _pattern(line.text), int(counted["first"] or counted["last"])
        if pattern in counts:
            counts[pattern].step(number, line.number)
        else:
            counts[pattern] = _Count(number, line.number, 1 if _SET_OFF.match(line.text.strip()) is not None else 2)
    found = {pattern for pattern, count in counts.items() if count.steps >= max(count.needed, 4 * count.slips)}
    return found - {"#"} if months else found  # below a month, a number alone is a day


def _is_month_alone(text: str) -> bool:
    head = find_head(text)
    expression = head.expression if head is not None and head.strength == "alone" else None
    return expression is not None and expression.kind == "month"


def _is_entry(text: str) -> bool:
    """Tell whether a line heads an entry or a group of them, and so is no page's."""
    head = find_head(text)
    return head is not None and head.expression is not None and (head.is_day or head.expression.kind != "day")


def _is_short(line: Line) -> bool:
    return line.kind == "" and 0 < len(line.text) <= _LONGEST


def _may_run(line: Line) -> bool:
    """Tell whether a line has the look of a running head: short, and neither the end nor the middle of a sentence."""
    text = line.text.strip()
    return _is_short(line) and text[-1:] not in ".!?" and not text[:1].islower()


def _pattern(text: str) -> str:
    return " ".join(_DIGITS.sub("#", text).split()).casefold()
