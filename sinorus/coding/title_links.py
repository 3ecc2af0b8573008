"""Names and titles of a passage -> which title goes with which name.

A title belongs to a name that it stands before ("FM Lavrov"), behind ("Cui Tiankai, Chinese Vice FM"; `title_behind`),
or shares with others in a list ("Presidents Putin and Bush"; `title_lists`), or to which a verb or "as" leads ("becomes
prime minister"; `title_taken_up`).
"""

from sinorus.coding.english import DETERMINERS
from sinorus.coding.figures import Figure
from sinorus.coding.glosses import before_gloss
from sinorus.coding.links import Links
from sinorus.coding.name_context import is_introduced
from sinorus.coding.offices import Title
from sinorus.coding.title_behind import take_behind, take_counterpart, take_country_behind
from sinorus.coding.title_lists import chain, share
from sinorus.coding.title_taken_up import PAST, take_up


def link(links: Links) -> list[Figure]:
    """Link; return the figures that are left, since what looked like a name may turn out to be part of a title."""
    for figure in links.figures:
        if figure.name.title is not None:
            _take_before(links, figure, figure.name.title)
    for figure in links.figures:
        if figure.first in links.named_at:
            take_behind(links, figure)
    links.figures = list(links.named_at.values())
    for figure in links.figures:
        take_country_behind(links, figure)
        take_counterpart(links, figure)
    chain(links)
    for title in links.titles:
        if title.plural:
            share(links, title)
    take_up(links)
    return links.figures


def _take_before(links: Links, figure: Figure, title: Title) -> None:
    """Take the title right before a name, and those that it is joined to."""
    links.give(figure, title, front=True)
    while True:
        before = links.by_last.get(title.first)
        if before is None and links.passage.word(title.first - 1) == "and":
            before = links.by_last.get(title.first - 1)
            if before is not None and (before.plural or _is_apposition(links, before)):
                before = None
        if before is None:
            before = _introducing(links, title)
        if before is None or before in links.bearers:
            break
        links.give(figure, before, front=True)
        title = before
    figure.start = title.first


def _introducing(links: Links, title: Title) -> Title | None:
    """Return the first title of "the alliance’s top commander, Gen. Cavoli"."""
    if links.passage.word(title.first - 1) != "," or title.plural or not _follows_another(title):
        return None
    before = links.by_last.get(title.first - 1)
    if before is None or not is_introduced(links.passage, before) or _is_apposition_to(links, before):
        return None
    return before


def _is_apposition_to(links: Links, title: Title) -> bool:
    i = title.first
    while links.passage.word(i - 1) in DETERMINERS:
        i -= 1
    return links.passage.word(i - 1) == "," and before_gloss(links.passage, i - 1) in links.named_before


def _is_apposition(links: Links, title: Title) -> bool:
    before = links.passage.word(title.first - 1)
    named = links.named_before.get(title.first - 1) if before == "," else None
    return before in DETERMINERS or (named is not None and not named.titles)


def _follows_another(title: Title) -> bool:
    """Tell whether a title is what people put behind an office and before the name: a rank, "former President"."""
    return title.office.kind in ("rank", "military", "honorific", "royal") or title.text.casefold().startswith(PAST)
