"""A passage -> the bodies that act or host in it.

A body of the codebook, or a ministry, commission or the like that the grammar shows ("the Chinese Foreign Ministry"),
counts when it does something or when what is reported happens in it. It does not count inside a title (the employer),
as the subject of talk ("discuss BRICS issues"), or as an attribute of something else ("NATO membership").
"""

from sinorus.codebook.codebook import Codebook
from sinorus.coding.bodies import HEADS, NAMED_HEADS, Body, BodyReader
from sinorus.coding.english import AUXILIARIES, DETERMINERS, FUNCTION_WORDS, PAST_FORMS, WORKS
from sinorus.coding.passage import Passage
from sinorus.coding.zones import Zones

_GATHERINGS = frozenset(
    (
        "summit summits meeting meetings session sessions conference conferences forum ministerial assembly "
        "dialogue talks leaders ministers members member states countries nations foreign defense defence annual "
        "informal council heads delegation delegations officials representatives experts troops forces fighters "
        "militants observers mission partners spokesman spokesperson spokeswoman statement gathering exercise "
        "exercises working group plenary special extraordinary post virtual security military ships vessels "
        "aircraft monitors inspectors ceo education health finance trade energy ship gunmen gunman plane jet boat "
        "vessel draft emergency soldiers police bombers warships planes jets boats crew convoy peacekeepers economic "
        "budget council"
    ).split()
)
_SUBJECTS = frozenset(
    "on about regarding concerning against toward towards like than versus within without under".split()
)
_OTHERS = frozenset(["other", "fellow", "non", "anti", "pro", "former", "future"])
# Nouns that a body's name only qualifies.
_ATTRIBUTED = frozenset(
    (
        "membership affairs issues cooperation charter resolution resolutions sanctions enlargement expansion "
        "accession relations policy win victory candidate rules headquarters building "
        "compound remarks phones chips cars vehicles products vaccines equipment"
    ).split()
)
# "Enlargement of NATO", "member of the EU": what somebody joins does nothing.
_JOINING = frozenset("enlargement expansion membership accession founding creation establishment".split())
# "The United Russia party": what the body is.
_CALLED = frozenset("party movement group militia network newspaper agency airline channel daily magazine".split())
_SHARED = frozenset("memorandum agreement contract deal venture project pact".split())
_COMPANIES = frozenset({"company", "bank"})
_NUMBERS = frozenset("six seven eight nine ten eleven twelve hundreds dozens millions billions".split())
_SINCE = frozenset({"after", "since", "before", "from", "until"})
_LEADS = frozenset({"leads", "heads", "chairs", "runs", "founded", "represents", "led", "headed"})
_THEIR_PEOPLE = frozenset(
    "leaders members ministers representatives heads presidents officials delegates envoys".split()
)


