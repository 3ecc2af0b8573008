"""The formats for other programs can be read back by their own readers, whatever the texts are."""

import csv
import io
import json
import sys
from typing import Any
from unicodedata import bidirectional, category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinorus.errors import UsageError
from sinorus.query.clauses import Clause
from sinorus.render.answer import Answer, of_rows
from sinorus.render.formats import FORMAT_NAMES, FORMATS, Style, find_format
from sinorus.render.safe import harmless, markdown, one_line, quoted_formula

ACTING_CATEGORIES = {"Cc", "Cs", "Zl", "Zp"}
TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
TEXTS = st.text()
ROWS = st.lists(st.tuples(TEXTS, TEXTS), max_size=5)


def answer(rows: list[tuple[str, str]]) -> Answer[Any]:
    return of_rows("things", ("a", "b"), rows)


def written(name: str, rows: list[tuple[str, str]], **style: Any) -> str:
    return "".join(FORMATS[name](answer(rows), Style(**style)))


@given(ROWS)
def test_csv_is_read_back_by_any_reader(rows: list[tuple[str, str]]) -> None:
    plain = [(a.replace("\0", ""), b.replace("\0", "")) for a, b in rows]
    assert list(csv.reader(io.StringIO(written("csv", plain), newline="")))[1:] == [list(row) for row in plain]


@given(ROWS)
def test_json_and_jsonl_are_read_back_by_any_reader(rows: list[tuple[str, str]]) -> None:
    expected = [{"a": a, "b": b} for a, b in rows]
    assert json.loads(written("json", rows)) == expected
    assert [json.loads(line) for line in written("jsonl", rows).split("\n")[:-1]] == expected


@given(ROWS)
def test_tsv_has_the_same_number_of_cells_in_every_line(rows: list[tuple[str, str]]) -> None:
    lines = written("tsv", rows).split("\n")[:-1]
    assert [line.count("\t") for line in lines] == [1] * (len(rows) + 1)


@given(st.lists(st.tuples(TEXTS), max_size=5))
def test_csv_of_one_column_has_no_empty_lines(rows: list[tuple[str]]) -> None:
    lines = "".join(FORMATS["csv"](of_rows("things", ("a",), rows), Style(header=False)))
    assert "\n\n" not in lines.replace("\r", "") or any("\n" in cell for (cell,) in rows)


@given(TEXTS)
def test_harmless_text_has_nothing_that_a_terminal_obeys(text: str) -> None:
    shown = one_line(text)
    assert shown.isprintable() or not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\n\t\r")


def test_every_character_that_acts_is_written_out_in_texts_and_in_statements() -> None:
    every = map(chr, range(sys.maxunicode + 1))
    acting = [one for one in every if category(one) in ACTING_CATEGORIES or bidirectional(one) in TURNING]
    assert len(acting) > 2_000
    assert [one for one in acting if harmless(one) == one] == ["\t", "\n"]
    assert [one for one in acting if one in Clause("?", (one,)).literal()] == []


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp"))))
def test_harmless_leaves_ordinary_text_alone(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@A1", "\t=1", "  =1", "＝1"])
def test_formula_is_quoted(cell: str) -> None:
    assert quoted_formula(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Lavrov", "1-2", "a=b"])
def test_text_is_no_formula(cell: str) -> None:
    assert quoted_formula(cell) == cell


def test_markdown_of_a_text_is_neither_markup_nor_html() -> None:
    assert markdown("*a* <b> [c](d) `e` f|g\n# h") == r"\*a\* &lt;b&gt; \[c\](d) \`e\` f\|g \# h"


def test_every_format_has_help_and_a_name() -> None:
    assert ("table", *FORMATS) == FORMAT_NAMES
    assert all(render.__doc__ for render in FORMATS.values())


def test_unknown_format_is_told_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="no format 'xml'"):
        find_format("xml")
