"""A line of a document, as every reader hands it on: its number, its words, and what the layout says of it."""

from typing import Literal, NamedTuple

LineKind = Literal["", "heading", "paragraph", "item", "more", "br", "row", "page"]


class Line(NamedTuple):
    """One line or block.

    `kind` is empty for a line of plain text, where only blank lines and indents tell paragraphs apart. Elsewhere it
    is the block: a heading, a paragraph, a list item, a further paragraph of the same item, what follows a line
    break, a table row, or what belongs to the page and not to its text. `place` and `note`
    are what a row's own columns for those say.
    Units: `number` counts from 1.
    """

    number: int
    text: str
    kind: LineKind = ""
    place: str = ""
    note: str = ""
