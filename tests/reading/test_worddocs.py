"""Word-processor files made by python-docx: headings, lists, tables, bold dates."""

import builtins
import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest

from sinorus.errors import DocumentError
from sinorus.reading import read_chronology
from tests.reading.reads import read


def _document() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Spring talks"
    document.core_properties.author = "A. Writer"
    document.add_heading("Chronology", 0)
    document.add_paragraph("An introduction without a date.")
    bold = document.add_paragraph()
    bold.add_run("April 8-9, 2024").bold = True
    bold.add_run(" the minister visits the capital.")
    document.add_paragraph("April 10: Talks.")
    document.add_heading("May 2024", 2)
    document.add_paragraph("3: Day of a list", style="List Bullet")
    document.add_paragraph("5 – Another", style="List Bullet")
    rows = [("Event", "Date"), ("Talks open.", "June 1, 2024"), ("Talks close.", "June 3")]
    table = document.add_table(rows=3, cols=2)
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    broken = document.add_paragraph("July 4, 2024")
    broken.add_run().add_break()
    broken.add_run("Below a break.")
    return _saved(document)


def _saved(document: Any) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_document_gives_its_entries_numbered_by_paragraph() -> None:
    found = read(_document(), "talks.docx")
    assert found.texts == [
        ("2024-04-08/2024-04-09", "the minister visits the capital."),
        ("2024-04-10", "Talks."),
        ("2024-05-03", "Day of a list"),
        ("2024-05-05", "Another"),
        ("2024-06-01", "Talks open."),
        ("2024-06-03", "Talks close."),
        ("2024-07-04", "Below a break."),
    ]
    assert [entry.line for entry in found.entries] == [3, 4, 6, 7, 9, 10, 11]


def test_document_says_its_title_and_author() -> None:
    source = read_chronology(_document(), name="talks.docx").source
    assert (source.title, source.author) == ("Spring talks", "A. Writer")


def test_document_is_known_under_any_name() -> None:
    assert len(read(_document(), "talks.txt").entries) == 7


def test_empty_document_is_an_error() -> None:
    with pytest.raises(DocumentError, match="has no text"):
        read(_saved(docx.Document()), "empty.docx")


def _package(**parts: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (_package(xl__workbook_xml=b"<x/>"), "is a spreadsheet"),
        (_package(readme=b"x"), "is a package of other files"),
        (_package(word__document_xml=b"<x/>"), "is damaged"),
        (b"PK\x03\x04" + bytes(40), "is a damaged package"),
    ],
    ids=["spreadsheet", "zip", "no document inside", "cut short"],
)
def test_other_packages_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        read(data, "thing.docx")
    assert caught.value.hint


def test_package_that_would_unpack_to_too_much_is_refused() -> None:
    with pytest.raises(DocumentError, match="would unpack to more"):
        read(_package(word__document_xml=bytes(130 << 20)), "bomb.docx")


def test_missing_extra_names_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **named: Any) -> Any:
        if name.split(".", maxsplit=1)[0] == "docx":
            raise ImportError(name)
        return real(name, *rest, **named)

    data = _document()
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(DocumentError) as caught:
        read(data, "talks.docx")
    assert caught.value.hint == 'In your copy of the repository: .venv/bin/python -m pip install ".[docx]"'
