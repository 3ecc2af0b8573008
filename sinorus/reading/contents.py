"""The bytes of a document, in memory or in a file: opened, measured, and given a fingerprint.

A file is read several times, to find out what it is and then for what it says. What can be read only once, a pipe or
the terminal, is taken into memory first, within a limit.
"""

import hashlib
import stat
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from sinorus.errors import DocumentError

_CHUNK = 1 << 20
_MOST_OF_STREAM = 256 << 20


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a document, in memory or in a file; `name` is how the user calls it."""

    name: str
    path: Path | None
    data: bytes | None

    def open(self) -> BinaryIO:
        """Open the bytes for reading.

        Raises: DocumentError when the file cannot be opened.
        """
        if self.data is not None:
            return BytesIO(self.data)
        assert self.path is not None
        try:
            return self.path.open("rb")
        except FileNotFoundError:
            raise DocumentError(f"{self.name}: there is no such file", "Check the path.") from None
        except IsADirectoryError:
            raise DocumentError(f"{self.name} is a folder", f"Name its files, as in {self.name}/*.txt.") from None
        except OSError as error:
            raise DocumentError(
                f"{self.name} cannot be read: {error.strerror}", "Check the file's permissions."
            ) from None

    def head(self, size: int) -> bytes:
        """Return the first bytes."""
        with self.open() as file:
            return file.read(size)

    def read(self, limit: int) -> bytes:
        """Return all bytes of a document that has to be read as a whole.

        Raises: DocumentError when there are more than the limit.
        """
        with self.open() as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise DocumentError(
                f"{self.name} is larger than {limit >> 20} MB",
                "Split it, or save it as plain text, which has no limit.",
            )
        return data

    def sha256(self) -> str:
        """Return the fingerprint of the bytes."""
        digest = hashlib.sha256()
        with self.open() as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        return digest.hexdigest()


def find_content(path: Path | None, data: bytes | None, name: str | None) -> Content:
    """Return the content of a file, or of bytes in memory, under the name that messages give it.

    Raises: DocumentError when the file gives its bytes only once, and they are too many or cannot be read.
    """
    content = Content(name or (str(path) if path is not None else "standard input"), path, data)
    if path is None or not _is_stream(path):
        return content
    with content.open() as file:
        return Content(content.name, None, read_stream(file, content.name))


def read_stream(file: BinaryIO, name: str) -> bytes:
    """Return all that a pipe gives.

    Raises: DocumentError when that is more than the limit, or cannot be read.
    """
    try:
        data = file.read(_MOST_OF_STREAM + 1)
    except OSError as error:
        raise DocumentError(f"{name} cannot be read: {error.strerror}", "Save it as a file and import that.") from None
    if len(data) > _MOST_OF_STREAM:
        raise DocumentError(
            f"{name} gives more than {_MOST_OF_STREAM >> 20} MB",
            "Save it as a file and import that; a text may be longer.",
        )
    return data


def _is_stream(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # opening it says why
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)
