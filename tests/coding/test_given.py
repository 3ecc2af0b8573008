"""What a person coded by hand stays as coded; the rest is coded by the program."""

from datetime import date

import pytest

from sinorus.codebook import Codebook
from sinorus.codebook.lexicon import Lexicon
from sinorus.coding.coder import Coder
from sinorus.model import Entry, Event, GivenActor, GivenCoding, GivenPlace
from sinorus.span import DateSpan

TEXT = "In Beijing, FM Lavrov talks with Chinese counterpart Wang Yi."


@pytest.fixture
def coded(book: Codebook, lexicon: Lexicon):  # type: ignore[no-untyped-def]
    def run(given: GivenCoding) -> Event:
        return Coder(book, lexicon).code(Entry(DateSpan.day(date(2024, 4, 8)), "April 8, 2024", TEXT, 1, given=given))

    return run


def test_given_actors_replace_the_coded_ones_and_keep_their_spans(coded) -> None:  # type: ignore[no-untyped-def]
    event = coded(GivenCoding(actors=(GivenActor("Wang Yi", part="mentioned"),)))
    (actor,) = event.actors
    assert (actor.actor.name, actor.part) == ("Wang Yi", "mentioned")
    assert TEXT[actor.start : actor.end] == actor.mention == "counterpart Wang Yi"


def test_given_role_of_an_unknown_person_is_kept(coded) -> None:  # type: ignore[no-untyped-def]
    event = coded(GivenCoding(actors=(GivenActor("Rosa Quispe", country="PE", role="Trade Minister"),)))
    (actor,) = event.actors
    assert (actor.actor.origin, actor.role.title, actor.role.country) == ("text", "Trade Minister", "PE")


def test_field_that_was_not_given_is_coded(coded) -> None:  # type: ignore[no-untyped-def]
    event = coded(GivenCoding(topics=("sanctions",)))
    assert [t.slug for t in event.topics] == ["sanctions"]
    assert [p.place.name for p in event.places] == ["Beijing"]


def test_empty_list_means_none(coded) -> None:  # type: ignore[no-untyped-def]
    event = coded(GivenCoding(places=(), activities=()))
    assert (event.places, event.activities) == ((), ())


def test_given_place_of_the_codebook_has_its_position(coded) -> None:  # type: ignore[no-untyped-def]
    event = coded(GivenCoding(places=(GivenPlace("Vladivostok", "RU"), GivenPlace("Atlantis"))))
    assert [(p.place.name, p.place.latitude is not None) for p in event.places] == [
        ("Vladivostok", True),
        ("Atlantis", False),
    ]
