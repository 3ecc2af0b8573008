"""What a document is made of for the importer: entries, rejections, and narrative paragraphs that were passed over."""

from dataclasses import dataclass

from sinorus.model import Entry, Rejection


@dataclass(frozen=True, slots=True)
class Narrative:
    """A paragraph or heading without a date of its own: read, and not taken.

    `excerpt` is its first words; `is_doubtful` tells that it is short and names a day near its beginning, as an entry
    does whose form is not known.
    Units: `line` counts from 1.
    """

    line: int
    excerpt: str = ""
    is_doubtful: bool = False


Passage = Entry | Rejection | Narrative
