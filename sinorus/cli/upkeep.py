"""`sinorus path` and `sinorus doctor`: where the database is, and whether it is sound."""

from typing import Annotated

import typer

from sinorus.cli.database import find_database, reading
from sinorus.cli.options import Session
from sinorus.cli.output import write_plainly
from sinorus.cli.own_codebook import own_codebook_folder
from sinorus.errors import ExitCode
from sinorus.render.safe import one_line
from sinorus.store.checking import check


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
