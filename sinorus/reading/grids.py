"""The cells of a table -> one line a row, its date in front: "5 March 2019<tab>Beijing; Talks open".

The first row may name the columns, by the names that a CSV file has; the column of dates is moved to the front, behind
that of years, places and notes are kept apart from the words, and numbers and references are left out. A cell that
spans several rows counts for each of them; an empty cell for the date has that of the row above.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sinorus.reading.lines import Line
from sinorus.reading.records import field_of

Cell = tuple[str, int]
Grid = list[tuple[int, list[Cell]]]
# Columns that are no part of what happened: the place and the note are kept beside it, the others are not.
_APART = frozenset(("places", "note", "source", "number"))
_NUMBER = re.compile(
    r"#|№|s/n|(?:no|nr|num|number|ref|refs|references?|footnotes?|citations?|links?)\.?(?:\(s\))?", re.IGNORECASE
)
_YEAR = re.compile(r"years?", re.IGNORECASE)
_DATE = re.compile(r"(?:date|dates|when|day|days|time|period|month)(?:\s.{0,30})?|date\(s\)", re.IGNORECASE)
_NAME = re.compile(r"[^\d]{0,40}")


class Row(NamedTuple):
    """A row that is ready to be read as a line: what its own columns say of the place and by way of a note apart."""

    line: int
    text: str
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the first row names, by number: dates, in their order; what happened, and what else; places; notes."""

    dates: list[int]
    words: list[int]
    places: list[int]
    notes: list[int]

    def row(self, line: int, texts: list[str]) -> Row:
        """Return the row of some cells; where they tell no more than a place, that is what happened."""
        dates, words, places, notes = (
            [texts[at] for at in columns if at < len(texts) and texts[at]]
            for columns in (self.dates, self.words, self.places, self.notes)
        )
        text = "\t".join((dates[0], _join([*dates[1:], *(words or places)]))) if dates else _join(words or places)
        return Row(line, text.rstrip("\t"), "; ".join(places), _join(notes))


def rows_of_grid(grid: Iterable[tuple[int, list[Cell]]]) -> Iterator[Row]:
    """Yield each row that has text.

    Shape: a grid gives a line number and the cells of each row, each cell its text and how many rows it spans.
    """
    columns: Columns | None = None
    above: list[str] = []
    pending: dict[int, tuple[str, int]] = {}
    for number, (line, cells) in enumerate(grid):
        texts = _spread(cells, pending)
        if number == 0 and (columns := _columns(texts)) is not None:
            continue
        if columns is None:
            row = Row(line, _row_of_unnamed([text for text in texts if text]))
        else:
            texts = above = _dated(texts, above, columns.dates)
            row = columns.row(line, texts)
        if row.text:
            yield row


def names_dates(names: list[str]) -> bool:
    """Tell whether a row names columns, one of them of dates."""
    return _columns(names) is not None


def line_of_row(row: Row) -> Line:
    """Return a row as a line to read."""
    return Line(row.line, row.text, "row", row.place, row.note)


def _row_of_unnamed(filled: list[str]) -> str:
    return "\t".join((filled[0], _join(filled[1:]))) if len(filled) > 1 else "".join(filled)


def _join(cells: list[str]) -> str:
    """Return cells as one text: a sentence ends with its own mark, and what is none is set off by a semicolon."""
    text = ""
    for cell in cells:
        text += ("" if not text else " " if text[-1] in '.!?”"' else "; ") + cell
    return text


def _dated(texts: list[str], above: list[str], dates: list[int]) -> list[str]:
    """Return a row's texts with the date of the row above where its own cells for that are empty."""
    if max(dates) >= min(len(texts), len(above)) or any(texts[i] for i in dates) or not any(texts):
        return texts
    return [above[i] if i in dates else text for i, text in enumerate(texts)]


def _spread(cells: list[Cell], pending: dict[int, tuple[str, int]]) -> list[str]:
    """Return a row's texts with those of cells from above that reach down to it."""
    texts: list[str] = []
    waiting = list(cells)
    while waiting or len(texts) in pending:
        column = len(texts)
        if column in pending:
            text, left = pending.pop(column)
        else:
            text, left = waiting.pop(0)
        texts.append(text)
        if left > 1:
            pending[column] = (text, left - 1)
    return texts


def _columns(names: list[str]) -> Columns | None:
    """Return what the columns are, when a row names them and one is of dates."""
    if len(names) < 2 or not all(_NAME.fullmatch(name) for name in names):
        return None
    years = [i for i, name in enumerate(names) if _YEAR.fullmatch(name)]
    dates = [i for i, name in enumerate(names) if _DATE.fullmatch(name)]
    if not years and not dates:
        return None
    first = [*years[:1], *dates[:1]]
    fields = [
        None if at in first else "number" if _NUMBER.fullmatch(name) else field_of(name)
        for at, name in enumerate(names)
    ]
    told = [at for field in ("headline", "text") for at, one in enumerate(fields) if one == field]
    known = {*first, *told, *(at for at, field in enumerate(fields) if field in _APART)}
    others = [at for at in range(len(names)) if at not in known]
    places, notes = ([at for at, one in enumerate(fields) if one == field] for field in ("places", "note"))
    return Columns(first, [*told, *others], places, notes)
