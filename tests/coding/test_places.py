"""Places: where something happens or somebody travels, and not who acts or what is talked about."""

import pytest

from tests.coding.conftest import Code

CASES = [
    ("in a city", "FM Lavrov speaks in Minsk.", ["Minsk"]),
    ("visiting a state", "President Xi visits Serbia and Hungary.", ["Serbia", "Hungary"]),
    ("travelling through several", "Envoys travel to Poland, Germany and France.", ["Poland", "Germany", "France"]),
    ("city and its state", "The ministers meet in Astana, Kazakhstan.", ["Astana", "Kazakhstan"]),
    ("capital as a government", "Moscow says that Beijing agrees.", []),
    ("state that acts", "Russia and China veto the draft.", []),
    ("war in a state", "They discuss the war in Syria.", []),
    ("relations with a state", "He praises relations with India.", []),
    ("office about a state", "The ambassador to Japan resigns.", []),
    ("summit still to come", "They prepare for the upcoming summit in Kazan.", []),
    ("site without preposition", "Water from the Fukushima power plant is released.", ["Fukushima"]),
    ("sea", "Warships drill in the Sea of Japan.", ["Sea of Japan"]),
    ("longest name wins", "A tanker burns in the Gulf of Oman.", ["Gulf of Oman"]),
    ("host city", "Ufa hosts the meeting.", ["Ufa"]),
    ("from one to another", "The firm moves its office from mainland China to Singapore.", ["China", "Singapore"]),
    ("part of a city", "Central Moscow celebrates.", ["Moscow"]),
    ("territory", "A drone crosses into Polish airspace.", ["Poland"]),
    ("embassy in a city", "The Indian Embassy in Lima’s first secretary, Arun Pillai, replies.", []),
    ("between two towns", "A ferry sinks between Busan and Fukuoka.", ["Busan", "Fukuoka"]),
    ("between two governments", "A quarrel between Lima and Quito goes on.", []),
    ("line between capitals", "The first train between Vienna and Prague departs.", ["Vienna", "Prague"]),
    ("from one town to another", "A road from Mombasa to Kisumu opens.", ["Mombasa", "Kisumu"]),
    ("leaving one for another", "The ship leaves Odesa for Lebanon.", ["Odesa", "Lebanon"]),
    ("bearings", "It sinks 40 miles south of Hainan.", ["Hainan"]),
    ("embassy that is stormed", "Students overrun the British Embassy in Khartoum.", ["Khartoum"]),
    ("embassy that speaks", "The British Embassy in Khartoum denies this.", []),
    ("treaty's name before the city", "They sign the Treaty of Cooperation in Minsk.", ["Minsk"]),
    ("sea in a paper's name", "They adopt the Code of Conduct in the South China Sea Declaration.", []),
    ("paper named after a city", "Canada leaves the Kyoto Protocol.", []),
    ("meeting named after a city", "Ministers attend a Brussels meeting.", ["Brussels"]),
    ("clause behind a city", "He says in Oslo that Chile agrees.", ["Oslo"]),
    ("university in a city", "She speaks at Zagreb University.", ["Zagreb University"]),
    ("unknown town and its land", "They meet in Harpsund, Sweden.", ["Harpsund", "Sweden"]),
    ("unknown island", "A boat is lost off Tromelo Island.", ["Tromelo Island"]),
    ("unknown province", "A quake shakes villages in Tenmar province.", ["Tenmar"]),
    ("unknown house in a city", "The queen visits Fairlawn in Kolkata.", ["Fairlawn", "Kolkata"]),
    ("room of a house", "They sign in the East Room of the White House.", ["White House"]),
    ("quarrel over a state", "Differences over Syria remain.", []),
    ("dateline", "Oslo: FM Lavrov comes for talks.", ["Oslo"]),
    ("dateline in brackets", "(Oslo): FM Lavrov comes for talks.", ["Oslo"]),
    ("dateline before a dash", "Oslo - FM Lavrov comes for talks.", ["Oslo"]),
    ("dateline with its state", "Bergen, Norway – FM Lavrov comes for talks.", ["Bergen", "Norway"]),
    ("dateline with a date", "OSLO, May 5, 2014 -- FM Lavrov comes for talks.", ["Oslo"]),
    ("dateline with a date in brackets", "OSLO (April 9, 2014) - FM Lavrov comes.", ["Oslo"]),
    ("two ends of a line", "Vienna - Prague trains run again.", []),
    ("who speaks before a colon", "Russia: FM Lavrov comes for talks.", []),
    ("visit denied", "FM Lavrov does not meet Prime Minister Modi in Oslo.", []),
    ("visit denied, another paid", "FM Lavrov does not visit Bern but meets Prime Minister Modi in Oslo.", ["Oslo"]),
    ("visit put off", "FM Lavrov postpones a visit to Oslo.", []),
    ("meeting called off", "A summit in Oslo with Prime Minister Modi is cancelled.", []),
    ("called off elsewhere", "FM Lavrov says in Bern that a summit in Oslo is postponed.", ["Bern"]),
    ("visit that others wish", "FM Lavrov says that Prime Minister Modi should visit Oslo.", []),
    ("heading of an item", "Fourth ministerial session, Bergen. The text is adopted.", ["Bergen"]),
    ("heading before a colon", "Third round of the dialogue under Bo Ek, Tallinn: no result.", ["Tallinn"]),
    ("court at its seat", "Permanent Court of Arbitration, Bern, finds for Chile.", ["Bern"]),
    ("capitals in a list that act", "In a statement on the session, Oslo, Bern and Lima object.", []),
    (
        "onward journey",
        "He travels to Osaka for a fair, says little on trade with Peru, and on to Hanoi.",
        ["Osaka", "Hanoi"],
    ),
    ("line from a capital", "The first bus from Lima to Cusco leaves at dawn.", ["Lima", "Cusco"]),
    ("vehicle", "The minister boards a train to Lviv.", ["Lviv"]),
    ("goods to a state", "Norway halts arms deliveries to Peru.", []),
    ("recognition that changes", "Nauru switches recognition from Taiwan to China.", []),
    ("ship named after a province", "Sailors tour the aircraft carrier Shandong.", []),
    ("ships in a list", "The frigates Bergen and Odesa are scrapped.", []),
    ("state to be", "Peru stops short of recognizing South Ossetia and Abkhazia.", []),
    ("power of an ocean", "France, as a Pacific power, objects.", []),
    ("embassy that is hit", "The Peruvian embassy in Hanoi is bombed.", ["Hanoi"]),
    ("through an embassy", "The note passes through the Swiss embassy in Quito.", ["Quito"]),
    ("capital that falls", "Rebels take Khartoum after a siege.", ["Khartoum"]),
    ("capital held responsible", "Chile takes Lima to court.", []),
    ("summit with its subject", "Leaders attend the Nairobi Peace Summit.", ["Nairobi"]),
    ("capital that rejects talks", "Oslo rejects talks.", []),
    ("subject behind a comma", "In a note to the envoy in Tashkent, Uzbekistan objects.", []),
    ("unknown town in a part of a land", "At Harpsund, in western Sweden, they talk.", ["Harpsund", "Sweden"]),
    ("unknown spot", "The generals confer at Molden on the border.", ["Molden"]),
    ("works at", "An analyst who works at Molden objects.", []),
    ("flight over a state", "A drone is shot down over Syria.", ["Syria"]),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_places_are_where_something_happens(text: str, expected: list[str], code: Code) -> None:
    assert [p.place.name for p in code("2022-06-01", text).places] == expected


def test_place_knows_its_state_and_position(code: Code) -> None:
    (mention,) = code("2022-06-01", "They meet in Vladivostok.").places
    assert mention.place.country == "RU"
    assert mention.place.latitude == pytest.approx(43.1, abs=0.2)
    assert mention.place.longitude == pytest.approx(131.9, abs=0.2)
