"""Persons: found by name or by grammar, in which office, for which state, taking part or merely mentioned."""

import pytest

from sinorus.model import Event
from tests.coding.conftest import Code

Row = tuple[str, str | None, str | None, str]


def persons(event: Event) -> list[Row]:
    found = []
    for p in event.actors:
        if p.actor.kind == "person":
            country = p.role.country if p.role and p.role.country else p.actor.country
            found.append((p.actor.name, p.role.title if p.role else None, country, p.part))
    return found


IN, OUT = "participant", "mentioned"
CASES: list[tuple[str, str, str, list[Row]]] = [
    (
        "surname with a title",
        "2019-06-05",
        "President Putin welcomes President Xi at the airport.",
        [("Vladimir Putin", "President", "RU", IN), ("Xi Jinping", "President", "CN", IN)],
    ),
    (
        "office as of the day",
        "2010-09-26",
        "Medvedev and Hu review the border treaty.",
        [("Dmitry Medvedev", "President", "RU", IN), ("Hu Jintao", "President", "CN", IN)],
    ),
    (
        "apposition behind",
        "2012-05-03",
        "Dai Bingguo, State Councilor of China, hosts the guests.",
        [("Dai Bingguo", "State Councilor", "CN", IN)],
    ),
    (
        "counterpart takes over the office",
        "2016-03-11",
        "FM Lavrov confers with Chinese counterpart Wang Yi.",
        [("Sergey Lavrov", "Foreign Minister", "RU", IN), ("Wang Yi", "Foreign Minister", "CN", IN)],
    ),
    (
        "title in the plural",
        "2003-05-27",
        "Presidents Putin and Hu Jintao sign a declaration.",
        [("Vladimir Putin", "President", "RU", IN), ("Hu Jintao", "President", "CN", IN)],
    ),
    (
        "postposed plural with two states",
        "2013-02-22",
        "Sergey Lavrov and Yang Jiechi, the Russian and Chinese foreign ministers, exchange notes.",
        [("Sergey Lavrov", "Foreign Minister", "RU", IN), ("Yang Jiechi", "Foreign Minister", "CN", IN)],
    ),
    (
        "unknown person behind a title",
        "2007-03-01",
        "Peruvian Deputy Trade Minister Anselmo Quispe Tarrillo opens the fair.",
        [("Anselmo Quispe Tarrillo", "Deputy Trade Minister", "PE", IN)],
    ),
    (
        "unknown person before a title",
        "2007-03-01",
        "Anselmo Quispe, deputy trade minister of Peru, opens the fair.",
        [("Anselmo Quispe", "Deputy Trade Minister", "PE", IN)],
    ),
    (
        "patronymic and family name first",
        "2009-04-01",
        "Russian Deputy Energy Minister Dorokhov Pavel Ilyich joins the talks.",
        [("Pavel Dorokhov", "Deputy Energy Minister", "RU", IN)],
    ),
    (
        "gloss in brackets",
        "2018-09-12",
        "Wang Qishan (王岐山), Vice President of China, attends.",
        [("Wang Qishan", "Vice President", "CN", IN)],
    ),
    (
        "particles in a surname",
        "2021-02-01",
        "European Commission President Ursula von der Leyen replies to Crown Prince Mohammed bin Salman.",
        [
            ("Ursula von der Leyen", "European Commission President", "EU", IN),
            ("Mohammed bin Salman", "Crown Prince", "SA", IN),
        ],
    ),
    (
        "two offices of one person",
        "2017-07-10",
        "State Councilor and Defense Minister Wei Fenghe reviews the troops.",
        [("Wei Fenghe", "State Councilor and Defense Minister", "CN", IN)],
    ),
    (
        "verb of becoming",
        "2000-05-08",
        "Vladimir Putin names Mikhail Kasyanov as prime minister.",
        [("Vladimir Putin", "President", "RU", IN), ("Mikhail Kasyanov", "Prime Minister", "RU", IN)],
    ),
    (
        "somebody's plan",
        "2023-05-20",
        "FM Wang Yi rejects the peace formula proposed by President Zelensky.",
        [("Wang Yi", "Foreign Minister", "CN", IN), ("Volodymyr Zelenskyy", "President", "UA", OUT)],
    ),
    (
        "a thing named after somebody",
        "2019-11-01",
        "Delegates study Xi Jinping Thought.",
        [("Xi Jinping", "President", "CN", OUT)],
    ),
    (
        "an invitation to what is still to come",
        "2014-01-15",
        "Ambassador Gerard van Ostrom invites President Xi Jinping to the upcoming nuclear summit.",
        [("Gerard van Ostrom", "Ambassador", None, IN), ("Xi Jinping", "President", "CN", OUT)],
    ),
    (
        "who heads a body",
        "2015-11-07",
        "Ilse Brandvold, who heads the Fisheries Directorate of Norway, agrees.",
        [("Ilse Brandvold", "Head of the Fisheries Directorate", "NO", IN)],
    ),
    (
        "name before the office that somebody is elected to",
        "2025-10-21",
        "The Diet elects Takaichi Sanae prime minister.",
        [("Sanae Takaichi", "Prime Minister", "JP", IN)],
    ),
    (
        "month is no name",
        "2017-05-02",
        "Theresa May says in May that talks may begin.",
        [("Theresa May", "Prime Minister", "GB", IN)],
    ),
    (
        "title before a comma",
        "2011-04-14",
        "Kazakhstan’s industry minister, Asan Tolegenov, speaks.",
        [("Asan Tolegenov", "Industry Minister", "KZ", IN)],
    ),
    (
        "names in brackets behind their states",
        "2019-09-26",
        "It is the first session of the foreign ministers of Australia (Payne) and Japan (Motegi).",
        [("Marise Payne", "Foreign Minister", "AU", IN), ("Toshimitsu Motegi", "Foreign Minister", "JP", IN)],
    ),
]


@pytest.mark.parametrize(("day", "text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_persons_are_found_with_office_state_and_part(day: str, text: str, expected: list[Row], code: Code) -> None:
    assert persons(code(day, text)) == expected


def test_surname_means_the_person_named_before_in_the_same_entry(code: Code) -> None:
    event = code("2010-01-01", "Deputy FM Sergey Ryabkov is in Tehran. Ryabkov meets officials there.")
    assert [p[0] for p in persons(event)] == ["Sergey Ryabkov"]


def test_mention_span_gives_back_the_mention(code: Code) -> None:
    text = "China’s Special Representative on Eurasian Affairs Li Hui travels to Kyiv to see FM Dmytro Kuleba."
    for p in code("2024-03-07", text).actors:
        assert text[p.start : p.end] == p.mention


def test_role_basis_tells_stated_from_inferred(code: Code) -> None:
    event = code("2024-04-09", "Xi receives FM Lavrov.")
    assert {p.actor.name: p.role_basis for p in event.actors} == {"Xi Jinping": "inferred", "Sergey Lavrov": "stated"}


def test_namesake_with_another_state_and_office_stays_unknown(code: Code) -> None:
    event = code("2015-06-01", "Peruvian Trade Minister Wang Yi opens the fair.")
    (person,) = event.actors
    assert (person.actor.name, person.actor.country, person.actor.origin) == ("Wang Yi", "PE", "text")


def test_two_candidates_for_a_surname_leave_it_undecided(code: Code) -> None:
    names = [p.actor for p in code("2015-06-01", "Engineer Zhang repairs the pump.").actors]
    assert [(a.name, a.origin) for a in names] == [("Zhang", "text")]
