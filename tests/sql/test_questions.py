"""Every command of docs/sql.md is run as it stands there, and gives rows."""

import re
from pathlib import Path

import pytest

from docs.examples import output

_PAGE = (Path(__file__).parents[2] / "docs" / "sql.md").read_text(encoding="utf-8")
_TITLED = [
    (title, command)
    for title, section in re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", _PAGE, re.MULTILINE | re.DOTALL)
    for command in re.findall(r"^```sh\n(.*?)\n```$", section, re.MULTILINE | re.DOTALL)
]


def test_page_has_ten_questions() -> None:
    assert [title.split(".")[0] for title, _ in _TITLED if title[0].isdigit()] == [*"123456", *"6789", "10"]


@pytest.mark.parametrize("command", [pytest.param(command, id=title) for title, command in _TITLED])
def test_question_gives_rows(command: str) -> None:
    lines = output(command).splitlines()
    heading = 2 if "--table" in command else 1
    assert len(lines) > heading + 1


@pytest.mark.parametrize("command", [pytest.param(command, id=title) for title, command in _TITLED])
def test_command_and_answer_fit_the_page(command: str) -> None:
    assert max(map(len, [*command.splitlines(), *output(command).splitlines()])) <= 100


def test_foreign_ministers_met_twice() -> None:
    rows = [line.split() for line in output(_TITLED[0][1]).splitlines()]
    assert ["Sergey", "Lavrov", "Wang", "Yi", "2", "2024-01-10", "2024-04-08"] in rows
