"""Events -> the table that a person reads: when, what, who with country, where, about what.

A wide terminal has a column for each; on a narrow one, who, where and about what stand below each other in one column
beside the text. Dates never wrap, the text is the widest column, and words that were looked for are highlighted.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from rich.table import Table
from rich.text import Text

from sinorus.render.drawing import STYLES, draw, marked_text, safe_text
from sinorus.render.events import taking_part, talked_about
from sinorus.render.short_dates import short_date
from sinorus.render.short_events import actor_name
from sinorus.render.tables import new_table
from sinorus.render.terminal import Terminal
from sinorus.render.widths import width
from sinorus.store.rows import ActorRow, EventRow

Find = Callable[[str], list[tuple[int, int]]]
_BLOCK = 200
_WIDE = 110
_VERY_WIDE = 160


def render_events(
    events: Iterable[EventRow],
    terminal: Terminal,
    *,
    title: str = "",
    header: bool = True,
    mentions: bool = False,
    find: Find | None = None,
) -> Iterator[str]:
    """Yield the table, some hundred rows at a time and all alike."""
    rest = iter(events)
    block = list(islice(rest, _BLOCK))
    if not block:
        return
    if title:
        yield from draw([safe_text(title, "head")], terminal)
    layout = _Layout(block, terminal.width, mentions, find)
    while block:
        table = layout.table(header)
        for event in block:
            table.add_row(*layout.cells(event))
        yield from draw([table], terminal)
        block, header = list(islice(rest, _BLOCK)), False


def render_foot(count: int, sentence: str, terminal: Terminal) -> Iterator[str]:
    """Yield the line below a table: how many there are, and of what."""
    told = sentence.replace("events", "event", 1) if count == 1 else sentence
    yield from draw([safe_text(f"{count} {told}", "quiet")], terminal)


class _Layout:
    """Which columns there are at a width, and what stands in them."""

    def __init__(self, first: list[EventRow], total: int, mentions: bool, find: Find | None) -> None:
        self._mentions = mentions
        self._find = find
        self._stacked = total < _WIDE
        ids = max(2, len(str(max(event.id for event in first))))
        dates = max(4, *(width(short_date(event.date)) for event in first))
        names = ["who, where, about"] if self._stacked else ["who", "where", "about"]
        room = total - ids - dates - 2 * (2 + len(names))
        others = self._other_widths(room, total, first)
        self._columns = [("id", ids), ("date", dates), ("event", room - sum(others)), *zip(names, others, strict=True)]

    def _other_widths(self, room: int, total: int, first: list[EventRow]) -> list[int]:
        if self._stacked:
            return [max(20, room * 2 // 5)]
        about = max((width(topic.slug) for event in first for topic in event.topics), default=0)  # one word each
        about = min(about, room * 25 // 100)
        if total < _VERY_WIDE:
            return [room * 25 // 100, room * 13 // 100, max(room * 17 // 100, about)]
        return [room * 22 // 100, room * 13 // 100, max(room * 15 // 100, about)]

    def table(self, header: bool) -> Table:
        """Return a table with the columns and no row."""
        table = new_table(header)
        for name, wide in self._columns:
            fixed = name in {"id", "date"}
            table.add_column(
                name, width=wide, no_wrap=fixed, overflow="fold", justify="right" if name == "id" else "left"
            )
        return table

    def cells(self, event: EventRow) -> list[Text]:
        """Return a row."""
        hits = self._find(event.text) if self._find else []
        opening = [
            safe_text(str(event.id), "id"),
            safe_text(short_date(event.date), "date"),
            marked_text(event.text, [(start, end, "hit") for start, end in hits]),
        ]
        who = [_actor(actor) for actor in taking_part(event)]
        if self._mentions:
            who += [_mentioned(actor) for actor in talked_about(event)]
        where = [safe_text(place.name, "place") for place in event.places]
        about = [safe_text(topic.slug, "topic") for topic in event.topics]
        if not self._stacked:
            return [*opening, *(Text("\n").join(cells) for cells in (who, where, about))]
        joined = [*who, *([Text(", ").join(where)] if where else []), *([Text(", ").join(about)] if about else [])]
        return [*opening, Text("\n").join(joined)]


def _actor(actor: ActorRow) -> Text:
    name = safe_text(actor.name, "actor")
    if actor.country and actor.kind != "country":
        name.append(f" {actor.country}", style=STYLES["country"])
    return name


def _mentioned(actor: ActorRow) -> Text:
    return safe_text(actor_name(actor), "mentioned")
