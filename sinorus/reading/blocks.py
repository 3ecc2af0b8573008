"""Pieces of text from a page or a word-processor file -> blocks with their kind, ready to be read as lines.

A date that is emphasised at the beginning of a block ("<strong>April 8</strong> FM Lavrov ...") gets a tab behind
it, since the emphasis was its separator.
"""

from dataclasses import dataclass

from sinorus.reading.grids import Row, line_of_row
from sinorus.reading.heads import find_head
from sinorus.reading.lines import Line, LineKind

_LONGEST_DATE = 80


@dataclass(slots=True)
class _Item:
    """A list item or cell that is open: how many blocks it has so far, and whether they are a date alone."""

    blocks: int = 0
    is_date: bool = False


class BlockWriter:
    """Collects pieces of text into blocks."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._pieces: list[str] = []
        self._number = 0
        self._kind: LineKind = "paragraph"
        self._items: list[_Item] = []
        self._emphasis = 0
        self._emphasised = False

    def lines(self) -> list[Line]:
        """Return the blocks."""
        self.end_block()
        return _join_broken(self._lines)

    def begin(self, kind: LineKind) -> None:
        """Say what the next block is."""
        self._kind = kind

    def begin_item(self, *, is_list: bool) -> None:
        """Begin a list item or cell; one inside an item that has more words than a date only goes on with it."""
        above = self._items[-1] if self._items else _Item()
        inside = above.blocks > 0 and not above.is_date
        self._items.append(_Item())
        self._kind = "br" if inside else "item" if is_list else "paragraph"

    def end_item(self) -> None:
        """End a list item or cell."""
        if self._items:
            self._items.pop()

    def begin_emphasis(self) -> None:
        """Begin an emphasised piece of a block."""
        self._emphasis += 1
        if not self._text():
            self._emphasised = True

    def end_emphasis(self) -> None:
        """End an emphasised piece: a date that fills it is set off from what follows."""
        self._emphasis -= 1
        text = self._text()
        if self._emphasised and self._emphasis == 0 and 0 < len(text) <= _LONGEST_DATE:
            self._emphasised = False
            if _is_date(text):
                self._pieces.append("\t")

    def say(self, text: str, number: int) -> None:
        """Add words to the block, from a line of the document."""
        if not self._text():
            self._number = number
            self._pieces.clear()
        self._pieces.append(text)

    def break_line(self) -> None:
        """Break the line within the block."""
        kind = self._kind
        if self._flush():
            self._kind = "br"
        else:
            self._kind = "paragraph" if kind == "br" else kind

    def end_block(self) -> None:
        """End the block; a further block of the same item only goes on with it."""
        self._flush()
        self._kind = "more" if self._items and self._items[-1].blocks > 0 else "paragraph"

    def row(self, row: Row) -> None:
        """Add a row of a table."""
        self._lines.append(line_of_row(row))

    def preformatted(self, text: str, number: int) -> None:
        """Add lines that are laid out as plain text."""
        self.end_block()
        self._lines.extend(Line(number + offset, line) for offset, line in enumerate(text.splitlines()))
        self._lines.append(Line(number, ""))

    def _text(self) -> str:
        return "".join(self._pieces).strip()

    def _flush(self) -> bool:
        text = self._text()
        self._pieces.clear()
        self._emphasised = False
        if not text:
            return False
        self._lines.append(Line(self._number, text, self._kind))
        if self._items:
            item = self._items[-1]
            item.is_date = item.blocks == 0 and len(text) <= _LONGEST_DATE and _is_date(text)
            item.blocks += 1
        return True


def _join_broken(lines: list[Line]) -> list[Line]:
    """Return the lines with a year or month beside the words from which only a line break divides it.

    A day may stand above its words; a year or month above other lines would be their heading.
    """
    joined: list[Line] = []
    for line in lines:
        above = joined[-1] if joined else None
        if line.kind == "br" and above is not None and _is_coarse(above) and find_head(line.text) is None:
            joined[-1] = above._replace(text=f"{above.text}\t{line.text}")
        else:
            joined.append(line)
    return joined


def _is_coarse(line: Line) -> bool:
    head = find_head(line.text) if line.kind != "heading" and len(line.text) <= _LONGEST_DATE else None
    return head is not None and head.strength == "alone" and not head.is_day


def _is_date(text: str) -> bool:
    head = find_head(text)
    return head is not None and head.strength == "alone"
