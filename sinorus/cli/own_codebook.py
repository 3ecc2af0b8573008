"""Where the user's own codebook tables are, and the codebook, or one table of it, with them."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sinorus.codebook import Codebook


def own_codebook_folder() -> Path:
    """Return the folder for the user's own tables, whether it is there or not."""
    from platformdirs import user_config_path

    return user_config_path("sinorus", appauthor=False) / "codebook"


def load_own_codebook() -> "Codebook":
    """Return the bundled codebook with the user's own tables over it; tell of files there that are no tables.

    Raises: CodebookError for a row that is malformed or points at nothing.
    """
    from sinorus.cli.output import notify
    from sinorus.codebook import load_codebook
    from sinorus.codebook.records import COLUMNS
    from sinorus.codebook.rows import find_strange_files

    folder = own_codebook_folder()
    for file, near in find_strange_files(folder):
        meant = f"Did you mean {near}.csv?" if near else f"The tables are {', '.join(COLUMNS)}."
        notify(f"{file} is no table of the codebook and is not read. {meant}")
    return load_codebook(folder)


def spelled_out(form: str) -> str | None:
    """Return the title of an office for a form of it that chronologies write, "FM" or "FMs"; None for any other word.

    Raises: CodebookError for a table that cannot be read.
    """
    from sinorus.codebook.rows import read_rows
    from sinorus.folding import fold
    from sinorus.resources import CODEBOOK

    typed = fold(form)
    offices = read_rows("offices", (CODEBOOK, own_codebook_folder()))
    return next((row["title"] for row in offices if typed in (fold(row["form"]), fold(row["plural"]))), None)
