"""The other commands: lists, one event, profiles, counts, drawings, upkeep."""

from pathlib import Path

import pytest

from sinorus.cli.commands import COMMANDS, load_command
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("actors", "Sergey Lavrov"),
        ("roles", "Foreign Minister"),
        ("places", "Beijing"),
        ("topics", "bilateral-ties"),
        ("activities", "meeting"),
        ("countries", "CN"),
        ("sources", "Small chronology"),
    ],
)
def test_list_tells_what_there_is_with_counts_and_dates(run: Run, name: str, first: str) -> None:
    row = run(name, "--json").json()[0]
    assert first in row.values()
    assert {"events", "first", "last"} <= set(row)


def test_list_takes_filters_sort_and_limit(run: Run) -> None:
    found = run("actors", "--topic", "bilateral-ties", "--sort", "name", "--reverse", "--csv", "--columns", "name")
    assert found.lines() == ["name", "Wang Yi", "Sergey Lavrov"]
    assert run("actors", "--limit", "1", "--count").out == "1\n"


@pytest.mark.parametrize("command", ["events", "places", "stats"])
def test_every_list_is_quoted_by_a_short_option(run: Run, command: str) -> None:
    assert run(command, "--markdown").out == run(command, "--format", "markdown").out != run(command).out


def test_actors_can_be_those_of_the_text_only(run: Run) -> None:
    assert run("actors", "--origin", "text", "--columns", "name", "--no-header", "--csv").out == "Jan Nowak\n"


def test_show_has_everything_of_an_event(run: Run) -> None:
    out = run("show", "3").out
    for part in (
        "#3  April 8-9, 2024",
        "Foreign Minister (stated)",
        "Zelensky",
        "Beijing (CN)",
        "small.txt, line 3",
        "#1",
    ):
        assert part in out


def test_show_reads_ids_from_a_pipe(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("1\n#2\n"))
    assert [event["id"] for event in run("show", "-", "--json").json()] == [1, 2]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param(["1-3"], [1, 2, 3], id="a range"),
        pytest.param(["#2-#3"], [2, 3], id="with signs"),
        pytest.param(["2–2"], [2], id="a dash and one event"),
        pytest.param(["3-9223372036854775807"], [3, 4], id="only those that there are"),
        pytest.param(["4,1-2"], [4, 1, 2], id="commas"),
    ],
)
def test_show_takes_ranges(run: Run, typed: list[str], shown: list[int]) -> None:
    assert [event["id"] for event in run("show", *typed, "--json").json()] == shown


def test_show_quotes_events_as_the_list_does(run: Run) -> None:
    quoted = run("show", "2", "1", "--format", "markdown").lines()
    assert quoted == run("events", "--on", "2024-01", "--reverse", "--format", "markdown").lines()


def test_show_tells_dates_told_and_note(run: Run) -> None:
    out = run("show", "2").out
    assert "January 15, 2024" in out
    assert "A slip, perhaps." in out


def test_actor_profile_takes_the_most_frequent_of_several(run: Run) -> None:
    outcome = run("actor", "Wang")
    assert outcome.out.startswith("Wang Yi (CN)  王毅\n")
    assert outcome.err == "'Wang' is taken for Wang Yi; it may also mean Wang Wentao.\n"


def test_actor_profile_has_offices_counterparts_and_months(run: Run) -> None:
    profile = run("actor", "Lavrov", "--json").json()
    assert profile["offices"][0]["title"] == "Foreign Minister"
    assert profile["counterparts"][0]["name"] == "Wang Yi"
    assert profile["months"] == [{"month": "2024-01", "events": 1}, {"month": "2024-04", "events": 1}]


@pytest.mark.parametrize(("command", "name"), [("role", "Foreign Minister"), ("place", "Beijing")])
def test_role_and_place_have_profiles(run: Run, command: str, name: str) -> None:
    assert run(command, name).out.startswith(f"{name}\nevents")
    assert run(command, name, "--json").json()["kind"] == command


def test_an_office_is_held_by_its_holders_not_by_whom_they_meet(run: Run) -> None:
    assert [one["name"] for one in run("role", "Foreign Minister", "--json").json()["held by"]] == ["Sergey Lavrov"]


@pytest.mark.parametrize("form", ["FM", "fms", "Foreign Minister"])
def test_an_office_goes_by_its_short_forms(run: Run, form: str) -> None:
    assert run("role", form).out.startswith("Foreign Minister\n")
    assert run("events", "--role", form, "--count").out == "2\n"


def test_stats_count_by_one_measure_or_two(run: Run) -> None:
    assert run("stats", "--by", "topic", "--csv").lines()[:2] == ["topic,events", "bilateral-ties,2"]
    assert run("stats", "--by", "country", "--by", "topic", "--csv").lines()[:2] == [
        "country,topic,events",
        "CN,bilateral-ties,2",
    ]
    assert run("stats", "--by", "country,month").lines()[0].split() == ["COUNTRY", "2024-01", "2024-04", "2024-05"]


@pytest.mark.parametrize(
    ("unit", "counts"),
    [
        ("year", ["2024,4"]),
        ("quarter", ["2024-Q1,2", "2024-Q2,2"]),
        ("month", ["2024-01,2", "2024-02,0", "2024-03,0", "2024-04,1", "2024-05,1"]),
    ],
)
def test_time_without_events_counts_nothing_and_is_not_left_out(run: Run, unit: str, counts: list[str]) -> None:
    assert run("stats", "--by", unit, "--csv").lines() == [f"{unit},events", *counts]


def test_weeks_without_events_are_told_too(run: Run) -> None:
    weeks = run("stats", "--by", "week", "--csv", "--no-header").lines()
    assert weeks[:2] == ["2024-W02,2", "2024-W03,0"]
    assert len(weeks) == 17


