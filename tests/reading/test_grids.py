"""Tables of every kind of document: the same columns mean the same as in CSV."""

from io import BytesIO

import pytest
from docx import Document

from sinorus.model import GivenPlace
from tests.reading.reads import Read, read

Rows = list[list[str]]


def _html(rows: Rows) -> Read:
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return read(f"<html><body><table>{body}</table></body></html>", "page.html")


def _markdown(rows: Rows) -> Read:
    lines = [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    return read("\n".join(["# Talks", "", lines[0], "|---|" + "---|" * (len(rows[0]) - 1), *lines[1:], "", "The end."]))


def _wiki(rows: Rows) -> Read:
    head, *others = rows
    body = "".join(f"|-\n| {' || '.join(row)}\n" for row in others)
    return read('Talks\n\n{| class="wikitable"\n! ' + " !! ".join(head) + f"\n{body}|}}\n\nThe end.\n")


def _wiki_in_lines(rows: Rows) -> Read:
    head, *others = rows
    body = "".join("|-\n" + "".join(f'| style="x" | {cell}\n' for cell in row) for row in others)
    return read("{|\n|+ Talks\n" + "".join(f'! scope="col" | {name}\n' for name in head) + f"{body}|}}\n")


def _docx(rows: Rows) -> Read:
    document = Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    stream = BytesIO()
    document.save(stream)
    return read(stream.getvalue(), "table.docx")


KINDS = {"html": _html, "markdown": _markdown, "wiki": _wiki, "wiki in lines": _wiki_in_lines, "docx": _docx}
TABLES = {
    "place last": (
        [["Date", "What happened", "Where"], ["July 14-16, 2001", "Two leaders hold a summit.", "Agra"]],
        ("2001-07-14/2001-07-16", "Two leaders hold a summit.", "Agra", None),
    ),
    "place before the event": (
        [["Date", "Place", "Event"], ["May 5, 2003", "Rome", "Talks open."]],
        ("2003-05-05", "Talks open.", "Rome", None),
    ),
    "date in the middle": (
        [["Location", "When", "Description"], ["Rome", "5 May 2003", "Talks open."]],
        ("2003-05-05", "Talks open.", "Rome", None),
    ),
    "numbers, references and a note": (
        [["No.", "Date", "Event", "Notes", "Ref."], ["1", "May 5, 2003", "Talks open.", "No paper.", "[12]"]],
        ("2003-05-05", "Talks open.", None, "No paper."),
    ),
    "columns of other names": (
        [["Date", "Event", "Participants", "Outcome"], ["May 5, 2003", "A summit", "Both leaders.", "A treaty"]],
        ("2003-05-05", "A summit; Both leaders. A treaty", None, None),
    ),
    "headline": (
        [["Date", "Details", "Title"], ["May 5, 2003", "Both leaders meet.", "Summit"]],
        ("2003-05-05", "Summit; Both leaders meet.", None, None),
    ),
    "place and nothing else": (
        [["Date", "Place"], ["May 5, 2003", "Rome"]],
        ("2003-05-05", "Rome", "Rome", None),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("rows", "expected"), TABLES.values(), ids=TABLES)
def test_columns_mean_the_same_in_every_kind_of_table(
    kind: str, rows: Rows, expected: tuple[str, str, str | None, str | None]
) -> None:
    edtf, text, place, note = expected
    (entry,) = KINDS[kind](rows).entries
    assert (entry.span.edtf, entry.text, entry.note) == (edtf, text, note)
    given = entry.given.places if entry.given is not None else None
    assert given == (None if place is None else (GivenPlace(place),))


def test_rows_stand_where_they_stand_in_the_text() -> None:
    found = _markdown([["Date", "Event"], ["May 5, 2003", "One."], ["May 6", "Two \\| three."]])
    assert [(entry.line, entry.text) for entry in found.entries] == [(5, "One."), (6, "Two \\| three.")]
    assert [(one.line, one.excerpt) for one in found.narrative] == [(1, "# Talks"), (8, "The end.")]


def test_wiki_cell_reaches_down_and_goes_on_below() -> None:
    found = read(
        "{|\n! Date !! Place !! Event\n|-\n"
        "| rowspan=2 | {{dts|2003|5|5}} || [[Rome]] || '''Talks''' open.<ref>a || b</ref>\n"
        "|-\n| Naples\n| They close\nthere.\n|}\n"
    )
    assert found.texts == [("2003-05-05", "Talks open."), ("2003-05-05", "They close there.")]
    assert [entry.line for entry in found.entries] == [4, 6]


@pytest.mark.parametrize("end", ["== Later ==\n", "\n\nThe rest is prose.\n\n"])
def test_wiki_table_that_is_left_open_swallows_nothing(end: str) -> None:
    found = read(f"{{|\n! Date !! Event\n|-\n| May 5, 2003 || One.\n{end}May 9, 2003: Two.\n")
    assert found.texts == [("2003-05-05", "One."), ("2003-05-09", "Two.")]


def test_row_without_names_gives_its_cells() -> None:
    assert read("| 3 July 1988 | Oslo | Talks open. |\n").texts == [("1988-07-03", "Oslo; Talks open.")]
