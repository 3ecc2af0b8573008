"""Dates as people write them, without the clock and without guessing: text -> expression -> span.

parse_date("April 8-9, 2024")              a text that is a date and nothing else
read_expressions(read_tokens(line))        the dates that a line may begin with, as written
resolve_expression(expression, Known(...)) the days that one means where it stands
find_expressions(text)                     the dates that stand in a sentence
"""

from sinorus.dates.expressions import Expression, Point
from sinorus.dates.extents import UnreadableDateError
from sinorus.dates.grammar import read_expressions
from sinorus.dates.parsing import parse_date
from sinorus.dates.prose import Found, find_expressions
from sinorus.dates.resolving import Known, resolve_expression
from sinorus.dates.tokens import read_tokens

__all__ = [
    "Expression",
    "Found",
    "Known",
    "Point",
    "UnreadableDateError",
    "find_expressions",
    "parse_date",
    "read_expressions",
    "read_tokens",
    "resolve_expression",
]
