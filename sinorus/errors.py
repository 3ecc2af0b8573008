"""What can go wrong, in the user's words: one base class, and the exit code that each kind ends with.

Every error carries a message (what happened, and where) and a hint (what to do). Only `cli/app.py` catches them.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """How the program ends; the numbers are part of the command-line contract."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NO_DATABASE = 3
    REJECTED_ENTRIES = 4
    INTERRUPTED = 130


class SinorusError(Exception):
    """A problem to be told to the user: `message` says what and where, `hint` what to do about it."""

    exit_code = ExitCode.FAILED

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(SinorusError):
    """An argument that cannot be understood: an unknown name, column or format, a period that runs backwards."""

    exit_code = ExitCode.USAGE


class DocumentError(SinorusError):
    """A file that cannot be read as a chronology: missing, empty, binary, in an unknown encoding."""


class CodebookError(SinorusError):
    """A codebook row that is malformed, doubled, or points at a row that is not there."""


class DatabaseError(SinorusError):
    """A database that is missing, damaged, foreign, locked, or newer than this program."""

    exit_code = ExitCode.NO_DATABASE
