"""PDF files made by a PDF library: one column and two, running heads, divided words, tables."""

import builtins
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from sinorus.errors import DocumentError
from sinorus.reading import read_chronology
from sinorus.reading.hyphens import rejoin_words
from tests.reading.reads import read

_WORDS = (
    "the minister visits the capital for consultations with his counterpart and signs a memorandum on trade before he"
    " leaves for the next round of talks that both sides have prepared for several months in silence"
).split()


def _entries(count: int) -> list[tuple[str, str]]:
    entries = []
    for number in range(count):
        words = [_WORDS[(7 * number + 3 * place) % len(_WORDS)] for place in range(30 + number % 9)]
        entries.append((f"March {number % 28 + 1}, {2000 + number // 28}", " ".join(words).capitalize() + "."))
    return entries


def _report(frames: list[Frame], entries: list[tuple[str, str]]) -> bytes:
    """Make a report whose pages have a running head and a number."""

    def furnish(canvas: Any, document: Any) -> None:
        canvas.drawString(60, 810, "Journal of Talks")
        canvas.drawRightString(540, 810, "Vol. 3")
        canvas.drawCentredString(300, 30, f"Page {document.page}")

    file = BytesIO()
    styles = getSampleStyleSheet()
    document = BaseDocTemplate(file, pagesize=A4, title="Talks, 2000-2001", author="A. Writer")
    document.addPageTemplates(PageTemplate(frames=frames, onPage=furnish))
    story = [
        Paragraph("Talks", styles["Title"]),
        Paragraph("An introduction without any date of its own.", styles["BodyText"]),
    ]
    story += [Paragraph(f"<b>{when}:</b> {text}", styles["BodyText"]) for when, text in entries]
    document.build(story)
    return file.getvalue()


def _sheet(draw: Callable[[Canvas], None]) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    draw(canvas)
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize(
    "frames",
    [[(60, 60, 480, 730)], [(50, 60, 235, 730), (310, 60, 235, 730)]],
    ids=["one column", "two columns"],
)
def test_entries_come_in_order_without_heads_and_page_numbers(frames: list[tuple[int, int, int, int]]) -> None:
    entries = _entries(40)
    data = _report([Frame(*frame) for frame in frames], entries)
    found = read(data, "report.pdf")
    assert [(entry.date_text, entry.text) for entry in found.entries] == entries
    assert len(found.narrative) == 2


def test_pdf_says_its_title_and_author() -> None:
    source = read_chronology(_report([Frame(60, 60, 480, 730)], _entries(1)), name="report.pdf").source
    assert (source.title, source.author) == ("Talks, 2000-2001", "A. Writer")


def test_columns_that_are_drawn_row_by_row_are_read_one_after_the_other() -> None:
    left = [
        "January 5, 2024: The foreign min-",
        "ister visits the capital.",
        "January 9, 2024: Talks go on in",
        "the annex.",
    ]
    right = ["February 5, 2024: The other side", "replies.", "February 9, 2024: A memoran-", "dum is signed by both."]

    def draw(canvas: Canvas) -> None:
        for row, (one, other) in enumerate(zip(left, right, strict=True)):
            canvas.drawString(60, 700 - 14 * row, one)
            canvas.drawString(320, 700 - 14 * row, other)

    assert read(_sheet(draw), "rows.pdf").texts == [
        ("2024-01-05", "The foreign minister visits the capital."),
        ("2024-01-09", "Talks go on in the annex."),
        ("2024-02-05", "The other side replies."),
        ("2024-02-09", "A memorandum is signed by both."),
    ]


def test_dates_in_a_column_of_their_own_stay_with_their_rows() -> None:
    def draw(canvas: Canvas) -> None:
        for row in range(6):
            canvas.drawString(60, 700 - 20 * row, f"{row + 1} May 1990")
            canvas.drawString(260, 700 - 20 * row, f"Round {row + 1} of the talks is held.")

    found = read(_sheet(draw), "table.pdf")
    assert found.texts[5] == ("1990-05-06", "Round 6 of the talks is held.")
    assert len(found.entries) == 6


def test_divided_words_are_rejoined_and_compounds_kept() -> None:
    lines = ["A working-level round on co-", "operation and Sino-", "Russian trade at working-", "level."]
    assert rejoin_words(lines) == [
        "A working-level round on cooperation",
        "and Sino-Russian",
        "trade at working-level.",
        "",
    ]


def test_pdf_without_text_is_an_error() -> None:
    with pytest.raises(DocumentError, match="has no text") as caught:
        read(_sheet(lambda canvas: canvas.rect(60, 60, 100, 100)), "scan.pdf")
    assert "text recognition" in str(caught.value.hint)


def test_damaged_pdf_is_an_error() -> None:
    with pytest.raises(DocumentError, match="is damaged"):
        read(b"%PDF-1.7\n" + bytes(range(256)) * 4, "broken.pdf")


def test_missing_extra_names_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **named: Any) -> Any:
        if name.split(".", maxsplit=1)[0] == "pypdf":
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(DocumentError) as caught:
        read(b"%PDF-1.7\n", "report.pdf")
    assert caught.value.hint == 'In your copy of the repository: .venv/bin/python -m pip install ".[pdf]"'
