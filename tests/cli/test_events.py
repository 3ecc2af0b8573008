"""`sinorus events`: the contract of its formats, and what its options do."""

import csv
import io
import json
import os
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from sinorus.cli.files import write_file
from sinorus.cli.options import Filters
from sinorus.query.request import FIELDS, Request
from sinorus.store.names import NameField
from tests.cli.conftest import HOSTILE, Run


def test_json_is_the_contract_to_the_letter(run: Run) -> None:
    found = run("events", "--place", "Beijing", "--json").json()
    assert found == [
        {
            "id": 3,
            "date": "2024-04-08/2024-04-09",
            "date_text": "2024-04-08",
            "start": "2024-04-08",
            "end": "2024-04-09",
            "precision": "range",
            "text": "FM Lavrov visits Beijing to meet Wang Yi; they speak of Zelensky.",
            "note": None,
            "actors": [
                {
                    "name": name,
                    "kind": "person",
                    "country": country,
                    "role": role,
                    "role_basis": "stated" if role else None,
                    "part": part,
                    "mention": name,
                }
                for name, country, role, part in (
                    ("Sergey Lavrov", "RU", "Foreign Minister", "participant"),
                    ("Wang Yi", "CN", None, "participant"),
                    ("Volodymyr Zelensky", "UA", None, "mentioned"),
                )
            ],
            "places": [{"name": "Beijing", "country": "CN"}, {"name": "Moscow", "country": "RU"}],
            "topics": ["bilateral-ties", "ukraine-war"],
            "activities": ["visit", "meeting"],
            "source": "Small chronology",
            "line": 3,
        }
    ]
    assert list(found[0]) == (
        "id date date_text start end precision text note actors places topics activities source line".split()
    )


def test_jsonl_has_an_object_a_line(run: Run) -> None:
    lines = run("events", "--jsonl").lines()
    assert [json.loads(line)["id"] for line in lines] == [1, 2, 3, 4]


def test_csv_joins_several_values_and_keeps_texts_verbatim(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("events", "--csv").out, newline="")))
    assert rows[2]["actors"] == "Sergey Lavrov; Wang Yi"
    assert rows[2]["mentioned"] == "Volodymyr Zelensky"
    assert rows[3]["text"] == HOSTILE


def test_tsv_keeps_one_line_a_row(run: Run) -> None:
    lines = run("events", "--tsv", "--columns", "id,text").lines()
    assert lines[0] == "id\ttext"
    assert [line.split("\t")[0] for line in lines[1:]] == ["1", "2", "3", "4"]


def test_safe_cells_take_the_formula_out_of_a_cell(fresh: Run, home: Path) -> None:
    (home / "a.csv").write_text('date,text\n2024-01-02,"=HYPERLINK(1) Lavrov speaks"\n')
    fresh("import", "a.csv", "--db", "a.db")
    assert fresh("events", "--db", "a.db", "--csv", "--columns", "text").lines()[1].startswith("=")
    assert fresh("events", "--db", "a.db", "--csv", "--columns", "text", "--safe-cells").lines()[1].startswith("'=")


def test_table_in_a_pipe_is_plain_unclipped_and_one_line_a_row(run: Run) -> None:
    lines = run("events").lines()
    assert len(lines) == 5
    assert lines[3].startswith(" 3  2024-04-08/09  Sergey Lavrov (RU); Wang Yi (CN)")
    assert lines[3].endswith("they speak of Zelensky.")


@pytest.mark.parametrize("form", ["table", "tsv", "markdown", "template"])
def test_text_of_a_file_cannot_act(run: Run, form: str) -> None:
    options = ["--template", "{text}"] if form == "template" else ["--format", form]
    out = run("events", "--actor", "Nowak", *options).out
    if form != "tsv":  # data for other programs stays as it is, unless a terminal shows it
        assert not set(out) & set("\x1b\r\u202e")
    assert "\n" not in out.rstrip("\n").split("\n")[-1]


def test_json_escapes_what_a_terminal_would_obey(run: Run) -> None:
    out = run("events", "--actor", "Nowak", "--json").out
    assert not set(out) & set("\x1b\r\u202e")
    assert json.loads(out)[0]["text"] == HOSTILE


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        pytest.param(["--actor", "Lavrov"], "1 3", id="actor"),
        pytest.param(["--actor", "拉夫罗夫"], "1 3", id="actor in another script"),
        pytest.param(["-a", "Wentao,Nowak"], "2 4", id="comma means any"),
        pytest.param(["-a", "Lavrov", "-a", "Wang Yi"], "1 3", id="repeated means all"),
        pytest.param(["-a", "Lavrov", "-p", "Beijing"], "3", id="different options mean all"),
        pytest.param(["-c", "PL"], "4", id="country"),
        pytest.param(["-r", "Foreign Minister"], "1 3", id="role"),
        pytest.param(["--theme", "ukraine-war"], "3", id="theme is topic"),
        pytest.param(["--activity", "phone-call"], "1", id="activity"),
        pytest.param(["--on", "2024-04-09"], "3", id="overlap"),
        pytest.param(["--on", "2024-04-09", "--starts"], "", id="starts"),
        pytest.param(["--since", "2024-04"], "3 4", id="since"),
        pytest.param(["--until", "2024-01"], "1 2", id="until takes the last day"),
        pytest.param(["--text", "gas"], "1", id="text"),
        pytest.param(["--source", "Small"], "1 2 3 4", id="source"),
        pytest.param(["--not", "actor:Lavrov"], "2 4", id="not"),
        pytest.param(["--actor", "Zelensky"], "", id="mentioned only"),
        pytest.param(["--actor", "Zelensky", "--mentions"], "3", id="mentions count actors"),
        pytest.param(["--on", "2024-01-15", "--mentions"], "2", id="mentions count dates"),
        pytest.param(["--reverse", "--limit", "2"], "4 3", id="reverse and limit"),
        pytest.param(["--sort", "actor"], "4 1 3 2", id="sort by actor"),
    ],
)
def test_filters_and_order(run: Run, arguments: list[str], ids: str) -> None:
    assert run("events", *arguments, "--format", "ids").out.split() == ids.split()


