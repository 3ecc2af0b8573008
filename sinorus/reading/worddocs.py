"""A word-processor file (.docx) -> blocks: headings, paragraphs, list items, table rows, numbered by paragraph.

The file is unpacked only within limits; python-docx resolves no entities and fetches nothing, and a text that declares
any is refused, since it would be read without them.
"""

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sinorus.errors import DocumentError
from sinorus.reading.blocks import BlockWriter
from sinorus.reading.contents import Content
from sinorus.reading.grids import rows_of_grid
from sinorus.reading.headers import Header
from sinorus.reading.lines import Line

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_LIMIT = 128 << 20
_UNPACKED = 512 << 20
_MOST_TEXT = 128 << 20
_TEXT_PART = "word/document.xml"
# What the unpacker and python-docx raise over a part that is broken, missing, locked, or packed in an unknown way.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


def read_docx(content: Content) -> tuple[Header, list[Line]]:
    """Return what a word-processor file says of itself, and its blocks.

    Raises: DocumentError when python-docx is not installed, or the file is damaged, of another kind, or too large.
    """
    data = content.read(_LIMIT)
    _check_package(content, data)
    try:
        import docx  # noqa: PLC0415 - an extra
        from docx.opc.exceptions import OpcError  # noqa: PLC0415
        from lxml.etree import LxmlError  # type: ignore[import-untyped]  # noqa: PLC0415
    except ImportError:
        raise DocumentError(
            f"{content.name}: to read DOCX, one more package is needed",
            'In your copy of the repository: .venv/bin/python -m pip install ".[docx]"',
        ) from None
    try:
        document = docx.Document(BytesIO(data))
        if document.element.getroottree().docinfo.doctype:
            raise ValueError("its text declares entities, which no word processor writes")
        return _read_header(document), _read_blocks(document)
    except (*_DAMAGE, OpcError, LxmlError) as error:
        raise DocumentError(
            f"{content.name} is damaged: {error}", "Open it in a word processor and save it anew."
        ) from error


def _check_package(content: Content, data: bytes) -> None:
    """Refuse a package that is no word-processor file, or would unpack to more than a text can need."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            sizes = {item.filename: item.file_size for item in package.infolist()}
    except _DAMAGE:
        raise DocumentError(
            f"{content.name} is a damaged package", "Open it where it was made and save it anew."
        ) from None
    if _TEXT_PART not in sizes:
        kind = "a spreadsheet" if any(name.startswith("xl/") for name in sizes) else "a package of other files"
        hint = "Save it as .csv." if kind == "a spreadsheet" else "Unpack it, or save it as .docx."
        raise DocumentError(f"{content.name} is {kind}, no word-processor file", hint)
    if sum(sizes.values()) > _UNPACKED or sizes[_TEXT_PART] > _MOST_TEXT:
        raise DocumentError(f"{content.name} would unpack to more than can be read", "Save its text as plain text.")


def _read_header(document: Any) -> Header:
    known = document.core_properties
    author = known.author if known.author and known.author != "python-docx" else None
    title = known.title if known.title and known.title != "Word Document" else None
    return Header(title or None, author)


def _read_blocks(document: Any) -> list[Line]:
    from docx.table import Table  # noqa: PLC0415

    writer = BlockWriter()
    number = 0
    for block in document.iter_inner_content():
        number += 1
        if isinstance(block, Table):
            for row in rows_of_grid(enumerate(_cells(block), number)):
                writer.row(row)
            number += max(0, len(block.rows) - 1)
        else:
            _read_paragraph(writer, block, number)
    return writer.lines()


def _cells(table: Any) -> list[list[tuple[str, int]]]:
    """Return the cells of a table; one that is merged over several rows comes in each of them."""
    return [[(" ".join(cell.text.split()), 1) for cell in row.cells] for row in table.rows]


def _read_paragraph(writer: BlockWriter, paragraph: "Paragraph", number: int) -> None:
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    writer.end_block()
    if style.startswith(("Heading", "Title", "Subtitle")):
        writer.begin("heading")
    elif style.startswith("List") or (paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None):
        writer.begin("item")
    for run in paragraph.iter_inner_content():
        emphasised = bool(
            getattr(run, "bold", False) or getattr(run, "italic", False) or getattr(run, "underline", False)
        )
        if emphasised:
            writer.begin_emphasis()
        for count, piece in enumerate(run.text.split("\n")):
            if count:
                writer.break_line()
            writer.say(piece, number)
        if emphasised:
            writer.end_emphasis()
    writer.end_block()
