"""Coder: an entry -> an event, by one codebook.

The order matters and is the whole plan: titles, then persons (they need titles), zones of talk and of things to come,
then each person's part, places, bodies and states (they need to know which words are taken), and the themes last.
"""

from typing import NamedTuple

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.lexicon import Lexicon
from sinorus.coding.activities import ActivityCoder
from sinorus.coding.bodies import Body
from sinorus.coding.casting import body_actor, person_actor, person_tenures, state_actor
from sinorus.coding.dates_told import find_dates
from sinorus.coding.figures import Figure
from sinorus.coding.given import apply_given
from sinorus.coding.marks import CueFinder, Cues
from sinorus.coding.name_words import NameWords
from sinorus.coding.offices import Title, find_titles
from sinorus.coding.organizations import OrganizationFinder
from sinorus.coding.parts import judge_parts
from sinorus.coding.passage import Passage
from sinorus.coding.people import PeopleFinder, display_name
from sinorus.coding.places import find_places
from sinorus.coding.scene import Scene, set_scene
from sinorus.coding.signs import Signs, of_activities
from sinorus.coding.states import ActingState, find_states
from sinorus.coding.surroundings import Located
from sinorus.coding.topics import TopicCoder
from sinorus.coding.zones import find_zones
from sinorus.model import Actor, Entry, Event, Part, Participation, PlaceMention, Role, RoleBasis


class _Staged(NamedTuple):
    """An entry with its actors on its stage, before what it is about is weighed."""

    passage: Passage
    cues: Cues
    scene: Scene
    actors: tuple[Participation, ...]
    places: tuple[PlaceMention, ...]


class Coder:
    """Codes the entries of one source after the other; remembers who was named before."""

    def __init__(self, book: Codebook, lexicon: Lexicon | None = None) -> None:
        lexicon = lexicon or Lexicon(book)
        self._book, self._lexicon = book, lexicon
        self._words = NameWords(book)
        self._people = PeopleFinder(book, lexicon, self._words)
        self._cues = CueFinder(book)
        self._bodies = OrganizationFinder(book)
        self._topics = TopicCoder(book)
        self._activities = ActivityCoder(book)

    def begin_source(self) -> None:
        """Forget who was named before: the next entry is the first of another source."""
        self._people.forget()

    def code(self, entry: Entry) -> Event:
        """Code one entry: who took part in which office, where, about what, doing what."""
        staged = self._stage(entry)
        passage, scene = staged.passage, staged.scene
        doing = self._activities.tallies(passage, scene, staged.cues.activities)
        event = Event(
            entry,
            staged.actors,
            staged.places,
            self._topics.code(passage, scene, staged.cues.topics, doing),
            self._activities.code(passage, scene, doing),
            tuple(find_dates(entry.text, entry.span)),
        )
        return event if entry.given is None else apply_given(event, entry.given, self._book)

    def signs(self, entry: Entry) -> tuple[Signs, Signs]:
        """Return what speaks for the topics and for the activities of an entry, to fit the weights of signs by."""
        staged = self._stage(entry)
        passage, scene = staged.passage, staged.scene
        doing = self._activities.tallies(passage, scene, staged.cues.activities)
        about = self._topics.tallies(passage, scene, staged.cues.topics)
        return self._topics.signs(passage, scene, about, doing), of_activities(scene, doing)

    def _stage(self, entry: Entry) -> _Staged:
        passage = Passage(entry.text, entry.span.start.isoformat(), self._lexicon)
        titles = find_titles(passage, self._book)
        figures = self._people.find(passage, titles)
        cues = self._cues.find(passage)
        zones = find_zones(passage, cues.marks)
        parts = judge_parts(passage, zones, cues.marks, figures, titles)
        taken = _taken(titles, figures)
        places = find_places(passage, zones, cues.marks, taken, self._words)
        bodies = self._bodies.find(passage, zones, _employers(titles, figures, places))
        covered = taken | {i for p in places for i in range(p.first, p.last)}
        covered |= {i for b in bodies for i in range(b.first, b.last)}
        states = find_states(passage, zones, titles, bodies, covered)
        people = [_participation(passage, f, part) for f, part in zip(figures, parts, strict=True)]
        acting = _once(passage, bodies)
        known = {p.actor for p in acting}
        acting += [p for p in (self._state(passage, s) for s in states) if p.actor not in known]
        scene = set_scene(passage, figures, parts, places, bodies, states, zones)
        return _Staged(passage, cues, scene, (*people, *acting), tuple(_placed(passage, places)))

    def _state(self, passage: Passage, state: ActingState) -> Participation:
        start, end = passage.span(state.first, state.last)
        country = self._book.countries[state.code]
        body = self._book.organizations.get(country.name)  # the EU, the UN: named like states, but no countries
        actor = state_actor(country) if body is None else body_actor(body)
        return Participation(actor, "participant", passage.text[start:end], start, end, reason=state.reason)


def _taken(titles: list[Title], figures: list[Figure]) -> set[int]:
    """Return the tokens that titles and names cover."""
    taken = {i for t in titles for i in range(t.first, t.last)}
    for figure in figures:
        taken.update(range(figure.start, figure.end))
        for first, last in figure.mentions:
            taken.update(range(first, last))
    return taken


def _employers(titles: list[Title], figures: list[Figure], places: list[Located]) -> set[int]:
    """Return the tokens in which a body does not act: names, places, and titles that somebody bears or could bear."""
    covered = {i for t in titles if not t.plural for i in range(t.first, t.last)}
    covered |= {i for f in figures for i in range(f.first, f.last)}
    return covered | {i for p in places for i in range(p.first, p.last)}


def _participation(passage: Passage, figure: Figure, part: Part) -> Participation:
    person = figure.person
    start, end = passage.span(figure.start, figure.last)
    if person is not None:
        actor = person_actor(person)
    else:
        name = display_name(passage.words.between(figure.first, figure.last))
        actor = Actor("person", name, figure.country, origin="text")
    role = Role(figure.role, figure.country or actor.country, figure.organization) if figure.role else None
    basis: RoleBasis | None = None if role is None else "inferred" if figure.inferred else "stated"
    tenures = person_tenures(person) if person is not None else ()
    return Participation(actor, part, passage.text[start:end], start, end, role, basis, figure.reason, tenures)


def _once(passage: Passage, bodies: list[Body]) -> list[Participation]:
    found: dict[str, Participation] = {}
    for body in bodies:
        start, end = passage.span(body.first, body.last)
        item = body.item
        actor = body_actor(item) if item else Actor("organization", body.name, body.country, origin="text")
        found.setdefault(
            body.name, Participation(actor, "participant", passage.text[start:end], start, end, reason=body.reason)
        )
    return list(found.values())


def _placed(passage: Passage, places: list[Located]) -> list[PlaceMention]:
    found: dict[tuple[str, str | None], PlaceMention] = {}
    for located in places:
        start, end = passage.span(located.first, located.last)
        place = located.place
        mention = PlaceMention(place, passage.text[start:end], start, end, located.reason)
        found.setdefault((place.name, place.country), mention)
    return list(found.values())
