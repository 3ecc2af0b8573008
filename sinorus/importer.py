"""Chronologies -> reading -> coding -> the store: one transaction a source, and a report of what came of it.

    importer = Importer(load_codebook())
    with open_writing(database) as connection:
        importer.prepare(connection)
        for chronology in read_sources(Path("spring.html")):
            report = importer.store(connection, chronology)

`code` gives the same events without storing them. A source is stored whole or not at all. Records that name events of
the database, in a file that is not the source's own, correct those events and leave the rest of the source alone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from sqlite3 import Connection

from sinorus.codebook import Codebook
from sinorus.coding.coder import Coder
from sinorus.coding.given import keep_given
from sinorus.coding.slips import find_slip
from sinorus.model import Entry, Event, GivenCoding, Rejection, SourceInfo
from sinorus.reading import Chronology, Doubt, Narrative, read_chronology
from sinorus.resources import CHRONOLOGIES
from sinorus.store.codebook import save_codebook
from sinorus.store.connection import transaction
from sinorus.store.correcting import Corrections
from sinorus.store.doubtful import doubtful_pairs
from sinorus.store.sources import file_of, find_source
from sinorus.store.writer import Tally, save_source

STANDARD_INPUT = "standard input"
_LISTED = 1_000
_TOLD_EVERY = 100

# Called with the number of entries read so far.
Progress = Callable[[int], None]


@dataclass(slots=True)
class SourceReport:
    """What came of one source: the store's tally, what was refused and why, what was passed over.

    `rejections` lists the first thousand, `rejected` counts all; so do `doubts` and `doubted` for what was taken but
    should be looked at, `narrative` and `skipped` for paragraphs that were passed over, and `unsure` lists those of
    them that may be entries. `doubtful` are pairs of persons, one of them new, that may be one under two spellings and
    are kept apart. `corrects` tells that records corrected events of the source, and were no new state of it.
    """

    source: SourceInfo
    remarks: tuple[str, ...] = ()
    tally: Tally = field(default_factory=Tally)
    rejections: list[Rejection] = field(default_factory=list)
    rejected: int = 0
    doubts: list[Doubt] = field(default_factory=list)
    doubted: int = 0
    narrative: list[Narrative] = field(default_factory=list)
    unsure: list[Narrative] = field(default_factory=list)
    skipped: int = 0
    doubtful: list[tuple[str, str]] = field(default_factory=list)
    corrects: bool = False

    def look_at(self, passage: Rejection | Narrative | Doubt) -> None:
        """Take note of a passage that is no entry."""
        if isinstance(passage, Rejection):
            self.reject(passage)
        elif isinstance(passage, Narrative):
            self.skip(passage)
        else:
            self.doubted += 1
            if len(self.doubts) < _LISTED:
                self.doubts.append(passage)

    def reject(self, rejection: Rejection) -> None:
        """Count a passage that cannot be taken."""
        self.rejected += 1
        if len(self.rejections) < _LISTED:
            self.rejections.append(rejection)

    def skip(self, narrative: Narrative) -> None:
        """Count a paragraph that is passed over."""
        self.skipped += 1
        if len(self.narrative) < _LISTED:
            self.narrative.append(narrative)
        if narrative.is_doubtful and len(self.unsure) < _LISTED:
            self.unsure.append(narrative)


class Importer:
    """Imports chronologies by one codebook."""

    def __init__(self, book: Codebook) -> None:
        self._book = book
        self._coder: Coder | None = None

    def prepare(self, connection: Connection) -> None:
        """Write what the codebook says of countries, topics and activities."""
        book = self._book
        save_codebook(
            connection,
            [(c.code, c.name, "; ".join(c.adjectives) or None) for c in book.countries.values()],
            [(t.slug, t.name, t.description) for t in book.topics.values()],
            [(a.slug, a.name, a.description, a.plover_type, a.plover_mode) for a in book.activities.values()],
        )

    def coder(self) -> Coder:
        """Return the coder, at the beginning of a source: one source has to end before another is begun."""
        if self._coder is None:
            self._coder = Coder(self._book)
        self._coder.begin_source()
        return self._coder

    def code(self, chronology: Chronology, report: SourceReport, progress: Progress | None = None) -> Iterator[Event]:
        """Yield the coded entries of a source one by one; what is no entry goes into the report.

        Raises: DocumentError when the document turns out unreadable further down.
        """
        coder = self.coder()
        count = 0
        for passage in chronology.passages():
            if isinstance(passage, Entry):
                count += 1
                if progress is not None and count % _TOLD_EVERY == 0:
                    progress(count)
                if slip := find_slip(passage, self._book):
                    report.reject(slip)
                else:
                    yield coder.code(passage)
            else:
                report.look_at(passage)

    def check(self, chronology: Chronology, connection: Connection | None = None) -> SourceReport:
        """Read a source without coding or storing it, to see what would be refused."""
        report = SourceReport(chronology.source, chronology.remarks)
        source_id = None if connection is None else _corrected_source(connection, chronology)
        if connection is not None and source_id is not None:
            self._compare(Corrections(connection, source_id), chronology, report)
            return report
        for passage in chronology.passages():
            told = find_slip(passage, self._book) if isinstance(passage, Entry) else passage
            if told is not None:
                report.look_at(told)
        return report

    def store(
        self,
        connection: Connection,
        chronology: Chronology,
        *,
        prune: bool = False,
        recode_given: bool = False,
        progress: Progress | None = None,
    ) -> SourceReport:
        """Store a source in one transaction; what was coded by hand before stays, unless it is to be coded anew."""
        report = SourceReport(chronology.source, chronology.remarks)
        if (source_id := _corrected_source(connection, chronology)) is not None:
            with transaction(connection):
                self._correct(Corrections(connection, source_id, recode_given=recode_given), chronology, report)
        else:
            events = self.code(chronology, report, progress)
            keep = None if recode_given else self._keep
            report.tally = save_source(connection, chronology.source, events, prune=prune, keep=keep)
        unknown = {one.name for one in report.tally.first_seen if one.origin == "text" and one.kind == "person"}
        if unknown:
            report.doubtful = doubtful_pairs(connection, unknown)
        return report

    def _correct(self, corrections: Corrections, chronology: Chronology, report: SourceReport) -> None:
        """Correct the events that records name; each is coded anew among the other entries of its source."""
        report.corrects = True
        self._compare(corrections, chronology, report)
        for entries in corrections.sources():
            coder = self.coder()
            for event_id, entry in entries:
                corrections.write(event_id, coder.code(entry))
        report.tally = corrections.finish()

    def _compare(self, corrections: Corrections, chronology: Chronology, report: SourceReport) -> None:
        """Find the records that are edited; those that cannot be taken go into the report."""
        for passage in chronology.passages():
            if not isinstance(passage, Entry):
                report.look_at(passage)
                continue
            edited = corrections.compare(passage)
            refused = find_slip(edited, self._book) if isinstance(edited, Entry) else edited
            if refused is not None:
                report.reject(refused)
            elif isinstance(edited, Entry):
                corrections.take(passage, edited)

    def _keep(self, event: Event, earlier: GivenCoding) -> Event:
        return keep_given(event, earlier, self._book)


def read_sources(
    document: Path | bytes, *, name: str | None = None, year: int | None = None, title: str | None = None
) -> tuple[Chronology, ...]:
    """Read a document as the chronologies that it holds, one a source; `title` makes one source of all of it.

    Raises: DocumentError when the document cannot be read.
    """
    chronology = read_chronology(document, name=name, year=year)
    if title is not None:
        return (replace(chronology, source=replace(chronology.source, title=title)),)
    return chronology.parts()


def _corrected_source(connection: Connection, chronology: Chronology) -> int | None:
    """Return the source whose events a chronology corrects; None when it is a source, or a new state of one."""
    source_id = find_source(connection, chronology.source.title) if chronology.names_events else None
    if source_id is None:
        return None
    file = chronology.source.file
    own = file != STANDARD_INPUT and Path(file).name == Path(file_of(connection, source_id)).name
    return None if own else source_id


def read_bundled() -> tuple[Chronology, ...]:
    """Read the chronologies that come with the program."""
    return tuple(read_chronology(file, name=file.name) for file in sorted(CHRONOLOGIES.glob("*.txt"), reverse=True))
