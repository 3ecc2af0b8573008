"""A person in a passage -> participant, or merely mentioned.

A person takes part by acting, attending or being addressed. Merely mentioned is who stands behind a cue of the context
table ("proposed by", "named after", "criticism of") or before one ("A should", "A stays away"), gives a name to
something ("Xi Jinping Thought", "the Bush administration"), owns a thing that is not an act of the event ("Zelenskyy’s
peace formula") or a person who acts instead ("Putin’s spokesman B", "adviser to Prime Minister A"), or belongs to
something still to come ("in preparation for a summit of their presidents, A and B"; "invites A to a coming summit").
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sinorus.coding.english import PREPOSITIONS
from sinorus.coding.figures import Figure
from sinorus.coding.marks import Marks
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage
from sinorus.coding.title_complement import AIDES
from sinorus.coding.zones import Zones
from sinorus.model import Part

_REACH = 6
_NEAR = 8
_BETWEEN = frozenset({"the", "a", "then", "former", "late", "'s"})
_JOINS = frozenset({"and", "or"})

# Units: the first and the last token of a mention, half-open.
_Mention = tuple[int, int]


def judge_parts(
    passage: Passage, zones: Zones, marks: Marks, figures: Sequence[Figure], titles: Sequence[Title]
) -> list[Part]:
    """Return the part of each person, in the same order; one mention in an active part is enough."""
    mentions = sorted({mention for figure in figures for mention in figure.mentions})
    talked_about = _talked_about(passage, marks, mentions)
    owned = {first for first, _ in marks["owned"]}
    invited = {last for _, last in marks["inviting"]}
    borne = {t.first for figure in figures for t in figure.titles}
    served = {t.last: t for t in titles}
    parts: list[Part] = []
    for figure in figures:
        passive = all(
            zones.prospect[first]
            or (first, last) in talked_about
            or _owns(passage, last, owned, borne)
            or _is_served(passage, first, served)
            or (_stands_behind(passage, first, invited) and any(zones.prospect[last : last + _NEAR]))
            for first, last in figure.mentions
        )
        parts.append("mentioned" if passive else "participant")
    return parts


def _talked_about(passage: Passage, marks: Marks, mentions: Sequence[_Mention]) -> set[_Mention]:
    """Return the mentions that a cue before or behind marks, and those that "and" joins to them."""
    behind = {last for _, last in marks["mentioned-before"]}
    named = {first for first, _ in marks["mentioned-after"]}
    expected = {first for first, _ in marks["expected"]}
    # What an entry opens with is its event, be it still to come: "President Xi is due in France".
    named |= {last for first, last in mentions if last in expected and first > 0}
    found = {m for m in mentions if m[1] in named or _is_told_of(passage, *m, behind)}
    pairs = [(a, b) for a, b in pairwise(mentions) if _is_joined(passage, a, b)]
    for before, mention in pairs:
        if before in found and before[1] not in named:
            found.add(mention)
    for mention, following in reversed(pairs):
        if following in found and following[1] in named:
            found.add(mention)
    return found


def _is_joined(passage: Passage, before: _Mention, mention: _Mention) -> bool:
    return mention[0] - before[1] == 1 and passage.word(before[1]) in _JOINS


def _is_told_of(passage: Passage, first: int, last: int, behind: set[int]) -> bool:
    """Tell whether a cue stands before a name; "quotes A as saying" lets A speak."""
    return passage.word(last) != "as" and _stands_behind(passage, first, behind)


def _owns(passage: Passage, i: int, owned: set[int], borne: set[int]) -> bool:
    """Tell whether a possessive leads to a plan, a party, an envoy or the like, and to no act of the event."""
    if passage.word(i) != "'s":
        return False
    match = passage.match_at(i + 1)
    if match is not None and match.body() is not None:
        return True
    for j in range(i + 1, min(i + 5, passage.size)):
        if j in owned or (j in borne and j < i + 3):
            return True
        if passage.word(j) in PREPOSITIONS:
            break
    return False


def _is_served(passage: Passage, first: int, served: Mapping[int, Title]) -> bool:
    """Tell whether a name is that of the one for whom somebody works: "spokesman for President A", "wife of A"."""
    title, word = served.get(first - 1), passage.word(first - 1)
    if title is None or word not in ("to", "for"):
        return title is not None and word == "of"
    return title.text.split()[-1].casefold() in AIDES


def _stands_behind(passage: Passage, first: int, behind: set[int]) -> bool:
    """Tell whether a cue stands before a name, its titles and small words skipped."""
    if passage.word(first) == "'s":
        return False
    i = first
    while i > 0 and i > first - _REACH:
        if i in behind:
            return True
        match = passage.match_before(i)
        titled = match is not None and match.sense("adjective", "country", "office")
        if not titled and passage.word(i - 1) not in _BETWEEN:
            break
        i = match.first if match is not None else i - 1
    return False
