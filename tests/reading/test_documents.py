"""Which kind a file is, and what it says of itself."""

from pathlib import Path

import pytest

from sinorus.errors import DocumentError
from sinorus.reading import read_chronology, read_document
from tests.reading.reads import read

ENTRY = "Jan. 5, 2024: Talks open.\n"


def test_header_lines_become_the_source() -> None:
    text = (
        f"Title: Spring talks\nAuthor: A. N.\nPublisher: A journal\nURL: https://example.org\nPeriod: 2024\n\n{ENTRY}"
    )
    source = read_chronology(text.encode(), name="a.txt").source
    assert (source.title, source.author, source.publisher) == ("Spring talks", "A. N.", "A journal")
    assert (source.url, source.period, source.file) == ("https://example.org", "2024", "a.txt")
    assert len(source.sha256) == 64


def test_source_line_that_is_no_address_names_the_publisher() -> None:
    source = read_chronology(f"Title: Talks\nSource: A journal of talks\n\n{ENTRY}".encode(), name="a.txt").source
    assert (source.publisher, source.url) == ("A journal of talks", None)


def test_header_is_no_narrative_and_its_period_gives_the_year() -> None:
    found = read("Title: Talks\nPeriod: November 2014 to March 2015\n\nDec. 5: One.\nFeb. 3: Another.\n")
    assert found.texts == [("2014-12-05", "One."), ("2015-02-03", "Another.")]
    assert found.narrative == []
    assert found.entries[0].line == 4


def test_front_matter_becomes_the_source() -> None:
    text = f'---\ntitle: "Spring: talks"\nauthors:\n  - A. One\n  - B. Two\ntags: [x]\n---\n\n{ENTRY}'
    source = read_chronology(text.encode(), name="a.md").source
    assert (source.title, source.author) == ("Spring: talks", "A. One, B. Two")
    assert read(text, "a.md").entries[0].line == 9


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"1962\n\n{ENTRY}", "notes"),
        (f"## July 4, 1999\n\nTalks open.\n\n{ENTRY}", "notes"),
        (f"== [[Oslo]] '''talks''' ==\n\n{ENTRY}", "Oslo talks"),
        (f"# Spring talks\n\n{ENTRY}", "Spring talks"),
        (f"Spring talks\n\n{ENTRY}", "Spring talks"),
        (f"Spring talks\n============\n{ENTRY}", "Spring talks"),
        (f"Articles\nSome prose without a blank line.\n{ENTRY}", "notes"),
        (
            f"{{{{Short description|Talks}}}}\n{{{{Use dmy dates}}}}\n\n'''Oslo talks'''{{{{efn|x}}}}\n\n{ENTRY}",
            "Oslo talks",
        ),
        (f"{{{{Infobox talks\n| date = 1999\n}}}}\nThe '''[[Oslo]] talks''' were many.\n\n{ENTRY}", "Oslo talks"),
        (f"* '''Putin''' rests.\n{ENTRY}", "notes"),
        (f"A Review    Page 1\nTitle: Spring talks\n\n{ENTRY}", "Spring talks"),
        (f"A REVIEW, Vol. 3, No. 1\nPage 1 of 9\n\nTitle: Spring talks\n\n{ENTRY}", "Spring talks"),
        (f"A REVIEW, Vol. 3, No. 1\n\nSpring talks\n\n{ENTRY}", "Spring talks"),
        (f"CHRONOLOGY OF TALKS\nIN OSLO\nJANUARY – APRIL 2024\n\n{ENTRY}", "CHRONOLOGY OF TALKS IN OSLO"),
        (f"Page 1\n\nSpring talks\n\n{ENTRY}", "Spring talks"),
        (ENTRY, "notes"),
    ],
    ids=[
        "year",
        "day",
        "markup",
        "marked heading",
        "line by itself",
        "underlined",
        "first of many lines",
        "below a wiki's settings",
        "in bold below a wiki's box",
        "in bold in a list",
        "below the head of a page",
        "below a volume and a page",
        "below a volume",
        "capitals over several lines",
        "by itself below a page",
        "nothing",
    ],
)
def test_title_is_the_first_heading_or_the_name_of_the_file(text: str, title: str) -> None:
    assert read_chronology(text.encode(), name="folder/notes.txt").source.title == title


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (ENTRY, "text"),
        ("date,text\n2024-01-05,Talks open.\n", "table"),
        ('[{"date": "2024-01-05", "text": "Talks open."}]', "json"),
        ('{"date": "2024-01-05", "text": "Talks open."}\n', "json"),
        ("<!DOCTYPE html><html><body><p>Jan. 5, 2024: Talks open.</p></body></html>", "html"),
    ],
    ids=["text", "table", "JSON", "JSON Lines", "page"],
)
def test_kind_is_told_by_the_content(data: str, kind: str) -> None:
    assert read_document(None, data.encode(), "export.txt").kind == kind
    assert read(data, "export.txt").texts == [("2024-01-05", "Talks open.")]


def test_file_is_read_from_its_path(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(ENTRY, encoding="utf-8")
    chronology = read_chronology(file)
    assert chronology.source.file == str(file)
    assert len(list(chronology.passages())) == len(list(chronology.passages())) == 1
    assert chronology.parts() == (chronology,)


def test_missing_file_and_folder_are_errors_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="there is no such file"):
        read_chronology(tmp_path / "nowhere.txt")
    with pytest.raises(DocumentError, match="is a folder"):
        read_chronology(tmp_path)


def test_standard_input_has_a_name_of_its_own() -> None:
    with pytest.raises(DocumentError, match=r"^standard input is empty"):
        read_chronology(b"")


def test_file_that_is_not_what_its_name_says_is_refused() -> None:
    with pytest.raises(DocumentError, match="named as a PDF file but is none"):
        read_document(None, ENTRY.encode(), "a.pdf")
