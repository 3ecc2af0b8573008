"""Texts that want to act on a terminal, in a spreadsheet, in Markdown, in SQL: they are shown, and sit still."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from sinorus.importer import Importer, read_sources
from sinorus.render.formats import FORMATS
from sinorus.render.safe import harmless
from sinorus.store.connection import open_reading, open_writing
from tests.cli.conftest import Run
from tests.faults.conftest import files_in
from tests.faults.terminals import shown_on_terminal

ESCAPES = "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J \x1bc"
BIDI = "\u202eedoc\u202c \u2066in\u2069 \u200f\u061c"
MARKUP = "[bold red]loud[/bold red] [link=file:///etc/passwd]here[/link] [/] :smile:"
RETURNS = "kept\rOVER\x08\x08 a\x0bb\x0cc\x85d\u2028e"
MARKDOWN = "*a* _b_ `c` [d](javascript:e) <script>f</script> | g # h ~~i~~ &lt; https://example.org"
FORMULA = "=cmd|' /C calc'!A0"
SQL = "Robert'); DROP TABLE events; --"
TAGS = "\U000e0041\U000e0042 \ufff9x\ufffb"
HOSTILE = {
    "escapes": ESCAPES, "bidi": BIDI, "markup": MARKUP, "returns": RETURNS, "markdown": MARKDOWN, "formula": FORMULA,
    "sql": SQL, "tags": TAGS,
}  # fmt: skip
VIEWS = (
    ["events"],
    ["events", "--columns", "text,note,actors,roles,places,topics,activities,source"],
    ["events", "--text", "oslo"],
    ["events", "--mentions", "--explain", "--sql", "--country", "NO"],
    ["show", *map(str, range(1, len(HOSTILE) + 1))],
    ["actors"],
    ["actor", "red"],
    ["roles"],
    ["places"],
    ["place", "red"],
    ["topics"],
    ["activities"],
    ["countries"],
    ["sources"],
    ["stats", "--by", "actor"],
    ["stats", "--by", "actor", "--by", "place"],
    ["stats", "--by", "source"],
    ["timeline"],
    ["timeline", "--by", "place"],
    ["network"],
    ["network", "--matrix"],
    ["doctor"],
)
LISTS = ("actors", "roles", "places", "sources", "network")
OSLO = "Oslo opens the door."


def _object(number: int, text: str) -> dict[str, object]:
    """Return an event with a hostile text in every field that takes one."""
    person = {
        "name": f"{text} {number}",
        "kind": "person",
        "country": "NO",
        "role": f"Envoy {text}",
        "part": "participant",
    }
    return {
        "date": f"2020-01-{number:02d}", "date_text": text, "text": f"{OSLO} {text}", "note": f"{text} Note.",
        "actors": [person, {**person, "name": f"Other {text}"}, {**person, "name": f"3 {text}", "part": "mentioned"}],
        "places": [{"name": f"{text} Town", "country": "NO"}], "topics": ["energy"], "activities": ["visit"],
        "source": f"Source {text}", "line": number, "file": f"{text}.txt",
    }  # fmt: skip


@pytest.fixture(scope="module")
def filled(importer: Importer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database of hostile events; no test changes it."""
    events = [_object(number, text) for number, text in enumerate(HOSTILE.values(), 1)]
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with open_writing(path) as connection:
        importer.prepare(connection)
        for chronology in read_sources(json.dumps(events).encode(), name="hostile.json"):
            importer.store(connection, chronology)
    return path


