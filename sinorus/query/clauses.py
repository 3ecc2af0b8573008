"""Clause: a condition on `events` in SQL with its parameters, and the same with its values filled in.

A value reaches SQL as a parameter; only `literal` writes it out, quoted, for a person who wants to go on from there.
"""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

Value: TypeAlias = str | int


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
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"
