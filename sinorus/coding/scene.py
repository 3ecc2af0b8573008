"""What topics and activities may look at besides the words: who takes part for which state, and where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sinorus.codebook.lexicon import Match
from sinorus.coding.bodies import Body
from sinorus.coding.figures import Figure
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage
from sinorus.coding.states import ActingState
from sinorus.coding.surroundings import Located
from sinorus.coding.zones import Zones
from sinorus.model import Part

_PRIVATE = frozenset({"media", "learning", "person", "plain"})
_UNDER = frozenset({"vice", "deputy", "assistant", "first"})
_RANK_BELOW = 2
_NO_RANK = 9
_SUBJECT = frozenset({"on", "over", "about", "regarding", "concerning", "toward", "against"})


@dataclass(frozen=True, slots=True)
class Scene:
    """The stage of an entry.

    Shape: `sides` are the states that act or are acted for, `named` those that are named besides, `discussed` those of
    them that are talked about; `lands` those in which, as a whole, something happens. `rank` is the best protocol rank
    of those who take part. `titled` are the tokens of titles and of persons' names, `venues` those of places, `voices`
    the tokens behind a state or a body, where its verb stands. `bodies` are the kinds of the
    bodies that act, `grounds` the reasons for which places are some. Units: ISO 3166 alpha-2; token numbers.
    """

    sides: frozenset[str]
    named: frozenset[str]
    discussed: frozenset[str]
    rank: int
    lands: frozenset[str]
    people: int
    titled: frozenset[int]
    venues: frozenset[int]
    voices: frozenset[int]
    bodies: frozenset[str]
    grounds: frozenset[str]
    zones: Zones


def set_scene(
    passage: Passage,
    figures: Sequence[Figure],
    parts: Sequence[Part],
    places: Sequence[Located],
    bodies: Sequence[Body],
    states: Sequence[ActingState],
    zones: Zones,
) -> Scene:
    """Put together what was found in a passage; `parts` are those of the figures, in the same order."""
    acting = [f for f, part in zip(figures, parts, strict=True) if part == "participant"]
    titles = [t for f in figures for t in f.titles]
    names = {i for f in figures for i in range(f.first, f.last)}
    titled = {i for t in titles for i in range(t.first, t.last)} | names
    venues = {i for p in places for i in range(p.first, p.last)}
    mentions = list(_states_besides(passage, figures, titled, names | venues))
    sides = {f.country for f in acting if f.country and _acts_for_state(f)}
    sides |= {b.country for b in bodies if b.country} | {s.code for s in states}
    return Scene(
        sides=frozenset(sides),
        named=frozenset(code for code, _ in mentions),
        discussed=frozenset(code for code, match in mentions if _is_discussed(passage, zones, match)),
        rank=min((_rank(t) for f in acting for t in f.titles), default=_NO_RANK),
        lands=frozenset(p.state for p in places if p.state),
        people=len(acting),
        titled=frozenset(titled),
        venues=frozenset(venues),
        voices=frozenset(
            [b.last for b in bodies] + [i for f in figures for i in (f.last, f.end)] + [m.last for _, m in mentions]
        ),
        bodies=frozenset((b.item.kind if b.item is not None else "") or "unknown" for b in bodies),
        grounds=frozenset(p.reason for p in places),
        zones=zones,
    )


def _states_besides(
    passage: Passage, figures: Sequence[Figure], titled: set[int], other: set[int]
) -> Iterator[tuple[str, Match]]:
    """Yield the states that are named, not counting those that only own an office: "Russian" in "Russian FM"."""
    titles = [t for f in figures for t in f.titles]
    owning = {i for t in titles for i in range(t.first, t.head + 1)} | other
    owners = {code for t in titles for code in t.countries}
    for match in passage.matches:
        state = match.state("country", "adjective", "government")
        if state is None or match.first in owning or (state.code in owners and match.first in titled):
            continue
        yield state.code, match


def _is_discussed(passage: Passage, zones: Zones, match: Match) -> bool:
    return zones.about[match.first] or passage.word(match.first - 1) in _SUBJECT


def _rank(title: Title) -> int:
    below = not _UNDER.isdisjoint(title.text.casefold().split())
    return title.office.rank + (_RANK_BELOW if below else 0)


def _acts_for_state(figure: Figure) -> bool:
    """Tell whether a person stands for a state: journalists, scholars and relatives do not."""
    return not figure.titles or any(t.office.kind not in _PRIVATE for t in figure.titles)
