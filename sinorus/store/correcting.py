"""Rows that were printed from events, and edited since -> those events corrected, and nothing else of their source.

    corrections = Corrections(connection, source_id)
    for row in rows:
        edited = corrections.compare(row)     # the entry as it shall be, None where nothing is edited, or a Rejection
        corrections.take(row, edited)         # once it is known to be sound
    for entries in corrections.sources():     # all entries of a source: edited ones are coded among their neighbours
        for event_id, entry in entries:
            corrections.write(event_id, code(entry))
    tally = corrections.finish()

A row is of its event while it has the same words, or the same days and at least half of the words. What a row says in
the same words as its event was not coded by hand, so that an export that nobody edited changes nothing.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from sinorus.folding import fold
from sinorus.model import Correction, Entry, Event, Rejection
from sinorus.query.filters import SourceIs
from sinorus.query.question import Question
from sinorus.store.comparing import edited_coding
from sinorus.store.event_rows import Placed, update_events
from sinorus.store.keys import content_key, text_key
from sinorus.store.reader import read_events_by_id
from sinorus.store.recoding import iterate_entries, read_entries
from sinorus.store.registry import Registry
from sinorus.store.sweeping import sweep
from sinorus.store.writer import Tally

_EXCERPT = 80
_IDS_HINT = "'sinorus events' tells its id; to import rows as entries, leave out the column id."


class Corrections:
    """The corrections of one source's events; `recode_given` takes back what was coded by hand before."""

    def __init__(self, connection: sqlite3.Connection, source_id: int, *, recode_given: bool = False) -> None:
        self._connection = connection
        self._source_id = source_id
        self._recode_given = recode_given
        self._registry = Registry(connection)
        self._edited: dict[int, Entry] = {}
        self._met: set[int] = set()
        self._keys: dict[str, int] = {}
        self._tally = Tally()

    def compare(self, row: Entry) -> Entry | Rejection | None:
        """Return the entry that a row makes of its event, None when that is as it is stored, or why it cannot be."""
        if row.corrects is None:
            return _refused(
                row, "the row has no id of an event, and others have", "Import new entries from another file."
            )
        event_id = row.corrects.event_id
        stored = read_entries(self._connection, [event_id]).get(event_id)
        if stored is None:
            return _refused(row, f"there is no event {event_id}", _IDS_HINT)
        if problem := self._problem(event_id, stored, row):
            return _refused(row, problem, _IDS_HINT)
        self._met.add(event_id)
        edited = self._edit(row, row.corrects, stored)
        if edited != stored:
            return edited
        self._tally.unchanged += 1
        return None

    def take(self, row: Entry, edited: Entry) -> None:
        """Take an edited entry to be written."""
        assert row.corrects is not None
        self._edited[row.corrects.event_id] = edited
        self._keys[content_key(edited)] = row.corrects.event_id

    def sources(self) -> Iterator[Iterator[tuple[int, Entry]]]:
        """Yield for each source that rules an edited event all its entries with their ids, edited or stored."""
        first = "SELECT source_id FROM events WHERE id = ?"
        ruling = {self._connection.execute(first, (event_id,)).fetchone()[0] for event_id in self._edited}
        for source_id in sorted(ruling):
            yield self._entries(source_id)

    def write(self, event_id: int, event: Event) -> None:
        """Write an event if its entry is an edited one."""
        if event_id in self._edited:
            self._tally.changed += 1
            (ruling,) = self._connection.execute("SELECT source_id FROM events WHERE id = ?", (event_id,)).fetchone()
            placed = Placed(event_id, content_key(event.entry), event)
            update_events(self._connection, self._registry, ruling, [placed])
            del self._edited[event_id]

    def finish(self) -> Tally:
        """Let go of what no event has any more, and return what was done."""
        if self._tally.changed:
            sweep(self._connection)
        self._tally.first_seen_count = self._registry.first_seen_count
        self._tally.first_seen = self._registry.first_seen
        return self._tally

    def _entries(self, source_id: int) -> Iterator[tuple[int, Entry]]:
        """Yield the entries of a source up to the last edited one."""
        question = Question((SourceIs((source_id,), ""),), sort=("id",))
        for event_id, entry in iterate_entries(self._connection, question):
            if not self._edited:
                return
            yield event_id, self._edited.get(event_id, entry)

    def _problem(self, event_id: int, stored: Entry, row: Entry) -> str | None:
        """Return why a row cannot be a state of an event."""
        told_by = "SELECT source_id, title FROM event_sources JOIN sources ON sources.id = source_id WHERE event_id = ?"
        sources = dict(self._connection.execute(told_by, (event_id,)).fetchall())
        if self._source_id not in sources:
            return f"event {event_id} is of another source: {next(iter(sources.values()), '')}"
        if not _is_like(stored, row):
            return f"event {event_id} is another one: {stored.date_text}: {stored.text[:_EXCERPT]}"
        if event_id in self._met:
            return f"event {event_id} is in an earlier row too"
        key = content_key(row)
        if key == content_key(stored):
            return None
        if len(sources) > 1:
            return f"event {event_id} has other words or another date, and {len(sources)} sources tell it"
        same = self._connection.execute("SELECT id FROM events WHERE content_key = ?", (key,)).fetchone()
        other = same[0] if same else self._keys.get(key)
        return None if other is None else f"event {other} has this date and these words already"

    def _edit(self, row: Entry, correction: Correction, stored: Entry) -> Entry:
        (coded,) = read_events_by_id(self._connection, [correction.event_id])
        base = None if self._recode_given else stored.given
        same_date = row.span.edtf == stored.span.edtf
        return replace(
            stored,
            span=stored.span if same_date else row.span,
            date_text=row.date_text if "date_text" in correction.told or not same_date else stored.date_text,
            text=row.text,
            note=row.note if "note" in correction.told else stored.note,
            given=edited_coding(row.given, correction.told, coded, base),
            row=row.row,
        )


def _is_like(stored: Entry, row: Entry) -> bool:
    """Tell whether two entries may be states of one: the same words, or the same days and half of the words."""
    if text_key(stored.text) == text_key(row.text):
        return True
    words, others = set(fold(stored.text).split()), set(fold(row.text).split())
    same_days = (stored.span.start, stored.span.end) == (row.span.start, row.span.end)
    return same_days and 2 * len(words & others) >= min(len(words), len(others))


def _refused(row: Entry, reason: str, remedy: str) -> Rejection:
    return Rejection(row.row or row.line, 1, row.text[:_EXCERPT], reason, remedy)
