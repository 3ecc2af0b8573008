"""Pieces of text -> the file that `--output` names: it is there whole, or as it was before.

They are written to a draft beside it, which then takes its place. What cannot be replaced without loss is written
where it stands: a device, a pipe, a file of several names, one in a folder where no other may be made.
"""

import os
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TextIO


def write_file(path: Path, pieces: Iterable[str]) -> None:
    """Write a file; when making the pieces fails, a file that was there is left alone."""
    rest = iter(pieces)
    first = next(rest, "")  # a wrong usage shows here, before anything is opened
    if _may_be_replaced(path):
        _replace(path.resolve(), chain([first], rest))
    else:
        with _open(path) as file:
            file.writelines(chain([first], rest))


def _may_be_replaced(path: Path) -> bool:
    if path.exists() and (not path.is_file() or path.stat().st_nlink > 1):
        return False
    return os.access(path.resolve().parent, os.W_OK)


def _replace(path: Path, pieces: Iterable[str]) -> None:
    draft = path.with_name(f".sinorus-{os.getpid()}.new")
    try:
        file = _open(draft)
    except OSError as error:
        error.filename = str(path)  # the name that the user knows
        raise
    try:
        with file:
            if path.exists():
                draft.chmod(path.stat().st_mode & 0o7777)
            file.writelines(pieces)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _open(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", errors="backslashreplace", newline="")
