"""A file -> a document: what kind it is, its lines or its records, and what it says of itself.

The kind is told by the bytes first and by the name second: a PDF is a PDF under any name, and a table saved as
`.txt` is read as a table. Each kind has a module of its own; this one chooses.

    text, Markdown    line by line from the file, so that memory stays flat      `text`
    HTML, PDF, DOCX   as a whole, into blocks, within limits of size and pages    `webpages`, `pdf`, `worddocs`
    CSV, TSV, JSON    records with columns or keys                                `tables`, `records`
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from sinorus.errors import DocumentError
from sinorus.reading.contents import Content, find_content
from sinorus.reading.encodings import TextContent, read_text, storable
from sinorus.reading.headers import Header, read_header
from sinorus.reading.lines import Line

Kind = Literal["text", "markdown", "html", "pdf", "docx", "table", "json"]
_SNIFFED = 1 << 16
_HTML_SUFFIXES = frozenset((".html", ".htm", ".xhtml"))
_TABLE_SUFFIXES = frozenset((".csv", ".tsv", ".tab"))
_JSON_SUFFIXES = frozenset((".json", ".jsonl", ".ndjson"))
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(r"\s*(?:\[\s*(?:\{|\])|\{\s*\")")
_OTHER_KINDS = (
    (b"\xd0\xcf\x11\xe0", "is an old Word or Excel file", "Save it as .docx, .csv or plain text."),
    (b"{\\rtf", "is a rich-text file", "Save it as .docx or plain text."),
    (b"SQLite format 3\x00", "is a database", "Ask it with --db, or import the file that it was made from."),
    (b"\x89PNG", "is a picture", "Run a text recognition on it first."),
    (b"\xff\xd8\xff", "is a picture", "Run a text recognition on it first."),
    (b"GIF8", "is a picture", "Run a text recognition on it first."),
    (b"\x1f\x8b", "is compressed", "Unpack it first."),
    (b"7z\xbc\xaf", "is compressed", "Unpack it first."),
    (b"BZh", "is compressed", "Unpack it first."),
    (b"\xfd7zXZ", "is compressed", "Unpack it first."),
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document, opened but not yet read through.

    `lines` gives its lines anew at each call; for a table or JSON file `records` gives its records, and `lines` none.
    `remarks` are guesses that the user should know of.
    """

    content: Content
    kind: Kind
    header: Header
    remarks: tuple[str, ...] = ()
    lines: Callable[[], Iterator[Line]] = field(default=lambda: iter(()))
    text: TextContent | None = None

    @property
    def name(self) -> str:
        """Return the name under which the user gave the document."""
        return self.content.name


def read_document(path: Path | None, data: bytes | None = None, name: str | None = None) -> Document:
    """Open a document from a file, or from bytes in memory (standard input), under the name that messages give it.

    Raises: DocumentError when it is missing, empty, of a kind that cannot be read, or in an unknown encoding.
    """
    content = find_content(path, data, name)
    head = content.head(_SNIFFED)
    if not head:
        raise DocumentError(f"{content.name} is empty", "Check that it was saved.")
    suffix = Path(content.name).suffix.lower()
    if b"%PDF-" in head[:1024]:
        from sinorus.reading.pdf import read_pdf  # noqa: PLC0415 - each reader loads a library of its own

        return _blocks(content, "pdf", *read_pdf(content))
    if head.startswith(b"PK\x03\x04"):
        from sinorus.reading.worddocs import read_docx  # noqa: PLC0415

        return _blocks(content, "docx", *read_docx(content))
    _refuse_other_kinds(content, head, suffix)
    if suffix in _HTML_SUFFIXES or _HTML.match(head.lstrip(b"\xef\xbb\xbf")):
        from sinorus.reading.webpages import read_html  # noqa: PLC0415

        text = read_text(content, _declared_encoding(head))
        return _blocks(content, "html", *read_html(text), text.remark)
    return _read_plain(content, suffix)


def _refuse_other_kinds(content: Content, head: bytes, suffix: str) -> None:
    for signature, what, hint in _OTHER_KINDS:
        if head.startswith(signature):
            raise DocumentError(f"{content.name} {what}", hint)
    if suffix in {".pdf", ".docx"}:
        kind = "PDF" if suffix == ".pdf" else "Word"
        raise DocumentError(f"{content.name} is named as a {kind} file but is none", "Check how it was saved.")


def _blocks(content: Content, kind: Kind, header: Header, lines: list[Line], remark: str | None = None) -> Document:
    if not any(line.text.strip() for line in lines):
        hint = "If it is a scan, run a text recognition on it first." if kind == "pdf" else "Check how it was saved."
        raise DocumentError(f"{content.name} has no text", hint)
    whole = [
        line
        if f"{line.text}{line.place}{line.note}".isprintable()
        else line._replace(text=storable(line.text), place=storable(line.place), note=storable(line.note))
        for line in lines
    ]
    return Document(content, kind, header, (remark,) if remark else (), lambda: iter(whole))


def _declared_encoding(head: bytes) -> str | None:
    match = re.search(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,20})", head, re.IGNORECASE)
    return match[1].decode("ascii") if match is not None else None


def _read_plain(content: Content, suffix: str) -> Document:
    """Open a text, a table or a JSON file."""
    from sinorus.reading.tables import find_table  # noqa: PLC0415

    text = read_text(content)
    remarks = (text.remark,) if text.remark else ()
    beginning = "\n".join(line for line, _ in zip(text.lines(), range(40), strict=False))[:_SNIFFED]
    if suffix in _JSON_SUFFIXES or _JSON.match(beginning):
        return Document(content, "json", Header(), remarks, text=text)
    if suffix in _TABLE_SUFFIXES or (suffix not in {".md", ".markdown"} and find_table(beginning) is not None):
        return Document(content, "table", Header(), remarks, text=text)
    kind: Kind = "markdown" if suffix in {".md", ".markdown"} else "text"
    header = read_header(text.lines())

    def lines() -> Iterator[Line]:
        for number, line in enumerate(text.lines(), 1):
            if number > header.length:
                yield Line(number, line)

    return Document(content, kind, header, remarks, lines, text)
