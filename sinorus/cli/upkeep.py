"""`sinorus path`, `doctor` and `forget`: where the database is, whether it is sound, and what should not be in it."""

from typing import Annotated

import typer

from sinorus.cli.database import existing_database, find_database, reading
from sinorus.cli.options import Session
from sinorus.cli.output import notify, write_plainly
from sinorus.cli.own_codebook import own_codebook_folder
from sinorus.errors import ExitCode, UsageError
from sinorus.render.safe import one_line
from sinorus.store.checking import check
from sinorus.store.connection import open_writing
from sinorus.store.forgetting import Forgotten, forget_sources
from sinorus.store.names import look_up
from sinorus.store.sources import sources_from


def path_command(
    session: Session,
    codebook: Annotated[bool, typer.Option("--codebook", help="The folder for codebook tables of your own.")] = False,
) -> None:
    """Print the path of the database, for other tools.

    \b
    sqlite-utils "$(sinorus path)" "select * from event_list limit 3" --table
    """
    write_plainly([f"{own_codebook_folder() if codebook else find_database(session)[0]}\n"])


def doctor_command(session: Session) -> None:
    """Check the database.

    Prints what is wrong and what to do about it; ends with 1 when something is.

    \b
    sinorus doctor
    """
    with reading(session) as connection:
        problems = list(check(connection))
        write_plainly(f"{one_line(problem.what)}\n    {problem.remedy}\n" for problem in problems)
        if problems:
            raise SystemExit(ExitCode.FAILED)
        write_plainly([f"{find_database(session)[0]} is sound.\n"])


def forget_command(
    session: Session,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Its title, file or number in 'sinorus sources'.")],
) -> None:
    """Remove a source, or all that a file told.

    The events that only this source tells go with it, without a question; those that another tells as well stay.

    \b
    sinorus forget next-issue.html
    """
    with open_writing(existing_database(session), tell=notify) as connection:
        matches = look_up(connection, "source", source)
        of_file = sources_from(connection, source.strip())
        if len(matches) > 1 and not of_file:
            titles = "; ".join(f"{match.key} {match.name}" for match in matches)
            raise UsageError(f"{source.strip()!r} means {len(matches)} sources: {titles}.", "Give the number of one.")
        gone = forget_sources(connection, of_file if len(matches) > 1 else [int(matches[0].key)])
    write_plainly(one_line(_sentence(one)) + "\n" for one in gone)


def _sentence(gone: Forgotten) -> str:
    kept = f"; {_events(gone.kept)} kept, which other sources tell too" if gone.kept else ""
    return f"{gone.title} ({gone.file}): {_events(gone.removed)} removed{kept}."


def _events(count: int) -> str:
    return f"{count} {'event' if count == 1 else 'events'}"
