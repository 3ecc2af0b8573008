"""Bytes become text without a mangled name, or not at all."""

import codecs

import pytest

from sinorus.errors import DocumentError
from sinorus.reading import read_chronology, read_document
from sinorus.reading.contents import Content
from sinorus.reading.encodings import read_text
from tests.reading.reads import read

TEXT = "Jan. 5, 2024: Erdoğan meets Zelenskyy – “in Çankaya”.\nЯнварь, 一月.\n"
WESTERN = "Jan. 5, 2024: Müller meets Pérez – “in Zürich”.\n"

ENCODED = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with a mark": codecs.BOM_UTF8 + TEXT.encode(),
    "UTF-16 with a mark": TEXT.encode("utf-16"),
    "UTF-16 little-endian": TEXT.replace("Янва", "Яnva").encode("utf-16-le"),
    "UTF-16 big-endian": TEXT.encode("utf-16-be"),
    "UTF-32 with a mark": TEXT.encode("utf-32"),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_unicode_is_read_in_every_dress(data: bytes) -> None:
    assert read(data).texts[0][1].startswith("Erdoğan meets Zelenskyy – “in Çankaya”.")


def test_windows_text_is_read_and_the_guess_is_stated() -> None:
    chronology = read_chronology(WESTERN.encode("cp1252"), name="old.txt")
    assert next(chronology.passages()).text == "Müller meets Pérez – “in Zürich”."  # type: ignore[union-attr]
    assert "Windows-1252" in chronology.remarks[0]


def test_utf8_needs_no_remark() -> None:
    assert read_chronology(TEXT.encode(), name="new.txt").remarks == ()


def test_cyrillic_code_page_is_guessed_and_stated() -> None:
    text = "5 января 2024 года: министр иностранных дел провёл переговоры в Москве с китайским коллегой.\n" * 20
    found = read_text(Content("old.txt", None, text.encode("cp1251")))
    assert next(found.lines()).startswith("5 января 2024 года: министр")
    assert found.remark is not None


def test_mixture_of_encodings_is_refused_with_its_line() -> None:
    data = "Jan. 5, 2024: Erdoğan, Zelenskyy, Çankaya, Şimşek.\n".encode() + b"Jan. 6, 2024: M\xfcller.\n"
    with pytest.raises(DocumentError, match=r"mixed\.txt:2: mixes UTF-8"):
        read_document(None, data, "mixed.txt")


def test_meta_tag_tells_the_encoding_of_a_page() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Jan. 5, 2024: Лавров в Пекине.</p></body></html>'
    assert read(page.encode("cp1251"), "page.html").texts == [("2024-01-05", "Лавров в Пекине.")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (bytes(range(32)) * 40, "is not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "is a picture"),
        (b"\x1f\x8b\x08" + bytes(60), "is compressed"),
        (b"SQLite format 3\x00" + bytes(60), "is a database"),
        (b"{\\rtf1 Jan. 5, 2024: x}", "is a rich-text file"),
        (b"\xd0\xcf\x11\xe0" + bytes(60), "is an old Word or Excel file"),
    ],
    ids=["no bytes", "blanks", "control characters", "picture", "gzip", "database", "RTF", "old Word"],
)
def test_what_is_no_text_is_named_with_a_hint(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        read_document(None, data, "thing.bin")
    assert caught.value.message.startswith("thing.bin")
    assert caught.value.hint


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_lines_are_the_same_however_the_bytes_come(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sinorus.reading.encodings._CHUNK", size)
    text = "a\r\nb\rc\n\nд\u2028e\x0cf\r\n\r\ng"
    assert list(read_text(Content("x.txt", None, text.encode())).lines()) == text.splitlines()
