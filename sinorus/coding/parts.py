"""A person in a passage -> participant, or merely mentioned.

A person takes part by acting, attending or being addressed. Merely mentioned is who stands behind a cue of the context
table ("proposed by", "named after", "criticism of"), gives a name to something ("Xi Jinping Thought", "the Bush
administration"), owns a thing that is not an act of the event ("Zelenskyy’s peace formula"), or belongs to something
still to come ("in preparation for a summit of their presidents, A and B"; "invites A to the upcoming summit").
"""

from collections.abc import Sequence

from sinorus.coding.figures import Figure
from sinorus.coding.marks import Marks
from sinorus.coding.passage import Passage
from sinorus.coding.zones import Zones
from sinorus.model import Part

_REACH = 6
_NEAR = 8
_BETWEEN = frozenset({"the", "a", "then", "former", "late", "'s"})


def judge_parts(passage: Passage, zones: Zones, marks: Marks, figures: Sequence[Figure]) -> list[Part]:
    """Return the part of each person, in the same order; one mention in an active part is enough."""
    behind = {last for _, last in marks["mentioned-before"]}
    named = {first for first, _ in marks["mentioned-after"]}
    owned = {first for first, _ in marks["owned"]}
    invited = {last for _, last in marks["inviting"]}
    parts: list[Part] = []
    for figure in figures:
        passive = all(
            zones.prospect[first]
            or last in named
            or _owns(passage, last, owned)
            or _stands_behind(passage, first, behind)
            or (_stands_behind(passage, first, invited) and any(zones.prospect[last : last + _NEAR]))
            for first, last in figure.mentions
        )
        parts.append("mentioned" if passive else "participant")
    return parts


def _owns(passage: Passage, i: int, owned: set[int]) -> bool:
    """Tell whether a possessive leads to a plan, an era or the like, and to no act of the event."""
    return passage.word(i) == "'s" and any(j in owned for j in range(i + 1, min(i + 5, passage.size)))


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
