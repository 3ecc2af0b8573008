"""A PDF -> lines of text in reading order, without running heads and page numbers, with words rejoined at line ends.

pypdf gives the pieces of each page with their places; `pages` puts them into lines and columns. A wider gap between
two lines becomes a blank line. Lines are counted through the whole document, as they are read.
"""

import logging
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sinorus.errors import DocumentError
from sinorus.reading.contents import Content
from sinorus.reading.encodings import storable
from sinorus.reading.headers import Header
from sinorus.reading.hyphens import rejoin_words
from sinorus.reading.lines import Line
from sinorus.reading.pages import Piece, Run, drop_running_heads, join_pieces, lay_out

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_LIMIT = 256 << 20
_MOST_PAGES = 3000
_MOST_TEXT = 64 << 20
# What pypdf raises, beside its own errors, over a file whose parts contradict one another.
_DAMAGE = (
    zlib.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


def read_pdf(content: Content) -> tuple[Header, list[Line]]:
    """Return what a PDF says of itself, and its lines.

    Raises: DocumentError when pypdf is not installed, or the file is damaged, locked or too large.
    """
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError:
        raise DocumentError(
            f"{content.name}: to read PDF, one more package is needed",
            'In your copy of the repository: .venv/bin/python -m pip install ".[pdf]"',
        ) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    data = content.read(_LIMIT)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError(f"{content.name} is locked with a password", "Save an unlocked copy.")
        if len(reader.pages) > _MOST_PAGES:
            raise DocumentError(f"{content.name} has more than {_MOST_PAGES} pages", "Split it.")
        return _read_header(reader), _read_lines(content, reader)
    except (PyPdfError, *_DAMAGE) as error:
        raise DocumentError(
            f"{content.name} is damaged: {error}", "Open it in a viewer and save or print it anew."
        ) from error


def _read_header(reader: "PdfReader") -> Header:
    found = reader.metadata
    if found is None:
        return Header()
    names = [storable(str(value)).strip() if isinstance(value, str) else "" for value in (found.title, found.author)]
    title, author = (None if name.lower() in {"", "untitled", "anonymous", "unspecified"} else name for name in names)
    return Header(title, author)


def _read_lines(content: Content, reader: "PdfReader") -> list[Line]:
    pages: list[list[Run]] = []
    size = 0
    for page in reader.pages:
        pages.append(join_pieces(_pieces(page)))
        size += sum(len(run.text) for run in pages[-1])
        if size > _MOST_TEXT:
            raise DocumentError(f"{content.name} holds more text than can be read", "Split it.")
    widths = [float(page.mediabox.width) for page in reader.pages]
    texts = list(lay_out(drop_running_heads(pages), widths))
    return [Line(number, text) for number, text in enumerate(rejoin_words(texts), 1)]


def _pieces(page: "PageObject") -> list[Piece]:
    """Return the pieces of a page; what pypdf gives without a line's end goes on in the next piece."""
    pieces: list[Piece] = []

    def visit(text: str, cm: Any, tm: Any, _font: Any, size: float) -> None:
        if text.strip() or (text and pieces):
            pieces.append(Piece(tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5], abs(size) or 10.0, text))

    page.extract_text(visitor_text=visit)
    return pieces
