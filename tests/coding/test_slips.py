"""What a person coded by hand and the codebook does not know is told, with what may have been meant."""

from datetime import date

import pytest

from sinorus.codebook import Codebook
from sinorus.coding.slips import find_slip
from sinorus.model import Entry, GivenActor, GivenCoding, GivenPlace
from sinorus.span import DateSpan


def given(coding: GivenCoding, row: int | None = None) -> Entry:
    return Entry(DateSpan.day(date(2024, 4, 8)), "April 8, 2024", "Talks go on.", 71, given=coding, row=row)


SLIPS = [
    ("topic", GivenCoding(topics=("sanctions", "tawian")), "no topic 'tawian'", "Did you mean taiwan?"),
    ("topics that there are", GivenCoding(topics=("gardening",)), "no topic 'gardening'", "bilateral-ties, "),
    ("activity", GivenCoding(activities=("visitt",)), "no activity 'visitt'", "Did you mean visit?"),
    ("country of an actor", GivenCoding(actors=(GivenActor("Wang", country="Russland"),)), "'Russland'", "mean RU"),
    ("country of a place", GivenCoding(places=(GivenPlace("Bonn", "XX"),)), "'XX', which 'Bonn'", "ISO codes"),
]


@pytest.mark.parametrize(("coding", "reason", "remedy"), [c[1:] for c in SLIPS], ids=[c[0] for c in SLIPS])
def test_word_that_no_codebook_has_is_a_slip(book: Codebook, coding: GivenCoding, reason: str, remedy: str) -> None:
    slip = find_slip(given(coding), book)
    assert slip is not None
    assert reason in slip.reason
    assert remedy in slip.remedy


def test_slip_stands_in_the_row_of_the_file_at_hand(book: Codebook) -> None:
    slip = find_slip(given(GivenCoding(topics=("x",)), row=5), book)
    assert slip is not None
    assert (slip.line, slip.excerpt) == (5, "Talks go on.")


KNOWN = [
    ("nothing", GivenCoding(actors=(), places=(), topics=(), activities=())),
    ("unknown names", GivenCoding(actors=(GivenActor("Rosa Quispe", country="PE"),), places=(GivenPlace("X"),))),
    ("a topic by its name", GivenCoding(topics=("Bilateral Ties",))),
    ("an acronym in brackets", GivenCoding(actors=(GivenActor("Palestinian Authority", country="PA"),))),
    ("an acronym that is no code", GivenCoding(actors=(GivenActor("Deutsche Welle", country="DW"),))),
]  # fmt: skip


@pytest.mark.parametrize("coding", [c[1] for c in KNOWN], ids=[c[0] for c in KNOWN])
def test_what_is_known_or_open_is_no_slip(book: Codebook, coding: GivenCoding) -> None:
    assert find_slip(given(coding), book) is None


def test_entry_without_coding_has_no_slip(book: Codebook) -> None:
    assert find_slip(Entry(DateSpan.day(date(2024, 4, 8)), "April 8, 2024", "Talks.", 1), book) is None
