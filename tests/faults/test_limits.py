"""Files that are made to eat memory, to read other files or to reach the network: a stated limit and a clear error."""

import io
import os
import resource
import socket
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from fuzz.files import PACKAGE_LINKS, PACKAGE_TYPES
from sinorus.errors import DocumentError
from sinorus.reading import contents, objects, pdf, read_chronology, webpages, worddocs
from tests.cli.conftest import Run
from tests.faults.children import start, wait

ENTRY = "Jan. 5, 2020: Talks open in Oslo."
_OPEN = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
_CLOSE = "</w:body></w:document>"
_BILLION = (
    '<!DOCTYPE w:document [<!ENTITY a "lol lol lol lol">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)


def docx(body: str, prologue: str = "", **more: bytes) -> bytes:
    """Return a word-processor file around a body."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("[Content_Types].xml", PACKAGE_TYPES)
        package.writestr("_rels/.rels", PACKAGE_LINKS)
        package.writestr("word/document.xml", f"{prologue}{_OPEN}{body}{_CLOSE}")
        for name, content in more.items():
            package.writestr(f"word/media/{name}", content)
    return packed.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def texts(data: bytes, name: str) -> list[str]:
    """Return the texts of the entries, or the message of the refusal."""
    try:
        return [getattr(passage, "text", "") for passage in read_chronology(data, name=name).passages()]
    except DocumentError as error:
        return [error.message]


def in_little_memory(work: Callable[[], object], megabytes: int) -> int:
    """Do some work in a child that may take only so much more memory than this process has; return its exit code."""

    def limited() -> None:
        with Path("/proc/self/statm").open() as statm:
            now = int(statm.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + (megabytes << 20), now + (megabytes << 20)))
        work()

    return wait(start(limited))


def test_entities_that_swell_are_refused() -> None:
    data = docx(paragraph("Jan. 5, 2020: &j;"), _BILLION)

    def read() -> None:
        (told,) = texts(data, "a.docx")
        assert "a.docx is damaged" in told, told

    assert in_little_memory(read, 200) == 0


@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/x"])
def test_a_word_file_reads_no_other_file_and_reaches_no_network(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", _no_network)
    prologue = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{address}">]>'
    (told,) = texts(docx(paragraph(f"{ENTRY} [&x;]"), prologue), "a.docx")
    assert told == "a.docx is damaged: its text declares entities, which no word processor writes"


def _no_network(*_: object, **__: object) -> None:
    raise AssertionError("the network was asked")


def test_a_web_page_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", _no_network)
    page = (
        '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd"><html><head><link rel=stylesheet href="http://127.0.0.1:9/">'
        '<script src="http://127.0.0.1:9/"></script><base href="file:///etc/"></head><body>'
        f'<iframe src="file:///etc/hostname"></iframe><img src="http://127.0.0.1:9/"><p>{ENTRY}</p></body></html>'
    )
    assert texts(page.encode(), "a.html") == ["Talks open in Oslo."]


def test_a_package_that_unpacks_to_very_much_is_refused_before_it_is_unpacked() -> None:
    zeros = bytes(64 << 20)
    data = docx(paragraph(ENTRY), **{f"{number}.png": zeros for number in range(9)})
    assert len(data) < 4 << 20

    def read() -> None:
        assert texts(data, "a.docx") == ["a.docx would unpack to more than can be read"]

    assert in_little_memory(read, 200) == 0


def test_a_package_that_lies_about_its_size_is_refused() -> None:
    body = paragraph(ENTRY) * 20_000
    data = bytearray(docx(body))
    real = (len(_OPEN) + len(body) + len(_CLOSE)).to_bytes(4, "little")
    assert data.count(real) == 2
    lying = bytes(data).replace(real, (1000).to_bytes(4, "little"))
    assert texts(lying, "a.docx")[0].startswith("a.docx is damaged")


def _pages(count: int) -> bytes:
    """Return a PDF whose tree names one page very often."""
    kids = b"3 0 R " * count
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
        b"<</Length 2>>stream\nBT\nendstream",
    ]
    content = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (n, part) for n, part in enumerate(parts, 1))
    return content + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n0\n%%EOF"


def test_a_pdf_with_very_many_pages_is_refused() -> None:
    pytest.importorskip("pypdf")
    assert texts(_pages(3_001), "a.pdf") == ["a.pdf has more than 3000 pages"]


def test_a_pdf_that_names_itself_as_its_page_is_refused() -> None:
    pytest.importorskip("pypdf")
    looped = _pages(1).replace(b"/Kids[3 0 R ]", b"/Kids[2 0 R ]")
    assert texts(looped, "a.pdf")[0].startswith("a.pdf ")


@pytest.mark.parametrize(
    ("module", "name", "data"),
    [
        pytest.param(webpages, "a.html", b"<html><body>" + ENTRY.encode() + b"</body></html>", id="web page"),
        pytest.param(pdf, "a.pdf", _pages(1), id="PDF"),
        pytest.param(worddocs, "a.docx", docx(paragraph(ENTRY)), id="word file"),
    ],
)
def test_a_file_that_has_to_be_read_as_a_whole_has_a_limit(
    module: object, name: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LIMIT", 40)
    assert texts(data, name) == [f"{name} is larger than 0 MB"]


def test_a_pipe_is_read_once_and_whole(run: Run, home: Path) -> None:
    os.mkfifo(home / "pipe")
    writer = start(lambda: (home / "pipe").write_text(f"{ENTRY}\n" * 3, encoding="utf-8"))
    assert "1 new entry" in run("import", "pipe", "--db", "new.db").out
    assert wait(writer) == 0


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_pipe_without_end_is_refused(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "_MOST_OF_STREAM", 3 << 20)
    assert "/dev/zero gives more than 3 MB" in run("import", "/dev/zero", code=1).err
    with Path("/dev/zero").open() as zeros:
        monkeypatch.setattr("sys.stdin", zeros)
        assert "standard input gives more than 3 MB" in run("import", "-", code=1).err


def test_the_limits_are_those_that_are_documented() -> None:
    told = (Path(__file__).parents[2] / "docs" / "robustness.md").read_text(encoding="utf-8")
    limits = {
        "web page": webpages._LIMIT, "PDF": pdf._LIMIT, "word-processor file": worddocs._LIMIT,
        "word-processor file, unpacked": worddocs._UNPACKED, "text of a PDF": pdf._MOST_TEXT,
        "pipe": contents._MOST_OF_STREAM, "JSON, not one object a line": objects._LIMIT,
    }  # fmt: skip
    for name, size in limits.items():
        assert f"| {name} | {size >> 20} MB |" in told
    assert f"| pages of a PDF | {pdf._MOST_PAGES} |" in told


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.html", b"<div>" * 20_000 + ENTRY.encode(), id="tags"),
        pytest.param("a.json", b"[" * 100_000, id="brackets"),
        pytest.param("a.json", b'{"events": ' * 50_000, id="objects"),
        pytest.param("a.jsonl", b'{"date": "2020-01-05", "text": "x", "actors": ' + b"[" * 50_000, id="one line"),
        pytest.param("a.docx", docx("<w:p>" * 20_000), id="elements"),
        pytest.param("a.txt", (">" * 50_000 + ENTRY).encode(), id="quotes"),
        pytest.param("a.txt", ("(" * 50_000 + ENTRY + ")" * 50_000).encode(), id="brackets in prose"),
        pytest.param("a.md", ("*" * 50_000 + ENTRY).encode(), id="stars"),
        pytest.param("a.csv", b"date,text\n2020-01-05," + b'"' * 99_999 + b"\n", id="quotation marks"),
    ],
)
def test_nesting_however_deep_gives_entries_or_a_sentence(run: Run, home: Path, name: str, data: bytes) -> None:
    (home / name).write_bytes(data)
    outcome = run("import", name, "--db", "deep.db", code=None)
    assert outcome.code in (0, 1, 4)
    assert outcome.code == 0 or outcome.err


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Jan. 5, 2020: " + "President " * 30_000, id="titles"),
        pytest.param("Jan. 5, 2020: " + "Lavrov, Putin and Wang Yi, " * 5_000, id="names"),
        pytest.param("Jan. 5, 2020: " + "on Jan. 5-9, 2020 " * 4_000, id="dates"),
        pytest.param("Jan. 5, 2020: " + "a" * 1_000_000, id="one word"),
        pytest.param("Jan. 5, 2020: " + "1" * 300_000, id="one number"),
        pytest.param("Jan. 5, 2020: " + "e" + "\u0301" * 200_000, id="accents on one letter"),
        pytest.param("Jan. 5-" * 40_000, id="one date without end"),
        pytest.param("\n" * 500_000 + ENTRY, id="blank lines"),
        pytest.param("Jan. 5, 2020:\t" * 15_000, id="heads in one line"),
    ],
)
def test_one_very_long_entry_takes_no_more_than_its_length(run: Run, home: Path, text: str) -> None:
    (home / "long.txt").write_text(text, encoding="utf-8")
    assert run("import", "long.txt", "--db", "long.db", code=None).code in (0, 1, 4)
