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
        "postposed plural of several states",
        "2013-04-19",
        "Ivica Dacic and Hashim Thaci, prime ministers of Serbia and Kosovo, come back.",
        [("Ivica Dacic", "Prime Minister", "RS", IN), ("Hashim Thaci", "Prime Minister", "XK", IN)],
    ),
    (
        "list behind a title in the plural",
        "2011-06-01",
        "Trade ministers of ten states, among them Ruben Oskanov of Armenia and Peru’s Martin Quispez, meet.",
        [("Ruben Oskanov", "Trade Minister", "AM", IN), ("Martin Quispez", "Trade Minister", "PE", IN)],
    ),
    (
        "office and rank before a name",
        "2011-06-01",
        "The alliance’s top commander, Gen. Peter Hallstrom, speaks.",
        [("Peter Hallstrom", "Alliance's Top Commander", None, IN)],
    ),
    (
        "two offices behind a name",
        "2011-06-01",
        "Ruslan Batyrov, deputy prime minister and finance minister of Kazakhstan, speaks.",
        [("Ruslan Batyrov", "Deputy Prime Minister and Finance Minister", "KZ", IN)],
    ),
    (
        "office taken up by who was something before",
        "2011-06-01",
        "Former banker Luis Ocamparo of Peru is elected president.",
        [("Luis Ocamparo", "President", "PE", IN)],
    ),
    (
        "offices given to two together",
        "2011-06-01",
        "Pavel Orlovsky and Ivan Terukov are named special representatives.",
        [
            ("Pavel Orlovsky", "Special Representative", None, IN),
            ("Ivan Terukov", "Special Representative", None, IN),
        ],
    ),
    (
        "counterpart with a rank",
        "2025-05-10",
        "Pakistan’s Director General of Military Operations Asif Qamaro calls Indian counterpart Lt. Gen. Vijay Rathi.",
        [
            ("Asif Qamaro", "Director General of Military Operations", "PK", IN),
            ("Vijay Rathi", "Director General of Military Operations", "IN", IN),
        ],
    ),
    (
        "adviser to somebody named",
        "2023-03-01",
        "Ian Trelawney, security adviser to President Biden, lands in Oslo.",
        [("Ian Trelawney", "Security Adviser", "US", IN), ("Joe Biden", "President", "US", OUT)],
    ),
    (
        "spokesman of somebody named",
        "2023-03-01",
        "Putin’s spokesman Dmitry Peskov says no.",
        [("Vladimir Putin", "President", "RU", OUT), ("Dmitry Peskov", "Spokesman", "RU", IN)],
    ),
    (
        "relatives have no office",
        "2011-06-01",
        "President Chandrika Oskanova of Armenia and her husband Ruben Oskanov land in Rome.",
        [("Chandrika Oskanova", "President", "AM", IN), ("Ruben Oskanov", None, "AM", IN)],
    ),
    (
        "state of the delegation",
        "2011-06-01",
        "Health Minister Martin Quispez leads Peru’s delegation to Geneva.",
        [("Martin Quispez", "Health Minister", "PE", IN)],
    ),
    (
        "state that recalls an envoy",
        "2011-06-01",
        "Warsaw recalls Ambassador Jan Kowalczuk from Minsk.",
        [("Jan Kowalczuk", "Ambassador", "PL", IN)],
    ),
    (
        "state whose people somebody is one of",
        "2011-06-01",
        "Three Indian soldiers, among them Col. Vijay Rathi, fall in a fight with Chinese troops.",
        [("Vijay Rathi", "Colonel", "IN", IN)],
    ),
    (
        "heads of two governments share no state",
        "2011-06-01",
        "Chancellor Angela Merkel and Premier Jan Kowalczuk sign the treaty.",
        [("Angela Merkel", "Chancellor", "DE", IN), ("Jan Kowalczuk", "Premier", None, IN)],
    ),
    (
        "official of the European Union",
        "2016-07-12",
        "European Council President Tusk lands in Tokyo.",
        [("Donald Tusk", "European Council President", "EU", IN)],
    ),
    (
        "first name of somebody else",
        "2015-06-01",
        "The guests include Kashif Abdullah.",
        [("Kashif Abdullah", None, None, IN)],
    ),
    (
        "second syllable behind a hyphen",
        "2014-02-11",
        "Wang Yu-lan, a lawyer, opens the fair.",
        [("Wang Yu-lan", "Lawyer", None, IN)],
    ),
    (
        "known name with a hyphen that begins like a small word",
        "2018-06-26",
        "No Kwang-chol visits Moscow.",
        [("No Kwang Chol", "Defense Minister", "KP", IN)],
    ),
    (
        "unknown names in a list",
        "2001-05-05",
        "Foreign ministers Arben Xhaferi, Imer Imeri and Otto Nordmann meet.",
        [(name, "Foreign Minister", None, IN) for name in ("Arben Xhaferi", "Imer Imeri", "Otto Nordmann")],
    ),
    (
        "authors of an earlier accord",
        "2010-01-01",
        "Medvedev praises the accord that Bush and Vladimir Putin signed.",
        [
            ("Dmitry Medvedev", "President", "RU", IN),
            ("Bush", None, None, OUT),
            ("Vladimir Putin", "Prime Minister", "RU", OUT),
        ],
    ),
    (
        "who is quoted speaks",
        "2017-11-29",
        "KCNA quotes Kim Jong Un as saying that the force is complete.",
        [("Kim Jong Un", "Supreme Leader", "KP", IN)],
    ),
    (
        "who stays away",
        "2018-03-21",
        "President Xi opens the forum. President Putin did not attend.",
        [("Xi Jinping", "President", "CN", IN), ("Vladimir Putin", "President", "RU", OUT)],
    ),
    (
        "who should act later",
        "2022-02-20",
        "Xi and Putin agree that Sergey Lavrov and Wang Yi should meet.",
        [
            ("Xi Jinping", "President", "CN", IN),
            ("Vladimir Putin", "President", "RU", IN),
            ("Sergey Lavrov", "Foreign Minister", "RU", OUT),
            ("Wang Yi", "Foreign Minister", "CN", OUT),
        ],
    ),
    (
        "names in brackets behind their states",
        "2019-09-26",
        "It is the first session of the foreign ministers of Australia (Payne) and Japan (Motegi).",
        [("Marise Payne", "Foreign Minister", "AU", IN), ("Toshimitsu Motegi", "Foreign Minister", "JP", IN)],
    ),
    (
        "surname of a head of state before that of whoever heads a body",
        "2018-06-12",
        "Trump and Kim meet in Singapore.",
        [("Donald Trump", "President", "US", IN), ("Kim Jong Un", "Supreme Leader", "KP", IN)],
    ),
    (
        "whoever heads a party is no head of state",
        "1999-06-11",
        "Gandhi is murdered.",
        [("Gandhi", None, None, IN)],
    ),
    (
        "state of an office held for another state",
        "1988-05-05",
        "Soviet Foreign Minister Shevardnadze lands in Rome.",
        [("Eduard Shevardnadze", "Foreign Minister", "SU", IN)],
    ),
    (
        "surname with the office of somebody long gone",
        "2012-05-05",
        "Ambassador Lodge lands in Saigon.",
        [("Lodge", "Ambassador", None, IN)],
    ),
    (
        "full name of somebody of a later age",
        "1962-10-26",
        "Aleksandr Fomin has lunch.",
        [("Aleksandr Fomin", None, None, IN)],
    ),
    (
        "surname that is a common word, of who is in office",
        "1975-05-06",
        "Ford visits Bern.",
        [("Gerald Ford", "President", "US", IN)],
    ),
    (
        "two who act, one with a common word for a surname",
        "2018-05-26",
        "Moon and Kim meet.",
        [("Moon Jae-in", "President", "KR", IN), ("Kim Jong Un", "Supreme Leader", "KP", IN)],
    ),
    (
        "surname that is a month",
        "2018-05-06",
        "In Paris, May meets Macron.",
        [("Theresa May", "Prime Minister", "GB", IN), ("Emmanuel Macron", "President", "FR", IN)],
    ),
    (
        "Russian surname in Soviet times",
        "1975-05-06",
        "Soviet and Polish troops land. The guests include the soldier Anatoly Gromov.",
        [("Anatoly Gromov", "Soldier", "SU", IN)],
    ),
    (
        "office of somebody's adviser",
        "2020-05-06",
        "Anna Berg, the president's national security adviser, flies to Delhi.",
        [("Anna Berg", "National Security Adviser", None, IN)],
    ),
    (
        "surname that is a town too",
        "2020-05-06",
        "The court frees Osman Kavala.",
        [("Osman Kavala", None, None, IN)],
    ),
    (
        "two leaders with a hyphen",
        "2019-02-28",
        "The Trump-Kim summit ends.",
        [("Donald Trump", "President", "US", IN), ("Kim Jong Un", "Supreme Leader", "KP", IN)],
    ),
    (
        "head of the UN before a namesake who leads a state",
        "2018-03-26",
        "Guterres speaks in Varna.",
        [("António Guterres", "Secretary-General", "UN", IN)],
    ),
    (
        "body with the adjective of its state",
        "2019-05-05",
        "U.S. Treasury Secretary Steven Mnuchin sees Japan Coast Guard chief Ito Hiroshi.",
        [("Steven Mnuchin", "Treasury Secretary", "US", IN), ("Ito Hiroshi", "Japan Coast Guard Chief", "JP", IN)],
    ),
    (
        "surname that is a noun of events too",
        "2011-12-12",
        "Vice FM Park Suk-hwan sees reporters in Olympic Park.",
        [("Park Suk-hwan", "Vice Foreign Minister", None, IN)],
    ),
    (
        "heads of two kinds",
        "2017-05-14",
        "29 heads of state and government come, among them Vladimir Putin and Nawaz Sharif.",
        [("Vladimir Putin", "President", "RU", IN), ("Nawaz Sharif", "Prime Minister", "PK", IN)],
    ),
    ("common word in the time of its bearer", "1990-05-06", "Bush fires rage in Spain. Bush planes land.", []),
    ("month in the time of its bearer", "2018-05-06", "In May visits are rare. May talks fail.", []),
    ("common word with a verb out of its bearer's time", "2024-05-06", "Ford visits rise.", []),
]


