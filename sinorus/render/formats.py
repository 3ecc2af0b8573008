"""The formats for other programs: an answer -> pieces of text, one after the other, however many rows there are.

    csv, tsv       a header and a line a row; several values in a cell are joined with "; "
    json, jsonl    the rows as objects: in one array, or one a line
    markdown       events as quotable paragraphs, everything else as a table
    ids            the number of each event, for `sinorus show -`
    template       a line a row after the user's own pattern: {start} {text}

A format is a function; its docstring is what a shell tells of it. `table` is drawn elsewhere, as the terminal demands.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from sinorus.errors import UsageError
from sinorus.render.answer import Answer, Cell, cell_text
from sinorus.render.safe import harmless, json_text, markdown, one_line, quoted_formula


class Style(NamedTuple):
    """How a format is written: with a header or not, for a spreadsheet, onto a terminal, after which pattern."""

    header: bool = True
    safe_cells: bool = False
    terminal: bool = False
    template: str | None = None


Format: TypeAlias = Callable[[Answer[Any], Style], Iterable[str]]
_FIELD = r"\{\{|\}\}|\{([^{}]*)\}|[{}]|\\[nt\\]"
_LITERALS = {"{{": "{", "}}": "}", "\\n": "\n", "\\t": "\t", "\\\\": "\\"}
_NEEDS_QUOTES = re.compile('[",\r\n]|^ | $')


def render_csv(answer: Answer[Any], style: Style) -> Iterator[str]:
    """Comma-separated values with a header."""
    for cells in _lines(answer, style):
        yield ",".join(map(_csv_cell, cells)) + "\n" if len(cells) > 1 or cells[0] else '""\n'


def render_tsv(answer: Answer[Any], style: Style) -> Iterator[str]:
    """Tab-separated values with a header."""
    for cells in _lines(answer, style):
        yield "\t".join(re.sub(r"[\t\r\n]+", " ", cell) for cell in cells) + "\n"


def render_json(answer: Answer[Any], style: Style) -> Iterator[str]:  # noqa: ARG001
    """One array of objects."""
    separator = "[\n"
    for text in _objects(answer):
        yield separator + text
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def render_jsonl(answer: Answer[Any], style: Style) -> Iterator[str]:  # noqa: ARG001
    """One object a line."""
    for text in _objects(answer):
        yield text + "\n"


def render_markdown(answer: Answer[Any], style: Style) -> Iterator[str]:
    """Quotable paragraphs of events, or a table."""
    if answer.quote is not None and not answer.chosen:
        yield from map(answer.quote, answer.items)
        return
    if style.header:
        yield f"| {' | '.join(map(markdown, answer.columns))} |\n|{' --- |' * len(answer.columns)}\n"
    for cells in answer.rows():
        yield f"| {' | '.join(markdown(cell_text(cell)) for cell in cells)} |\n"


def render_ids(answer: Answer[Any], style: Style) -> Iterator[str]:  # noqa: ARG001
    """The number of each event, one a line."""
    identity = answer.columns.get("id")
    if identity is None:
        raise UsageError(f"These {answer.name} have no column 'id'.", "The format 'ids' is for events and sources.")
    for item in answer.items:
        yield f"{identity(item)}\n"


def render_template(answer: Answer[Any], style: Style) -> Iterator[str]:
    """A line a row after --template."""
    pieces = _parse_template(style.template or "", answer)
    for item in answer.items:
        yield "".join(one if isinstance(one, str) else one_line(cell_text(one(item))) for one in pieces) + "\n"


FORMATS: dict[str, Format] = {
    "csv": render_csv,
    "tsv": render_tsv,
    "json": render_json,
    "jsonl": render_jsonl,
    "markdown": render_markdown,
    "ids": render_ids,
    "template": render_template,
}
FORMAT_NAMES = ("table", *FORMATS)


def format_remark(name: str) -> str:
    """Return what a format is, in a few words."""
    told = FORMATS[name].__doc__ if name in FORMATS else "A table for people."
    return (told or "").rstrip(".")


def find_format(name: str) -> Format:
    """Return the format of a name.

    Raises: UsageError when there is no such format.
    """
    if name not in FORMATS:
        raise UsageError(f"There is no format {name!r}.", f"The formats are {', '.join(FORMAT_NAMES)}.")
    return FORMATS[name]


def _lines(answer: Answer[Any], style: Style) -> Iterator[list[str]]:
    """Yield the header and the rows as text, made harmless for whoever reads them."""
    if style.header:
        names = [quoted_formula(name) if style.safe_cells else name for name in answer.columns]
        yield [harmless(name) for name in names] if style.terminal else names
    for cells in answer.rows():
        texts = [cell_text(cell) for cell in cells]
        if style.safe_cells:
            texts = [quoted_formula(text) if isinstance(cell, str | tuple) else text
                     for cell, text in zip(cells, texts, strict=True)]  # fmt: skip
        yield [harmless(text) for text in texts] if style.terminal else texts


def _csv_cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def _objects(answer: Answer[Any]) -> Iterator[str]:
    for record in answer.records():
        yield json_text(record)


def _parse_template(template: str, answer: Answer[Any]) -> list[str | Callable[[Any], Cell]]:
    """Split a pattern into what stands and what is filled in."""
    pieces: list[str | Callable[[Any], Cell]] = []
    last = 0
    for match in re.finditer(_FIELD, template):
        pieces.append(template[last : match.start()])
        last = match.end()
        if (name := match[1]) is not None:
            pieces.append(answer.only([name.strip()]).columns[name.strip()])
        elif (literal := _LITERALS.get(match.group())) is not None:
            pieces.append(literal)
        else:
            raise UsageError(f"A brace stands alone in the template {template!r}.", "Write {{ or }} for a brace.")
    return [*pieces, template[last:]]
