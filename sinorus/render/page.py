"""Page: labelled parts of styled text -> a page on a terminal, or the same words plain in a pipe.

    Page("#20  April 8-9, 2024", [Part("who", [[("Sergey Lavrov", "actor"), ("  Foreign Minister", "")]])])

A part is a label and lines; a line is pieces of text with the name of their style. The first pieces of a part's lines
may stand in columns, and what follows them is then wrapped beside them, not below.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from sinorus.render.safe import one_line
from sinorus.render.terminal import Terminal
from sinorus.render.widths import padded, width

Piece: TypeAlias = tuple[str, str]
Line: TypeAlias = Sequence[Piece]
_GAP = "  "


class Part(NamedTuple):
    """Lines under a label; the first `columns` pieces of each line stand in columns."""

    label: str
    lines: Sequence[Line]
    columns: int = 0


class Page(NamedTuple):
    """A title and parts; a part without lines is left out."""

    title: str
    parts: Sequence[Part]


def render_page(page: Page, terminal: Terminal) -> Iterator[str]:
    """Yield the page as it suits the place."""
    parts = [part for part in page.parts if part.lines]
    drawn = _drawn if terminal.interactive else _plain
    yield from drawn(Page(page.title, parts), max((width(part.label) for part in parts), default=0), terminal)


def _plain(page: Page, labels: int, terminal: Terminal) -> Iterator[str]:  # noqa: ARG001
    yield one_line(page.title) + "\n"
    for part in page.parts:
        widths = [max(width(one_line(line[place][0])) for line in part.lines) for place in range(part.columns)]
        for number, line in enumerate(part.lines):
            label = padded("" if number else part.label, labels)
            columns = [padded(one_line(text), to) for (text, _), to in zip(line, widths, strict=False)]
            rest = "".join(one_line(text) for text, _ in line[part.columns :])
            yield _GAP.join([label, *columns, rest]).rstrip() + "\n"
    yield "\n"


def _drawn(page: Page, labels: int, terminal: Terminal) -> Iterator[str]:
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from sinorus.render.drawing import STYLES, draw, safe_text  # noqa: PLC0415

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=labels, no_wrap=True)
    grid.add_column(width=max(20, terminal.width - labels - 2), overflow="fold")
    for part in page.parts:
        inner = Table.grid(padding=(0, 2, 0, 0))
        for _ in range(part.columns):
            inner.add_column(no_wrap=True)
        for line in part.lines:
            rest = Text.assemble(*(safe_text(piece, kind) for piece, kind in line[part.columns :]))
            inner.add_row(*(safe_text(piece, kind) for piece, kind in line[: part.columns]), rest)
        grid.add_row(Text(part.label, style=STYLES["label"]), inner)
    yield from draw([safe_text(page.title, "head"), grid, Text()], terminal)
