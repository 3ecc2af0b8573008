"""The closed classes of English words that tell where something is: what stands before and behind a place's name."""

from sinorus.coding.english import DETERMINERS

INSIDE = frozenset(
    (
        "in at near outside inside across through throughout via around off aboard over above beside behind below "
        "alongside beneath"
    ).split()
)
TOWARDS = frozenset(["to", "from", "into", "towards", "toward", "for", "onto"])
# "That" opens a clause rather than a name: "announces in Paris that Russia agrees".
BEFORE_NAMES = (DETERMINERS - {"that"}) | frozenset(
    (
        "downtown central northern southern eastern western northeastern northwestern southeastern southwestern "
        "nearby mainland neighboring neighbouring disputed occupied coastal capital port city town resort village "
        "island border region province state eastern-ukrainian restive far former"
    ).split()
)
TYPES_OF = frozenset(
    (
        "city town village port resort suburb suburbs island district province region state capital airport center "
        "centre outskirts streets grounds tarmac heart edge gates steps part parts area areas coast coasts shore shores"
    ).split()
)
# "75 miles south of Hainan" is a place by itself; so is "out of Gaza".
BEARINGS = frozenset(
    (
        "miles mile kilometers kilometres kilometer kilometre km nm north south east west northeast northwest "
        "southeast southwest out"
    ).split()
)
OF_LAND = frozenset("territory soil airspace waters coast mainland border border-town capital".split())
ENVOYS = frozenset(
    (
        "mission ambassador envoy ambassadors envoys representative consul consuls attache charge correspondent "
        "correspondents"
    ).split()
)
EMBASSIES = frozenset("embassy embassies consulate consulates".split())
# Behind these an embassy speaks; else it is a house that somebody enters or storms.
VOICES = frozenset(["", "by", "from", ",", ";", ":", "and", "that", "while", "but", "with", "(", "the"])
# One stands on these, and in the rest.
STOOD_ON = frozenset({"venue", "island", "mountain", "border", "river", "lake", "plateau", "peninsula"})
LEAVING = frozenset({"leaves", "left", "leave", "departs", "departed", "heads", "headed", "bound", "off", "leaving"})
# "Downtown Moscow" is a place whatever it does in the sentence.
PARTS = frozenset("downtown central northern southern eastern western nearby neighboring".split())
PLANTS = frozenset({"power", "reactor", "nuclear", "plant"})
# "The Paris accord", "the Warsaw Treaty": a paper or a format bears the place's name.
PAPERS = frozenset(
    (
        "accord accords agreement agreements treaty treaties pact convention protocol protocols declaration charter "
        "process consensus communique principles commitments statute framework format"
    ).split()
)
# "A Beijing meeting" is one in Beijing.
GATHERINGS = frozenset("summit meeting conference talks round session hearing ceremony parade".split())
# What runs between two ends, so that "between Moscow and Beijing" tells of cities and not of governments.
WAYS = frozenset(
    (
        "train trains railway railways railroad rail line lines road roads highway bridge bridges ferry ferries flight "
        "flights service services route routes traffic pipeline bus buses shuttle border crossing corridor cable "
        "expressway tunnel strait shuttles shuttled shuttling travel travels traveled travelled shipping mail"
    ).split()
)
# Common nouns that tell what a capitalised name in front of them is.
LANDS = frozenset(
    (
        "province provinces prefecture prefectures region district districts county counties governorate oblast "
        "department island islands islet reef shoal atoll peninsula strait straits archipelago village town valley "
        "checkpoint crossing airport airfield hotel camp"
    ).split()
)
# The last word of a name that is a landform or an administrative unit.
LANDFORMS = frozenset(
    (
        "island islands islet reef reefs shoal shoals atoll strait straits peninsula archipelago hills mountains "
        "mountain bay gulf lake river valley desert pass plateau cape province prefecture district county governorate "
        "oblast region heights corridor canal ridge glacier delta basin bank banks harbor harbour beach ridge isle"
    ).split()
)
# "Over Libya" is a place when something flies there, and a quarrel otherwise.
FLYING = frozenset(
    (
        "fly flies flew flying flight flights zone shot shoots shooting down balloon balloons drone drones missile "
        "missiles rocket rockets jet jets plane planes aircraft bomber bombers sorties airspace raids raid strikes "
        "satellite air skies sky helicopter"
    ).split()
)
# What stands somewhere, so that "the Kaesong industrial park" is a place.
GROUNDS = frozenset(
    (
        "airport airfield park complex base port plant refinery shipyard harbor harbour corridor checkpoint crossing "
        "post prison range dam tunnel stadium cosmodrome shipyards terminal"
    ).split()
)
# What carries people: "put on a plane to The Hague".
VEHICLES = frozenset(
    "train trains bus buses plane planes flight flights ferry ferries ship ships convoy convoys".split()
)
# What goes to a state without anybody's going there.
FLOWS = frozenset(
    (
        "deliveries delivery shipments shipment exports export supplies supply sales sale aid assistance help support "
        "arms weapons loans credits transfers transfer"
    ).split()
)
# What a heading names that takes place: "Fifth trilateral summit, Beijing."
EVENTS = GATHERINGS | frozenset(
    (
        "forum dialogue visit visits assembly consultations consultation negotiations commission committee congress "
        "symposium seminar workshop briefing summits meetings sessions conferences rounds court tribunal council "
        "exercise exercises funeral inauguration signing reception consultative"
    ).split()
)