@pytest.fixture
def hostile(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return the program with the database of hostile events."""
    monkeypatch.setenv("SINORUS_DB", str(filled))
    return run


def test_nothing_acts_on_a_terminal_in_any_view(hostile: Run) -> None:
    acting = {}
    for view in VIEWS:
        shown = shown_on_terminal([*view, "--no-pager"] if view[0] != "doctor" else view)
        if harmless(shown) != shown:
            acting[" ".join(view)] = {ascii(character) for character in shown if harmless(character) != character}
        assert shown.strip(), view
    assert acting == {}


@pytest.mark.parametrize("form", [name for name in FORMATS if name not in ("ids", "template")])
def test_nothing_acts_on_a_terminal_in_any_format(hostile: Run, form: str) -> None:
    for view in (["events"], ["show", "1", "2", "4"], ["actors"], ["network"], ["sources"]):
        shown = shown_on_terminal([*view, "--format", form, "--no-pager"])
        assert harmless(shown) == shown, view
        assert shown.strip()


def test_nothing_acts_on_a_terminal_during_an_import(hostile: Run, home: Path) -> None:
    bad = "".join(f"Feb. 30, 2020: {text}\n" for text in (ESCAPES, BIDI, MARKUP))
    (home / f"{ESCAPES.replace('/', '')}.txt").write_text(
        f"Title: {ESCAPES}\n\nJan. 5, 2020: {BIDI}\n{bad}", encoding="utf-8"
    )
    (file,) = home.glob("*red*.txt")
    for arguments in ([file.name], [file.name, "--dry-run", "--json"], ["\x1b[2J.txt"]):
        shown = shown_on_terminal(["import", *arguments, "--db", "new.db"])
        assert harmless(shown.replace("\x1b[K", "").replace("\r", "")) == shown.replace("\x1b[K", "").replace("\r", "")


@pytest.mark.parametrize("text", [ESCAPES, BIDI, RETURNS], ids=["escapes", "bidi", "returns"])
def test_nothing_acts_on_a_terminal_in_a_message(hostile: Run, text: str) -> None:
    options = "actor topic on since limit columns format not sort role place source country activity".split()
    wrong = [["events", f"--{option}", text] for option in options]
    wrong += [
        [text],
        ["events", f"--{text}"],
        ["show", text],
        ["stats", "--by", text],
        ["actor", text],
        ["place", text],
    ]
    wrong += [["events", "--db", f"/nowhere/{text}"], ["import", f"{text}.txt"], ["import", "a.txt", "--year", text]]
    wrong += [["events", "--text", text, told] for told in ("--explain", "--sql", "--count")]
    acting = {" ".join(arguments): told for arguments in wrong if not _sits(told := shown_on_terminal(arguments))}
    assert acting == {}


def _sits(shown: str) -> bool:
    return harmless(shown) == shown


def test_markup_is_text_in_every_view(hostile: Run) -> None:
    shown = "".join(shown_on_terminal([*view, "--no-pager"], columns=300) for view in (["events"], ["show", "3"]))
    assert MARKUP in shown


def test_colours_are_the_programs_own(hostile: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "xterm")
    for view in VIEWS[:-1]:
        shown = shown_on_terminal([*view, "--no-pager"])
        bare = re.sub(r"\x1b\[[0-9;]*m", "", shown)
        assert harmless(bare) == bare, view
        assert "\x1b[0;title" not in shown


def test_one_row_stays_one_line_in_a_pipe(hostile: Run) -> None:
    for view in ("events", *LISTS):
        for form in ("tsv", "jsonl", "table"):
            rows = json.loads(hostile(view, "--json").out)
            lines = hostile(view, "--format", form).out.split("\n")[:-1]
            assert len(lines) == len(rows) + (form != "jsonl"), (view, form)


def test_tables_in_a_pipe_hold_nothing_that_acts(hostile: Run) -> None:
    for view in VIEWS:
        out = hostile(*view, code=None).out
        assert harmless(out) == out, view


def test_csv_and_json_in_a_pipe_hold_the_text_as_it_is(hostile: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(hostile("events", "--csv").out, newline="")))
    assert [row["text"] for row in rows] == [f"{OSLO} {text}" for text in HOSTILE.values()]
    objects = json.loads(hostile("events", "--json").out)
    assert [one["text"] for one in objects] == [row["text"] for row in rows]


@pytest.mark.parametrize("view", ["events", *LISTS])
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_safe_cells_are_no_formulas(hostile: Run, view: str, form: str) -> None:
    plain, safe = (hostile(view, "--format", form, *more).out for more in ((), ("--safe-cells",)))
    divider = "," if form == "csv" else "\t"
    cells = [cell for row in csv.reader(io.StringIO(safe, newline=""), delimiter=divider) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    if view == "actors":
        assert f"{FORMULA} 6" in plain
        assert f"'{FORMULA} 6" in safe


def test_safe_cells_are_read_back_as_they_were(hostile: Run, home: Path) -> None:
    (home / "safe.csv").write_text(hostile("events", "--csv", "--safe-cells").out, encoding="utf-8")
    hostile("import", "safe.csv", "--db", "again.db")
    before = {one["text"] for one in json.loads(hostile("events", "--json").out)}
    after = {one["text"] for one in json.loads(hostile("events", "--json", "--db", "again.db").out)}
    assert {_spaced(text) for text in after} == {_spaced(text) for text in before}


def _spaced(text: str) -> str:
    """Return a text without the difference between line ends and blanks, which a table's cells do not keep."""
    return " ".join(text.split())


def test_markdown_is_escaped(hostile: Run) -> None:
    for view in ("events", *LISTS):
        out = hostile(view, "--format", "markdown").out
        assert "<script>" not in out
        assert not re.search(r"(?<!\\)\]\(", out)
        assert not re.search(r"(?<!\\)`", out)
        assert harmless(out) == out


@pytest.mark.parametrize(
    "text", [*HOSTILE.values(), "'", '"', "%", "_", "*", "\\", "a\nb", "NEAR(a b)", "x AND y", "^x"]
)
@pytest.mark.parametrize("option", ["--actor", "--place", "--role", "--source", "--topic", "--text", "--on", "--not"])
def test_a_filters_value_is_never_sql(hostile: Run, filled: Path, option: str, text: str) -> None:
    before = files_in(filled.parent)
    outcome = hostile("events", option, text, "--json", code=None)
    assert outcome.code in (0, 2)
    assert outcome.code == 0 or outcome.err.startswith("Error: ")
    assert files_in(filled.parent) == before


@pytest.mark.parametrize("option", ["--actor", "--place", "--role", "--source", "--text", "--on", "--since", "--db"])
@pytest.mark.parametrize("text", ["\udcff", "a\udc80b", "\x00", "a\x00b"], ids=ascii)
def test_halves_of_characters_and_zero_bytes_give_a_sentence(hostile: Run, option: str, text: str) -> None:
    outcome = hostile("events", option, text, code=None)
    assert outcome.code in (0, 1, 2, 3)
    assert outcome.code == 0 or outcome.err.count("\n") >= 1


def test_half_a_surrogate_pair_in_a_file_is_named_and_nothing_is_stored(run: Run, home: Path) -> None:
    (home / "half.json").write_text('[{"date": "2020-01-05", "text": "Half a \\ud800 pair."}]', encoding="utf-8")
    outcome = run("import", "half.json", code=1)
    assert "half of a surrogate pair" in outcome.err
    (home / "half.txt").write_bytes("Jan. 5, 2020: é.\nJan. 6, 2020: Half a ".encode() + b"\xed\xa0\x80 pair.\n")
    assert "half.txt:2: holds half of a surrogate pair" in run("import", "half.txt", code=1).err
    assert "No events match." in run("events", "--db", str(_only_database(home)), code=None).err


def _only_database(home: Path) -> Path:
    (path,) = home.rglob("*.db")
    return path


def test_a_zero_byte_that_json_spells_is_shown_as_no_character(run: Run, home: Path) -> None:
    (home / "zero.json").write_text(
        '[{"date": "2020-01-05", "text": "Talks \\u0000 on Jan. 9, 2020."}]', encoding="utf-8"
    )
    run("import", "zero.json", "--db", "zero.db")
    assert "is sound" in run("doctor", "--db", "zero.db").out
    with open_reading(home / "zero.db") as connection:
        assert connection.execute("SELECT text FROM events").fetchone() == ("Talks \ufffd on Jan. 9, 2020.",)
