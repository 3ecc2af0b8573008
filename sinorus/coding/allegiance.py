"""Persons whose state no title names -> the state that the passage shows them to serve, or none.

    Paris recalls Ambassador A                    the state that sends an envoy
    Health Minister A leads Taiwan’s delegation   whose delegation it is
    Indian soldiers, among them Col. A            whose people he is one of
    Norway, represented by A; Peru’s A            whom he stands for
    Prime Minister A, Foreign Minister B          that of the one before in the list
    A, adviser to President Biden; Putin’s aide A that of the one whom he serves
    Léon Charles, the police chief                the only state that is named at all

A guess that the passage does not carry is worse than none: two states that fit equally well leave it open.
"""

from collections.abc import Container, Iterator, Mapping, Sequence

from sinorus.coding.english import DETERMINERS
from sinorus.coding.figures import Figure
from sinorus.coding.name_shapes import HEIRS, NameShapes
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage

_SENDS = frozenset(
    (
        "recalls recalled recalling appoints appointed names named sends sent dispatches dispatched withdraws "
        "withdrew nominates nominated accredits assigns posts transfers"
    ).split()
)
_LEADS = frozenset("leads led leading heads headed heading".split())
_GROUPS = frozenset("delegation delegations team mission side contingent party negotiators group squad".split())
_STATE = ("state", "government")
_PUBLIC = frozenset({"state", "government", "official", "parliament", "religion", "court"})
_HEADS = 2
_NEAR = 6


def find_allegiances(
    passage: Passage,
    found: Sequence[Figure],
    previous: Mapping[int, Figure],
    shapes: NameShapes,
    above_states: Container[str],
) -> None:
    """Give each person of `found` who has no state yet the one that he serves.

    Shape: `found` is in the order of the text; `previous` gives who stands before a name in the same list;
    `above_states` are the codes of the EU and the like.
    """
    lacking = [f for f in found if f.person is None and f.country is None]
    if not lacking:
        return
    matched = (m.state("country", "adjective", "government", "demonym") for m in passage.matches)
    named = {state.code for state in matched if state is not None}
    for i, figure in enumerate(found):
        if figure.person is None and figure.country is None:
            figure.country = next(filter(None, _told(passage, figure)), None)
        if figure.person is None and figure.country is None and figure.organization is None:
            around = found[max(i - 1, 0) : i + 2]
            figure.country = (
                _listed(figure, previous, above_states)
                or _of_kin(figure, around)
                or _of_served(passage, figure, around)
            )
    served = {code for f in found if (code := _country(f)) is not None}
    at_hand = served | named
    for figure in lacking:
        if figure.country is None and figure.organization is None:
            figure.country = _suggested(passage, figure, served, at_hand, shapes)


def _told(passage: Passage, figure: Figure) -> Iterator[str | None]:
    yield next((t.organization.country for t in figure.titles if t.organization is not None), None)
    start = figure.start
    yield _state_before(passage, start - 1) if passage.word(start - 1) == "'s" else None
    if passage.folded[max(start - 2, 0) : start] == ["represented", "by"]:
        yield _state_before(passage, start - 2 - (passage.word(start - 3) == ","))
    for title in figure.titles:
        yield _sender(passage, title)
    yield _body_behind(passage, figure)
    yield _of_delegation(passage, start, max(figure.last, figure.end))
    yield _of_people(passage, start, figure.last)


def _state_before(passage: Passage, i: int) -> str | None:
    match = passage.match_before(i)
    state = match.state("country", "adjective", "government") if match is not None else None
    return state.code if state is not None else None


def _sender(passage: Passage, title: Title) -> str | None:
    i = title.first - 1
    while passage.word(i) in DETERMINERS:
        i -= 1
    return _state_before(passage, i) if passage.word(i) in _SENDS else None


def _body_behind(passage: Passage, figure: Figure) -> str | None:
    """Read "Getachew Reda of the TPLF" and "Chen Yunlin (ARATS)"."""
    i = figure.last
    if passage.word(i) not in ("of", "("):
        return None
    match = passage.match_at(i + 1 + (passage.word(i + 1) == "the"))
    body = match.body() if match is not None else None
    return body.country if body is not None else None


