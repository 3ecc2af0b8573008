"""Text from a file -> text that cannot act: on a terminal, in a spreadsheet, in Markdown.

Control characters, the marks that turn the writing direction, and halves of surrogate pairs are written out as
`\\x1b`, `\\u202e`, `\\ud800`; nothing is left out, so that a reader sees what the file holds.
"""

import re

from sinorus.query.clauses import ACTING

# Patterns as strings: most texts are printable and need none of them, and each would be compiled at every start.
_ACTING = rf"(?![\t\n]){ACTING}"
_BLANKS = r"[ \t\r\n\x0b\x0c]*[\t\r\n\x0b\x0c][ \t\r\n\x0b\x0c]*"
_MARKDOWN = r"[\\`*_\[\]<>|#&~]"
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(text: str) -> str:
    """Return a text with everything that a terminal would obey written out; line ends and tabs stay.

    >>> harmless("a\\x1b[31mb")
    'a\\\\x1b[31mb'
    """
    return text if text.isprintable() else re.sub(_ACTING, lambda match: _written_out(match.group()), text)


def one_line(text: str) -> str:
    """Return a harmless text as one line: each run of line ends and tabs becomes a blank."""
    return text if text.isprintable() else harmless(re.sub(_BLANKS, " ", text))


def quoted_formula(cell: str) -> str:
    """Return a cell that a spreadsheet takes for text, not for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def markdown(text: str) -> str:
    """Return a text as one line in which no character is Markdown or HTML."""
    return re.sub(_MARKDOWN, lambda match: _ENTITIES.get(match.group(), f"\\{match.group()}"), one_line(text))


def json_text(value: object, indent: int | None = None) -> str:
    """Return a value as JSON in which what a terminal would obey is escaped, so that it is the same data everywhere."""
    from json import dumps  # noqa: PLC0415 - most answers are no JSON

    return re.sub(_ACTING, lambda match: dumps(match.group())[1:-1], dumps(value, ensure_ascii=False, indent=indent))


def _written_out(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
