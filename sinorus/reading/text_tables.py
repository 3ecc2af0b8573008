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
    """Lines one by one, with the last one to take back."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = iter(lines)
        self._back: list[Line] = []

    def __iter__(self) -> Iterator[Line]:
        return self

    def __next__(self) -> Line:
        return self._back.pop() if self._back else next(self._lines)

    def take_back(self, line: Line) -> None:
        """Give a line again, as the next one."""
        self._back.append(line)


def mark_rows(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of a text, the rows of its tables under the kind "row" with their dates in front."""
    rest = _Lines(lines)
    for line in rest:
        if line.kind != "" or "|" not in line.text[:_LONGEST_NAMES]:
            yield line
        elif line.text.lstrip().startswith("{|"):
            yield from map(line_of_row, rows_of_grid(_wiki_rows(rest)))
        elif len(line.text) <= _LONGEST_NAMES and names_dates([text for text, _ in _cells(line.text)]):
            rest.take_back(line)
            yield from map(line_of_row, rows_of_grid(_markdown_rows(rest)))
        else:
            yield line


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
    cells: list[str] = []
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
                yield number, [_wiki_cell(cell) for cell in cells]
            cells, number = [], 0
        elif text[:1] in {"|", "!"}:
            number = number or line.number
            divider = _HEAD_DIVIDER if text[0] == "!" else _DIVIDER
            cells += divider.split(drop_references(text[1:]))
        elif cells and text:
            cells[-1] += f" {text}"
    if cells:
        yield number, [_wiki_cell(cell) for cell in cells]


def _wiki_cell(text: str) -> Cell:
    attributes = _ATTRIBUTES.match(text)
    span = _ROWSPAN.search(attributes.group()) if attributes is not None else None
    inner = text[attributes.end() :] if attributes is not None else text
    return _plain(inner), int(span[1]) if span is not None else 1


def _plain(cell: str) -> str:
    return strip_markup(unwrap_head(cell.strip()))