def test_timeline_draws_lanes_over_an_axis(run: Run) -> None:
    lines = run("timeline", "--by", "topic").lines()
    assert lines[0].startswith("bilateral-ties    2  •")
    assert lines[-1].split()[0] == "Jan"
    assert run("timeline", "--csv").lines()[0] == "lane,id,start,end,date_text"


def test_timeline_limits_its_lanes_in_every_format(run: Run) -> None:
    assert len(run("timeline", "--by", "topic", "--limit", "1").lines()) == 4
    rows = run("timeline", "--by", "topic", "--limit", "1", "--csv", "--no-header").lines()
    assert [row.split(",")[:2] for row in rows] == [["bilateral-ties", "1"], ["bilateral-ties", "3"]]


@pytest.mark.parametrize("option", ["--sort=start", "--reverse"])
def test_timeline_has_an_order_of_its_own(run: Run, option: str) -> None:
    assert "No such option" in run("timeline", option, code=2).err


def test_cross_table_is_sorted_by_its_counts(run: Run) -> None:
    rows = run("stats", "--by", "country,month", "--sort", "2024-04", "--limit", "2").lines()
    assert [row.split()[0] for row in rows] == ["COUNTRY", "CN", "RU"]
    rows = run("stats", "--by", "country,month", "--sort", "2024-05").lines()
    assert [row.split()[0] for row in rows[:2]] == ["COUNTRY", "PL"]


def test_network_counts_pairs_and_draws_a_matrix(run: Run) -> None:
    assert run("network", "--csv").lines()[1].startswith("Sergey Lavrov,RU,Wang Yi,CN,2,")
    assert run("network", "--matrix").lines()[1:] == [" 1  Sergey Lavrov RU  ·  2", " 2  Wang Yi CN        2  ·"]
    assert run("network", "--matrix", "--json").json()[0]["Wang Yi"] == 2


def test_path_is_where_the_database_is(run: Run, fresh: Run, database: Path, home: Path) -> None:
    assert run("path").out == f"{database}\n"


def test_default_path_is_the_platforms(fresh: Run, home: Path) -> None:
    from platformdirs import user_data_path

    expected = user_data_path("sinorus", appauthor=False) / "sinorus.db"
    assert fresh("path").out == f"{expected}\n"
    assert str(expected).startswith(str(home))


def test_doctor_finds_nothing_in_a_sound_database(fresh: Run, home: Path) -> None:
    (home / "a.txt").write_text("Jan. 10, 2024: FM Lavrov visits Beijing.\n")
    fresh("import", "a.txt")
    outcome = fresh("doctor")
    assert outcome.out.endswith("sinorus.db is sound.\n")


def test_doctor_tells_what_is_wrong_and_what_to_do(run: Run) -> None:
    outcome = run("doctor", code=1)  # the mentions of the small chronology are made up
    assert "mentions of actors do not stand where they should.\n    Run 'sinorus recode'.\n" in outcome.out


@pytest.mark.parametrize("typed", ["Wrong", "b.txt", "2"])
def test_forget_removes_a_source_and_what_only_it_tells(fresh: Run, home: Path, typed: str) -> None:
    shared = "Jan. 10, 2024: FM Lavrov visits Beijing.\n"
    (home / "a.txt").write_text(f"Title: Right\n\n{shared}")
    (home / "b.txt").write_text(f"Title: Wrong\n\n{shared}\nMarch 3, 2024: PM Modi visits Riga.\n")
    fresh("import", "a.txt", "b.txt")
    outcome = fresh("forget", typed)
    assert outcome.out == "Wrong (b.txt): 1 event removed; 1 event kept, which other sources tell too.\n"
    assert fresh("sources", "--csv", "--columns", "title,events").lines() == ["title,events", "Right,1"]
    assert "Modi" not in fresh("actors").out
    assert fresh("doctor").out.endswith("is sound.\n")


def test_forget_takes_one_source_at_a_time(fresh: Run, home: Path) -> None:
    for name in ("a", "b"):
        (home / f"{name}.txt").write_text(f"Title: Issue {name}\n\nJan. 10, 2024: FM Lavrov visits Beijing.\n")
    assert "There is no database" in fresh("forget", "Issue", code=3).err
    fresh("import", "a.txt", "b.txt")
    assert "'Issue' means 2 sources: 1 Issue a; 2 Issue b.\n" in fresh("forget", "Issue", code=2).err
    assert "No source is called 'Isue a'.\nDid you mean Issue a?\n" in fresh("forget", "Isue a", code=2).err
    assert fresh("sources", "--count").out == "2\n"


def test_forget_takes_all_sources_that_a_file_told(fresh: Run, home: Path) -> None:
    rows = ("2024-01-10;Talks open.;Reuters", "2024-01-11;Talks go on.;BBC", "2024-01-12;Talks close.;AP")
    (home / "horn.csv").write_text("Date;Text;Source\n" + "\n".join(rows), encoding="utf-8")
    fresh("import", "horn.csv")
    assert fresh("forget", "horn.csv").lines() == [
        f"{title} (horn.csv): 1 event removed." for title in ("Reuters", "BBC", "AP")
    ]
    assert fresh("sources", "--count").out == "0\n"


def test_version_and_help(fresh: Run) -> None:
    assert fresh("--version").out.startswith("sinorus ")
    out = fresh("--help").out
    assert all(f"  {name} " in out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_command_has_help_with_an_example(fresh: Run, name: str) -> None:
    out = fresh(name, "--help").out
    assert f"sinorus {name}" in out.split("\n", 2)[2] or f"$(sinorus {name})" in out
    assert all(len(line) <= 100 for line in out.splitlines())
    assert load_command(name).get_short_help_str(60).rstrip().endswith(".")
