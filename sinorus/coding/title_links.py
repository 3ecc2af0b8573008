"""Names and titles of a passage -> which title goes with which name.

A title belongs to a name that it stands before ("FM Lavrov"), behind ("Cui Tiankai, Chinese Vice FM"), or shares with
others in a list ("Presidents Putin and Bush"; "Oskanian and Mammadyarov, the Armenian and Azerbaijani foreign
ministers"), or to which a verb or "as" leads ("becomes prime minister").
"""

from collections import defaultdict
from collections.abc import Sequence

from sinorus.codebook.codebook import Codebook
from sinorus.coding.english import BECOMES, DETERMINERS
from sinorus.coding.figures import Figure
from sinorus.coding.glosses import after_gloss, before_gloss
from sinorus.coding.name_context import is_introduced
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage

_LINKS = frozenset(
    {",", "and", "&", "as", "well", "along", "with", "both", "or", "then", "also", ":", "plus", "including"}
)
_FARTHEST_LIST = 30
_BESIDES = frozenset({"honorific", "person", "plain", "learning", "media"})
_PAST = ("former ", "ex-", "onetime ", "sometime ")
_CHOOSES = frozenset({"elects", "elected", "names", "named", "appoints", "appointed", "makes", "made", "declares"})


def _gives_way(figure: Figure) -> bool:
    """Tell whether somebody has no office now."""
    return all(t.office.kind in _BESIDES or t.text.casefold().startswith(_PAST) for t in figure.titles)


def _follows_another(title: Title) -> bool:
    """Tell whether a title is what people put behind an office and before the name: a rank, "former President"."""
    return title.office.kind in ("rank", "military", "honorific", "royal") or title.text.casefold().startswith(_PAST)


