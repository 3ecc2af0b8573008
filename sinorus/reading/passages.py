"""What a document is made of for the importer: entries, rejections, and narrative paragraphs that were passed over."""

from dataclasses import dataclass

from sinorus.model import Entry, Rejection


@dataclass(frozen=True, slots=True)
class Narrative:
    """A paragraph or heading without a date of its own: read, and not taken. Units: `line` counts from 1."""

    line: int


Passage = Entry | Rejection | Narrative
