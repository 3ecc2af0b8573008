"""A text that is a date and nothing else -> its span: a cell of a table, a label, a period.

>>> parse_date("April 8-9, 2024").edtf
'2024-04-08/2024-04-09'
"""

from sinorus.dates.extents import UnreadableDateError
from sinorus.dates.grammar import read_expressions
from sinorus.dates.resolving import NOTHING_KNOWN, Known, resolve_expression
from sinorus.dates.tokens import read_tokens
from sinorus.span import DateSpan

_MARKS = " \t\r\n\u00a0.,;:()[]\"'"


def parse_date(text: str, known: Known = NOTHING_KNOWN) -> DateSpan:
    """Parse a date that fills its text; `known` gives what the text may leave out.

    Raises: UnreadableDateError when the text is no date, or the date cannot be.
    """
    if len(text) > 200:
        raise UnreadableDateError("this is no date", "Write it as in March 5, 2024, or as 2024-03-05.")
    tokens = read_tokens(text)
    problem: UnreadableDateError | None = None
    for expression in read_expressions(tokens):
        if text[expression.end :].strip(_MARKS):
            continue
        try:
            return resolve_expression(expression, known)
        except UnreadableDateError as error:
            problem = problem or error
    raise problem or UnreadableDateError("this is no date", "Write it as in March 5, 2024, or as 2024-03-05.")