def test_empty_result_is_told_on_stderr_and_is_no_error(run: Run) -> None:
    outcome = run("events", "--on", "1999")
    assert (outcome.out, outcome.err) == ("", "No events match.\n")
    assert run("events", "--on", "1999", "--json").json() == []


def test_empty_result_tells_of_mentions(run: Run) -> None:
    assert run("events", "--on", "2024-01-15").err == "No events match, but 1 event mentions it: add --mentions.\n"


def test_ambiguous_name_is_told_on_stderr(run: Run) -> None:
    outcome = run("events", "--actor", "Wang", "--count")
    assert outcome.out == "3\n"
    assert "means 2 actors" in outcome.err


def test_explain_and_sql_tell_the_question(run: Run) -> None:
    assert run("events", "-a", "Lavrov", "--on", "2024", "--explain").out == "events with Sergey Lavrov, 2024\n"
    assert run("events", "-a", "Lavrov", "--sql").out.startswith("SELECT events.* FROM event_list")


def test_columns_choose_and_order_in_every_format(run: Run) -> None:
    assert run("events", "--columns", "text,id", "--csv", "--limit", "1").lines()[0] == "text,id"
    assert list(run("events", "--columns", "countries,id", "--json", "--limit", "1").json()[0]) == ["countries", "id"]
    assert run("events", "--columns", "id", "--csv", "--no-header").out.split() == ["1", "2", "3", "4"]


def test_template_fills_in_columns(run: Run) -> None:
    out = run("events", "--limit", "1", "--template", "{{{start}}}\\t{actors}").out
    assert out == "{2024-01-10}\tSergey Lavrov; Wang Yi\n"


def test_markdown_can_be_quoted(run: Run) -> None:
    out = run("events", "--limit", "2", "--reverse", "--format", "markdown", "--on", "2024-01").out
    assert out.splitlines()[0] == (
        "- **January 13, 2024**: Wang Wentao speaks. Beijing thanks Moscow on Jan. 15. "
        "*Note: A slip, perhaps.* (Small chronology, line 2)"
    )


def test_output_goes_to_a_file(run: Run, home: Path) -> None:
    assert run("events", "--csv", "--output", "out.csv").out == ""
    assert (home / "out.csv").read_text(encoding="utf-8").startswith("id,date,")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["actors", "--format", "ids"], id="a format for events"),
        pytest.param(["events", "--template", "{foo}"], id="a template with an unknown column"),
        pytest.param(["events", "--csv", "--columns", "foo"], id="an unknown column"),
    ],
)
def test_wrong_usage_leaves_the_file_as_it_was(run: Run, home: Path, arguments: list[str]) -> None:
    (home / "out.txt").write_text("keep")
    run(*arguments, "--output", "out.txt", code=2)
    assert (home / "out.txt").read_text() == "keep"


def test_answer_that_breaks_off_leaves_the_file_as_it_was(home: Path) -> None:
    (home / "out.txt").write_text("keep")

    def pieces() -> Iterator[str]:
        yield "one"
        raise OSError(5, "the disk failed")

    with pytest.raises(OSError, match="the disk failed"):
        write_file(home / "out.txt", pieces())
    assert [(file.name, file.read_text()) for file in home.iterdir()] == [("out.txt", "keep")]


def test_file_keeps_its_permissions_its_names_and_what_links_to_it(run: Run, home: Path) -> None:
    for name in ("private.txt", "twice.txt"):
        (home / name).touch(mode=0o600)
    (home / "link.txt").symlink_to("private.txt")
    (home / "other.txt").hardlink_to(home / "twice.txt")
    run("events", "--count", "--output", "link.txt")
    run("events", "--count", "--output", "twice.txt")
    assert (home / "private.txt").stat().st_mode & 0o777 == 0o600
    assert [(home / name).read_text() for name in ("private.txt", "link.txt", "other.txt")] == ["4\n"] * 3
    assert (home / "link.txt").is_symlink()


def test_output_may_be_a_pipe(run: Run, home: Path) -> None:
    os.mkfifo(home / "pipe")
    reading = os.open(home / "pipe", os.O_RDWR)
    run("events", "--csv", "--output", "pipe")
    assert os.read(reading, 80).startswith(b"id,date,")
    os.close(reading)


def test_database_is_named_before_or_after_the_command(fresh: Run, database: Path) -> None:
    assert fresh("--db", str(database), "events", "--count").out == "4\n"
    assert fresh("events", "--count", "--db", str(database)).out == "4\n"


def test_every_filter_is_an_option_and_can_be_left_out() -> None:
    order = {"sort", "reverse", "limit"}
    assert {one.name for one in fields(Filters)} == set(Request._fields) - order
    assert set(FIELDS.values()) == set(Request._fields) - order - {"without", "starts", "mentions"}
    assert set(get_args(NameField)) == set(FIELDS.values()) - {"text", "on", "since", "until"}
