"""Titles that somebody takes up: "X becomes prime minister", "the Diet elects Takaichi Sanae prime minister"."""

from sinorus.coding.english import BECOMES, DETERMINERS
from sinorus.coding.figures import Figure
from sinorus.coding.links import Links
from sinorus.coding.offices import Title

PAST = ("former ", "ex-", "onetime ", "sometime ")
_BESIDES = frozenset({"honorific", "person", "plain", "learning", "media"})
_CHOOSES = frozenset({"elects", "elected", "names", "named", "appoints", "appointed", "makes", "made", "declares"})


def take_up(links: Links) -> None:
    """Read "X becomes prime minister" and "President Moon’s choice as ambassador to Japan"."""
    passage = links.passage
    leading = {passage.words.sentence[f.first]: f for f in reversed(links.figures)}
    for title in links.titles:
        if title in links.bearers:
            continue
        i = title.first - 1
        while passage.word(i) in DETERMINERS:
            i -= 1
        if passage.word(i) == "as" and passage.word(i - 1) != "well":
            chosen = passage.word(i - 1) in ("choice", "in", "sworn", "him", "her")
            figure = (None if chosen else links.named_before.get(i)) or _first_of_sentence(links, leading, i)
        elif passage.word(i) in BECOMES:
            figure = _first_of_sentence(links, leading, i)
        elif i == title.first - 1 and title.first in links.named_before:
            figure = _chosen(links, title)
        else:
            continue
        for bearer in _listed_with(links, figure) if title.plural else filter(None, [figure]):
            _promote(links, bearer, title)


def _promote(links: Links, figure: Figure, title: Title) -> None:
    """Give the office that somebody takes up; what he was before, or is besides, gives way."""
    if not figure.titles or (_gives_way(figure) and title.office.kind not in _BESIDES):
        figure.titles.clear()
        links.give(figure, title)


def _listed_with(links: Links, figure: Figure | None) -> list[Figure]:
    """Return a figure and those that follow in its list, as far as they can take an office."""
    group: list[Figure] = []
    while figure is not None and _gives_way(figure):
        group.append(figure)
        figure = links.following.get(figure)
    return group


def _chosen(links: Links, title: Title) -> Figure | None:
    """Read "The Diet elects Takaichi Sanae prime minister"."""
    figure = links.named_before[title.first]
    return figure if links.passage.word(figure.start - 1) in _CHOOSES else None


def _first_of_sentence(links: Links, leading: dict[int, Figure], i: int) -> Figure | None:
    figure = leading.get(links.passage.words.sentence[i])
    return figure if figure is not None and figure.last <= i else None


def _gives_way(figure: Figure) -> bool:
    """Tell whether somebody has no office now."""
    return all(t.office.kind in _BESIDES or t.text.casefold().startswith(PAST) for t in figure.titles)
