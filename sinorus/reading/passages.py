"""What a document is made of for the importer: entries, rejections, narrative that was passed over, and doubts."""

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


@dataclass(frozen=True, slots=True)
class Doubt:
    """What was read as well as it could be, and a person should look at: where it stands, why, and what would help.

    The passage itself comes as well, as what it was read as.
    Units: lines and columns count from 1.
    """

    line: int
    column: int
    excerpt: str
    reason: str
    remedy: str


Passage = Entry | Rejection | Narrative | Doubt
