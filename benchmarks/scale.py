"""Databases of 24, 33,000 and 1,000,000 events: what rises with their size, and the same SELECT in the sqlite3 shell.

33,000 is what a journal of 25 years has. The shell is left out where it is not installed.
"""

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.budgets import worst
from benchmarks.clocks import wall_seconds
from benchmarks.databases import COMMON, RARE_PERSON, RARE_TOPIC, RARE_WORD, build
from benchmarks.programs import Command, in_turns, medians, ratio_of, run, sinorus
from benchmarks.tables import Table, milliseconds, number
from sinorus.query.request import Request
from sinorus.store.connection import open_reading
from sinorus.store.reader import read_events
from sinorus.store.resolution import resolve

_SIZES = (24, 33_000, 1_000_000)
_ROUNDS = 11
_FEW_ROUNDS = 3
_TODAY = date(2024, 5, 1)
_ONE, _OTHER = COMMON
# The same few rows come from a database of any size: the options, and the same as a request.
_RARE: dict[str, tuple[tuple[str, ...], Request]] = {
    "a rare actor": (("-a", RARE_PERSON), Request(actor=(RARE_PERSON,))),
    "a pair, each in many events": (("-a", _ONE, "-a", _OTHER), Request(actor=COMMON)),
    "a common actor, a rare topic": (("-a", _ONE, "-t", RARE_TOPIC), Request(actor=(_ONE,), topic=(RARE_TOPIC,))),
    "a rare topic": (("-t", RARE_TOPIC), Request(topic=(RARE_TOPIC,))),
    "a period": (("--on", "2024-03"), Request(on=("2024-03",))),
    "a common actor in a period": (("-a", _ONE, "--since", "2024"), Request(actor=(_ONE,), since="2024")),
    "a rare word": (("-q", RARE_WORD), Request(text=(RARE_WORD,))),
    "the first 5 of all": (("--limit", "5", "--reverse"), Request(limit=5, reverse=True)),
}
# More events, more rows: how the program compares with plain SQL.
_MANY: dict[str, tuple[str, ...]] = {
    "the latest 20 with a common actor": ("-a", _ONE, "--reverse", "--limit", "20"),
    "all with a common actor": ("-a", _ONE),
    "a month of many events": ("--on", "2010-05"),
    "the latest 20 about a common topic": ("-t", "arms-control", "--reverse", "--limit", "20"),
    "the latest 20 with a common word": ("-q", "ministry", "--reverse", "--limit", "20"),
}
_LINKED = (
    'SELECT {columns}, count(DISTINCT events.id) AS n, min(start), max(coalesce("end", start)) FROM {links} AS link'
    " JOIN events ON events.id = link.event_id JOIN {things} AS thing ON thing.id = link.{key}{where}"
    " GROUP BY thing.id ORDER BY n DESC"
)
_PART = " WHERE link.part = 'participant'"
_COUNTS: dict[str, tuple[tuple[str, ...], str]] = {
    "`actors`": (
        ("actors",),
        _LINKED.format(
            columns="name, kind, country, native_name, origin",
            links="event_actors",
            things="actors",
            key="actor_id",
            where=_PART,
        ),
    ),
    "`places`": (
        ("places",),
        _LINKED.format(
            columns="name, kind, country, latitude, longitude",
            links="event_places",
            things="places",
            key="place_id",
            where="",
        ),
    ),
    "`topics`": (
        ("topics",),
        _LINKED.format(
            columns="slug, name, description", links="event_topics", things="topics", key="topic_id", where=""
        ),
    ),
    "`stats --by year`": (
        ("stats", "--by", "year"),
        "SELECT substr(start, 1, 4) AS year, count(*) FROM events GROUP BY year",
    ),
    "`stats --by month --actor` (common)": (
        ("stats", "--by", "month", "--actor", _ONE),
        "SELECT substr(start, 1, 7) AS month, count(DISTINCT events.id) FROM events JOIN event_actors"
        " ON event_id = events.id JOIN actors ON actors.id = actor_id"
        f" WHERE actors.name = '{_ONE}' AND part = 'participant' GROUP BY month",
    ),
    "`network --limit 20`": (
        ("network", "--limit", "20"),
        "SELECT x.name, y.name, count(DISTINCT a.event_id) AS n FROM event_actors AS a JOIN event_actors AS b"
        " ON b.event_id = a.event_id JOIN actors AS x ON x.id = a.actor_id JOIN actors AS y ON y.id = b.actor_id"
        " WHERE a.part = 'participant' AND b.part = 'participant' AND x.kind = 'person' AND y.kind = 'person'"
        " AND (x.name, x.id) < (y.name, y.id) GROUP BY x.id, y.id ORDER BY n DESC LIMIT 20",
    ),
    "`events --count`": (("events", "--count"), "SELECT count(*) FROM events"),
}


