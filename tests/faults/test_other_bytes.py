"""The same chronology in other bytes: line ends, marks, encodings, composed and decomposed letters make no odds."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

TEXT = (
    "Title: Résumé of a spring\n\n"
    "March 5, 2023: President Erdoğan visits Côte d’Ivoire and meets FM Wang Yi.\n"
    "    Note: Some say Abidjan, others São Tomé.\n"
    "March 9-10, 2023: FM Lavrov receives Foreign Minister Péter Szijjártó in Moscow.\n"
)


def _nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


SAME = {
    "Windows line ends": TEXT.replace("\n", "\r\n").encode(),
    "old Macintosh line ends": TEXT.replace("\n", "\r").encode(),
    "no line end at the end": TEXT.rstrip("\n").encode(),
    "a mark at the beginning": b"\xef\xbb\xbf" + TEXT.encode(),
    "a mark before each line": TEXT.replace("\nMarch", "\n\ufeffMarch").encode(),
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-16 without a mark": TEXT.encode("utf-16-be"),
    "UTF-32": TEXT.encode("utf-32"),
    "decomposed letters": _nfd(TEXT).encode(),
}


def _events(run: Run, home: Path, data: bytes) -> list[dict[str, Any]]:
    """Import a file and return its events in composed letters."""
    (home / "spring.txt").write_bytes(data)
    run("import", "spring.txt", "--db", "spring.db")
    assert run("doctor", "--db", "spring.db").out == "spring.db is sound.\n"
    return [_composed(event) for event in run("events", "--json", "--db", "spring.db").json()]


def _composed(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_composed(one) for one in value]
    return {key: _composed(one) for key, one in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize("data", SAME.values(), ids=SAME)
def test_other_bytes_give_the_same_events(run: Run, home: Path, data: bytes) -> None:
    found = _events(run, home, data)
    (home / "spring.db").unlink()
    assert found == _events(run, home, TEXT.encode())


@pytest.mark.parametrize("stored", [str, _nfd], ids=["composed", "decomposed"])
@pytest.mark.parametrize("asked", [str, _nfd], ids=["asked composed", "asked decomposed"])
@pytest.mark.parametrize(
    ("option", "value"), [("--actor", "Szijjártó"), ("--actor", "Erdoğan"), ("--text", "Tomé"), ("--place", "Moscow")]
)
def test_composed_and_decomposed_letters_find_each_other(
    run: Run, home: Path, stored: Any, asked: Any, option: str, value: str
) -> None:
    _events(run, home, stored(TEXT).encode())
    assert run("events", option, asked(value), "--count", "--db", "spring.db").out == "1\n"


def test_a_mark_inside_a_text_spoils_no_name(run: Run, home: Path) -> None:
    found = _events(run, home, TEXT.replace("FM Lavrov", "FM \ufeffLavrov").encode())
    names = {actor["name"] for event in found for actor in event["actors"]}
    assert {"Sergey Lavrov", "Peter Szijjarto"} <= names


def test_a_stranger_in_composed_and_decomposed_letters_is_one_person(run: Run, home: Path) -> None:
    text = "March 5, 2023: Foreign Minister Bálint Nuñezàs visits Moscow.\n"
    (home / "one.txt").write_text(text, encoding="utf-8")
    (home / "two.txt").write_text(_nfd(text).replace("2023", "2022"), encoding="utf-8")
    run("import", "one.txt", "two.txt", "--db", "two.db")
    found = run("actors", "--origin", "text", "--json", "--db", "two.db").json()
    assert [(actor["name"], actor["events"]) for actor in found] == [("Bálint Nuñezàs", 2)]


def test_a_zero_byte_in_a_text_is_refused(run: Run, home: Path) -> None:
    (home / "zero.txt").write_bytes(TEXT.replace("meets", "me\0ets").encode())
    assert "zero.txt is not text" in run("import", "zero.txt", code=1).err
