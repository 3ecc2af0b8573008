"""Coded events of a source -> the database, all of them or none, in memory that does not grow with their number.

**The same source** is the one with the same title; a new one that tells nothing is not kept. **The same entry** is one
with the same days and the same words, whichever source tells it: it is stored once and knows all its sources; the first
of them rules its wording and its coding. When a source is imported again, an entry of its former state that is not in
the file any more was *edited*, if what took its place has

1. the very same words under another date, or
2. the same date, and at least half of the words of the shorter of the two texts;

then the event keeps its id and takes the new content. What is left of the former state has *vanished*: it stays until
it is pruned. An event that another source tells as well is never edited or pruned, only let go by this source.

What a person coded by hand stays with its event, through new words and a new date too, field by field until a file
brings another coding by hand. The coding is not the store's business: who imports says how it is kept.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from sinorus.errors import SinorusError
from sinorus.model import Event, GivenCoding, SourceInfo
from sinorus.store.connection import transaction
from sinorus.store.editions import Edition, Vanished
from sinorus.store.event_rows import Placed, insert_events, update_events
from sinorus.store.keys import coding_key, content_key, read_given
from sinorus.store.registry import FirstSeen, Registry
from sinorus.store.sources import drop_source, find_source, keep_source, touch_source
from sinorus.store.sweeping import sweep

_BLOCK = 500
_LISTED = 1_000

# An event and what was coded by hand before -> the event with that in it.
Keep = Callable[[Event, GivenCoding], Event]


@dataclass(slots=True)
class Tally:
    """What an import did, entry by entry.

    `known` were stored before from another source, `repeated` stand twice in the file, `vanished` is listed up to a
    thousand and counted in full, and so are `first_seen` and `reworded`: the ids of events that have other words or
    another date now and keep what was coded by hand before.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    known: int = 0
    repeated: int = 0
    removed: int = 0
    vanished_count: int = 0
    vanished: list[Vanished] = field(default_factory=list)
    first_seen_count: int = 0
    first_seen: list[FirstSeen] = field(default_factory=list)
    reworded_count: int = 0
    reworded: list[int] = field(default_factory=list)

    @property
    def touched(self) -> bool:
        """Tell whether anything about the stored events is different now."""
        return bool(self.new or self.changed or self.known or self.removed)


class _Stored(NamedTuple):
    """What is stored under a content key."""

    event_id: int
    coding_key: str
    first_source: int
    line: int | None
    given: str | None


def save_source(
    connection: sqlite3.Connection,
    source: SourceInfo,
    events: Iterable[Event],
    *,
    prune: bool = False,
    keep: Keep | None = None,
) -> Tally:
    """Store a source with its events, in one transaction; `events` may be an iterator and is read once.

    `keep` puts what was coded by hand before into an event; without it, the new coding replaces it. An error that
    `events` raises takes back everything.

    Raises: SinorusError when a prune would remove everything that the source told, because nothing of it is left.
    """
    with transaction(connection):
        return _Import(connection, source, prune, keep).run(events)


