"""What the words of a codebook say of names: which are common words first, which stand before things, which in none."""

from sinorus.codebook.codebook import Codebook
from sinorus.coding.english import EVENT_NOUNS, MONTHS
from sinorus.coding.name_shapes import NameShapes
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage

# Forms of verbs that are as often nouns: "Bush fires rage", "Rice stops".
_ALSO_NOUNS = frozenset({"fires", "talks", "issues", "stops", "ends"})


class NameWords:
    """The words of one codebook that decide whether a run of capitals is a name.

    Shape: `common` are surnames that are common words first, `things` stand before the names of ships and storms,
    `never` are in no name, `verbs` are verbs of action, `shapes` what the codebook's persons show.
    """

    def __init__(self, book: Codebook) -> None:
        self.shapes = NameShapes(book)
        self.common = frozenset(book.context_cues.get("common-word", ()))
        self.things = frozenset(book.context_cues.get("named-thing", ()))
        self.never = self.things.union(book.context_cues.get("no-name", ()), ("class",))
        self.verbs = frozenset(book.context_cues.get("action", ())) - _ALSO_NOUNS
        self.of_titles = book.title_words.keys()

    def is_thing(self, passage: Passage, i: int) -> bool:
        """Tell whether a token is a word that stands before the name of a thing."""
        return 0 <= i < passage.size and (passage.words.surface[i] in self.things or passage.word(i) in self.things)

    def names_thing(self, passage: Passage, i: int, title: Title | None) -> bool:
        """Tell whether a ship, a storm or the like is named here: "USS Cole", "the frigate Admiral Gorshkov"."""
        if title is not None and title.last == i and passage.words.capital[title.head]:
            i = title.first
        return self.is_thing(passage, i - 1) or passage.words.surface[i] in self.things

    def is_of_something_else(self, word: str, titled: bool) -> bool:
        """Tell whether a word belongs to a title, a month or an event; "Park" behind a title is a surname."""
        if word in EVENT_NOUNS:
            return not titled or self.shapes.home((word,)) is None
        return word in self.of_titles or word in MONTHS
