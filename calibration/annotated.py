"""Annotated chronologies -> the signs of every entry beside the labels that a person gave it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sinorus.codebook import Codebook, load_codebook
from sinorus.codebook.lexicon import Lexicon
from sinorus.coding.coder import Coder
from sinorus.coding.signs import Signs
from sinorus.model import Entry
from sinorus.span import DateSpan

SETS = Path(__file__).parent / "sets"


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of one entry for one kind of theme, and its themes by annotation."""

    signs: Signs
    labels: frozenset[str]


def read_examples(files: Iterable[Path]) -> tuple[list[Example], list[Example]]:
    """Return the examples of topics and those of activities, in the same order."""
    book = load_codebook()
    lexicon = Lexicon(book)
    pairs = [pair for file in files for pair in _read(file, book, lexicon)]
    return [topics for topics, _ in pairs], [activities for _, activities in pairs]


def _read(file: Path, book: Codebook, lexicon: Lexicon) -> Iterator[tuple[Example, Example]]:
    coder = Coder(book, lexicon)
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        span = DateSpan.from_edtf(f"{row['start']}/{row['end']}" if row["start"] != row["end"] else row["start"])
        topics, activities = coder.signs(Entry(span, row["date_text"], row["text"], number))
        yield Example(topics, frozenset(row["topics"])), Example(activities, frozenset(row["activities"]))
