"""A coder over the bundled codebook, made once a session; every test codes with a fresh one."""

from collections.abc import Callable
from datetime import date

import pytest

from sinorus.codebook import Codebook, load_codebook
from sinorus.codebook.lexicon import Lexicon
from sinorus.coding.coder import Coder
from sinorus.coding.passage import Passage
from sinorus.model import Entry, Event
from sinorus.span import DateSpan

Code = Callable[..., Event]


@pytest.fixture(scope="session")
def book() -> Codebook:
    return load_codebook()


@pytest.fixture(scope="session")
def lexicon(book: Codebook) -> Lexicon:
    return Lexicon(book)


@pytest.fixture(scope="session")
def coder(book: Codebook, lexicon: Lexicon) -> Coder:
    return Coder(book, lexicon)


@pytest.fixture
def code(coder: Coder) -> Code:
    """Code texts as those of one source: `code("2024-04-08", "FM Lavrov visits Beijing.")`."""
    coder.begin_source()

    def run(day: str, text: str) -> Event:
        return coder.code(Entry(DateSpan.day(date.fromisoformat(day)), day, text, 1))

    return run


@pytest.fixture
def passage(lexicon: Lexicon) -> Callable[[str], Passage]:
    return lambda text: Passage(text, "2015-01-01", lexicon)
