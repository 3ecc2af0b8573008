"""Text search as users type it -> values that full-text search answers.

    gas pipeline        both words, anywhere in the entry or its note
    "gas pipeline"      these words in this order
    pipe*               words that begin so
    gas, oil            either

Case and accents do not count. Terms in another script than Latin (Лавров, 王毅) are found inside words as well.
Nothing that a user types is an operator or can be a syntax error: each term reaches the index as a quoted string. A
term without any letter or digit is looked for as it stands.
"""

import re
import unicodedata
from dataclasses import dataclass

from sinorus.errors import UsageError
from sinorus.query.clauses import Clause
from sinorus.query.letters import has_other_letters, spell

_TERM = re.compile(
    r'["“”„«»](?P<phrase>[^"“”„«»]*)(?:["“”„«»](?P<starred>\*)?|$)|(?P<word>[^\s",，“”„«»]+)|(?P<or>[,，])'
)
_WORD = re.compile(r"[^\W_]+")
_WORD_WITH_MARKS = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase to find; `prefix` lets its last word go on."""

    text: str
    prefix: bool = False

    @property
    def spelled(self) -> bool:
        """Tell whether this term is looked up letter by letter."""
        return has_other_letters(self.text)

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of the term, folded as the index folds them."""
        return tuple(_WORD.findall(_folded(self.text)))

    def match(self) -> str:
        """Return the term in the index's own language, quoted."""
        if self.spelled:
            return f'"{spell(self.text)}"'
        return f'"{" ".join(self.words)}"' + (" *" if self.prefix else "")

    def find(self, text: str) -> list[tuple[int, int]]:
        """Find the term in a text.

        Shape: list of (start, end), sorted, not overlapping.
        """
        if self.spelled:
            return _find_letters(spell(self.text), text)
        if not self.words:
            return [(m.start(), m.end()) for m in re.finditer(re.escape(self.text), text)]
        return _find_words(self.words, self.prefix, text)


@dataclass(frozen=True, slots=True)
class TextMatches:
    """Events whose text or note has all the terms."""

    terms: tuple[Term, ...]

    @property
    def lead(self) -> str:
        """Return how this filter joins a sentence."""
        return "containing"

    def wording(self) -> str:
        """Return what is looked for, as it was typed."""
        return " and ".join(f"“{term.text}{'*' * term.prefix}”" for term in self.terms)

    def matches(self) -> list[tuple[str, str]]:
        """Return the look-ups by which relevance can be told.

        Shape: list of (full-text table, match expression).
        """
        words = [term.match() for term in self.terms if term.words and not term.spelled]
        letters = [term.match() for term in self.terms if term.spelled]
        found = (("events_fts", words), ("event_letters", letters))
        return [(table, " AND ".join(terms)) for table, terms in found if terms]

    def ids(self, mentions: bool = False) -> Clause | None:  # noqa: ARG002
        """Return a SELECT of the ids of the events, if words or letters lead to them all."""
        matches = self.matches()
        if len(matches) != 1 or self._marks():
            return None
        ((table, match),) = matches
        return Clause(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (match,))

    def test(self, mentions: bool = False) -> Clause:  # noqa: ARG002
        """Return the condition on one event."""
        parts = [
            Clause(f"EXISTS (SELECT 1 FROM {table} WHERE {table} MATCH ? AND rowid = events.id)", (match,))
            for table, match in self.matches()
        ]
        as_typed = "(instr(events.text, ?) > 0 OR instr(coalesce(events.note, ''), ?) > 0)"
        parts += [Clause(as_typed, (term.text, term.text)) for term in self._marks()]
        return Clause.joined(" AND ", parts)

    def _marks(self) -> list[Term]:
        return [term for term in self.terms if not term.words]

    def find(self, text: str) -> list[tuple[int, int]]:
        """Find every term in a text, to show where it is.

        Shape: list of (start, end), sorted, not overlapping.
        """
        spans = sorted((span for term in self.terms for span in term.find(text)), key=lambda s: (s[0], -s[1]))
        apart: list[tuple[int, int]] = []
        for span in spans:
            if not apart or span[0] >= apart[-1][1]:
                apart.append(span)
        return apart


def parse_text(asked: str) -> tuple[TextMatches, ...]:
    """Read a text search; any one of the values that come out is enough.

    Raises: UsageError when there is nothing to look for.
    """
    query = _storable(asked)
    alternatives: list[list[Term]] = [[]]
    for match in _TERM.finditer(query):
        if match["or"]:
            alternatives.append([])
        elif term := _term(match):
            alternatives[-1].append(term)
    if not any(alternatives) and (marks := query.strip(" *\t\n\r")):
        return (TextMatches((Term(marks),)),)
    if not any(alternatives):
        raise UsageError("There is nothing to look for.", 'Write words, a "quoted phrase", or a beginning*.')
    return tuple(TextMatches(tuple(dict.fromkeys(terms))) for terms in alternatives if terms)


def _term(match: re.Match[str]) -> Term | None:
    if match["word"] is None:
        phrase = match["phrase"].strip()
        return Term(phrase, bool(match["starred"])) if phrase else None
    word = match["word"]
    beginning = word.rstrip("*")
    if not beginning:  # a star after nothing
        return None
    return Term(beginning, beginning != word) if _WORD.search(beginning) else Term(word)


def _storable(query: str) -> str:
    """Return what a database can hold of a query: neither NUL nor half of a surrogate pair."""
    return query.replace("\0", " ").encode("utf-8", "ignore").decode()


def _folded(text: str) -> str:
    bare = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", "".join(bare)).casefold()


def _find_words(words: tuple[str, ...], prefix: bool, text: str) -> list[tuple[int, int]]:
    tokens = [(m.start(), m.end(), _folded(m.group())) for m in _WORD_WITH_MARKS.finditer(text)]
    found, last = [], len(words) - 1
    for i in range(len(tokens) - last):
        window = [token[2] for token in tokens[i : i + last + 1]]
        ends = window[last].startswith(words[last]) if prefix else window[last] == words[last]
        if ends and tuple(window[:last]) == words[:last]:
            found.append((tokens[i][0], tokens[i + last][1]))
    return found


def _find_letters(spelled: str, text: str) -> list[tuple[int, int]]:
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for part in spell(letter).replace("|", "").split():
            letters.extend(part)
            places.extend([place] * len(part))
    wanted, run = spelled.replace("|", "").replace(" ", ""), "".join(letters)
    return [(places[m.start()], places[m.end() - 1] + 1) for m in re.finditer(re.escape(wanted), run)]
