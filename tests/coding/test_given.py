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


TRIPOLI = "Libyan factions meet in Tripoli for talks on a ceasefire."


def test_given_place_in_another_state_is_not_the_one_that_was_found(book: Codebook, lexicon: Lexicon) -> None:
    day = DateSpan.day(date(2019, 4, 8))
    given = GivenCoding(places=(GivenPlace("Tripoli", "LB"),))
    coder = Coder(book, lexicon)
    (found,) = coder.code(Entry(day, "April 8, 2019", TRIPOLI, 1)).places
    (kept,) = coder.code(Entry(day, "April 8, 2019", TRIPOLI, 1, given=given)).places
    assert (found.place.country, kept.place.country) == ("LY", "LB")
    assert kept.place.latitude == book.places["Tripoli", "LB"].latitude
    assert kept.mention == "Tripoli"


SAME_NAME = [
    ("another state", GivenActor("Wang Yi", country="TW"), ("person", "TW", None)),
    ("another kind", GivenActor("Wang Yi", kind="organization"), ("organization", None, None)),
    ("the same state", GivenActor("Wang Yi", country="CN"), ("person", "CN", "Foreign Minister")),
    ("the same kind", GivenActor("Wang Yi", kind="person"), ("person", "CN", "Foreign Minister")),
    ("a bare name", GivenActor("Wang Yi"), ("person", "CN", "Foreign Minister")),
]


@pytest.mark.parametrize(("given", "kept"), [c[1:] for c in SAME_NAME], ids=[c[0] for c in SAME_NAME])
def test_given_kind_and_state_decide_who_is_meant(coded, given: GivenActor, kept: tuple[str, str, str]) -> None:  # type: ignore[no-untyped-def]
    (actor,) = coded(GivenCoding(actors=(given,))).actors
    assert (actor.actor.kind, actor.actor.country, actor.role.title if actor.role else None) == kept


OF_THE_CODEBOOK = [
    ("a body", GivenActor("Shanghai Cooperation Organization"), "organization"),
    ("a body with its acronym", GivenActor("Shanghai Cooperation Organization (SCO)"), "organization"),
    ("a body whose acronym is like a state's code", GivenActor("African Union", country="AU"), "organization"),
    ("a state", GivenActor("Peru"), "country"),
    ("a person by the state that is served", GivenActor("Josep Borrell", country="ES"), "person"),
]


@pytest.mark.parametrize(("given", "kind"), [c[1:] for c in OF_THE_CODEBOOK], ids=[c[0] for c in OF_THE_CODEBOOK])
def test_given_actor_that_is_not_in_the_text_is_looked_up(coded, given: GivenActor, kind: str) -> None:  # type: ignore[no-untyped-def]
    (actor,) = coded(GivenCoding(actors=(given,))).actors
    assert (actor.actor.kind, actor.actor.origin) == (kind, "codebook")


def test_given_topic_stands_once_by_its_slug(coded) -> None:  # type: ignore[no-untyped-def]
    event = coded(GivenCoding(topics=("taiwan", "Taiwan", "taiwan", "Bilateral Ties")))
    assert [t.slug for t in event.topics] == ["taiwan", "bilateral-ties"]


def test_given_actor_and_place_stand_once(coded) -> None:  # type: ignore[no-untyped-def]
    event = coded(GivenCoding(actors=(GivenActor("Wang Yi"),) * 2, places=(GivenPlace("Beijing"),) * 2))
    assert (len(event.actors), len(event.places)) == (1, 1)


def test_topic_that_left_the_codebook_stays_as_it_was_stored(coded) -> None:  # type: ignore[no-untyped-def]
    assert [t.slug for t in coded(GivenCoding(topics=("own-topic",))).topics] == ["own-topic"]
