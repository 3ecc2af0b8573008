"""Bytes -> text in the encoding that they are in: UTF-8, UTF-16, UTF-32, Windows-1252, others by guess.

What is valid UTF-8 is UTF-8. A guess is stated in a remark, and bytes that fit no encoding are an error: a name is
never mangled in silence. Long files are read in chunks, forwards only, so that memory stays flat.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sinorus.errors import DocumentError
from sinorus.reading.contents import Content

# A zero byte ends a text for SQLite and for most programs, so it is no character of one.
NO_TEXT, REPLACEMENT = "\0", "\ufffd"
_CHUNK = 1 << 20
_SAMPLE = 1 << 18
_LARGEST_BLANK = 1 << 30
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a page may say of its encoding: Python knows codecs besides that unpack, or are no encodings of text at all.
_DECLARABLE = re.compile(
    r"cp(?:125\d|866|874|932|936|949|950)|iso8859-\d+|koi8-[ru]|mac-(?:roman|cyrillic)|gb(?:k|2312|18030)"
    r"|big5(?:hkscs)?|euc_(?:jp|kr)|shift_jis|iso2022_jp|tis-620"
)
_LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
# Bytes that Windows-1252 leaves undefined, and control characters that no text has.
_NOT_WINDOWS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x7f]")
# Western text has no runs of high bytes, and no currency sign or fraction where a letter should be ("£ód" for "Łód").
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_SYMBOL_IN_WORD = re.compile(r"[A-Za-z][¡-©«-±´-¹»-¿×÷][A-Za-z]|[£¥¦¼¾Ÿ¹³][a-zß-ÿ]")


@dataclass(frozen=True, slots=True)
class TextContent:
    """A document's text: its encoding, and what had to be guessed about it."""

    content: Content
    encoding: str
    remark: str | None

    def lines(self) -> Iterator[str]:
        """Yield the lines, without their ends, as `str.splitlines` divides them."""
        parts: list[str] = []
        for text in self._chunks():
            pieces = text.splitlines(keepends=True)
            if not pieces:
                continue
            # "\r" at the end of a chunk may be half of "\r\n".
            last = pieces.pop() if pieces[-1][-1] not in _LINE_ENDS or pieces[-1][-1] == "\r" else ""
            if pieces:
                yield from ("".join(parts) + pieces[0]).splitlines()
                parts.clear()
                for piece in pieces[1:]:
                    yield piece.rstrip(_LINE_ENDS)
            if last:
                parts.append(last)
        yield from "".join(parts).splitlines()

    def text(self, limit: int) -> str:
        """Return the whole text.

        Raises: DocumentError when it has more bytes than the limit.
        """
        return _decode(self.content, self.content.read(limit), self.encoding)

    def _chunks(self) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder(self.encoding)()
        with self.content.open() as file:
            try:
                while chunk := file.read(_CHUNK):
                    yield decoder.decode(chunk).replace(NO_TEXT, REPLACEMENT)
                yield decoder.decode(b"", final=True)
            except UnicodeError as error:
                raise _undecodable(self.content, self.encoding) from error


def read_text(content: Content, declared: str | None = None) -> TextContent:
    """Find the encoding of a text; `declared` is what the text says of itself, believed when it is not UTF-8.

    Raises: DocumentError when the bytes are empty, are no text, or fit no encoding.
    """
    head = content.head(_SAMPLE)
    if not head.strip() and (len(head) < _SAMPLE or not content.read(_LARGEST_BLANK).strip()):
        raise DocumentError(f"{content.name} is empty", "Check that it was saved.")
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return TextContent(content, encoding, None)
    wide = _wide_encoding(head)
    if wide is not None:
        return TextContent(content, wide, None)
    if b"\0" in head or len(_CONTROL.findall(head)) > 4 + len(head) // 100:
        raise DocumentError(f"{content.name} is not text", "Give a text, HTML, PDF, DOCX, CSV or JSON file.")
    if _is_valid(content, "utf-8"):
        return TextContent(content, "utf-8", None)
    return _read_by_guess(content, head, declared)


