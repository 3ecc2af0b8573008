"""Random numbers and the codebook's names -> chronologies as people write them, of any length and never twice the same.

    entries(1000)          texts of 45 words on average: two or three sentences of diplomacy
    passage(45_000)        one text of about so many words
    as_document(texts)     the file that a user would import: "April 8, 2024: ..."

Nine persons in ten are the codebook's, with a title that they hold and their state, a few of them far oftener than the
rest; the tenth is made up and so has to be found by grammar. The same seed gives the same texts.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import NamedTuple

from sinorus.codebook import Codebook, load_codebook

WORDS = 45
FIRST_DAY = date(1999, 1, 1)
_DAYS = 9_000
_UNKNOWN = 0.1
_SENTENCES = (
    "{title} {person} visits {city} for talks with {adjective} {office} {other} on {subject}.",
    "In {city}, {adjective} {office} {person} meets {other}, {title2} of {country}, to discuss {subject}.",
    "{adjective} {office} {person} and {adjective2} counterpart {other} speak by telephone about {subject}.",
    "{title} {person} tells reporters in {city} that {country} and {country2} will deepen cooperation in {subject}.",
    "The {body} holds a meeting in {city}, where {title} {person} warns against unilateral steps over {subject}.",
    "{person}, {title2} of {country}, arrives in {city} on a three-day visit and signs an agreement on {subject}.",
    "{country} and {country2} begin a joint exercise near {city} with 12 ships and some 2,400 soldiers.",
    "A spokesperson of the {adjective} Foreign Ministry rejects criticism by {country2} concerning {subject}.",
    "{surname} adds that the two sides “have stood the test of time” and invites {other} to {city2} next spring.",
    "On the sidelines of the {body} summit, {surname} also confers with {title} {other} about {subject}.",
    "The joint statement that they publish afterward mentions {subject}, trade worth $24.5 billion, and {city2}.",
    "Two days later a delegation led by Deputy {office} {other} leaves {city} for {city2}.",
    "{country} announces sanctions on eleven companies from {country2} because of {subject}; {city2} protests.",
    "President {other} receives {surname} at the end of the visit and thanks him for his support in the {body}.",
    "They agree to convene the working group for {subject} before the end of the year, according to the press release.",
    "{adjective2} officials say that the deliveries through {city2} resumed on {day}, after a pause of six weeks.",
)
_SUBJECTS = (
    "bilateral ties; the war in Ukraine; strategic stability; the situation on the Korean Peninsula; natural gas"
    " pipelines; missile defense; counterterrorism; trade and investment; border demarcation; the South China Sea;"
    " nuclear energy; climate change; the Iranian nuclear program; Afghanistan; cyber security; vaccine supplies;"
    " high-speed rail; fisheries; visa rules; student exchanges; arms control; the Belt and Road Initiative"
).split("; ")
_OFFICES = ("Foreign Minister", "FM", "Vice Foreign Minister", "Defense Minister", "Prime Minister", "Ambassador")
_TITLES2 = ("foreign minister", "special envoy", "national security adviser", "ambassador", "trade minister")
_GIVEN = (
    "Anton Bela Carlo Dario Edda Farid Gorm Hanno Ilias Jorun Kasimir Ludo Marek Nuno Orla Pelle Rasmo Silvan".split()
)
_HEADS = "Bar Ced Dol Fal Gar Hol Ker Lam Mor Nal Pol Rod Sal Tam Vor Wes Zel".split()
_MIDDLES = "an en in on ar er ir or al el il ol am em".split()
_TAILS = "berg dze ev ic ides ius man ova quist sen ska son stein ters uk well".split()


class Somebody(NamedTuple):
    """A person for a text: a name, a surname, the title that goes before it, and the state with its adjective."""

    name: str
    surname: str
    title: str
    state: tuple[str, str]


class _Names(NamedTuple):
    people: list[Somebody]
    cities: list[str]
    bodies: list[str]
    countries: list[tuple[str, str]]


def entries(count: int, seed: int = 1, words: int = WORDS) -> Iterator[str]:
    """Yield texts that have so many words on average."""
    chance = Random(seed)
    missing = 0
    for _ in range(count):
        missing += words
        text = _text(chance, max(missing, words // 2))
        missing -= len(text.split())
        yield text


def passage(words: int, seed: int = 1) -> str:
    """Return one text of about so many words."""
    return _text(Random(seed), words)


def dated(texts: Iterable[str], a_day: float = 4) -> Iterator[tuple[date, str]]:
    """Give each text a day, in order, so many to a day, and from the first day again after 25 years."""
    for place, text in enumerate(texts):
        yield FIRST_DAY + timedelta(days=int(place / a_day) % _DAYS), text


def as_document(texts: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a chronology that holds the texts."""
    for day, text in dated(texts):
        yield f"{day:%B} {day.day}, {day.year}: {text}\n"


def _text(chance: Random, words: int) -> str:
    said: list[str] = []
    count = 0
    while count < words - 8:
        sentence = _sentence(chance, first=not said)
        count += sentence.count(" ") + 1
        said.append(sentence)
    return " ".join(said)


def _sentence(chance: Random, first: bool) -> str:
    names = _names()
    person, other = _somebody(chance), _somebody(chance)
    (country, adjective), (country2, adjective2) = person.state, other.state
    sentence = chance.choice(_SENTENCES[:8] if first else _SENTENCES).format(
        title=person.title,
        title2=chance.choice(_TITLES2),
        person=person.name,
        surname=person.surname,
        other=other.name,
        office=chance.choice(_OFFICES),
        city=chance.choice(names.cities),
        city2=chance.choice(names.cities),
        body=chance.choice(names.bodies),
        subject=chance.choice(_SUBJECTS),
        country=country,
        country2=country2,
        adjective=adjective,
        adjective2=adjective2,
        day=f"{chance.choice(('Jan.', 'March', 'Sept.'))} {chance.randint(1, 28)}",
    )
    return sentence[0].upper() + sentence[1:]


def _somebody(chance: Random) -> Somebody:
    if chance.random() >= _UNKNOWN:
        people = _names().people
        return people[int(len(people) * chance.random() ** 3)]
    surname = chance.choice(_HEADS) + chance.choice(_MIDDLES) + chance.choice(_TAILS)
    state = _names().countries[len(surname) * ord(surname[0]) * ord(surname[-1]) % len(_names().countries)]
    return Somebody(f"{chance.choice(_GIVEN)} {surname}", surname, "Deputy Trade Minister", state)


@cache
def _names() -> _Names:
    book = load_codebook()
    bodies = [body.name for body in book.organizations.values() if body.kind == "international"]
    cities = [place.name for place in book.places.values() if place.kind in {"capital", "city"} and not place.caution]
    countries = [(state.name, state.adjectives[0]) for state in book.countries.values() if state.adjectives]
    people = Random(0).sample(known := list(_people(book)), len(known))
    return _Names(people, cities, bodies, countries)


def _people(book: Codebook) -> Iterator[Somebody]:
    for person in book.people.values():
        state = book.countries.get(person.country or "")
        if person.tenures and person.short and state is not None and state.adjectives:
            title = person.tenures[-1].role.title
            yield Somebody(person.name, person.short[0], title, (state.name, state.adjectives[0]))
