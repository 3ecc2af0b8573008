"""Page: labelled parts of styled text -> a page on a terminal, or the same words plain in a pipe.

    Page("#20  April 8-9, 2024", [Part("who", [[("Sergey Lavrov", "actor"), ("  Foreign Minister", "")]])])

A part is a label and lines; a line is pieces of text with the name of their style.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from sinorus.render.safe import one_line
from sinorus.render.terminal import Terminal
from sinorus.render.widths import padded, width

Piece: TypeAlias = tuple[str, str]
Line: TypeAlias = Sequence[Piece]


class Part(NamedTuple):
    """Lines under a label."""

    label: str
    lines: Sequence[Line]


class Page(NamedTuple):
    """A title and parts; a part without lines is left out."""

    title: str
    parts: Sequence[Part]


def render_page(page: Page, terminal: Terminal) -> Iterator[str]:
    """Yield the page as it suits the place."""
    parts = [part for part in page.parts if part.lines]
    drawn = _drawn if terminal.interactive else _plain
    yield from drawn(Page(page.title, parts), max((width(part.label) for part in parts), default=0), terminal)


def aligned(lines: Sequence[Line], columns: int) -> list[Line]:
    """Return lines whose first pieces, up to a number, are filled up to stand in columns."""
    widths = [max((width(one_line(line[i][0])) for line in lines if i < len(line)), default=0) for i in range(columns)]
    return [
        [(padded(one_line(text), widths[i]) if i < columns and i < len(line) - 1 else text, kind)
         for i, (text, kind) in enumerate(line)]
        for line in lines
    ]  # fmt: skip


def _plain(page: Page, labels: int, terminal: Terminal) -> Iterator[str]:  # noqa: ARG001
    yield one_line(page.title) + "\n"
    for part in page.parts:
        for number, line in enumerate(part.lines):
            label = padded("" if number else part.label, labels)
            yield f"{label}  {''.join(one_line(text) for text, _ in line)}".rstrip() + "\n"
    yield "\n"


def _drawn(page: Page, labels: int, terminal: Terminal) -> Iterator[str]:
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from sinorus.render.drawing import STYLES, draw, safe_text  # noqa: PLC0415

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=labels, no_wrap=True)
    grid.add_column(width=max(20, terminal.width - labels - 2), overflow="fold")
    for part in page.parts:
        for number, line in enumerate(part.lines):
            text = Text.assemble(*(safe_text(piece, kind) for piece, kind in line))
            grid.add_row(Text("" if number else part.label, style=STYLES["label"]), text)
    yield from draw([safe_text(page.title, "head"), grid, Text()], terminal)
