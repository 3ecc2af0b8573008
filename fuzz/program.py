"""Arguments and a file -> the whole program, in a folder of its own: an exit code that is promised, and no traceback.

The first line of an input holds the arguments, with \\x1f between them; the rest is the file `given.txt`, and also
standard input. A slash in an argument becomes an underscore, so that nothing outside of the folder is touched.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from io import BytesIO, TextIOWrapper
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

from fuzz import files, texts
from fuzz.laws import must, text_of
from fuzz.stored import MORE, importer
from sinorus.cli.app import main
from sinorus.cli.commands import COMMANDS, load_command
from sinorus.importer import read_bundled, read_sources
from sinorus.render.safe import harmless
from sinorus.store.connection import open_writing

_DIVIDER = "\x1f"
_CODES = (0, 1, 2, 3, 4)
_KNOWN = {
    "--actor": ("Lavrov", "Wang Yi", "Putin,Xi", "Лавров"),
    "--country": ("CN", "Russia", "RU,UA"),
    "--role": ("Foreign Minister", "President"),
    "--place": ("Beijing", "Oslo", "Moscow"),
    "--topic": ("energy", "ukraine-war", "bilateral-ties,trade"),
    "--activity": ("visit", "meeting"),
    "--text": ("talks", '"gas pipeline"', "mini*"),
    "--source": ("odd", "China-Russia"),
    "--not": ("topic:energy", "actor:Lavrov", "on:2024-02", "text:gas"),
    "--since": ("2010", "2024-02", "-3m"),
    "--until": ("2024-03", "today"),
    "--on": ("2024", "2024Q1", "2011..", "last year"),
    "--format": ("table", "csv", "tsv", "json", "jsonl", "markdown", "ids"),
    "--columns": ("date,text", "id,actors,roles", "start,end,note,source", "nothing", ",", "actor,events", "a,b"),
    "--sort": ("date", "actor", "place", "source", "relevance", "id", "text", "events,first", "-date"),
    "--by": ("month", "year", "actor", "pair", "place", "topic", "activity", "country", "weekday"),
    "--limit": ("1", "5", "0", "-1", "x", "99999999999999999999"),
    "--output": ("out.txt", ".", "given.txt", "missing_folder"),
    "--template": ("{text} {start}", "{", "}", "{text.x}", "{0}", "{actors!r}", "{text:>9999}"),
    "--db": ("mine.db", "other.db", "given.txt", "."),
    "--year": ("2024", "1", "0", "10000", "x"),
}
_ARGUMENTS = {
    "actor": ("Lavrov", "Wang Yi", "Xi"),
    "role": ("Foreign Minister", "President"),
    "place": ("Beijing", "Oslo"),
    "show": ("1", "2", "40", "999", "-1", "1-3"),
    "import": ("given.txt", "given.txt", "-", "missing.txt", "."),
}


def make_run(chance: Random) -> bytes:
    """Return arguments, mostly ones that there are, and a file."""
    command = chance.choice((*COMMANDS, *["import"] * 6, *["events"] * 3))
    arguments = [command]
    if command in _ARGUMENTS:
        arguments.append(chance.choice((*_ARGUMENTS[command] * 2, texts.question(chance))))
    for _ in range(chance.choice((0, 1, 1, 2, 2, 3, 5))):
        arguments += _option(chance, command)
    if chance.random() < 0.05:
        arguments = [texts.noise(chance), *arguments][chance.randrange(2) :]
    kind = chance.choice(("text", "markdown", "html", "table", "json"))
    line = _DIVIDER.join(arguments).replace("\n", " ")
    return line.encode("utf-8", "surrogatepass") + b"\n" + files.FILES[kind][1](chance)


def _option(chance: Random, command: str) -> list[str]:
    """Return an option of a command, seldom one that it does not have, with a value."""
    options = _options(command if chance.random() < 0.98 else chance.choice(list(COMMANDS)))
    name = chance.choice(list(options))
    if options[name]:
        return [name]
    made = texts.period(chance) if name in ("--on", "--since", "--until") else texts.question(chance)
    return [name, chance.choice((made, *_KNOWN.get(name, ()) * 2))]


@cache
def _options(command: str) -> dict[str, bool]:
    """Return the options of a command, and whether each is a flag."""
    parameters = load_command(command).params
    return {name: getattr(one, "is_flag", False) for one in parameters for name in one.opts if name[:2] == "--"}


def run_program(data: bytes) -> None:
    """The program ends with an exit code that is promised; what it says on stderr is harmless, and never nothing."""
    line, _, content = data.partition(b"\n")
    arguments = text_of(line).replace("/", "_").replace("\0", "").split(_DIVIDER)
    code, told = _outcome(arguments, content)
    must(code in _CODES, f"the exit code {code} is promised")
    must(code in (0, 4) or told.strip(), "a failure is told")
    must(harmless(told) == told, "a message is harmless")
    must("fault in sinorus" not in told and "Traceback" not in told, "no fault reaches the user")


def _outcome(arguments: list[str], content: bytes) -> tuple[int, str]:
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", errors="backslashreplace") for _ in "oe")
    with (
        _folder(content),
        redirect_stdout(out),
        redirect_stderr(err),
        patch("sys.stdin", TextIOWrapper(BytesIO(content))),
    ):
        try:
            main(arguments)
        except SystemExit as ended:
            code = int(ended.code or 0)
    err.flush()
    return code, err.buffer.getvalue().decode()  # type: ignore[attr-defined]


@contextmanager
def _folder(content: bytes) -> Iterator[None]:
    """Put the program into a folder with a database and the file that is given, and nothing else."""
    home, database = _home(), _database()
    folder = home / "place"
    folder.mkdir()
    (folder / "mine.db").write_bytes(database)
    (folder / "given.txt").write_bytes(content)
    before = Path.cwd()
    os.chdir(folder)
    try:
        with _at_home(home):
            yield
    finally:
        os.chdir(before)
        shutil.rmtree(folder)


@contextmanager
def _at_home(home: Path) -> Iterator[None]:
    """Let the program find a home without anything in it, and a codebook that is loaded already."""
    folders = {"HOME": home, "XDG_DATA_HOME": home / "data", "XDG_CONFIG_HOME": home / "config"}
    settings = {name: str(path) for name, path in folders.items()}
    settings |= {"SINORUS_DB": "mine.db", "NO_COLOR": "1", "COLUMNS": "100"}
    with (
        patch.dict(os.environ, settings),
        patch("sys.excepthook"),
        patch("sinorus.importer.Importer", lambda _: importer()),
        patch("sinorus.cli.imports.load_own_codebook", lambda: None),
    ):
        yield


@cache
def _temporary() -> "TemporaryDirectory[str]":
    return TemporaryDirectory(prefix="sinorus-fuzz-")  # which goes away with the process


def _home() -> Path:
    return Path(_temporary().name)


@cache
def _database() -> bytes:
    path = _home() / "begun.db"
    with open_writing(path) as connection:
        importer().prepare(connection)
        for chronology in (*read_bundled(), *read_sources(MORE.encode(), name="odd.txt")):
            importer().store(connection, chronology)
    return path.read_bytes()
