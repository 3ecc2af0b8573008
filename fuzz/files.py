"""Chance -> the bytes of a file of each kind that can be imported, whole or broken."""

import json
import re
import zlib
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from fuzz.texts import bent, chronology, good_date, noise, prose, when
from fuzz.words import DAYS, MONTHS, YEARS

_TAGS = "p div li ul ol td tr table h1 h2 b strong em br pre section article header span blockquote dt dd nav".split()
_ENCODINGS = (*["utf-8"] * 16, "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "gb18030", "koi8-r")
_HEADS = (
    "date text",
    "start end text actors",
    "year month day end_year end_month end_day text",
    "date start end edtf text note actors places topics activities source line",
    "id event when",
)
# What stands in a cell when it is well filled in.
_WORDS_FOR: dict[str, tuple[Callable[[Random], str], ...]] = {
    **dict.fromkeys(("date", "start", "end", "when"), (when, when)),
    **dict.fromkeys(
        ("year", "month", "day", "end_year", "end_month", "end_day", "line"),
        (lambda chance: chance.choice((*YEARS, *DAYS, *MONTHS)), lambda chance: str(chance.randrange(1, 13))),
    ),
    "edtf": (
        lambda chance: chance.choice(("2024-04", "2024-04-08/2024-04-09", "199X", "2024-21", "1999-99-99", "0000")),
    ),
    "text": (prose, prose),
}
# What XML cannot hold, and the letters that it takes for its own marks.
_NOT_IN_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff<&]")
_BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
PACKAGE_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
PACKAGE_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def encoded(chance: Random, text: str) -> bytes:
    """Return a text in some encoding, mostly UTF-8; what does not fit is left out or stays wrong."""
    return text.encode(chance.choice(_ENCODINGS), chance.choice(("ignore", "replace")))


def broken(chance: Random, data: bytes) -> bytes:
    """Return bytes with up to four of them, or runs of them, changed."""
    content = bytearray(data)
    for _ in range(chance.choice((*[0] * 12, 1, 2, 4))):
        place = chance.randrange(len(content) + 1)
        deed = chance.randrange(4)
        if deed == 0:
            content[place : place + 1] = chance.randbytes(1)
        elif deed == 1:
            del content[place : place + chance.randrange(1, 30)]
        elif deed == 2:
            content[place:place] = chance.randbytes(chance.randrange(1, 6))
        else:
            content[place:place] = content[place : place + 60]
    return bytes(content)


def text_file(chance: Random) -> bytes:
    """Return a plain text."""
    text = chronology(chance) if chance.random() < 0.95 else noise(chance)
    return broken(chance, encoded(chance, text))


def web_page(chance: Random) -> bytes:
    """Return a web page, with tags that are never closed and attributes that mean something."""
    parts = [f"<html><head><title>{prose(chance, 5)}</title><meta charset={chance.choice(_ENCODINGS)}></head><body>"]
    for _ in range(chance.randrange(1, 9)):
        tag = chance.choice(_TAGS)
        mark = chance.choice(("", "", "", " hidden", " class=menu", " rowspan=9999999", " style='display:none'"))
        inner = chance.choice((when, prose, chronology, noise))(chance)
        parts.append(f"<{tag}{mark}>{inner}" + chance.choice((f"</{tag}>", "", "</p>", "<!-- ", "&amp;&#x0;&bogus;")))
    return broken(chance, encoded(chance, "\n".join(parts)))


def table(chance: Random) -> bytes:
    """Return a table with separators, in which a row may have too many cells or too few."""
    mark = chance.choice(",,\t;|")
    head = chance.choice(_HEADS).split()
    rows = [head]
    for _ in range(chance.randrange(1, 7)):
        cells = [chance.choice((*_WORDS_FOR.get(name, ()), when, prose, noise))(chance) for name in head]
        rows.append(chance.choice((*[cells] * 8, cells[:-1], [*cells, "x"])))
    quoted = [[f'"{cell}"' if mark in cell or chance.random() < 0.4 else cell for cell in row] for row in rows]
    return broken(chance, encoded(chance, "\n".join(mark.join(row) for row in quoted)))


def _value(chance: Random, depth: int = 0) -> object:
    kind = chance.randrange(9 if depth < 3 else 6)
    if kind < 3:
        return chance.choice((when, prose, noise))(chance)
    if kind < 6:
        return chance.choice((None, True, 0, -1, 1e308, 10**30, "", "person", "CN", "participant"))
    if kind < 8:
        return [_value(chance, depth + 1) for _ in range(chance.randrange(4))]
    return {chance.choice(("name", "kind", "country", "role", "part", "x")): _value(chance, depth + 1) for _ in "ab"}


