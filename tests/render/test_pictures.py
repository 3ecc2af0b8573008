"""What is drawn for people, at the widths that terminals have."""

from itertools import pairwise

import pytest
from rich.cells import cell_len

from sinorus.render.answer import of_rows
from sinorus.render.detail import detail_page
from sinorus.render.drawn_lines import render_lines
from sinorus.render.events import of_events
from sinorus.render.events_table import render_events, render_foot
from sinorus.render.network import matrix_lines
from sinorus.render.page import render_page
from sinorus.render.plain import render_plain
from sinorus.render.short_events import short_events
from sinorus.render.tables import render_table
from sinorus.render.terminal import Terminal
from sinorus.render.timeline import timeline_lines
from sinorus.store.listing import Listing
from sinorus.store.rows import LabelRow
from tests.render.conftest import Golden
from tests.render.samples import DETAIL, EVENTS, TITLE

WIDTHS = [80, 120, 200]
ACTORS = Listing(
    ("name", "kind", "country", "native_name", "events", "first", "last"),
    [
        ("Sergey Lavrov", "person", "RU", "Сергей Лавров", 12, "2024-01-10", "2024-04-09"),
        ("Wang Yi", "person", "CN", "王毅", 9, "2024-01-10", "2024-04-09"),
        (
            "Organization for the Prohibition of Long Names in Narrow Columns",
            "organization",
            None,
            None,
            1,
            "2024-02-01",
            "2024-02-01",
        ),
    ],
)
LANES = Listing(
    ("lane", "id", "start", "end", "date_text"),
    [
        ("Sergey Lavrov", 1, "2024-01-10", "2024-01-10", ""),
        ("Sergey Lavrov", 2, "2024-01-11", "2024-01-11", ""),
        ("Sergey Lavrov", 3, "2024-03-02", "2024-03-30", ""),
        ("Wang Yi", 4, "2024-04-20", None, ""),
    ],
)
PAIRS = Listing(
    ("a", "a_country", "b", "b_country", "events", "first", "last"),
    [
        ("Sergey Lavrov", "RU", "Wang Yi", "CN", 12, "2024-01-10", "2024-04-09"),
        ("Wang Yi", "CN", "Xi Jinping", "CN", 2, "2024-01-10", "2024-04-09"),
    ],
)


def terminal(columns: int, colour: bool = False) -> Terminal:
    return Terminal(True, columns, 24, colour)


@pytest.mark.parametrize("columns", WIDTHS)
def test_events_on_a_terminal(golden: Golden, columns: int) -> None:
    place = terminal(columns)
    drawn = [*render_events(EVENTS, place, title=TITLE), *render_foot(3, TITLE.replace("E", "e", 1), place)]
    golden(f"events-{columns}.txt", drawn)


@pytest.mark.parametrize("columns", [40, 60, *WIDTHS, 300])
@pytest.mark.parametrize("mentions", [False, True], ids=["participants", "mentions"])
def test_no_line_of_events_is_wider_than_the_terminal_and_no_date_wraps(columns: int, mentions: bool) -> None:
    lines = "".join(render_events(EVENTS, terminal(columns), title=TITLE, mentions=mentions)).split("\n")
    assert max(map(cell_len, lines)) <= columns
    for date in ("2024-01-10", "2024-03-02/08", "2023-12-30/2024-01-02"):
        assert sum(date in line for line in lines) == 1


@pytest.mark.parametrize("columns", WIDTHS)
def test_text_is_the_widest_column(columns: int) -> None:
    header = "".join(render_events(EVENTS, terminal(columns))).split("\n")[0]
    starts = [header.index(name) for name in header.replace("who, where, about", "who").split()] + [columns]
    widths = [end - start for start, end in pairwise(starts)]
    assert widths.index(max(widths)) == 2


def test_events_in_colour_highlight_what_was_looked_for(golden: Golden) -> None:
    def find(text: str) -> list[tuple[int, int]]:
        return [(0, 6)] if text.startswith("Lavrov") else []

    golden("events-colour.txt", render_events(EVENTS[:1], terminal(80, colour=True), find=find))


def test_events_with_mentions_show_who_is_talked_about() -> None:
    assert "Zelensky" in "".join(render_events(EVENTS, terminal(120), mentions=True))
    assert "Zelensky" not in "".join(render_events(EVENTS, terminal(120)))


def test_events_in_a_pipe(golden: Golden) -> None:
    golden("events-pipe.txt", render_plain(short_events(EVENTS)))


def test_pipe_has_no_header_when_there_is_nothing() -> None:
    assert list(render_plain(short_events([]))) == []


@pytest.mark.parametrize("columns", [80, 120])
def test_list_on_a_terminal(golden: Golden, columns: int) -> None:
    answer = of_rows("actors", ACTORS.columns, ACTORS.rows)
    answer = answer if columns > 100 else answer.only([name for name in ACTORS.columns if name != "native_name"])
    golden(f"actors-{columns}.txt", render_table(answer, terminal(columns), title="Actors in events in 2024"))


@pytest.mark.parametrize("columns", [100, 120])
@pytest.mark.parametrize("file", ["china-russia-2024-chronology.txt", "a/folder/with-the-issues/of-spring.html"])
def test_no_word_of_a_list_is_broken_where_it_fits(columns: int, file: str) -> None:
    told = "a title of many short words that may be broken wherever a line ends"
    answer = of_rows("sources", ("title", "author", "file", "events"), [(told, told, file, 12)])
    assert file in "".join(render_table(answer, terminal(columns)))


def test_topics_of_events_are_not_broken() -> None:
    long = EVENTS[0]._replace(topics=(LabelRow("culture-education", "Culture and education", None, None, None),))
    assert "culture-education" in "".join(render_events([long], terminal(120)))


@pytest.mark.parametrize("columns", [40, 60, *WIDTHS])
def test_no_line_of_a_list_is_wider_than_the_terminal(columns: int) -> None:
    answer = of_events(EVENTS).only(["id", "date", "text", "actors", "topics"])
    lines = "".join(render_table(answer, terminal(max(columns, 60)))).split("\n")
    assert max(map(cell_len, lines)) <= max(columns, 60)


@pytest.mark.parametrize("columns", [80, 120])
def test_one_event_on_a_terminal(golden: Golden, columns: int) -> None:
    golden(f"show-{columns}.txt", render_page(detail_page(DETAIL, columns), terminal(columns)))


def test_one_event_in_a_pipe(golden: Golden) -> None:
    golden("show-pipe.txt", render_page(detail_page(DETAIL), Terminal(False)))


def test_one_event_in_colour(golden: Golden) -> None:
    golden("show-colour.txt", render_page(detail_page(DETAIL, 80), terminal(80, colour=True)))


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_timeline(golden: Golden, columns: int) -> None:
    lines = list(render_lines(timeline_lines(LANES, columns), terminal(columns)))
    assert max(cell_len(line) for line in "".join(lines).split("\n")) <= columns
    golden(f"timeline-{columns}.txt", lines)


def test_matrix(golden: Golden) -> None:
    golden("matrix-80.txt", render_lines(matrix_lines(PAIRS, 80), terminal(80)))