def storable(text: str) -> str:
    """Return a text with the replacement character for what a database cannot hold.

    Such are zero bytes, and halves of surrogate pairs, which a PDF may have through its own table of letters.
    """
    return text.replace(NO_TEXT, REPLACEMENT).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _wide_encoding(head: bytes) -> str | None:
    """Return UTF-16 without a mark, which shows by its zero bytes."""
    sample = head[:4096]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[offset::2].count(0)
        if zeros > len(sample) // 6 and sample[1 - offset :: 2].count(0) < zeros // 8:
            return encoding
    return None


def _is_valid(content: Content, encoding: str, errors: str = "strict") -> bool:
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    with content.open() as file:
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeError:
            return False
    return True


def _read_by_guess(content: Content, head: bytes, declared: str | None) -> TextContent:
    _refuse_halves(content)
    _refuse_mixture(content, head)
    encoding = _known_codec(declared) or _guess(head)
    if encoding is None or not _is_valid(content, encoding):
        raise _undecodable(content, "utf-8")
    name = "Windows-1252" if encoding == "cp1252" else encoding
    remark = f"{content.name} is not UTF-8; it was read as {name}. If names look wrong, save it as UTF-8."
    return TextContent(content, encoding, remark)


def _refuse_halves(content: Content) -> None:
    """Refuse a text that would be UTF-8 if it did not spell halves of surrogate pairs, as some programs do."""
    if _is_valid(content, "utf-8", "surrogatepass"):
        line = _first_bad_line(content, "utf-8")
        raise DocumentError(
            f"{content.name}:{line}: holds half of a surrogate pair, which is no character",
            "Take it out, or save the file anew as UTF-8.",
        )


def _refuse_mixture(content: Content, head: bytes) -> None:
    """Refuse a text that is UTF-8 but for a few bytes: read either way, some of its names would be wrong."""
    decoded = head.decode("utf-8", errors="replace")
    bad = decoded.count("\ufffd")
    good = len(re.findall(r"[^\x00-\x7f\ufffd]", decoded))
    if bad and good >= 2 * bad:
        line = decoded[: decoded.index("\ufffd")].count("\n") + 1
        raise DocumentError(
            f"{content.name}:{line}: mixes UTF-8 with another encoding", "Save the file as UTF-8 and import it again."
        )


def _known_codec(name: str | None) -> str | None:
    if name is None:
        return None
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return None
    # Pages that declare Latin-1 mean Windows-1252, as browsers know.
    return "cp1252" if codec in {"iso8859-1", "ascii"} else codec if _DECLARABLE.fullmatch(codec) else None


def _guess(head: bytes) -> str | None:
    """Return Windows-1252 for Latin text with accents here and there, else what the guesser finds."""
    letters = len(re.findall(rb"[A-Za-z]", head))
    runs = sum(len(run) for run in _HIGH_RUN.findall(head))
    western = _NOT_WINDOWS.search(head) is None and runs <= letters // 20
    if western and _SYMBOL_IN_WORD.search(head.decode("cp1252")) is None:
        return "cp1252"
    import charset_normalizer  # noqa: PLC0415 - only for the rare file that is neither UTF-8 nor Western

    best = charset_normalizer.from_bytes(head).best()
    return best.encoding if best is not None else None


def _undecodable(content: Content, encoding: str) -> DocumentError:
    line = _first_bad_line(content, "utf-8" if encoding.startswith("utf-8") else "ascii")
    return DocumentError(
        f"{content.name}:{line}: its encoding could not be recognised", "Save the file as UTF-8 and import it again."
    )


def _first_bad_line(content: Content, encoding: str) -> int:
    line = 1
    with content.open() as file:
        for line, raw in enumerate(file, 1):  # noqa: B007 - the number is wanted after the loop
            try:
                raw.decode(encoding)
            except UnicodeDecodeError:
                break
    return line


def _decode(content: Content, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).replace(NO_TEXT, REPLACEMENT)
    except UnicodeError as error:
        raise _undecodable(content, encoding) from error
