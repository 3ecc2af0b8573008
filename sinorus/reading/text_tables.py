"""Tables that are typed into a text -> their rows, one line each: those of Markdown, and those of a wiki.

    | Date        | Place | Event       |      {| class="wikitable"
    |-------------|-------|-------------|      ! Date !! Place !! Event
    | May 5, 2003 | Rome  | Talks open. |      |-
                                               | May 5, 2003 || Rome || Talks open.
                                               |}

A Markdown table counts when its first row names a column of dates; any other line with bars stays as it is.
"""

import re
from collections.abc import Iterable, Iterator

from sinorus.reading.grids import Cell, line_of_row, names_dates, rows_of_grid
from sinorus.reading.lines import Line
from sinorus.reading.markup import drop_references, strip_markup, unwrap_head

_LONGEST_NAMES = 400
_BAR = re.compile(r"(?<!\\)\|")
_BORDER = re.compile(r"[\s|:+=-]*-[\s|:+=-]*")
_ATTRIBUTES = re.compile(r"\s*(?:[\w-]+\s*=\s*(?:\"[^\"]{0,200}\"|[\w%.-]{1,40})\s*)+\|(?!\|)")
_ROWSPAN = re.compile(r"rowspan\s*=\s*\"?\s*(\d{1,3})")
_DIVIDER, _HEAD_DIVIDER = re.compile(r"\|\|"), re.compile(r"\|\||!!")


class _Lines:
    """The lines of a table, and the line at which it ended, which is none of it."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._first: Line | None = None
        self._last: Line | None = None

    def begin(self, line: Line) -> "_Lines":
        """Give a line before those that follow."""
        self._first = line
        return self

    def __iter__(self) -> Iterator[Line]:
        first, self._first = self._first, None
        if first is not None:
            yield first
        for line in self._lines:  # noqa: UP028 - "yield from" would end them with the table
            yield line

    def take_back(self, line: Line) -> None:
        """Keep a line that is no part of the table."""
        self._last = line

    def taken_back(self) -> Line | None:
        """Return the line at which the table ended, once."""
        last, self._last = self._last, None
        return last


def mark_rows(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of a text, the rows of its tables under the kind "row" with their dates in front."""
    source = iter(lines)
    rest = _Lines(source)
    for one in source:
        line: Line | None = one
        while line is not None:
            rows = _rows(line, rest) if "|" in line.text and line.kind == "" else None
            if rows is None:
                yield line
                break
            yield from map(line_of_row, rows_of_grid(rows))
            line = rest.taken_back()


def _rows(line: Line, rest: _Lines) -> Iterator[tuple[int, list[Cell]]] | None:
    """Return the rows of the table that a line begins, if it begins one."""
    if line.text.lstrip().startswith("{|"):
        return _wiki_rows(rest)
    if len(line.text) <= _LONGEST_NAMES and names_dates([text for text, _ in _cells(line.text)]):
        return _markdown_rows(rest.begin(line))
    return None


def _markdown_rows(rest: _Lines) -> Iterator[tuple[int, list[Cell]]]:
    """Yield the rows up to the first line without a bar."""
    for line in rest:
        if line.kind != "" or "|" not in line.text:
            rest.take_back(line)
            return
        if _BORDER.fullmatch(line.text) is None:
            yield line.number, _cells(line.text)


def _cells(text: str) -> list[Cell]:
    inner = text.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [(_plain(cell.replace("\\|", "|")), 1) for cell in _BAR.split(inner)]


def _wiki_rows(rest: _Lines) -> Iterator[tuple[int, list[Cell]]]:
    """Yield the rows up to the end of the table; one that is left open ends with the next heading or paragraph."""
    cells: list[list[str]] = []
    number, blank = 0, False
    for line in rest:
        text = line.text.strip()
        if line.kind != "" or text.startswith("==") or (blank and text and text[0] not in "|!*#:"):
            rest.take_back(line)
            break
        blank = not text
        if text.startswith("|}"):
            break
        if text.startswith(("|-", "|+")):
            if cells:
                yield number, [_wiki_cell(" ".join(pieces)) for pieces in cells]
            cells, number = [], 0
        elif text[:1] in {"|", "!"}:
            number = number or line.number
            divider = _HEAD_DIVIDER if text[0] == "!" else _DIVIDER
            cells += [[cell] for cell in divider.split(drop_references(text[1:]))]
        elif cells and text:
            cells[-1].append(text)
    if cells:
        yield number, [_wiki_cell(" ".join(pieces)) for pieces in cells]


def _wiki_cell(text: str) -> Cell:
    attributes = _ATTRIBUTES.match(text)
    span = _ROWSPAN.search(attributes.group()) if attributes is not None else None
    inner = text[attributes.end() :] if attributes is not None else text
    return _plain(inner), int(span[1]) if span is not None else 1


def _plain(cell: str) -> str:
    return strip_markup(unwrap_head(cell.strip()))
