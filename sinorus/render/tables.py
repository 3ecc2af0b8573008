"""An answer of plain columns -> a rich table fitted to a terminal: lists, counts, chosen columns of events.

Numbers and dates never wrap; texts share what is left, each by how much it has to say, and no word is broken that fits.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from sinorus.render.answer import Answer, Cell, cell_text
from sinorus.render.drawing import STYLES, draw, safe_text
from sinorus.render.safe import one_line
from sinorus.render.terminal import Terminal
from sinorus.render.widths import width

_BLOCK = 200
_LONG_WORD = 40  # a longer one may be broken
_KINDS = {
    "id": "id",
    "date": "date",
    "start": "date",
    "end": "date",
    "first": "date",
    "last": "date",
    "since": "date",
    "until": "date",
    "name": "actor",
    "title": "actor",
    "actors": "actor",
    "a": "actor",
    "b": "actor",
    "a_country": "country",
    "b_country": "country",
    "country": "country",
    "countries": "country",
    "code": "country",
    "places": "place",
    "topics": "topic",
    "slug": "topic",
    "activities": "activity",
    "origin": "quiet",
    "kind": "quiet",
    "native_name": "quiet",
    "description": "quiet",
    "bar": "bar",
}
_FIXED = frozenset(
    "id date start end precision first last since until events line country code a_country b_country kind origin bar"
    " latitude longitude plover_type plover_mode slug".split()
)


def render_table(answer: Answer[Any], terminal: Terminal, *, title: str = "", header: bool = True) -> Iterator[str]:
    """Yield a table, some hundred rows at a time and all alike."""
    rows = iter(answer.rows())
    block = list(islice(rows, _BLOCK))
    if not block:
        return
    columns = [name for name, cells in zip(answer.columns, zip(*block, strict=True), strict=True) if _says(name, cells)]
    places = [list(answer.columns).index(name) for name in columns]
    widths = _share(columns, [[row[place] for place in places] for row in block], terminal.width)
    if title:
        yield from draw([safe_text(title, "head")], terminal)
    while block:
        table = _empty_table(columns, widths, block, places, header)
        for row in block:
            table.add_row(*(_cell(name, row[place]) for name, place in zip(columns, places, strict=True)))
        yield from draw([table], terminal)
        block, header = list(islice(rows, _BLOCK)), False


def new_table(header: bool = True) -> Table:
    """Return a table without columns, in the look of all of them."""
    return Table(
        box=box.SIMPLE_HEAD if header else None,
        show_header=header,
        header_style=STYLES["head"],
        padding=(0, 1, 0, 0),
        pad_edge=False,
        show_edge=False,
    )


def _heading(name: str) -> str:
    """Return what stands over a column: of a pair, each side's country is beside its name."""
    return one_line(name.removeprefix("a_").removeprefix("b_").replace("_", " "))


def _says(name: str, cells: tuple[Cell, ...]) -> bool:
    """Tell whether a column has anything to say; an empty one only takes room."""
    return name in {"events", "text"} or any(cell not in (None, "", ()) for cell in cells)


def _empty_table(
    columns: list[str], widths: list[int], block: list[list[Cell]], places: list[int], header: bool
) -> Table:
    table = new_table(header)
    for name, wide, place in zip(columns, widths, places, strict=True):
        numeric = all(isinstance(row[place], int | float) or row[place] is None for row in block)
        table.add_column(
            _heading(name),
            width=wide,
            no_wrap=name in _FIXED,
            overflow="fold",
            justify="right" if numeric else "left",
        )
    return table


def _cell(name: str, cell: Cell) -> Text:
    return safe_text(cell_text(cell), _KINDS.get(name, ""))


def _share(columns: list[str], rows: list[list[Cell]], total: int) -> list[int]:
    """Return a width for each column: what it needs, or its share of what the fixed ones leave."""
    needs = [
        max(width(_heading(name)), *(width(one_line(cell_text(row[place]))) for row in rows))
        for place, name in enumerate(columns)
    ]
    left = total - 2 * (len(columns) - 1)
    open_places = [place for place, name in enumerate(columns) if name not in _FIXED]
    left -= sum(needs[place] for place in range(len(columns)) if place not in open_places)
    least = [
        max(map(width, f"{_heading(name)} {' '.join(one_line(cell_text(row[place])) for row in rows)}".split()))
        for place, name in enumerate(columns)
    ]
    while open_places:
        fair = left // len(open_places)
        fitting = [place for place in open_places if needs[place] <= fair]
        tight = [place for place in open_places if fair < least[place] <= _LONG_WORD]
        if not fitting and tight and sum(least[place] for place in open_places) <= left:
            for place in tight:
                needs[place] = least[place]
            fitting = tight
        if not fitting:
            for place in open_places:
                needs[place] = max(8, fair + (left - fair * len(open_places) if place == open_places[-1] else 0))
            break
        left -= sum(needs[place] for place in fitting)
        open_places = [place for place in open_places if place not in fitting]
    return needs