class Linker:
    """Decides which title goes with which name."""

    def __init__(self, passage: Passage, book: Codebook, titles: Sequence[Title], figures: list[Figure]) -> None:
        self.passage, self.book = passage, book
        self.titles = titles
        self.figures = figures
        self.by_first = {t.first: t for t in titles}
        self.by_last = {t.last: t for t in titles}
        self.named_at = {f.first: f for f in figures}
        self.named_before = {f.last: f for f in figures}
        self.bearers: defaultdict[Title, list[Figure]] = defaultdict(list)
        self.previous: dict[int, Figure] = {}
        self.following: dict[Figure, Figure] = {}

    def link(self) -> list[Figure]:
        """Link; return the figures that are left, since what looked like a name may turn out to be part of a title."""
        for figure in self.figures:
            if figure.name.title is not None:
                self._take_before(figure, figure.name.title)
        for figure in self.figures:
            if figure.first in self.named_at:
                self._take_behind(figure)
        self.figures = list(self.named_at.values())
        for figure in self.figures:
            self._take_country_behind(figure)
            self._take_counterpart(figure)
        self._chain()
        for title in self.titles:
            if title.plural:
                self._share(title)
        self._take_as()
        return self.figures

    # -- before the name -----------------------------------------------------------------------------------------

    def _take_before(self, figure: Figure, title: Title) -> None:
        """Take the title right before a name, and those that it is joined to."""
        self._give(figure, title, front=True)
        while True:
            before = self.by_last.get(title.first)
            if before is None and self.passage.word(title.first - 1) == "and":
                before = self.by_last.get(title.first - 1)
                if before is not None and (before.plural or self._is_apposition(before)):
                    before = None
            if before is None:
                before = self._introducing(title)
            if before is None or before in self.bearers:
                break
            self._give(figure, before, front=True)
            title = before
        figure.start = title.first

    def _introducing(self, title: Title) -> Title | None:
        """Return the first title of "the alliance’s top commander, Gen. Cavoli"."""
        if self.passage.word(title.first - 1) != "," or title.plural or not _follows_another(title):
            return None
        before = self.by_last.get(title.first - 1)
        if before is None or not is_introduced(self.passage, before) or self._is_apposition_to(before):
            return None
        return before

    def _is_apposition_to(self, title: Title) -> bool:
        i = title.first
        while self.passage.word(i - 1) in DETERMINERS:
            i -= 1
        return self.passage.word(i - 1) == "," and before_gloss(self.passage, i - 1) in self.named_before

    def _give(self, figure: Figure, title: Title, front: bool = False) -> None:
        self.bearers[title].append(figure)
        figure.titles.insert(0 if front else len(figure.titles), title)

    def _is_apposition(self, title: Title) -> bool:
        before = self.passage.word(title.first - 1)
        named = self.named_before.get(title.first - 1) if before == "," else None
        return before in DETERMINERS or (named is not None and not named.titles)

    # -- behind the name -----------------------------------------------------------------------------------------

    def _take_behind(self, figure: Figure) -> None:
        """Take the title in apposition behind a name; a false name that was part of it is none any more."""
        passage = self.passage
        i = after_gloss(passage, figure.last)
        if passage.word(i) != ",":
            return
        i += 1
        if passage.word(i) == "who":
            i = self._behind_who(i + 1)
        while passage.word(i) in DETERMINERS or self.book.title_words.get(passage.word(i)) == "epithet":
            i += 1
        title = self._title_over(i)
        if title is None or title.plural or (title in self.bearers and not self._claims(figure, title)):
            return
        owner = self.named_at.get(title.last)
        if owner is not None and (owner.name.known or figure.titles or owner.last > title.loose):
            return
        self._give(figure, title)
        figure.end = max(title.last, title.loose) if owner is None or title.loose >= owner.last else title.last
        if title.loose_text != title.text and owner is None:
            title.text = title.loose_text
        self._take_joined_behind(figure, figure.end)
        if owner is not None:
            del self.named_at[owner.first], self.named_before[owner.last]

    def _title_over(self, i: int) -> Title | None:
        """Return the title that begins at a token, or a little before it and has its head there or behind."""
        around = (self.by_first.get(j) for j in (i - 3, i - 2, i - 1))
        return self.by_first.get(i) or next((t for t in around if t is not None and i <= t.head), None)

    def _claims(self, figure: Figure, title: Title) -> bool:
        owner = self.bearers[title][0]
        return not owner.name.known and not figure.titles and owner.first == title.last

    def _behind_who(self, i: int) -> int:
        passage = self.passage
        for j in range(i, min(i + 14, passage.size)):
            if passage.word(j) in (".", ";"):
                break
            if passage.word(j) in ("is", "was", "serves", "as") and self._title_near(j + 1):
                return j + 1
        return i

    def _title_near(self, i: int) -> bool:
        while self.passage.word(i) in DETERMINERS or self.passage.word(i) == "also":
            i += 1
        return i in self.by_first

    def _take_joined_behind(self, figure: Figure, i: int) -> None:
        """Take the second of "deputy chief of staff of the PLA and chairman of ..."."""
        if self.passage.word(i) != "and":
            return
        i += 1
        while self.passage.word(i) in DETERMINERS:
            i += 1
        title = self.by_first.get(i)
        if title is None or title in self.bearers or title.last in self.named_at:
            return
        self._give(figure, title)
        figure.end = title.last

    def _take_country_behind(self, figure: Figure) -> None:
        """Read "FM Lavrov of Russia" and "Senator Graham (R-SC)"."""
        passage, i = self.passage, figure.last
        if passage.word(i) == "of":
            j = i + 1 + (passage.word(i + 1) == "the")
            match = passage.match_at(j)
            state = match.state() if match else None
            if match is not None and state is not None:
                figure.country, figure.end = state.code, max(figure.end, match.last)
        if passage.word(i) == "(" and passage.word(i + 1) in ("r", "d", "i") and passage.words.joined[i + 2]:
            figure.country = "US"
        if passage.word(i - (figure.last - figure.first) - 1) == "(" and passage.word(i) == ")":
            match = passage.match_before(figure.first - 1)
            state = match.state() if match else None
            if state is not None and figure.country is None:
                figure.country = state.code

    def _take_counterpart(self, figure: Figure) -> None:
        """Read "Chinese counterpart Wang Yi" and "Mammadyarov, his Azerbaijani counterpart"."""
        passage = self.passage
        i = figure.start - 1 - (passage.word(figure.start - 1) == ",")
        if passage.word(i) in ("counterpart", "counterparts"):
            self._is_counterpart(figure, i)
            if not figure.titles:
                figure.start = i
            return
        i = after_gloss(passage, figure.last)
        if passage.word(i) == ",":
            for j in range(i + 1, min(i + 5, passage.size)):
                if passage.word(j) == "counterpart" and passage.word(i + 1) in DETERMINERS:
                    self._is_counterpart(figure, j)
                    figure.end = j + 1
                    return
                if passage.word(j) in (",", ".", "and"):
                    return

    def _is_counterpart(self, figure: Figure, i: int) -> None:
        figure.counterpart = True
        match = self.passage.match_before(i)
        state = match.state("adjective", "country") if match is not None and match.last == i else None
        if state is not None and figure.country is None:
            figure.country = state.code

    # -- shared by several names ---------------------------------------------------------------------------------

    def _chain(self) -> None:
        """Note for every name the one before it in the same list."""
        for before, figure in zip(self.figures, self.figures[1:], strict=False):
            i = max(after_gloss(self.passage, before.last), before.end)
            start = figure.start
            linked = all(self._links(j) for j in range(i, start))
            if linked and start > i and self.passage.same_sentence(before.first, figure.first):
                self.previous[figure.first], self.following[before] = before, figure

    def _links(self, i: int) -> bool:
        """Tell whether a word can stand between two names of a list: "A, as well as Japan’s B"."""
        passage = self.passage
        match = passage.cover[i] or (passage.match_before(i) if passage.word(i) == "'s" else None)
        owner = match is not None and match.state("country") is not None and passage.word(match.last) == "'s"
        return owner or passage.word(i) in _LINKS | DETERMINERS

    def _share(self, title: Title) -> None:
        """Give a title in the plural to every name of its list."""
        group = self._group_behind(title) or self._group_before(title) or self._group_in_brackets(title)
        if len(title.countries) == len(group) > 1:
            for figure, country in zip(group, title.countries, strict=True):
                figure.country = figure.country or country
        elif len(title.countries) == 1:
            for figure in group:
                figure.country = figure.country or title.countries[0]
        for figure in group:
            if title not in figure.titles:
                self._give(figure, title)

    def _group_behind(self, title: Title) -> list[Figure]:
        passage, i = self.passage, max(title.last, title.first)
        group = list(self.bearers.get(title, ()))
        if not group:
            owned = passage.word(title.first - 1) in DETERMINERS or passage.word(i) == ":"
            first = self.named_at.get(i + 1) if passage.word(i) in (":", ",") and owned else self._first_listed(title)
            if first is None or first.titles or first.start != first.first:
                return []
            group = [first]
        figure = self.following.get(group[-1])
        while figure is not None and (not figure.titles or title in figure.titles):
            group.append(figure)
            figure = self.following.get(figure)
        return group

    def _first_listed(self, title: Title) -> Figure | None:
        """Return A in "trade ministers of twelve nations, among them A, B and C" or "ministers sign it: A, B"."""
        passage = self.passage
        for i in range(title.last, min(title.last + _FARTHEST_LIST, passage.size)):
            if not passage.same_sentence(i, title.head) or i in self.by_first or i in self.named_at:
                return None
            last = i + 2 if passage.folded[i : i + 2] == ["among", "them"] else i + 1
            if last > i + 1 or passage.word(i) in (":", "including"):
                return next((self.named_at[j] for j in (last, last + 1, last + 2) if j in self.named_at), None)
        return None

    def _group_before(self, title: Title) -> list[Figure]:
        passage, i = self.passage, title.first
        while passage.word(i - 1) in DETERMINERS or passage.word(i - 1) in ("respectively", "respective"):
            i -= 1
        if passage.word(i - 1) != ",":
            return []
        last = self.named_before.get(before_gloss(passage, i - 1))
        group: list[Figure] = []
        while last is not None and not last.titles:
            group.insert(0, last)
            last = self.previous.get(last.first)
        return group if len(group) > 1 else []

    def _group_in_brackets(self, title: Title) -> list[Figure]:
        """Read "the Foreign Ministers of Australia (Payne), India (Jaishankar) and Japan (Motegi)"."""
        passage, end = self.passage, title.head + 1
        title.countries = []
        group: list[Figure] = []
        while end < passage.size and passage.same_sentence(end, title.head) and end not in self.by_first:
            figure = self.named_at.get(end)
            if figure is not None:
                if passage.word(end - 1) != "(" or passage.word(figure.last) != ")" or figure.titles:
                    break
                group.append(figure)
            end = figure.last if figure is not None else end + 1
        return group

    def _take_as(self) -> None:
        """Read "X becomes prime minister" and "President Moon’s choice as ambassador to Japan"."""
        passage = self.passage
        leading = {passage.words.sentence[f.first]: f for f in reversed(self.figures)}
        for title in self.titles:
            if title in self.bearers:
                continue
            i = title.first - 1
            while passage.word(i) in DETERMINERS:
                i -= 1
            if passage.word(i) == "as" and passage.word(i - 1) != "well":
                chosen = passage.word(i - 1) in ("choice", "in", "sworn", "him", "her")
                figure = (None if chosen else self.named_before.get(i)) or self._first_of_sentence(leading, i)
            elif passage.word(i) in BECOMES:
                figure = self._first_of_sentence(leading, i)
            elif i == title.first - 1 and title.first in self.named_before:
                figure = self._chosen(title)
            else:
                continue
            for bearer in self._listed_with(figure) if title.plural else filter(None, [figure]):
                self._promote(bearer, title)

    def _promote(self, figure: Figure, title: Title) -> None:
        """Give the office that somebody takes up; what he was before, or is besides, gives way."""
        if not figure.titles or (_gives_way(figure) and title.office.kind not in _BESIDES):
            figure.titles.clear()
            self._give(figure, title)

    def _listed_with(self, figure: Figure | None) -> list[Figure]:
        """Return a figure and those that follow in its list, as far as they can take an office."""
        group: list[Figure] = []
        while figure is not None and _gives_way(figure):
            group.append(figure)
            figure = self.following.get(figure)
        return group

    def _chosen(self, title: Title) -> Figure | None:
        """Read "The Diet elects Takaichi Sanae prime minister"."""
        figure = self.named_before[title.first]
        return figure if self.passage.word(figure.start - 1) in _CHOOSES else None

    def _first_of_sentence(self, leading: dict[int, Figure], i: int) -> Figure | None:
        figure = leading.get(self.passage.words.sentence[i])
        return figure if figure is not None and figure.last <= i else None
