"""Organizations: bodies that act or host, and not those that are only named."""

import pytest

from tests.coding.conftest import Code

CASES = [
    ("attending a summit", "Envoys attend the SCO summit.", ["SCO"]),
    ("subject", "The IAEA reports no change.", ["IAEA"]),
    (
        "ministry with its state",
        "The Peruvian Foreign Ministry says that it regrets the delay.",
        ["Peruvian Foreign Ministry"],
    ),
    ("employer in a title", "NATO Secretary General Jens Stoltenberg speaks.", []),
    ("subject of talk", "They discuss BRICS issues.", []),
    ("on a body", "They hold consultations on the SCO and trade.", []),
    ("attribute", "Ukraine seeks NATO membership.", []),
    ("leaders of a body", "He meets with leaders of the Gulf Cooperation Council.", ["Gulf Cooperation Council"]),
    ("addressing a body", "President Putin addresses the UN General Assembly.", ["UN General Assembly"]),
    ("party that acts", "United Russia holds a forum.", ["United Russia"]),
    ("protest at a ministry", "A protest follows at the Foreign Ministry.", []),
    (
        "another state's ministry",
        "The Vietnamese Ministry of Commerce lifts the duty.",
        ["Vietnamese Ministry of Commerce"],
    ),
    ("still to come", "They prepare for the upcoming ASEAN summit.", []),
    ("body that somebody heads", "Rosa Quispe, who leads the Red Cross, arrives.", []),
    ("attribute of a noun unknown to any list", "Ecuador files its WTO complaint.", []),
    ("two bodies and a bare verb", "Gazprom and Sinopec sign a contract.", ["Gazprom", "Sinopec"]),
    ("what a body owns", "NATO's largest exercise begins.", ["NATO"]),
    ("department that a body owns", "Chile visits the PLA's Ordnance Department.", ["Ordnance Department"]),
    ("body that somebody joins", "They oppose the enlargement of NATO.", []),
    ("pact", "India will not join RCEP.", []),
    ("meeting already over", "After the G20 he flies home.", []),
    ("university as a place", "He lectures at Peking University.", []),
    ("company by its last word", "Torvald Airlines buys ten planes.", ["Torvald Airlines"]),
    ("name built on and", "The Ports and Maritime Bureau issues a warning.", ["Ports and Maritime Bureau"]),
    ("longer name", "He opens the Congress of World Religions.", []),
    ("body as subject behind talk", "Kenya talks about trade, and the WTO says that it agrees.", ["WTO"]),
    ("kind named behind", "The United Russia party calls a forum.", ["United Russia"]),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_bodies_act_or_host(text: str, expected: list[str], code: Code) -> None:
    found = [p for p in code("2022-06-01", text).actors if p.actor.kind == "organization"]
    forms = [{p.actor.name, p.mention, *p.actor.names} for p in found]
    assert len(found) == len(expected), [p.actor.name for p in found]
    for name, known in zip(expected, forms, strict=True):
        assert name in known


def test_body_bears_its_acronym_beside_its_name(code: Code) -> None:
    (body,) = code("2022-06-01", "The SCO meets.").actors
    assert body.actor.name == "Shanghai Cooperation Organization (SCO)"
    assert "SCO" in body.actor.names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Security Council adopts a statement.", "UN Security Council (UNSC)"),
        ("Russia’s Security Council meets.", "Russia Security Council"),
    ],
    ids=["without a state", "of a state"],
)
def test_council_without_a_state_is_that_of_the_un(text: str, name: str, code: Code) -> None:
    assert [p.actor.name for p in code("2022-06-01", text).actors if p.actor.kind == "organization"] == [name]


STATES = [
    ("two states", "Russia and China request a session.", ["RU", "CN"]),
    ("capital for its government", "Tokyo protests.", ["JP"]),
    ("ministers without names", "The Indian and Russian foreign ministers meet.", ["IN", "RU"]),
    ("state as a place", "He travels to Serbia.", []),
    ("state beside a body", "Iran and the IAEA sign an accord.", ["IR"]),
    ("states in a list with a body", "Peru, Canada and the Lima Group object.", ["PE", "CA"]),
    ("other party", "Germany signs a treaty with Ghana.", ["DE", "GH"]),
    ("two parties", "Talks between Serbia and Kosovo open in Bern.", ["RS", "XK"]),
    ("relations with a state", "He praises ties with India.", []),
    (
        "ministers named together with another",
        "The Indian and Chinese foreign ministers meet. Putin speaks.",
        ["IN", "CN"],
    ),
    ("officials as objects", "The court sentences seven Venezuelan officials.", []),
    ("officials who act", "Chinese and Russian officials meet.", ["CN", "RU"]),
    ("soldiers that suffer", "Three Turkish soldiers are killed.", []),
    ("union as a body", "EU leaders meet. The EU sanctions a bank.", []),
    ("state in a report", "He says that Russia will agree.", []),
]


@pytest.mark.parametrize(("text", "codes"), [c[1:] for c in STATES], ids=[c[0] for c in STATES])
def test_states_act_as_subjects(text: str, codes: list[str], code: Code) -> None:
    found = [p.actor.country for p in code("2022-06-01", text).actors if p.actor.kind == "country"]
    assert found == codes
