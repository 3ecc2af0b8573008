"""Figure: a person in a passage while it is being worked out, from a bare name to a person with an office."""

from dataclasses import dataclass, field

from sinorus.codebook.records import Person
from sinorus.coding.names import Name
from sinorus.coding.offices import Title


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
