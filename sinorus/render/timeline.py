"""Lanes of events -> a timeline fitted to a width: one line a lane, an axis of months or years below."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sinorus.render.charts import Stay, axis, lane
from sinorus.render.page import Line
from sinorus.render.widths import clipped, padded, width
from sinorus.store.listing import Listing

_LANES = 15
_WIDEST_LABEL = 28


def timeline_lines(lanes: Listing, columns: int, limit: int | None = None) -> Iterator[Line]:
    """Yield the lines of the drawing of lanes with columns lane, id, start, end, date_text."""
    grouped = _grouped(lanes.rows)
    shown = list(grouped.items())[: _LANES if limit is None else limit]
    stays = {name: [_stay(row) for row in rows] for name, rows in shown}
    every = [stay for of_lane in stays.values() for stay in of_lane]
    if not every:
        return
    first = min(stay.start for stay in every)
    last = max(stay.end for stay in every)
    stays = {
        name: [Stay(one.start, one.end if one.end != date.max else last) for one in of] for name, of in stays.items()
    }
    label = min(_WIDEST_LABEL, max(map(width, stays)))
    room = max(20, columns - label - 8)
    for name, of_lane in stays.items():
        drawn = lane(of_lane, first, last, room)
        yield [(padded(clipped(name, label), label), "actor"), (f" {len(grouped[name]):>4}  ", "quiet"), (drawn, "bar")]
    ticks, labels = axis(first, last, room)
    yield [(" " * (label + 7), ""), (ticks, "quiet")]
    yield [(" " * (label + 7), ""), (labels, "date")]
    if len(grouped) > len(shown):
        yield [(f"{len(grouped) - len(shown)} more lanes; --limit shows more of them.", "quiet")]


def _grouped(rows: Sequence[Sequence[Any]]) -> dict[str, list[Sequence[Any]]]:
    found: dict[str, list[Sequence[Any]]] = {}
    for row in rows:
        found.setdefault(str(row[0]), []).append(row)
    return found


def _stay(row: Sequence[Any]) -> Stay:
    start = date.fromisoformat(row[2])
    return Stay(start, date.fromisoformat(row[3]) if row[3] else start)
