"""The options that commands share, once each: dataclasses whose fields are Typer options.

    def events_command(session: Session, filters: Filters, output: Output) -> None: ...

`parameters` shows them to Typer, `completion` completes their values. They have no more methods than they need: each
would cost every start.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

from sinorus.query.request import Request
from sinorus.render.formats import FORMAT_NAMES

FILTERS = "Which events"
OUTPUT = "What comes out"
Many: TypeAlias = list[str]


def _filter(*names: str, help: str, metavar: str | None = None) -> Any:
    return typer.Option(*names, metavar=metavar, help=help, rich_help_panel=FILTERS, show_default=False)


def _output(*names: str, help: str, metavar: str | None = None) -> Any:
    return typer.Option(*names, metavar=metavar, help=help, rich_help_panel=OUTPUT, show_default=False)


@dataclass(eq=False, repr=False, match_args=False)
class Session:
    """Which database."""

    db: Annotated[str | None, typer.Option("--db", metavar="PATH", help="The database.")] = None


@dataclass(eq=False, repr=False, match_args=False)
class Filters:
    """Which events; within one option a comma means any, a repeated option means all."""

    actor: Annotated[Many, _filter("--actor", "-a", metavar="NAME", help="Who takes part.")] = field(
        default_factory=list
    )
    country: Annotated[Many, _filter("--country", "-c", metavar="COUNTRY", help="Which state somebody acts for.")] = (
        field(default_factory=list)
    )
    role: Annotated[
        Many, _filter("--role", "-r", metavar="TITLE", help="An office held that day: FM, 'Iranian FM'.")
    ] = field(default_factory=list)
    place: Annotated[
        Many, _filter("--place", "-p", metavar="PLACE", help="Where; a country is all that lies in it.")
    ] = field(default_factory=list)
    topic: Annotated[Many, _filter("--topic", "--theme", "-t", metavar="TOPIC", help="What about.")] = field(
        default_factory=list
    )
    activity: Annotated[Many, _filter("--activity", metavar="KIND", help="visit, meeting, ...")] = field(
        default_factory=list
    )
    since: Annotated[str | None, _filter("--since", metavar="PERIOD", help="Not before: 2024-03, last month.")] = None
    until: Annotated[str | None, _filter("--until", metavar="PERIOD", help="Not after.")] = None
    on: Annotated[Many, _filter("--on", metavar="PERIOD", help="In a period: summer 2024, 2024Q2..2024Q3, -3m..")] = (
        field(default_factory=list)
    )
    starts: Annotated[bool, _filter("--starts", help="Only what begins in the period.")] = False
    text: Annotated[Many, _filter("--text", "-q", metavar="WORDS", help='Words, "a phrase", a beginning*.')] = field(
        default_factory=list
    )
    source: Annotated[Many, _filter("--source", metavar="TITLE", help="Which source tells it.")] = field(
        default_factory=list
    )
    without: Annotated[Many, _filter("--not", metavar="FIELD:VALUE", help="Leave out: topic:taiwan.")] = field(
        default_factory=list
    )
    mentions: Annotated[
        bool, _filter("--mentions", help="Count who is only talked about, and dates told in the text.")
    ] = False

    def request(self, sort: tuple[str, ...] = ("date",), reverse: bool = False, limit: int | None = None) -> Request:
        """Return what was typed as a request."""
        typed: dict[str, Any] = {name: getattr(self, name) for name in Request._fields if hasattr(self, name)}
        for name, value in typed.items():
            if isinstance(value, list):
                typed[name] = tuple(value)
        return Request(**typed, sort=sort, reverse=reverse, limit=limit)


@dataclass(eq=False, repr=False, match_args=False)
class Output:
    """How the answer is written, and where."""

    format: Annotated[str | None, _output("--format", "-f", metavar="FORMAT", help=f"{', '.join(FORMAT_NAMES)}.")] = (
        None
    )
    csv: Annotated[bool, _output("--csv", help="Short for --format csv.")] = False
    tsv: Annotated[bool, _output("--tsv", help="Short for --format tsv.")] = False
    json: Annotated[bool, _output("--json", help="Short for --format json.")] = False
    jsonl: Annotated[bool, _output("--jsonl", help="Short for --format jsonl.")] = False
    markdown: Annotated[bool, _output("--markdown", help="Short for --format markdown.")] = False
    template: Annotated[
        str | None, _output("--template", metavar="PATTERN", help="A line a row, such as '{start} {text}'.")
    ] = None
    columns: Annotated[str | None, _output("--columns", metavar="NAMES", help="Which columns, with commas.")] = None
    header: Annotated[bool, _output("--header/--no-header", help="With the names of the columns.")] = True
    safe_cells: Annotated[bool, _output("--safe-cells", help="Keep spreadsheets from taking a cell for a formula.")] = (
        False
    )
    output: Annotated[Path | None, _output("--output", "-o", metavar="FILE", help="Write to a file.")] = None
    pager: Annotated[bool, _output("--pager/--no-pager", help="Page long answers on a terminal.")] = True


@dataclass(eq=False, repr=False, match_args=False)
class Order:
    """In which order, and how many."""

    sort: Annotated[
        str | None,
        _output(
            "--sort", metavar="KEYS", help="date, actor, place, source, relevance, id for events; a column for others."
        ),
    ] = None
    reverse: Annotated[bool, _output("--reverse", help="The other way round.")] = False
    limit: Annotated[int | None, _output("--limit", "-n", metavar="N", help="At most so many.")] = None


@dataclass(eq=False, repr=False, match_args=False)
class Asking:
    """What to tell of the question instead of its answer."""

    count: Annotated[bool, _output("--count", help="Print only how many there are.")] = False
    explain: Annotated[bool, _output("--explain", help="Print the question as a sentence.")] = False
    sql: Annotated[bool, _output("--sql", help="Print the question as SQL for sqlite-utils.")] = False
