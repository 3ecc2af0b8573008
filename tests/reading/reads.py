"""Short ways to read a chronology in a test."""

from typing import NamedTuple

from sinorus.model import Entry, Rejection
from sinorus.reading import Doubt, Narrative, read_chronology


class Read(NamedTuple):
    """What came out of a document, by kind."""

    entries: list[Entry]
    rejections: list[Rejection]
    narrative: list[Narrative]
    doubts: list[Doubt]

    @property
    def texts(self) -> list[tuple[str, str]]:
        """Return the EDTF and text of each entry."""
        return [(entry.span.edtf, entry.text) for entry in self.entries]


def read(document: str | bytes, name: str = "chronology.txt", year: int | None = None) -> Read:
    """Read a document from memory."""
    data = document.encode() if isinstance(document, str) else document
    passages = list(read_chronology(data, name=name, year=year).passages())
    return Read(
        [p for p in passages if isinstance(p, Entry)],
        [p for p in passages if isinstance(p, Rejection)],
        [p for p in passages if isinstance(p, Narrative)],
        [p for p in passages if isinstance(p, Doubt)],
    )
