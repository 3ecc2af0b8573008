"""Profiles of roles and places as pages."""

import pytest

from sinorus.render.page import render_page
from sinorus.render.profile import Portrait, portrait_page
from sinorus.render.terminal import Terminal
from sinorus.store.listing import Listing
from sinorus.store.rows import EventRow

LONG = "Ministers of many states meet once more for long talks on very many things that take long to be named at all."


def _event(number: int, day: str) -> EventRow:
    return EventRow(number, day, day, "2019-08-25", None, "day", LONG, None, "A", 1, (), (), (), ())


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_shortened_event_keeps_to_its_line(columns: int) -> None:
    """The widest number and the widest date may belong to different events."""
    events = (_event(12345, "2019-08-25"), _event(1, "2019-08-25/2020-01-03"))
    page = portrait_page(Portrait("Oslo", "place", 2, Listing(("month", "events"), []), {}, events), columns)
    lines = "".join(render_page(page, Terminal(True, columns, 40))).splitlines()
    assert [line.count("#") for line in lines if "M" in line or "…" in line] == [1, 1]
    assert max(len(line.rstrip()) for line in lines) <= columns