class _Import:
    """One import under way."""

    def __init__(self, connection: sqlite3.Connection, source: SourceInfo, prune: bool, keep: Keep | None) -> None:
        self._connection = connection
        self._source = source
        self._prune = prune
        self._keep = keep
        self._registry = Registry(connection)
        self._tally = Tally()
        known = find_source(connection, source.title)
        self._source_id = keep_source(connection, source) if known is None else known
        self._edition = None if known is None else Edition(connection, known)
        (self._last_id,) = connection.execute(
            "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'events'), 0)"
        ).fetchone()

    def run(self, events: Iterable[Event]) -> Tally:
        for block in _blocks(events):
            self._take(block)
        if self._edition:
            self._settle(self._edition)
        self._tally.first_seen_count = self._registry.first_seen_count
        self._tally.first_seen = self._registry.first_seen
        if self._edition is None and not (self._tally.new or self._tally.known):
            drop_source(self._connection, self._source_id)
        if self._tally.changed or self._tally.removed:
            sweep(self._connection)
        touch_source(self._connection, self._source_id, self._source, brought_news=self._tally.touched)
        return self._tally

    def _take(self, block: list[Event]) -> None:
        """Sort a block into what is new and what is stored in some state."""
        keyed: dict[str, Event] = {}
        for event in block:
            keyed.setdefault(content_key(event.entry), event)
        self._tally.repeated += len(block) - len(keyed)
        stored = self._look_up(list(keyed))
        known = [(stored[key], key, event) for key, event in keyed.items() if key in stored]
        fresh = [(key, event) for key, event in keyed.items() if key not in stored]
        if self._edition:
            self._tally.repeated += self._edition.await_place(fresh)
        else:
            self._insert(fresh)
        self._meet([one for one in known if one[0].line is not None])
        self._share([one for one in known if one[0].line is None])

    def _look_up(self, keys: list[str]) -> dict[str, _Stored]:
        marks = ", ".join("?" * len(keys))
        rows = self._connection.execute(
            "SELECT content_key, events.id, coding_key, events.source_id, event_sources.line, given FROM events"
            " LEFT JOIN event_sources ON event_sources.event_id = events.id AND event_sources.source_id = ?"
            f" WHERE content_key IN ({marks})",
            (self._source_id, *keys),
        )
        return {key: _Stored(*rest) for key, *rest in rows}

    def _insert(self, fresh: list[tuple[str, Event]]) -> None:
        placed = [Placed(self._last_id + n, key, event) for n, (key, event) in enumerate(fresh, 1)]
        self._last_id += len(placed)
        self._tally.new += len(placed)
        insert_events(self._connection, self._registry, self._source_id, placed)

    def _update(self, placed: list[Placed]) -> None:
        self._tally.changed += len(placed)
        update_events(self._connection, self._registry, self._source_id, placed)

    def _meet(self, known: list[tuple[_Stored, str, Event]]) -> None:
        """Take entries that this source told before: unchanged, or with another note, wording or coding."""
        if self._edition is None:  # a new source can only have told them earlier in the same file
            self._tally.repeated += len(known)
            return
        met = [one for one in known if self._edition.meet(one[0].event_id)]
        self._tally.repeated += len(known) - len(met)
        own = [
            (old, Placed(old.event_id, key, self._kept(old.event_id, event, old.given)))
            for old, key, event in met
            if old.first_source == self._source_id
        ]
        changed = [placed for old, placed in own if old.coding_key != coding_key(placed.event)]
        self._tally.unchanged += len(met) - len(changed)
        self._update(changed)
        moved = [(new.entry.line, old.event_id) for old, _, new in met if old.line != new.entry.line]
        link = "UPDATE event_sources SET line = ? WHERE event_id = ? AND source_id = ?"
        event = "UPDATE events SET line = ? WHERE id = ? AND source_id = ?"
        for sql in (link, event):
            self._connection.executemany(sql, [(*one, self._source_id) for one in moved])

    def _share(self, known: list[tuple[_Stored, str, Event]]) -> None:
        """Take entries that only other sources told before."""
        self._tally.known += len(known)
        links = [(old.event_id, self._source_id, event.entry.line) for old, _, event in known]
        insert = "INSERT INTO event_sources (event_id, source_id, line) VALUES (?, ?, ?)"
        self._connection.executemany(insert, links)
        if self._edition:
            for old, _, _ in known:
                self._edition.meet(old.event_id)

    def _settle(self, edition: Edition) -> None:
        """Give the waiting entries the place of those that they are edited from, or a new one."""
        edition.pair()
        for waiting in edition.read_waiting(_BLOCK):
            self._reword([Placed(one.event_id, one.key, one.event) for one in waiting if one.event_id])
            self._insert([(one.key, one.event) for one in waiting if not one.event_id])
        self._tally.vanished, self._tally.vanished_count = edition.vanished()
        if not (self._prune and self._tally.vanished_count):
            return
        if not (self._tally.changed or self._tally.unchanged):
            raise SinorusError(
                f"Nothing that {self._source.title!r} told before is in {self._source.file}.",
                "It may be another document under the same title: give it its own with --source, or leave out --prune.",
            )
        self._tally.removed = edition.remove_vanished()

    def _reword(self, edited: list[Placed]) -> None:
        """Write entries over those that they are edited from, with what was coded by hand there."""
        marks = ", ".join("?" * len(edited))
        select = f"SELECT id, given FROM events WHERE given IS NOT NULL AND id IN ({marks})"
        given = dict(self._connection.execute(select, [one.event_id for one in edited]).fetchall())
        placed = [one._replace(event=self._kept(one.event_id, one.event, given.get(one.event_id))) for one in edited]
        kept = [new.event_id for old, new in zip(edited, placed, strict=True) if new.event is not old.event]
        self._tally.reworded_count += len(kept)
        self._tally.reworded += kept[: _LISTED - len(self._tally.reworded)]
        self._update(placed)

    def _kept(self, event_id: int, event: Event, stored: str | None) -> Event:
        """Return an event with what is stored of its coding by hand."""
        if stored is None or self._keep is None:
            return event
        try:
            given = read_given(stored)
        except (KeyError, TypeError, ValueError):
            raise sqlite3.DatabaseError(f"event {event_id} cannot be read") from None
        return event if given is None else self._keep(event, given)


def _blocks(events: Iterable[Event]) -> Iterator[list[Event]]:
    rest = iter(events)
    while block := list(islice(rest, _BLOCK)):
        yield block
