"""Clause: a condition on `events` in SQL with its parameters, and the same with its values filled in.

A value reaches SQL as a parameter; only `literal` writes it out, quoted, for a person who wants to go on from there.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

Value: TypeAlias = str | int
# What a terminal may obey, and halves of surrogate pairs; `render.safe` writes it out by the same pattern, so that
# there is no character which one of them knows and the other does not.
ACTING = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


class Clause(NamedTuple):
    """A piece of SQL and the values of its question marks, in order."""

    sql: str
    params: tuple[Value, ...] = ()

    @classmethod
    def joined(cls, word: str, clauses: Iterable["Clause"]) -> "Clause":
        """Return several clauses as one, with `word` between them."""
        parts = list(clauses)
        values = tuple(value for part in parts for value in part.params)
        return cls(word.join(part.sql for part in parts), values)

    def literal(self) -> str:
        """Return the SQL with every value in its place; no clause has a question mark but for a value."""
        pieces = self.sql.split("?")
        values = [*map(_quoted, self.params), ""]
        return "".join(piece + value for piece, value in zip(pieces, values, strict=True))


def marks(values: Iterable[Value]) -> str:
    """Return a question mark for each value."""
    return ", ".join("?" for _ in values)


def _quoted(value: Value) -> str:
    if isinstance(value, int):
        return str(value)
    quoted = "'" + value.replace("'", "''") + "'"
    if value.isprintable():
        return quoted
    # In a statement to be pasted it is written as numbers, so that it is the same value.
    pieces = re.split(f"({ACTING}+)", quoted)
    pieces[1::2] = [f"' || char({', '.join(str(ord(c)) for c in piece)}) || '" for piece in pieces[1::2]]
    return "".join(pieces)