class OrganizationFinder:
    """Finds the acting bodies of passages by one codebook."""

    def __init__(self, book: Codebook) -> None:
        self._reader = BodyReader(book)

    def find(self, passage: Passage, zones: Zones, taken: set[int]) -> list[Body]:
        """Find the bodies that act or host; `taken` are the tokens that titles and names cover."""
        found: list[Body] = []
        headed = not (HEADS | NAMED_HEADS).isdisjoint(passage.folded)
        end = 0
        for i in range(passage.size) if headed else [m.first for m in passage.matches if m.body()]:
            if i < end or i in taken:
                continue
            body = self._reader.at(passage, i, taken, headed)
            match = passage.match_at(i)
            end = body.last if body is not None else match.last if match is not None else i + 1
            if (
                body is not None
                and self._acts(passage, zones, body, taken)
                and not self._is_employer(passage, body, taken)
            ):
                found.append(body)
        return found

    def _acts(self, passage: Passage, zones: Zones, body: Body, taken: set[int]) -> bool:
        """Tell whether a body does something here or gives the event its place."""
        i, kind = body.first, body.item.kind if body.item is not None else ""
        if zones.prospect[i] or (zones.about[i] and not self._resumes(passage, zones, body)):
            return False
        while passage.word(i - 1) in DETERMINERS:
            i -= 1
        before, following = passage.word(i - 1), passage.word(body.last)
        if before in _SUBJECTS or passage.word(body.first - 1) in _OTHERS:
            return False
        if following == "'s":
            return self._has_own(passage, body, taken)
        if before in _LEADS and "who" in passage.folded[max(i - 3, 0) : i - 1]:
            return False
        if before == "of" and passage.word(i - 2) in _THEIR_PEOPLE:
            return True
        if self._is_workplace(passage, body, i - 1) or self._is_talk(body):
            return False
        if body.first > 0 and passage.words.joined[body.first - 1] and kind != "company":
            return False
        if passage.words.joined[body.first] or passage.is_joined(body.last):
            shared = kind == "company" and following in _SHARED  # "a CNPC-Gazprom memorandum"
            return shared or (following.isalpha() and self._gathers(passage, body.last))
        if kind == "pact" or (kind == "format" and before in _SINCE):
            return self._gathers(passage, body.last)
        if before == "of" and passage.word(i - 2) in _JOINING:
            return False
        if passage.is_capital(body.last) or self._is_attribute(passage, zones, body, before):
            return self._gathers(passage, body.last)
        return True

    def _resumes(self, passage: Passage, zones: Zones, body: Body) -> bool:
        """Tell whether a body opens a clause of its own behind what is talked about: "..., and the WTO agrees"."""
        i = body.first
        while i > 0 and (passage.word(i - 1) in DETERMINERS or passage.match_before(i) is not None):
            i -= 1
        opens = passage.folded[max(i - 2, 0) : i] == [",", "and"] or passage.word(i - 1) in ("while", "but")
        return opens and (body.last in zones.verbs or passage.word(body.last) in AUXILIARIES)

    def _has_own(self, passage: Passage, body: Body, taken: set[int]) -> bool:
        """Tell whether what a body owns is no department or person: "NATO's exercise", "Lotte's shops"."""
        i = body.last + 1
        while passage.word(i).isdigit() or passage.word(i) in ("first", "biggest", "largest", "top"):
            i += 1
        if not passage.is_capital(i) or self._gathers(passage, i):
            return True
        ends = (j for j in range(i, passage.size) if not passage.is_capital(j))
        return i not in taken and (HEADS | NAMED_HEADS).isdisjoint(passage.folded[i : next(ends, passage.size)])

    def _is_employer(self, passage: Passage, body: Body, taken: set[int]) -> bool:
        """Tell whether an office's title goes on with the body: "director of the Asian and Oceanian Affairs Bureau"."""
        i = body.first - 1 - (passage.word(body.first - 1) in DETERMINERS)
        return body.item is None and passage.word(i) in ("of", "'s") and (i in taken or i - 1 in taken)

    def _is_workplace(self, passage: Passage, body: Body, i: int) -> bool:
        """Tell whether a body is only where somebody works or calls: "teaches at", "protests at the ministry"."""
        if passage.word(i) not in ("at", "outside", "in"):
            return False
        if "University" in body.name or (body.item is None and "Ministry" in body.name):
            return True
        return not WORKS.isdisjoint(passage.folded[max(i - 6, 0) : i])

    def _is_talk(self, body: Body) -> bool:
        """Tell whether a format is no body but the talks themselves ("Six-Party Talks", "Human Rights Dialogue")."""
        kind = body.item.kind if body.item is not None else ""
        two_sided = body.name.endswith(("Dialogue", "Summit")) and "-" in body.name
        return kind == "format" and (two_sided or body.name.endswith("Talks"))

    def _gathers(self, passage: Passage, i: int) -> bool:
        return any(passage.word(j) in _GATHERINGS for j in range(i, min(i + 3, passage.size)))

    def _is_attribute(self, passage: Passage, zones: Zones, body: Body, before: str) -> bool:
        """Tell whether the body only qualifies the noun behind it, and no verb stands there."""
        i = body.last
        word = passage.word(i)
        if (
            not word.isalpha()
            or word in _NUMBERS
            or i in zones.verbs
            or word in FUNCTION_WORDS
            or word in PAST_FORMS | _CALLED
        ):
            return False
        if word in _GATHERINGS or word in _ATTRIBUTED:
            return True
        # Behind several bodies, or one that is many, a verb has no ending: "Rosneft and Transneft get".
        trades = body.item is not None and body.item.kind in _COMPANIES
        joins = ("and", "by", "&") if trades else ("and", "by", "&", "of")
        bare = passage.word(body.first - 1) in (before, "the")
        many = (bare and before in joins) or passage.word(i - 1).endswith("s")
        return not many and not word.endswith(("s", "ed", "ly"))
