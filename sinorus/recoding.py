"""Coding what is stored once more, after the codebook or the rules have changed: everything in one transaction.

Each source is coded from its first event to its last by a coder of its own, as an import does it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from sqlite3 import Connection

from sinorus.importer import Importer
from sinorus.model import Event
from sinorus.query.filters import SourceIs
from sinorus.query.question import Question
from sinorus.store.coded import coded_row
from sinorus.store.connection import transaction
from sinorus.store.reader import read_events_by_id
from sinorus.store.recoding import Recoder, iterate_entries
from sinorus.store.registry import FirstSeen
from sinorus.store.rows import EventRow
from sinorus.store.sources import list_sources

_LISTED = 200


@dataclass(frozen=True, slots=True)
class Change:
    """An event that is coded in another way now: what it lost and what it gained, in words."""

    event_id: int
    date: str
    lost: tuple[str, ...]
    gained: tuple[str, ...]


@dataclass(slots=True)
class RecodeReport:
    """What came of it; `changes` lists the first two hundred of `changed`."""

    changed: int = 0
    unchanged: int = 0
    changes: list[Change] = field(default_factory=list)
    first_seen: list[FirstSeen] = field(default_factory=list)


def recode(connection: Connection, importer: Importer, progress: Callable[[int], None] | None = None) -> RecodeReport:
    """Code every stored entry again, and tell what is different now."""
    report = RecodeReport()
    importer.prepare(connection)
    with transaction(connection):
        recoder = Recoder(connection)
        seen: set[int] = set()
        for source_id, title in list_sources(connection):
            coder = importer.coder()
            for event_id, entry in iterate_entries(
                connection, Question((SourceIs((source_id,), title),), sort=("id",))
            ):
                if event_id in seen:
                    continue
                seen.add(event_id)
                event = coder.code(entry)
                if recoder.differs(event_id, event):
                    if len(report.changes) < _LISTED:
                        report.changes.append(_change(next(read_events_by_id(connection, [event_id])), event))
                    recoder.replace_coding(event_id, event)
                else:
                    recoder.keep_coding(event)
                if progress is not None:
                    progress(len(seen))
        recoder.finish()
        report.changed, report.unchanged = recoder.changed, recoder.unchanged
        report.first_seen = recoder.first_seen
    return report


def _change(before: EventRow, event: Event) -> Change:
    after = coded_row(event)
    for states in (False, True):
        old, new = _words(before, states=states), _words(after, states=states)
        lost = tuple(word for word in old if word not in new)
        gained = tuple(word for word in new if word not in old)
        if lost or gained:
            return Change(before.id, before.date, lost, gained)
    return Change(before.id, before.date, (), ("other words or reasons for the same",))


def _words(row: EventRow, *, states: bool) -> list[str]:
    """Return the coding in words; with their states only where everything else is the same."""
    actors = [_actor_words(a.name + _state(a.country, told=states), a.role, a.part) for a in row.actors]
    places = [f"in {p.name}{_state(p.country, told=states)}" for p in row.places]
    return [*actors, *places, *(t.slug for t in row.topics), *(a.slug for a in row.activities)]


def _state(country: str | None, *, told: bool) -> str:
    return f" ({country or 'no state'})" if told else ""


def _actor_words(name: str, role: str | None, part: str) -> str:
    return name + (f", {role}" if role else "") + (" (mentioned)" if part == "mentioned" else "")
