"""`sinorus import` and `sinorus recode`: files into the database, and what is there coded once more."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sinorus.cli.database import existing_database, find_database
from sinorus.cli.options import Session
from sinorus.cli.output import notify, write_plainly
from sinorus.cli.own_codebook import load_own_codebook
from sinorus.cli.progress import showing_progress
from sinorus.cli.reports import tell_recoding, tell_source
from sinorus.errors import ExitCode, UsageError
from sinorus.store.connection import open_reading, open_writing

if TYPE_CHECKING:  # loaded when something is imported, not when the help lists the commands
    from sinorus.importer import Importer, SourceReport
    from sinorus.reading import Chronology

_STDIN = "-"


def import_command(
    session: Session,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE...]", help="Chronologies; - is stdin; none: the bundled ones.")
    ] = None,
    source: Annotated[str | None, typer.Option(metavar="TITLE", help="The title of the source.")] = None,
    year: Annotated[
        int | None, typer.Option(metavar="YEAR", min=1, max=9999, help="The year of the first entry, if none is told.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Do it all, and store nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="With --dry-run: print the coded events.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Store nothing if anything is rejected.")] = False,
    prune: Annotated[bool, typer.Option("--prune", help="Remove entries that a source tells no more.")] = False,
    recode_given: Annotated[
        bool, typer.Option("--recode-given", help="Code anew what was coded by hand before.")
    ] = False,
) -> None:
    """Read chronologies, code their entries, and store them.

    Each source is stored whole or not at all. Importing a file again changes only what is different in it, and
    leaves what was coded by hand.

    \b
    sinorus import next-issue.html
    sinorus import spring.pdf autumn.docx --dry-run
    curl -s https://example.org/chronology.html | sinorus import - --source "Spring 2024"
    """
    from sinorus.importer import Importer

    if as_json and not dry_run:
        raise UsageError(
            "--json prints events that are not stored yet.", "Add --dry-run, or ask 'sinorus events --json'."
        )
    if source is not None and len(files or ()) > 1:
        raise UsageError("--source is the title of one file.", "Import the files one by one.")
    if source is not None and not source.strip():
        raise UsageError("A source cannot have an empty title.", "Write one, or leave out --source.")
    chronologies = _read(files or [], source, year)
    importer = Importer(load_own_codebook())
    path, _ = find_database(session)
    if strict and (refused := _refused(importer, chronologies, path)):
        for report in refused:
            tell_source(report, dry_run=False, to_stderr=True)
        notify("Nothing was stored.")
        raise SystemExit(ExitCode.REJECTED_ENTRIES)
    reports = _print_coded(importer, chronologies) if as_json else []
    if not as_json:
        with _trial(path) if dry_run else open_writing(path, tell=notify) as connection:
            importer.prepare(connection)
            for chronology in chronologies:
                with showing_progress(chronology.source.title) as progress:
                    report = importer.store(
                        connection, chronology, prune=prune, recode_given=recode_given, progress=progress
                    )
                reports.append(report)
                tell_source(report, dry_run=dry_run)
    if any(report.rejected for report in reports):
        raise SystemExit(ExitCode.REJECTED_ENTRIES)


def recode_command(session: Session) -> None:
    """Code the stored entries again.

    That is of use after the codebook or the program has changed. Texts and dates stay as they are.

    \b
    sinorus recode
    """
    from sinorus.importer import Importer
    from sinorus.recoding import recode

    path = existing_database(session)
    importer = Importer(load_own_codebook())
    with open_writing(path, tell=notify) as connection, showing_progress("Coding again") as progress:
        report = recode(connection, importer, progress)
    tell_recoding(report)


def _read(files: list[str], source: str | None, year: int | None) -> "list[Chronology]":
    from sinorus.importer import STANDARD_INPUT, read_bundled, read_sources
    from sinorus.reading.contents import read_stream

    if not files:
        if source is not None:
            raise UsageError("The bundled chronologies have titles of their own.", "Leave out --source.")
        return list(read_bundled())
    found: list[Chronology] = []
    for file in files:
        name = STANDARD_INPUT if file == _STDIN else file
        document: Path | bytes = read_stream(sys.stdin.buffer, name) if file == _STDIN else Path(file)
        found += read_sources(document, name=name, year=year, title=source)
    return found


def _refused(importer: "Importer", chronologies: "list[Chronology]", path: Path) -> "list[SourceReport]":
    """Return the reports of the sources of which something would be refused."""
    with ExitStack() as stack:
        compared = any(chronology.names_events for chronology in chronologies) and path.exists()
        connection = stack.enter_context(open_reading(path)) if compared else None
        reports = [importer.check(chronology, connection) for chronology in chronologies]
    return [report for report in reports if report.rejected]


def _print_coded(importer: "Importer", chronologies: "list[Chronology]") -> "list[SourceReport]":
    """Print the coded events of all sources as one array; the reports go to stderr."""
    from sinorus.importer import SourceReport
    from sinorus.render.coded import coded_record
    from sinorus.render.safe import json_text

    reports = [SourceReport(chronology.source, chronology.remarks) for chronology in chronologies]

    def pieces() -> Iterator[str]:
        separator = "[\n"
        for chronology, report in zip(chronologies, reports, strict=True):
            for event in importer.code(chronology, report):
                report.tally.new += 1
                yield separator + json_text(coded_record(event, chronology.source))
                separator = ",\n"
        yield "[]\n" if separator == "[\n" else "\n]\n"

    write_plainly(pieces())
    for report in reports:
        tell_source(report, dry_run=True, to_stderr=True)
    return reports


@contextmanager
def _trial(path: Path) -> Iterator[Any]:
    """Open a copy of the database that is thrown away, so that a dry run can do everything."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="sinorus-") as folder:
        copy = Path(folder) / "trial.db"
        with open_writing(copy) as connection:
            if path.exists():
                with open_reading(path) as stored:
                    stored.backup(connection)
            yield connection
