"""Whatever goes wrong: a sentence on stderr, nothing on stdout, and the exit code that the contract names."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(
            ["events", "--actor", "Lavrof"], "No actor is called 'Lavrof'.\nDid you mean Sergey Lavrov", id="actor"
        ),
        pytest.param(["events", "--topic", "ukrain-war"], "Did you mean Ukraine war", id="topic"),
        pytest.param(["events", "--on", "sometime"], "This is not a period: 'sometime'.\nWrite 2024,", id="period"),
        pytest.param(["events", "--on", "2024-02-30"], "No such date: '2024-02-30'", id="impossible day"),
        pytest.param(["events", "--on", "2024-05..2024-01"], "runs backwards", id="backwards"),
        pytest.param(["events", "--since", "2024-05", "--until", "2024-01"], "runs backwards", id="backwards in two"),
        pytest.param(["events", "--columns", "id,starts"], "no column 'starts'. Did you mean 'start'?", id="column"),
        pytest.param(["actors", "--columns", "foo"], "The columns are name, kind", id="column of a list"),
        pytest.param(["events", "--format", "xml"], "There is no format 'xml'.\nThe formats are table", id="format"),
        pytest.param(["events", "--csv", "--json"], "Only one format", id="two formats"),
        pytest.param(["events", "--template", "{foo}"], "no column 'foo'", id="template's field"),
        pytest.param(["events", "--template", "{start"], "A brace stands alone", id="template's brace"),
        pytest.param(["events", "--format", "template"], "needs a pattern", id="no template"),
        pytest.param(["events", "--sort", "foo"], "cannot be sorted by 'foo'", id="sort key"),
        pytest.param(["events", "--sort", "relevance"], "Only a text search", id="relevance without text"),
        pytest.param(["events", "--limit", "-1"], "A limit of -1 makes no sense", id="limit"),
        pytest.param(["events", "--limit", "many"], "Invalid value for '--limit'", id="no number"),
        pytest.param(["events", "--not", "foo"], "Write FIELD:VALUE", id="exclusion"),
        pytest.param(["events", "--text", " "], "nothing to look for", id="empty text"),
        pytest.param(["events", "--foo"], "No such option: --foo", id="option"),
        pytest.param(["foo"], "No such command 'foo'", id="command"),
        pytest.param(["evnts"], "No such command 'evnts'. Did you mean events?", id="a slip in a command"),
        pytest.param(
            ["events", "Lavrov"], "(Lavrov). Write --actor or --text before it: --actor Lavrov.", id="no option"
        ),
        pytest.param(["stats", "Wang", "Yi"], "--actor 'Wang Yi'.", id="no option for two words"),
        pytest.param(["actor", "Wang", "Yi"], "(Yi). Put a name of several words into quotes.", id="no quotes"),
        pytest.param(["doctor", "now"], "unexpected extra argument(s) (now).\n", id="no such argument"),
        pytest.param(["events", "--actor", ""], "The name of the actor is empty.", id="empty name"),
        pytest.param(["place", " "], "The name of the place is empty.\n'sinorus places'", id="empty place"),
        pytest.param(["events", "--text", "***"], "nothing to look for", id="stars alone"),
        pytest.param([], "Missing command", id="no command"),
        pytest.param(["show", "abc"], "'abc' is not the number of an event", id="no id"),
        pytest.param(["show", "99"], "There is no event 99", id="unknown id"),
        pytest.param(["show", "9" * 30], "is not the number of an event", id="endless id"),
        pytest.param(["show", "3-1"], "The range '3-1' runs backwards.\nWrite 1-3.", id="range backwards"),
        pytest.param(["show", "1-2-3"], "'1-2-3' is not the number", id="no range"),
        pytest.param(["show", ""], "'' is not the number", id="empty id"),
        pytest.param(["show", "50-60"], "There is no event from 50 to 60", id="empty range"),
        pytest.param(["stats", "--by", "foo"], "cannot be counted by 'foo'", id="measure"),
        pytest.param(["stats", "--by", "year,month,week"], "one or two measures, not 3", id="measures"),
        pytest.param(["actor", "Lavrof"], "Did you mean Sergey Lavrov", id="profile"),
        pytest.param(["actor", "Lavrov", "--csv"], "A profile is a page or JSON", id="profile as CSV"),
        pytest.param(["actors", "--format", "ids"], "have no column 'id'", id="ids of actors"),
        pytest.param(["actors", "--origin", "foo"], "No actor comes from 'foo'", id="origin"),
        pytest.param(["import", "a.txt", "--json"], "Add --dry-run", id="json without dry run"),
        pytest.param(["import", "a.txt", "b.txt", "--source", "A"], "one by one", id="one title for two files"),
        pytest.param(["events", "--db", ""], "--db has no path", id="empty path"),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], told: str) -> None:
    outcome = run(*arguments, code=2)
    assert told in outcome.err
    assert outcome.out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["events", "--limit", "9" * 30], id="endless limit"),
        pytest.param(["actors", "--limit", "9" * 30], id="endless limit of a list"),
        pytest.param(["events", "--text", "\0 a"], id="NUL"),
        pytest.param(["events", "--text", '" AND ( NEAR : * -'], id="search operators"),
        pytest.param(["events", "--text", "a" * 50_000], id="long word"),
        pytest.param(["stats", "--limit", "0"], id="nothing wanted"),
        pytest.param(["network", "--on", "1999", "--matrix"], id="matrix of nobody"),
        pytest.param(["timeline", "--on", "1999"], id="timeline of nothing"),
    ],
)
def test_odd_input_is_no_error(run: Run, arguments: list[str]) -> None:
    run(*arguments)


@pytest.mark.parametrize(
    "arguments", [["events", "--actor", "\udcff"], ["actor", "\udcff\0"], ["events", "-q", "\udcff"]]
)
def test_bytes_that_are_no_text_are_told(run: Run, arguments: list[str]) -> None:
    assert run(*arguments, code=2).err.startswith("Error: ")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(None, "there is no such file", id="missing"),
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(bytes(range(256)) * 8, "is not text", id="binary"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "is a picture", id="picture"),
    ],
)
def test_file_that_cannot_be_imported(fresh: Run, home: Path, content: bytes | None, told: str) -> None:
    if content is not None:
        (home / "a.txt").write_bytes(content)
    outcome = fresh("import", "a.txt", code=1)
    assert told in outcome.err
    assert outcome.err.startswith("Error: a.txt")
    assert outcome.out == ""


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE somebody (else_)")


@pytest.mark.parametrize(
    ("prepare", "told"),
    [
        pytest.param(Path.exists, "There is no database at", id="missing"),
        pytest.param(Path.mkdir, "is a folder", id="folder"),
        pytest.param(lambda path: path.write_bytes(b"no database at all"), "is not an SQLite database", id="text"),
        pytest.param(_foreign, "but not one of sinorus", id="foreign"),
        pytest.param(lambda path: path.write_bytes(b""), "is empty", id="empty"),
    ],
)
@pytest.mark.parametrize("command", ["events", "doctor", "actors"])
def test_database_that_cannot_be_used(
    fresh: Run, home: Path, prepare: Callable[[Path], object], told: str, command: str
) -> None:
    path = home / "some.db"
    prepare(path)
    outcome = fresh(command, "--db", str(path), code=3)
    assert told in outcome.err
    assert outcome.out == ""


def test_database_named_in_the_environment_is_not_made(fresh: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SINORUS_DB", str(home / "some.db"))
    assert "There is no database" in fresh("events", code=3).err
    assert not (home / "some.db").exists()


def test_output_that_cannot_be_written(run: Run) -> None:
    outcome = run("events", "--csv", "--output", "/nowhere/out.csv", code=1)
    assert outcome.err.startswith("Error: /nowhere/out.csv: No such file or directory.")


def test_fault_of_the_program_is_told_without_a_traceback(process: Callable[..., object], home: Path) -> None:
    (home / "sitecustomize.py").write_text(
        "import sinorus.store.reader as r\ndef broken(*a): raise RuntimeError('odd')\nr.count_events = broken\n"
    )
    ended = process("events", "--count", env={"PYTHONPATH": str(home)})
    assert ended.returncode == 1  # type: ignore[attr-defined]
    assert ended.stderr.startswith("Error: This is a fault in sinorus: RuntimeError: odd\n")  # type: ignore[attr-defined]
