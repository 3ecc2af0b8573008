"""An entry's text with the codebook's matches laid over its words: what every rule of coding looks at."""

from sinorus.codebook.lexicon import Lexicon, Match
from sinorus.coding.english import FUNCTION_WORDS
from sinorus.words import Words


class Passage:
    """The words of a text, and for every word the match that covers it.

    Shape: `cover[i]` is the match over token i, or None; `matches` are in text order and do not overlap.
    """

    __slots__ = ("cover", "day", "folded", "matches", "size", "text", "words")

    def __init__(self, text: str, day: str, lexicon: Lexicon) -> None:
        self.text = text
        self.day = day
        self.words = Words(text)
        self.folded = self.words.folded
        self.size = len(self.folded)
        self.matches = lexicon.find(self.words)
        self.cover: list[Match | None] = [None] * self.size
        for match in self.matches:
            for i in range(match.first, match.last):
                self.cover[i] = match

    def word(self, i: int) -> str:
        """Return the folded word at a token, or nothing beyond the ends."""
        return self.folded[i] if 0 <= i < self.size else ""

    def match_at(self, i: int) -> Match | None:
        """Return the match that begins at a token."""
        match = self.cover[i] if 0 <= i < self.size else None
        return match if match is not None and match.first == i else None

    def match_over(self, i: int) -> Match | None:
        """Return the match that covers a token, wherever it begins and ends."""
        return self.cover[i] if 0 <= i < self.size else None

    def match_before(self, i: int) -> Match | None:
        """Return the match that ends just before a token."""
        match = self.cover[i - 1] if 0 < i <= self.size else None
        return match if match is not None and match.last == i else None

    def is_joined(self, i: int) -> bool:
        """Tell whether a token hangs by a hyphen on the one before it."""
        return 0 <= i < self.size and self.words.joined[i]

    def same_sentence(self, i: int, j: int) -> bool:
        """Tell whether two tokens stand in one sentence."""
        return 0 <= i < self.size and 0 <= j < self.size and self.words.sentence[i] == self.words.sentence[j]

    def starts_sentence(self, i: int) -> bool:
        """Tell whether a token is the first word of a sentence, so that its capital says nothing."""
        while i > 0 and not self.words.surface[i - 1][0].isalnum():
            if self.words.sentence[i - 1] != self.words.sentence[i] or self.words.surface[i - 1] in ";:":
                return True
            i -= 1
        return i == 0 or self.words.sentence[i - 1] != self.words.sentence[i]

    def is_capital(self, i: int) -> bool:
        """Tell whether a token is a capitalised word that can belong to a name."""
        return 0 <= i < self.size and self.words.capital[i] and self.folded[i] not in FUNCTION_WORDS

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the character offsets of tokens first..last, half-open."""
        return self.words.start[first], self.words.end[last - 1]
