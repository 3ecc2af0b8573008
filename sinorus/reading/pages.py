"""The pieces of a printed page -> its lines in reading order: columns one after the other, tables row by row.

Units: points; y grows upwards. Widths are estimated from the number of letters, since a PDF need not tell them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from sinorus.reading.heads import find_head

_LETTER = 0.5
_LOWEST_SHARE = 0.2
_SPACE = re.compile(r"\s+")
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*(?:\d{1,3}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)


class Piece(NamedTuple):
    """Some letters at a place on a page; a line's end among them ends the line."""

    x: float
    y: float
    size: float
    text: str


@dataclass(slots=True)
class Run:
    """A line, or the part of one that stands in one column."""

    x: float
    y: float
    size: float
    text: str

    @property
    def right(self) -> float:
        """Return roughly where the run ends."""
        return self.x + _LETTER * self.size * len(self.text)


def join_pieces(pieces: list[Piece]) -> list[Run]:
    """Return the runs of a page: pieces that follow one another on one line are joined."""
    runs: list[Run] = []
    ended = True
    for piece in pieces:
        text = _SPACE.sub(" ", piece.text)
        if runs and not ended and abs(runs[-1].y - piece.y) < 0.6 * piece.size:
            runs[-1].text += text
        elif text.strip():
            runs.append(Run(piece.x, piece.y, piece.size, text))
        ended = piece.text.endswith("\n")
    for run in runs:
        run.text = run.text.strip()
    return [run for run in runs if run.text]


def drop_running_heads(pages: list[list[Run]]) -> list[list[Run]]:
    """Return the pages without what stands at the top or foot of many of them, and without page numbers."""
    edges = [_edges(runs) for runs in pages]
    seen = Counter(pattern for runs in edges for pattern in {_pattern(run.text) for run in runs})
    often = max(2, round(0.3 * len(pages)))
    return [
        [
            run
            for run in runs
            if run not in edge or not (_PAGE_NUMBER.fullmatch(run.text) or seen[_pattern(run.text)] >= often)
        ]
        for runs, edge in zip(pages, edges, strict=True)
    ]


def lay_out(pages: list[list[Run]], widths: list[float]) -> Iterator[str]:
    """Yield the lines of all pages in reading order, with a blank one where a gap is wider than within a paragraph."""
    columns = [_right_column(runs, width) for runs, width in zip(pages, widths, strict=True)]
    found = Counter(round(column) for column in columns if column is not None)
    usual = found.most_common(1)[0][0] if found else None
    for runs, column, width in zip(pages, columns, widths, strict=True):
        # The last page may have only a few lines in its right column.
        short = column is None and usual is not None and any(abs(run.x - usual) <= 5 for run in runs)
        ordered = _order(runs, usual if short else column, width)
        leading = _leading(ordered)
        above: Run | None = None
        for run in ordered:
            if above is not None and (above.y - run.y > 1.3 * leading or above.size > 1.15 * run.size):
                yield ""
            yield run.text
            above = run


def _order(runs: list[Run], right: float | None, width: float) -> list[Run]:
    """Return the runs in reading order; a line over both columns divides what is above it from what is below."""
    if right is None:
        return _rows(runs)
    ordered: list[Run] = []
    columns: tuple[list[Run], list[Run]] = ([], [])
    for run in sorted(runs, key=lambda run: -run.y):
        if run.x < right - 3 and run.right > right + 0.15 * width:
            ordered += [*_rows(columns[0]), *_rows(columns[1]), run]
            columns = ([], [])
        else:
            columns[run.x >= right - 3].append(run)
    return [*ordered, *_rows(columns[0]), *_rows(columns[1])]


def _right_column(runs: list[Run], width: float) -> float | None:
    """Return where a right column begins, or None when the page has one column or is a table."""
    starts = Counter(5 * round(run.x / 5) for run in runs if run.x > 0.38 * width)
    if not starts:
        return None
    start, count = starts.most_common(1)[0]
    left = [run for run in runs if run.x < start - 15]
    if count < 4 or count < _LOWEST_SHARE * len(runs) or len(left) < 3:
        return None
    if sum(run.right <= start + 15 for run in left) < 0.7 * len(left):
        return None
    dates = sum((head := find_head(run.text)) is not None and head.strength == "alone" for run in left)
    return None if dates >= 0.6 * len(left) else min(run.x for run in runs if abs(run.x - start) <= 5)


def _rows(runs: list[Run]) -> list[Run]:
    """Return runs from top to bottom; what stands beside one another in one row is joined by a tab."""
    rows: list[Run] = []
    for run in sorted(runs, key=lambda run: -run.y):
        if rows and abs(rows[-1].y - run.y) < 0.4 * run.size and abs(rows[-1].x - run.x) > run.size:
            one, other = sorted((rows[-1], run), key=lambda run: run.x)
            rows[-1] = Run(one.x, one.y, one.size, f"{one.text}\t{other.text}")
        else:
            rows.append(run)
    return rows


def _leading(runs: list[Run]) -> float:
    gaps = [above.y - run.y for above, run in pairwise(runs) if 0 < above.y - run.y < 4 * run.size]
    return median(sorted(gaps)[: max(1, len(gaps) * 3 // 4)]) if gaps else 12.0


def _edges(runs: list[Run]) -> list[Run]:
    """Return what stands on the two highest and the two lowest lines of a page."""
    heights = sorted({round(run.y) for run in runs}, reverse=True)
    outer = {*heights[:2], *heights[-2:]} if len(heights) > 4 else {*heights[:1], *heights[-1:]}
    return [run for run in runs if round(run.y) in outer]


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "#", text)
