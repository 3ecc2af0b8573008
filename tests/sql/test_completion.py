"""What a shell is offered: asked by the protocol of each shell, and by the TAB key of a real bash."""

import os
import pty
import re
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from docs.examples import environment

_SHELLS = ["bash", "zsh", "fish"]
_BASH = shutil.which("bash")
_NAMES = [
    pytest.param("sinorus eve", "events", id="command"),
    pytest.param("sinorus events --plac", "--place", id="option"),
    pytest.param("sinorus events --actor Lav", "Lavrov", id="actor"),
    pytest.param("sinorus events -a Lav", "Lavrov", id="short option"),
    pytest.param("sinorus events --actor lav", "lavrov", id="small letters"),
    pytest.param("sinorus events --actor Putin,Lav", "Putin,Lavrov", id="after a comma"),
    pytest.param("sinorus stats --by month --place Bei", "Beijing", id="place"),
    pytest.param("sinorus events --topic taiw", "taiwan", id="topic"),
    pytest.param("sinorus network --theme taiw", "taiwan", id="other word for topic"),
    pytest.param("sinorus events --role Spokesw", "Spokeswoman", id="role"),
    pytest.param("sinorus events --country C", "CN", id="country"),
    pytest.param("sinorus events --activity phone", "phone-call", id="activity"),
    pytest.param("sinorus events --format mark", "markdown", id="format"),
]


def _offered(shell: str, line: str, **changed: str) -> list[str]:
    """Return the words that a shell is offered after a line, and see that nothing else is said."""
    asked = {
        "_SINORUS_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "\n".join(line.split(" ")),  # bash hands them over a line each
        "COMP_CWORD": str(line.count(" ")),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    env = {**environment(), **asked, **changed}
    done = subprocess.run(["sinorus"], env=env, capture_output=True, text=True, check=True, timeout=10)
    assert done.stderr == ""
    if shell == "zsh":
        return re.findall(r'^(?:_arguments .*\(\()?"([^"]*)"', done.stdout, re.MULTILINE)
    return [word.partition("\t")[0] for word in done.stdout.splitlines() if word]


@pytest.mark.parametrize("shell", _SHELLS)
@pytest.mark.parametrize(("line", "word"), _NAMES)
def test_shell_is_offered(shell: str, line: str, word: str) -> None:
    assert word in _offered(shell, line)


@pytest.mark.parametrize("shell", _SHELLS)
def test_all_topics_are_offered_before_a_letter_is_typed(shell: str) -> None:
    assert len(_offered(shell, "sinorus events --topic ")) > 30


@pytest.mark.parametrize("shell", _SHELLS)
def test_a_value_is_offered_once(shell: str) -> None:
    offered = _offered(shell, "sinorus events --role Foreign")
    assert len(offered) == len(set(offered)) > 1


@pytest.mark.parametrize("shell", _SHELLS)
@pytest.mark.parametrize("option", ["--actor", "--place", "--topic", "--role"])
def test_without_a_database_nothing_is_offered_said_or_made(shell: str, option: str, tmp_path: Path) -> None:
    offered = _offered(shell, f"sinorus events {option} ", XDG_DATA_HOME=str(tmp_path))
    assert (offered, list(tmp_path.iterdir())) == ([], [])


@pytest.mark.parametrize("shell", _SHELLS)
def test_a_file_that_is_no_database_is_left_alone(shell: str, tmp_path: Path) -> None:
    file = tmp_path / "notes.db"
    file.write_text("no database")
    assert _offered(shell, "sinorus events --actor Lav", SINORUS_DB=str(file)) == []
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("notes.db", "no database")]


@pytest.mark.parametrize("module", ["sqlite_utils", "dateutil", "sinorus.coding", "sinorus.importer"])
def test_completion_loads_nothing_heavy(module: str) -> None:
    env = {**environment(), "PYTHONPROFILEIMPORTTIME": "1", "_SINORUS_COMPLETE": "complete_bash"}
    env |= {"COMP_WORDS": "sinorus\nevents\n--actor\nLav", "COMP_CWORD": "3"}
    done = subprocess.run(["sinorus"], env=env, capture_output=True, text=True, check=True, timeout=10)
    assert done.stdout.strip() == "Lavrov"
    assert not re.search(rf"\| +{re.escape(module)}\b", done.stderr)