def _of_delegation(passage: Passage, start: int, end: int) -> str | None:
    if passage.word(end) in _LEADS:
        behind = passage.folded[end + 1 : end + 1 + _NEAR]
        group = next((j for j, word in enumerate(behind) if word in _GROUPS), 0)
        return _nearest_state(passage, end + 1, end + 1 + group)
    if passage.word(start - 1) == "by" and passage.word(start - 2) in _LEADS and passage.word(start - 3) in _GROUPS:
        return _nearest_state(passage, start - 3 - _NEAR, start - 3)
    return None


def _of_people(passage: Passage, start: int, last: int) -> str | None:
    """Read "Indian soldiers, among them A" and "Indian soldiers, A among them"."""
    before = passage.folded[max(start - 2, 0) : start]
    if before == ["among", "them"]:
        start -= 2
    elif passage.folded[last : last + 2] != ["among", "them"] and before[-1:] != ["including"]:
        return None
    elif before[-1:] == ["including"]:
        start -= 1
    end = start - (passage.word(start - 1) == ",")
    return _nearest_state(passage, end - 4, end)


def _nearest_state(passage: Passage, first: int, last: int) -> str | None:
    for i in range(last, max(first, 0), -1):
        if passage.words.sentence[i - 1] != passage.words.sentence[last - 1]:
            return None
        if (code := _state_before(passage, i)) is not None:
            return code
    return None


def _listed(figure: Figure, previous: Mapping[int, Figure], above_states: Container[str]) -> str | None:
    """In "Prime Minister A, Foreign Minister B" an unknown B serves the state of A, unless heads of several meet."""
    before = previous.get(figure.first)
    if before is None or not before.mentions or not set(figure.titles).isdisjoint(before.titles):
        return None
    if (
        not any(t.office.kind in _PUBLIC for t in figure.titles)
        or not _serves_state(before)
        or before.country in above_states
    ):
        return None
    country, first = _country(before), previous.get(before.first)
    rank = _rank(figure)
    if rank <= _HEADS and (rank == _rank(before) or (first is not None and _country(first) not in (None, country))):
        return None
    return country


def _serves_state(figure: Figure) -> bool:
    return any(t.office.kind in _STATE and t.organization is None for t in figure.titles)


def _rank(figure: Figure) -> int:
    return min(t.office.rank for t in figure.titles)


def _country(figure: Figure) -> str | None:
    return figure.country or (figure.person.country if figure.person else None)


def _of_kin(figure: Figure, around: Sequence[Figure]) -> str | None:
    """Read "Xi Jinping and his wife A" and "A, wife of Xi Jinping": the state of the one before, or behind."""
    if not figure.titles or any(t.office.kind != "plain" for t in figure.titles):
        return None
    behind = figure.titles[0].first > figure.first
    others = [f for f in around if f is not figure and (f.first > figure.first) == behind]
    return _country(others[0]) if others else None


def _of_served(passage: Passage, figure: Figure, around: Sequence[Figure]) -> str | None:
    """Read "A, adviser to President Biden" and "Putin’s envoy A": the state of the one whom he serves."""
    for other in around:
        for title in figure.titles:
            of = title.last < other.start <= title.last + 1 and passage.word(title.last) in ("to", "of", "for")
            own = title.first > 0 and other.last == title.first - 1 and passage.word(other.last) == "'s"
            if other is not figure and (of or own):
                return _country(other)
    return None


def _suggested(passage: Passage, figure: Figure, served: set[str], at_hand: set[str], shapes: NameShapes) -> str | None:
    """Return the state at hand to which the name belongs, else, for an office-holder, the only one that is served."""
    home = shapes.home(passage.folded[figure.first : figure.last])
    for code in (home, *(former for former, heir in HEIRS.items() if heir == home)):
        if code in at_hand:
            return code
    public = any(t.office.kind in _PUBLIC for t in figure.titles)
    alone = len(at_hand) == 1 and at_hand == served
    return next(iter(at_hand)) if public and home is None and alone else None
