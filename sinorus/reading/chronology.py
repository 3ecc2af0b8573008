"""A document -> a chronology: the source that it is, and its passages.

    for part in read_chronology(Path("spring-2024.html")).parts():
        for passage in part.passages():            # Entry, Rejection or Narrative, in the document's order
            ...

Passages are read anew at each call and lazily: of a text file no more than one entry is in memory at a time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sinorus.dates.resolving import Known, Order
from sinorus.model import Rejection, SourceInfo
from sinorus.reading.context import Context
from sinorus.reading.documents import Document, read_document
from sinorus.reading.entries import read_entries
from sinorus.reading.far_years import tell_far_years
from sinorus.reading.furniture import find_furniture
from sinorus.reading.headers import Header
from sinorus.reading.lines import Line
from sinorus.reading.objects import read_object_header, read_objects
from sinorus.reading.page_breaks import mark_pages
from sinorus.reading.passages import Passage
from sinorus.reading.records import Record, find_correction, read_record
from sinorus.reading.survey import survey_lines
from sinorus.reading.tables import read_table
from sinorus.reading.text_tables import mark_rows


@dataclass(frozen=True, slots=True)
class Chronology:
    """A document that is ready to be read: where it comes from, remarks for the user, and how its passages are got.

    `remarks` are guesses ("it was read as Windows-1252"); `parts` is one chronology a source; `names_events` tells
    that records name the events of a database that they were printed from.
    """

    source: SourceInfo
    remarks: tuple[str, ...]
    _passages: Callable[[], Iterator[Passage]]
    _parts: "Callable[[], tuple[Chronology, ...]] | None" = None
    names_events: bool = False

    def passages(self) -> Iterator[Passage]:
        """Yield entries, rejections and skipped narrative in the document's order.

        Raises: DocumentError when the document turns out unreadable further down.
        """
        return tell_far_years(self._passages())

    def parts(self) -> "tuple[Chronology, ...]":
        """Return the chronologies of a file that holds events from several sources, as sinorus itself prints it."""
        return (self,) if self._parts is None else self._parts()


def read_chronology(document: Path | bytes, *, name: str | None = None, year: int | None = None) -> Chronology:
    """Read a chronology from a file or from bytes; `year` is that of entries whose year nothing in the document tells.

    Raises: DocumentError when the document cannot be read as one.
    """
    if isinstance(document, bytes):
        return _of_document(read_document(None, document, name), year)
    return _of_document(read_document(document, None, name), year)


def _of_document(document: Document, year: int | None) -> Chronology:
    if document.kind in {"table", "json"}:
        return _of_records(document, year)
    source = _source(document, document.header)
    return Chronology(source, document.remarks, lambda: _read_prose(document, source, year))


def _source(document: Document, header: Header, title: str | None = None) -> SourceInfo:
    own = title or header.title or _title_of(document.name)
    return SourceInfo(
        own, document.name, document.content.sha256(), header.author, header.publisher, header.url, header.period
    )


def _title_of(name: str) -> str:
    return Path(name).stem or name


def _read_prose(document: Document, source: SourceInfo, year: int | None) -> Iterator[Passage]:
    furniture = find_furniture(document.lines())

    def lines() -> Iterator[Line]:
        return mark_pages(mark_rows(document.lines()), furniture)

    survey = survey_lines(lines())
    context = Context(survey.order, survey.descending, year)
    context.take_title(document.header.title or "")
    context.take_title(source.period or "")
    return read_entries(lines, survey, context)


def _of_records(document: Document, year: int | None) -> Chronology:
    text = document.text
    assert text is not None

    def records() -> Iterator[Record | Rejection]:
        return read_table(text) if document.kind == "table" else read_objects(text)

    header = read_object_header(text) if document.kind == "json" else document.header
    titles, order, naming = _survey_records(records())
    known = Known(year or 0, 0, order, year or 0)

    def part(title: str | None) -> Chronology:
        source = _source(document, header, title or (titles[0] if len(titles) == 1 else None))
        names_events = bool(naming) if title is None else title in naming
        return Chronology(source, document.remarks, lambda: _read_records(records(), known, title), None, names_events)

    whole = part(None)
    return whole if len(titles) < 2 else replace(whole, _parts=lambda: tuple(part(title) for title in titles))


def _survey_records(records: Iterator[Record | Rejection]) -> tuple[list[str], Order | None, set[str]]:
    """Return the sources that records name, in the order in which they first come, the order of numeric dates, and
    the sources with records that name events.
    """
    titles: dict[str, None] = {}
    naming: set[str] = set()

    def dates() -> Iterator[Line]:
        for record in records:
            if isinstance(record, Record):
                titles.setdefault(_source_title(record))
                if find_correction(record) is not None:
                    naming.add(_source_title(record))
                yield Line(record.line, str(record.fields.get("date") or record.fields.get("start") or ""))

    order = survey_lines(dates()).order
    return ([] if list(titles) == [""] else list(titles)), order, naming


def _source_title(record: Record) -> str:
    return str(record.fields.get("source") or "").strip()


def _read_records(records: Iterator[Record | Rejection], known: Known, title: str | None) -> Iterator[Passage]:
    """Yield the passages of the records, or of those from one source only."""
    for record in records:
        if isinstance(record, Rejection):
            if not title:
                yield record
        elif title is None or _source_title(record) == title:
            passage = read_record(record, known)
            if passage is not None:
                yield passage
