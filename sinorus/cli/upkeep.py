"""`sinorus path` and `sinorus doctor`: where the database is, and whether it is sound."""

from sinorus.cli.database import find_database
from sinorus.cli.options import Session, with_options
from sinorus.cli.output import write_plainly


@with_options
def path_command(session: Session) -> None:
    """Print the path of the database, for sqlite-utils and other tools.

    \b
    sqlite-utils "$(sinorus path)" "select * from event_list limit 3" --table
    """
    write_plainly([f"{find_database(session)[0]}\n"])
