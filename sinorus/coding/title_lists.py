"""Titles that several names of a list share, before them, behind them, or with a name in brackets behind each state.

"Presidents Putin and Bush"    "Oskanian and Mammadyarov, the Armenian and Azerbaijani foreign ministers"
"""

from sinorus.coding.english import DETERMINERS
from sinorus.coding.figures import Figure
from sinorus.coding.glosses import after_gloss, before_gloss
from sinorus.coding.links import Links
from sinorus.coding.offices import Title

_JOINTS = frozenset(
    {",", "and", "&", "as", "well", "along", "with", "both", "or", "then", "also", ":", "plus", "including"}
)
_FARTHEST_LIST = 30
# Of "heads of state and government, among them A, B and C" each may be either.
_OF_ALL_KINDS = frozenset({"head of state", "head of government"})


def chain(links: Links) -> None:
    """Note for every name the one before it in the same list."""
    for before, figure in zip(links.figures, links.figures[1:], strict=False):
        i = max(after_gloss(links.passage, before.last), before.end)
        start = figure.start
        linked = all(_joins(links, j) for j in range(i, start))
        if linked and start > i and links.passage.same_sentence(before.first, figure.first):
            links.previous[figure.first], links.following[before] = before, figure


def _joins(links: Links, i: int) -> bool:
    """Tell whether a word can stand between two names of a list: "A, as well as Japan’s B"."""
    passage = links.passage
    match = passage.cover[i] or (passage.match_before(i) if passage.word(i) == "'s" else None)
    owner = match is not None and match.state("country") is not None and passage.word(match.last) == "'s"
    return owner or passage.word(i) in _JOINTS | DETERMINERS


def share(links: Links, title: Title) -> None:
    """Give a title in the plural to every name of its list."""
    group = _group_behind(links, title) or _group_before(links, title)
    if not group and (group := _group_in_brackets(links, title)):
        title.countries = []  # each state stands before its own bracket
    if len(title.countries) == len(group) > 1:
        for figure, country in zip(group, title.countries, strict=True):
            figure.country = figure.country or country
    elif len(title.countries) == 1:
        for figure in group:
            figure.country = figure.country or title.countries[0]
    for figure in group:
        if title not in figure.titles:
            links.give(figure, title)


def _group_behind(links: Links, title: Title) -> list[Figure]:
    passage, i = links.passage, max(title.last, title.first)
    group = list(links.bearers.get(title, ()))
    if not group:
        owned = passage.word(title.first - 1) in DETERMINERS or passage.word(i) == ":"
        first = links.named_at.get(i + 1) if passage.word(i) in (":", ",") and owned else _first_listed(links, title)
        if first is None or first.titles or first.start != first.first:
            return []
        group = [first]
    figure = links.following.get(group[-1])
    while figure is not None and (not figure.titles or title in figure.titles):
        group.append(figure)
        figure = links.following.get(figure)
    return group


def _first_listed(links: Links, title: Title) -> Figure | None:
    """Return A in "trade ministers of twelve nations, among them A, B and C" or "ministers sign it: A, B"."""
    passage = links.passage
    if title.office.form in _OF_ALL_KINDS:
        return None
    for i in range(title.last, min(title.last + _FARTHEST_LIST, passage.size)):
        if not passage.same_sentence(i, title.head) or i in links.by_first or i in links.named_at:
            return None
        last = i + 2 if passage.folded[i : i + 2] == ["among", "them"] else i + 1
        if last > i + 1 or passage.word(i) in (":", "including"):
            return next((links.named_at[j] for j in (last, last + 1, last + 2) if j in links.named_at), None)
    return None


def _group_before(links: Links, title: Title) -> list[Figure]:
    passage, i = links.passage, title.first
    while passage.word(i - 1) in DETERMINERS or passage.word(i - 1) in ("respectively", "respective"):
        i -= 1
    if passage.word(i - 1) != ",":
        return []
    last = links.named_before.get(before_gloss(passage, i - 1))
    group: list[Figure] = []
    while last is not None and not last.titles:
        group.insert(0, last)
        last = links.previous.get(last.first)
    return group if len(group) > 1 else []


def _group_in_brackets(links: Links, title: Title) -> list[Figure]:
    """Read "the Foreign Ministers of Australia (Payne), India (Jaishankar) and Japan (Motegi)"."""
    passage, end = links.passage, title.head + 1
    group: list[Figure] = []
    while end < passage.size and passage.same_sentence(end, title.head) and end not in links.by_first:
        figure = links.named_at.get(end)
        if figure is not None:
            if passage.word(end - 1) != "(" or passage.word(figure.last) != ")" or figure.titles:
                break
            group.append(figure)
        end = figure.last if figure is not None else end + 1
    return group
