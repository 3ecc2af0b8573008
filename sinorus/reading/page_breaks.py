"""Lines of a text that was copied from pages -> the same lines, with what only belongs to a page marked as such.

    May 5, 2024: The envoy visits Rome and meets
    Page 2 of 3                                        kind "page"
    A Review, Vol. 3, March 1, 2019                    kind "page"
    his counterpart.

Such a line interrupts nothing: what is below goes on with what is above. Blank lines beside it go with it.
"""

from collections.abc import Iterable, Iterator

from sinorus.reading.furniture import Furniture
from sinorus.reading.lines import Line

_MOST_HELD = 8


def mark_pages(lines: Iterable[Line], furniture: Furniture) -> Iterator[Line]:
    """Yield the lines of a document, what belongs to its pages under the kind "page"."""
    held: list[Line] = []
    turned = False
    for line in lines:
        if not line.text and not held:
            if not turned:
                yield line
        elif furniture.marks_page(line):
            yield from (one._replace(kind="page") for one in held if not _is_blank(one))
            held.clear()
            yield line._replace(kind="page")
            turned = True
        elif _is_blank(line):
            if held:
                held.append(line)
            elif not turned:
                yield line
        elif furniture.may_stand_beside(line):
            if turned:
                yield line._replace(kind="page")
            else:
                held.append(line)
        else:
            turned = False
            yield from held
            held.clear()
            yield line
        if len(held) > _MOST_HELD:
            yield from held
            held.clear()
    yield from held


def _is_blank(line: Line) -> bool:
    return line.kind == "" and (not line.text or line.text.isspace())
