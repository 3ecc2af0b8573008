"""What only a process of its own shows: pipes that close, Ctrl-C, the modules that are loaded, a terminal."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Process = Callable[..., "subprocess.CompletedProcess[str]"]


def test_closed_pipe_ends_quietly(home: Path, database: Path) -> None:
    command = f"{sys.executable} -m sinorus events --jsonl --db {database} | head -n 1"
    ended = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith('{"id": 1')


def test_pipe_that_is_closed_before_anything_is_written_ends_quietly(home: Path, database: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "sinorus", "events", "--db", str(database)]
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_interruption_is_quiet(home: Path) -> None:
    endless = home / "endless"
    os.mkfifo(endless)
    command = [sys.executable, "-m", "sinorus", "import", str(endless)]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    writing = _opened_as_read(endless, started)
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=60)
    os.close(writing)
    assert (started.returncode, out, err) == (130, b"", b"")


def _opened_as_read(fifo: Path, reader: "subprocess.Popen[bytes]") -> int:
    """Open a pipe for writing as soon as a process reads from it."""
    while reader.poll() is None:
        try:
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.01)
    raise AssertionError(f"ended with {reader.returncode} before it read anything")


def _loaded(home: Path, database: Path, *arguments: str) -> set[str]:
    script = (
        "import sys, atexit\n"
        "from sinorus.cli.app import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, *arguments, "--db", str(database)],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return {name.split(".")[0] for name in ended.stderr.split()} | set(ended.stderr.split())


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["events", "--actor", "Lavrov", "--csv"], id="csv"),
        pytest.param(["events", "--actor", "Lavrov"], id="table in a pipe"),
        pytest.param(["actors", "--since", "2024"], id="list"),
        pytest.param(["show", "1"], id="show"),
    ],
)
def test_reading_loads_nothing_that_it_does_not_need(home: Path, database: Path, arguments: list[str]) -> None:
    loaded = _loaded(home, database, *arguments)
    heavy = {"sqlite_utils", "rich", "dateutil", "platformdirs", "bs4", "charset_normalizer", "click", "csv", "json"}
    assert not loaded & heavy
    assert not loaded & {"sinorus.codebook", "sinorus.reading", "sinorus.coding", "sinorus.importer"}
    assert "sinorus.cli.completion" not in loaded


def _on_terminal(database: Path, *arguments: str, columns: int = 80, env: dict[str, str] | None = None) -> str:
    """Run the program on a terminal of its own and return what it shows."""
    leader, follower = pty.openpty()
    import fcntl
    import struct
    import termios

    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES", "NO_COLOR")}
    environment |= {"TERM": "xterm", "SINORUS_DB": str(database), **(env or {})}
    started = subprocess.Popen(
        [sys.executable, "-m", "sinorus", *arguments], stdin=follower, stdout=follower, stderr=follower, env=environment
    )
    os.close(follower)
    shown = b""
    while True:
        ready, _, _ = select.select([leader], [], [], 60)
        try:
            piece = os.read(leader, 65536) if ready else b""
        except OSError:
            piece = b""
        if not piece:
            break
        shown += piece
    started.wait(60)
    os.close(leader)
    return shown.decode()


def test_terminal_gets_colour_title_and_foot(home: Path, database: Path) -> None:
    shown = _on_terminal(database, "events", "--actor", "Lavrov")
    assert "\x1b[" in shown
    assert "Events with Sergey Lavrov" in shown
    assert "2 events with Sergey Lavrov" in shown


def test_no_color_is_honoured(home: Path, database: Path) -> None:
    assert "\x1b" not in _on_terminal(database, "events", env={"NO_COLOR": "1"})


def test_hostile_text_is_harmless_on_a_terminal_in_every_view(home: Path, database: Path) -> None:
    for arguments in (
        ["events"],
        ["show", "4"],
        ["events", "--csv"],
        ["events", "--tsv"],
        ["events", "--columns", "text"],
    ):
        shown = _on_terminal(database, *arguments, env={"NO_COLOR": "1"})
        assert not set(shown) & {"\x1b", "\u202e"}, arguments
        assert "[bold]not" in " ".join(shown.split()), arguments


def test_long_answer_goes_through_the_users_pager(home: Path, database: Path) -> None:
    pager = home / "pager"
    pager.write_text("#!/bin/sh\necho PAGED\ncat >/dev/null\n")
    pager.chmod(0o755)
    assert "PAGED" in _on_terminal(database, "show", "1", "2", "3", "4", env={"PAGER": str(pager)})
    assert "PAGED" not in _on_terminal(database, "path", env={"PAGER": str(pager)})
    assert "PAGED" not in _on_terminal(database, "show", "1", "2", "3", "4", "--no-pager", env={"PAGER": str(pager)})


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("sinorus ev", ["events"], id="command"),
        pytest.param("sinorus events --ment", ["--mentions"], id="option"),
        pytest.param("sinorus events --actor lavr", ["lavrov"], id="actor"),
        pytest.param(
            "sinorus events --actor Lavrov,Wang", ["Lavrov,Wang\\ Wentao", "Lavrov,Wang\\ Yi"], id="after a comma"
        ),
        pytest.param("sinorus events --place Bei", ["Beijing"], id="place"),
        pytest.param("sinorus events --topic uk", ["ukraine-war"], id="topic"),
        pytest.param("sinorus events --role fore", ["foreign\\ Minister"], id="role"),
        pytest.param('sinorus events --role "fore', ["foreign Minister"], id="in quotes"),
        pytest.param("sinorus events --format js", ["json", "jsonl"], id="format"),
        pytest.param("sinorus events --not topic:uk", ["topic:ukraine-war"], id="exclusion"),
        pytest.param("sinorus events --not theme:uk", ["theme:ukraine-war"], id="exclusion by another name"),
    ],
)
def test_shell_completes(process: Process, words: str, found: list[str]) -> None:
    ended = process(env=_asked_by_bash(words))
    assert (ended.stdout.split("\n"), ended.stderr) == ([*found, ""], "")


@pytest.mark.parametrize("excluded", ["on:2024", "since:2024", "text:gas", "sense:none"])
def test_shell_is_offered_nothing_where_no_name_is_meant(process: Process, excluded: str) -> None:
    ended = process(env=_asked_by_bash(f"sinorus events --not {excluded}"))
    assert (ended.stdout.strip(), ended.stderr) == ("", "")


def _asked_by_bash(words: str) -> dict[str, Any]:
    return {
        "COMP_WORDS": "\n".join(words.split(" ")),
        "COMP_CWORD": str(words.count(" ")),
        "_SINORUS_COMPLETE": "complete_bash",
    }


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_complete_too(process: Process, shell: str) -> None:
    asked = {"_TYPER_COMPLETE_ARGS": "sinorus events --topic ta", "_SINORUS_COMPLETE": f"complete_{shell}"}
    ended = process(env={**asked, "_TYPER_COMPLETE_FISH_ACTION": "get-args"})
    assert "taiwan" in ended.stdout


def test_completion_is_silent_without_a_database(process: Process, home: Path) -> None:
    asked = {"COMP_WORDS": "sinorus events --actor L", "COMP_CWORD": "3", "_SINORUS_COMPLETE": "complete_bash"}
    ended = process(env={**asked, "SINORUS_DB": str(home / "none.db")})
    assert (ended.stdout.strip(), ended.stderr) == ("", "")


@pytest.mark.parametrize("name", ["$(touch x)", "a`b`", "a;b", "a*", "it's", 'a"b', "a\nb", "[/b]"])
def test_completion_offers_no_name_that_a_shell_would_obey(name: str) -> None:
    from sinorus.cli.completion import _fitting

    assert list(_fitting([(f"Lavrov {name}", ""), ("Lavrov", name)], "lav")) == [("lavrov", "")]