@pytest.mark.parametrize(("day", "text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_persons_are_found_with_office_state_and_part(day: str, text: str, expected: list[Row], code: Code) -> None:
    assert persons(code(day, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The destroyer USS John McCain leaves Yokosuka.",
        "The frigate Admiral Gorshkov and the carrier Ronald Reagan meet.",
        "A Song-class submarine surfaces.",
        "Two Su-35 fighters and a Tu-95MS take off.",
        "Typhoon Maria Alvarez hits Luzon.",
        "The fans gather in Ali Khor.",
        "Official Visit. Toured Graceland.",
    ],
    ids=["warship", "ships with a rank or a name", "class of ships", "aircraft", "storm", "place", "heading"],
)
def test_thing_or_place_with_a_name_is_no_person(text: str, code: Code) -> None:
    assert persons(code("2017-08-21", text)) == []


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


def test_unknown_full_name_is_known_again(code: Code) -> None:
    assert persons(code("1998-05-08", "Olavi Virtanen lands in Oslo.")) == []
    code("1998-05-09", "Finnish diplomat Olavi Virtanen lands in Rome.")
    assert persons(code("1998-05-10", "Olavi Virtanen lands in Oslo.")) == [("Olavi Virtanen", None, "FI", IN)]


def test_head_of_state_keeps_the_surname_after_a_namesake_was_named(code: Code) -> None:
    code("1998-05-01", "President Bill Clinton speaks.")
    code("1998-05-02", "Hillary Clinton lands in Rome.")
    assert [p[0] for p in persons(code("1998-05-07", "Clinton lands in Beijing."))] == ["Bill Clinton"]