def objects(chance: Random) -> bytes:
    """Return JSON or JSON Lines with the keys that an import knows, and values of any type."""
    keys = "date text date_text start end precision note actors places topics activities source line file id".split()
    found = []
    for _ in range(chance.randrange(1, 5)):
        one: dict[str, object] = {"date": when(chance), "text": prose(chance)}
        one |= {
            key: chance.choice((_value, *_WORDS_FOR.get(key, ())))(chance)
            for key in chance.sample(keys, chance.randrange(5))
        }
        found.append(one)
    shape = chance.randrange(4)
    lines = "\n".join(json.dumps(one, ensure_ascii=chance.random() < 0.5) for one in found)
    text = lines if shape == 0 else json.dumps({"title": "x", "events": found} if shape == 1 else found)
    return broken(chance, encoded(chance, bent(chance, text) if chance.random() < 0.3 else text))


def word_file(chance: Random) -> bytes:
    """Return a word-processor file; some have parts that lie about themselves or point elsewhere."""
    paragraphs = []
    for _ in range(chance.randrange(1, 7)):
        text = _NOT_IN_XML.sub("", chance.choice((when, prose, prose, noise))(chance))
        text = f"{good_date(chance)}: {text}" if chance.random() < 0.4 else text
        style = chance.choice(("", "<w:pPr><w:numPr/></w:pPr>", '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'))
        bold = chance.choice(("", "<w:rPr><w:b/></w:rPr>"))
        paragraphs.append(f"<w:p>{style}<w:r>{bold}<w:t>{text}</w:t></w:r></w:p>")
    body = "".join(paragraphs)
    if chance.random() < 0.2:
        body += f"<w:tbl><w:tr><w:tc>{body}</w:tc><w:tc/></w:tr></w:tbl>"
    xml = broken(chance, _BODY.format(body).encode("utf-8", "ignore"))
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml", broken(chance, PACKAGE_TYPES.encode()) if chance.random() < 0.1 else PACKAGE_TYPES
        )
        package.writestr(
            "_rels/.rels", broken(chance, PACKAGE_LINKS.encode()) if chance.random() < 0.1 else PACKAGE_LINKS
        )
        package.writestr("word/document.xml", xml)
    return broken(chance, packed.getvalue())


def pdf(chance: Random) -> bytes:
    """Return a PDF of one to three pages, written by hand so that anything in it can be wrong."""
    streams = []
    for _ in range(chance.randrange(1, 4)):
        texts = (chance.choice((when, prose, lambda c: f"{good_date(c)}: {prose(c)}"))(chance) for _ in range(5))
        lines = [text.encode("latin-1", "replace") for text in texts]
        shown = b" ".join(b"(%s) Tj 0 -%d Td" % (_escaped(line), chance.choice((12, 30, 0))) for line in lines)
        streams.append(broken(chance, b"BT /F1 10 Tf 72 700 Td " + shown + b" ET"))
    pages = [3 + 2 * n for n in range(len(streams))]
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids)]
    for page, stream in zip(pages, streams, strict=True):
        packed = zlib.compress(stream) if chance.random() < 0.5 else stream
        kind = b"/Filter/FlateDecode" if packed is not stream else b""
        font = b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
        parts.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]%s/Contents %d 0 R>>" % (font, page + 1))
        parts.append(b"<</Length %d%s>>stream\n%s\nendstream" % (len(packed), kind, packed))
    return broken(chance, _assembled([broken(chance, part) if chance.random() < 0.2 else part for part in parts]))


def _escaped(line: bytes) -> bytes:
    return line.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _assembled(parts: list[bytes]) -> bytes:
    """Return numbered objects as a file, with the table of where each of them stands."""
    content, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(content))
        content += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, len(content))
    return content + head + table + tail


# The kind of a file: how it is named, and how one is made.
FILES: dict[str, tuple[str, Callable[[Random], bytes]]] = {
    "text": ("a.txt", text_file),
    "markdown": ("a.md", text_file),
    "html": ("a.html", web_page),
    "table": ("a.csv", table),
    "json": ("a.json", objects),
    "docx": ("a.docx", word_file),
    "pdf": ("a.pdf", pdf),
}
