"""The bytes of a document, in memory or in a file: opened, measured, and given a fingerprint."""

import hashlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from sinorus.errors import DocumentError

_CHUNK = 1 << 20


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
