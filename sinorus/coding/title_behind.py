"""What stands behind a name: its title in apposition, its state, and that it is somebody's counterpart.

"Cui Tiankai, Chinese Vice FM"    "FM Lavrov of Russia"    "Mammadyarov, his Azerbaijani counterpart"
"""

from sinorus.coding.english import DETERMINERS
from sinorus.coding.figures import Figure
from sinorus.coding.glosses import after_gloss
from sinorus.coding.links import Links
from sinorus.coding.offices import Title


def take_behind(links: Links, figure: Figure) -> None:
    """Take the title in apposition behind a name; a false name that was part of it is none any more."""
    passage = links.passage
    i = after_gloss(passage, figure.last)
    if passage.word(i) != ",":
        return
    i += 1
    if passage.word(i) == "who":
        i = _behind_who(links, i + 1)
    while passage.word(i) in DETERMINERS or links.book.title_words.get(passage.word(i)) == "epithet":
        i += 1
    title = _title_over(links, i)
    if title is None or title.plural or (title in links.bearers and not _claims(links, figure, title)):
        return
    owner = links.named_at.get(title.last)
    if owner is not None and (owner.name.known or figure.titles or owner.last > title.loose):
        return
    links.give(figure, title)
    figure.end = max(title.last, title.loose) if owner is None or title.loose >= owner.last else title.last
    if title.loose_text != title.text and owner is None:
        title.text = title.loose_text
    _take_joined_behind(links, figure, figure.end)
    if owner is not None:
        del links.named_at[owner.first], links.named_before[owner.last]


def _title_over(links: Links, i: int) -> Title | None:
    """Return the title that begins at a token, or a little before it and has its head there or behind.

    Of "the president’s national security adviser" that is the adviser's.
    """
    around = (links.by_first.get(j) for j in (i - 3, i - 2, i - 1))
    title = links.by_first.get(i) or next((t for t in around if t is not None and i <= t.head), None)
    while title is not None and links.passage.word(title.last) == "'s":
        title = links.by_first.get(title.last + 1)
    return title


def _claims(links: Links, figure: Figure, title: Title) -> bool:
    owner = links.bearers[title][0]
    return not owner.name.known and not figure.titles and owner.first == title.last


def _behind_who(links: Links, i: int) -> int:
    passage = links.passage
    for j in range(i, min(i + 14, passage.size)):
        if passage.word(j) in (".", ";"):
            break
        if passage.word(j) in ("is", "was", "serves", "as") and _title_near(links, j + 1):
            return j + 1
    return i


def _title_near(links: Links, i: int) -> bool:
    while links.passage.word(i) in DETERMINERS or links.passage.word(i) == "also":
        i += 1
    return i in links.by_first


def _take_joined_behind(links: Links, figure: Figure, i: int) -> None:
    """Take the second of "deputy chief of staff of the PLA and chairman of ..."."""
    if links.passage.word(i) != "and":
        return
    i += 1
    while links.passage.word(i) in DETERMINERS:
        i += 1
    title = links.by_first.get(i)
    if title is None or title in links.bearers or title.last in links.named_at:
        return
    links.give(figure, title)
    figure.end = title.last


def take_country_behind(links: Links, figure: Figure) -> None:
    """Read "FM Lavrov of Russia" and "Senator Graham (R-SC)"."""
    passage, i = links.passage, figure.last
    if passage.word(i) == "of":
        j = i + 1 + (passage.word(i + 1) == "the")
        match = passage.match_at(j)
        state = match.state() if match else None
        if match is not None and state is not None:
            figure.country, figure.end = state.code, max(figure.end, match.last)
    if passage.word(i) == "(" and passage.word(i + 1) in ("r", "d", "i") and passage.is_joined(i + 2):
        figure.country = "US"
    if passage.word(i - (figure.last - figure.first) - 1) == "(" and passage.word(i) == ")":
        match = passage.match_before(figure.first - 1)
        state = match.state() if match else None
        if state is not None and figure.country is None:
            figure.country = state.code


def take_counterpart(links: Links, figure: Figure) -> None:
    """Read "Chinese counterpart Wang Yi" and "Mammadyarov, his Azerbaijani counterpart"."""
    passage = links.passage
    i = figure.start - 1 - (passage.word(figure.start - 1) == ",")
    if passage.word(i) in ("counterpart", "counterparts"):
        _is_counterpart(links, figure, i)
        if not figure.titles:
            figure.start = i
        return
    i = after_gloss(passage, figure.last)
    if passage.word(i) == ",":
        for j in range(i + 1, min(i + 5, passage.size)):
            if passage.word(j) == "counterpart" and passage.word(i + 1) in DETERMINERS:
                _is_counterpart(links, figure, j)
                figure.end = j + 1
                return
            if passage.word(j) in (",", ".", "and"):
                return


def _is_counterpart(links: Links, figure: Figure, i: int) -> None:
    figure.counterpart = True
    match = links.passage.match_before(i)
    state = match.state("adjective", "country") if match is not None else None
    if state is not None and figure.country is None:
        figure.country = state.code
