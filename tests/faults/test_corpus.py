"""The fuzzer's targets: every input that once went wrong, and a few new ones that are the same in each run."""

from pathlib import Path
from random import Random

import pytest

from fuzz.targets import TARGETS
from fuzz.watch import watch

CORPUS = sorted(file for file in (Path(__file__).parent / "corpus").glob("*/*") if file.parent.name in TARGETS)
FEW = {"whole": 2, "program": 15, "pdf": 10, "docx": 15}


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_what_was_found_stays_mended(file: Path) -> None:
    TARGETS[file.parent.name].run(file.read_bytes())


def test_every_folder_of_the_corpus_is_a_target() -> None:
    assert {file.parent.name for file in CORPUS} == {
        folder.name for folder in (Path(__file__).parent / "corpus").iterdir()
    }


@pytest.mark.parametrize("name", TARGETS)
def test_each_target_takes_what_is_made_for_it(name: str) -> None:
    chance = Random(name)
    for _ in range(FEW.get(name, 40)):
        finding, _ = watch(TARGETS[name].run, TARGETS[name].make(chance))
        assert finding is None
