"""Annotated chronologies -> the signs of every entry beside the labels that a person gave it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sinorus.codebook import Codebook, load_codebook
from sinorus.codebook.lexicon import Lexicon
from sinorus.coding.coder import Coder
from sinorus.coding.signs import Signs
from sinorus.importer import read_bundled
from sinorus.model import Entry
from sinorus.span import DateSpan

SETS = Path(__file__).parent / "sets"
BUNDLED = Path(__file__).parent.parent / "tests" / "data" / "bundled-coding.jsonl"


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of one entry for one kind of theme, and its themes by annotation."""

    signs: Signs
    labels: frozenset[str]


def read_examples(files: Iterable[Path]) -> tuple[list[Example], list[Example]]:
    """Return the examples of topics and those of activities, in the same order."""
    book = load_codebook()
    lexicon = Lexicon(book)
    return _unzipped(pair for file in files for pair in _read(file, book, lexicon))


def read_bundled_examples() -> tuple[list[Example], list[Example]]:
    """Return the bundled chronology as examples, with the labels of its golden file."""
    coder = Coder(load_codebook())
    golden = [json.loads(line) for line in BUNDLED.read_text(encoding="utf-8").splitlines()]
    entries = [passage for passage in read_bundled()[0].passages() if isinstance(passage, Entry)]
    pairs = ((coder.signs(entry), row) for entry, row in zip(entries, golden, strict=True))
    return _unzipped(
        (Example(topics, frozenset(row["topics"])), Example(activities, frozenset(row["activities"])))
        for (topics, activities), row in pairs
    )


def _unzipped(pairs: Iterable[tuple[Example, Example]]) -> tuple[list[Example], list[Example]]:
    both = list(pairs)
    return [topics for topics, _ in both], [activities for _, activities in both]


def _read(file: Path, book: Codebook, lexicon: Lexicon) -> Iterator[tuple[Example, Example]]:
    coder = Coder(book, lexicon)
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        span = DateSpan.from_edtf(f"{row['start']}/{row['end']}" if row["start"] != row["end"] else row["start"])
        topics, activities = coder.signs(Entry(span, row["date_text"], row["text"], number))
        yield Example(topics, frozenset(row["topics"])), Example(activities, frozenset(row["activities"]))
