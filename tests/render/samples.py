"""Rows as the store gives them, made by hand, for pictures that never change by themselves."""

from sinorus.store.detail import EventDetail
from sinorus.store.rows import ActorRow, DateRow, EventRow, LabelRow, Neighbour, PlaceRow, SourceRow

TITLE = "Events with Sergey Lavrov and Wang Yi, January to April 2024"


def actor(
    number: int,
    name: str,
    country: str | None,
    role: str | None = None,
    part: str = "participant",
    kind: str = "person",
) -> ActorRow:
    """Return an actor in an event."""
    return ActorRow(
        name, kind, country, role, "stated" if role else None, part, name.rsplit(maxsplit=1)[-1], 0, 6, "rule", number
    )


def place(number: int, name: str, country: str) -> PlaceRow:
    """Return a place in an event."""
    return PlaceRow(name, country, "city", None, None, name, 17, 24, "rule", number)


def topic(slug: str) -> LabelRow:
    """Return a topic of an event."""
    return LabelRow(slug, slug.replace("-", " ").capitalize(), "UA takes part", None, None)


LAVROV, WANG_YI = actor(1, "Sergey Lavrov", "RU", "Foreign Minister"), actor(2, "Wang Yi", "CN", "Foreign Minister")
EVENTS = [
    EventRow(
        2,
        "2024-01-10",
        "Jan. 10, 2024",
        "2024-01-10",
        "2024-01-10",
        "day",
        "Lavrov telephones his Chinese counterpart Wang Yi. They go over bilateral relations, the conflict between "
        "Israelis and Palestinians, and BRICS affairs.",
        None,
        "Chronology",
        8,
        (LAVROV, WANG_YI, actor(3, "Russia", "RU", kind="country")),
        (),
        (topic("bilateral-ties"), topic("middle-east"), topic("brics")),
        (LabelRow("phone-call", "Phone call", "telephones", 7, 17),),
    ),
    EventRow(
        13,
        "2024-03-02/2024-03-08",
        "March 2-8, 2024",
        "2024-03-02",
        "2024-03-08",
        "range",
        "Li Hui, China’s Special Representative on Eurasian Affairs (李辉), travels to Russia, Poland, Ukraine, "
        "Germany and France on a second round of shuttle diplomacy; Lavrov and Wang are told.",
        "The dates differ.",
        "Chronology",
        23,
        (
            actor(4, "Li Hui", "CN", "Special Representative on Eurasian Affairs"),
            LAVROV,
            WANG_YI,
            actor(5, "Volodymyr Zelensky", "UA", part="mentioned"),
        ),
        (
            place(1, "Russia", "RU"),
            place(2, "Poland", "PL"),
            place(3, "Ukraine", "UA"),
            place(4, "Germany", "DE"),
            place(5, "France", "FR"),
        ),
        (topic("ukraine-war"),),
        (),
    ),
    EventRow(
        120,
        "2023-12-30/2024-01-02",
        "Dec. 30, 2023-Jan. 2, 2024",
        "2023-12-30",
        "2024-01-02",
        "range",
        "An entry with \x1b[31mescapes\x1b[0m, [bold]markup[/bold] and a \u202eturned line.",
        None,
        "Chronology",
        40,
        (actor(6, "Extraordinarily Long-Winded Organization for the Promotion of Tables", None, kind="organization"),),
        (),
        (),
        (),
    ),
]
DETAIL = EventDetail(
    EVENTS[1]._replace(text="Lavrov visits in Beijing, then goes home on March 9."),
    (DateRow("2024-03-09", "2024-03-09", "day", "2024-03-09", "on March 9", 41, 51),),
    (
        SourceRow("Chronology", "An author", None, None, "chronology.txt", 23),
        SourceRow("Another", None, None, None, "b.txt", 4),
    ),
    Neighbour(2, "2024-01-10", EVENTS[0].text),
    None,
)