@pytest.mark.parametrize(
    ("shell", "mark"), [("bash", "complete -o"), ("zsh", "#compdef sinorus"), ("fish", "complete --command sinorus")]
)
def test_script_of_a_shell_is_printed(shell: str, mark: str) -> None:
    env = {**environment(), "_SINORUS_COMPLETE": f"source_{shell}"}
    done = subprocess.run(["sinorus"], env=env, capture_output=True, text=True, check=True, timeout=10)
    assert mark in done.stdout


@pytest.mark.skipif(_BASH is None, reason="needs bash")
def test_installing_for_bash_writes_what_bash_reads(tmp_path: Path) -> None:
    env = {**environment(), "HOME": str(tmp_path)}
    # Typer asks which shell calls: bash must stay, and not hand itself over to its last command.
    command = [str(_BASH), "-c", "sinorus --install-completion; sinorus --install-completion; true"]
    subprocess.run(command, env=env, capture_output=True, check=True, timeout=20)
    sourced = re.findall(r"source '(.+)'", (tmp_path / ".bashrc").read_text())
    assert sourced == [str(tmp_path / ".bash_completions" / "sinorus.sh")]
    assert "complete_bash" in Path(sourced[0]).read_text()


@pytest.mark.skipif(_BASH is None, reason="needs bash")
@pytest.mark.parametrize(
    ("typed", "arguments"),
    [
        pytest.param("sinorus events --actor Lav", ["events", "--actor", "Lavrov"], id="one word"),
        pytest.param("sinorus events --actor Igor", ["events", "--actor", "Igor Morgulov"], id="two words"),
        pytest.param('sinorus events --actor "Igor', ["events", "--actor", "Igor Morgulov"], id="in quotes"),
        pytest.param('sinorus events --actor "Igor M', ["events", "--actor", "Igor Morgulov"], id="blank in quotes"),
        pytest.param("sinorus events --actor 'Igor M", ["events", "--actor", "Igor Morgulov"], id="in single quotes"),
        pytest.param(r"sinorus events --actor Igor\ M", ["events", "--actor", "Igor Morgulov"], id="after a backslash"),
        pytest.param("sinorus events --actor=Lav", ["events", "--actor=Lavrov"], id="after an equals sign"),
        pytest.param("sinorus events --not topic:taiw", ["events", "--not", "topic:taiwan"], id="after a colon"),
    ],
)
def test_tab_key_of_bash_makes_arguments(typed: str, arguments: list[str], tmp_path: Path) -> None:
    with _bash(tmp_path) as keyboard:
        os.write(keyboard, f"{typed}\t\n".encode())
        printed = _read_until("<end>", keyboard)
    assert re.findall(r"<([^<>]*)>", printed) == [*arguments, "end"]


@contextmanager
def _bash(folder: Path) -> Iterator[int]:
    """Run a bash at a terminal of its own, with the completion; give the descriptor to type to and to read from."""
    env = {**environment(), "_SINORUS_COMPLETE": "source_bash", "INPUTRC": os.devnull}
    script = subprocess.run(["sinorus"], env=env, capture_output=True, text=True, check=True, timeout=10).stdout
    # What is typed runs a function that shows its arguments; the completion runs the program: `env` knows no function.
    shown = "sinorus() { printf '<%s>' \"$@\" end; }"
    start = folder / "start.sh"
    start.write_text(f"unset _SINORUS_COMPLETE\n{script}\n{shown}\nPS1='ready '\n")
    ours, theirs = pty.openpty()
    command = [str(_BASH), "--noprofile", "--rcfile", str(start), "-i"]
    try:
        with subprocess.Popen(
            command, env=env, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        ) as bash:
            try:
                _read_until("ready ", ours)
                yield ours
            finally:
                bash.kill()
    finally:
        os.close(ours)
        os.close(theirs)


def _read_until(mark: str, descriptor: int) -> str:
    """Return what is printed up to a mark, or within some seconds."""
    printed = b""
    until = time.monotonic() + 5
    while mark.encode() not in printed and (left := until - time.monotonic()) > 0:
        if select.select([descriptor], [], [], left)[0]:
            printed += os.read(descriptor, 65536)
    return printed.decode(errors="replace")
