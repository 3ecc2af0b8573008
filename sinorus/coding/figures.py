"""A person in a passage while it is being worked out: a name first, then a figure with person, state and office."""

from dataclasses import dataclass, field

from sinorus.codebook.records import Person
from sinorus.coding.offices import Title


@dataclass(slots=True)
class Name:
    """A span that names a person. Units: token numbers, half-open."""

    first: int
    last: int
    known: tuple[Person, ...]
    full: bool
    title: Title | None = None


@dataclass(slots=True, eq=False)
class Figure:
    """A person in a passage. Units: `first`, `last` are the tokens of the name, `start` that of its first title."""

    name: Name
    start: int
    titles: list[Title] = field(default_factory=list)
    person: Person | None = None
    country: str | None = None
    role: str | None = None
    organization: str | None = None
    reason: str = ""
    counterpart: bool = False
    inferred: bool = False
    end: int = 0
    mentions: list[tuple[int, int]] = field(default_factory=list)

    @property
    def first(self) -> int:
        return self.name.first

    @property
    def last(self) -> int:
        return self.name.last