def measure() -> list[Table]:
    """Return the growth of questions with the same rows, and the rest beside plain SQL."""
    with TemporaryDirectory() as folder:
        files = [Path(folder, f"{size}.db") for size in _SIZES]
        for file, size in zip(files, _SIZES, strict=True):
            build(file, size)
        return compare(files)


def compare(files: list[Path]) -> list[Table]:
    """Return the tables for databases that are built already."""
    return [_same_rows(files), _beside_shell(files), _counts(files)]


def _same_rows(files: list[Path]) -> Table:
    rows, ratios = [], {}
    for name, (options, request) in _RARE.items():
        commands = [sinorus("--db", file, "events", *options, "--csv") for file in files]
        count = _count_rows(commands, same=name != "the first 5 of all")
        rounds = in_turns(commands, _ROUNDS)
        inner = [_ask(file, request) for file in files]
        figures = [milliseconds(seconds) for seconds in (*medians(rounds), inner[0], inner[-1])]
        ratios[name] = ratio_of(rounds, -1, 0)
        rows.append((name, str(count), *figures, f"{inner[-1] / inner[0]:.2f}", f"{ratios[name]:.2f}"))
    return Table(
        "The same rows from databases of three sizes",
        f"Median wall time of `events ... --csv`, the databases in turns, {_ROUNDS} rounds; the ratio of"
        " 1,000,000 events to 24 is the median of the rounds' ratios, budget 1.5. “Asking” is the part of it that"
        " looks up the names and reads the events, inside a process that runs already.",
        ("question", "rows", *map(number, _SIZES), "asking: 24", "asking: 1,000,000", "ratio of asking", "ratio"),
        rows,
        (worst("a question with the same rows: times as long with 1,000,000 events as with 24", 1.5, ratios),),
    )


def _count_rows(commands: list[Command], same: bool) -> int:
    outputs = [run(command).output for command in commands]
    if same and len(set(outputs)) != 1:
        raise RuntimeError(f"{commands[0].arguments} gives other rows from another database.")
    return len(outputs[0].splitlines()) - 1


def _ask(file: Path, request: Request) -> float:
    """Return the median time to resolve a request and read its events."""
    with open_reading(file) as connection:
        return wall_seconds(
            lambda: list(read_events(connection, resolve(connection, request, _TODAY).question)), times=21
        )


def _beside_shell(files: list[Path]) -> Table:
    rows = []
    for name, options in _MANY.items():
        told = [name]
        for file in files[1:]:
            ours = sinorus("--db", file, "events", *options, "--csv")
            asked = run(sinorus("--db", file, "events", *options, "--sql")).output.decode()
            found = number(int(run(sinorus("--db", file, "events", *options, "--count")).output))
            told += [found, *_in_turns_with_shell(ours, file, asked)]
        rows.append(tuple(told))
    return Table(
        "More rows, beside the sqlite3 shell",
        "Median wall time of whole processes in turns: `events ... --csv`, and `sqlite3 -csv` with the statement that"
        " `--sql` prints.",
        _beside("question", "rows"),
        rows,
    )


def _counts(files: list[Path]) -> Table:
    rows = []
    for name, (command, sql) in _COUNTS.items():
        told = [name]
        for file in files[1:]:
            ours = sinorus("--db", file, *command, *(() if "--count" in command else ("--csv",)))
            told += _in_turns_with_shell(ours, file, sql)
        rows.append(tuple(told))
    return Table(
        "Lists and statistics over everything, beside the sqlite3 shell",
        "Median wall time of whole processes in turns; the shell gets the statement that one would write by hand.",
        _beside("command"),
        rows,
    )


def _beside(first: str, *more: str) -> tuple[str, ...]:
    each = [(*more, f"sinorus at {number(size)}", "sqlite3", "ratio") for size in _SIZES[1:]]
    return (first, *(column for columns in each for column in columns))


def _in_turns_with_shell(ours: Command, file: Path, sql: str) -> list[str]:
    shell = shutil.which("sqlite3")
    if shell is None:
        return [milliseconds(medians(in_turns([ours], _FEW_ROUNDS))[0]), "", ""]
    rounds = in_turns([ours, Command((shell, "-readonly", "-csv", "-header", file, sql))], _FEW_ROUNDS)
    own, other = medians(rounds)
    return [milliseconds(own), milliseconds(other), f"{ratio_of(rounds, 0, 1):.2f}"]
