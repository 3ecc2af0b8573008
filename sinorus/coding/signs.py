"""Signs: everything about a passage, besides the cues of a theme itself, that speaks for or against the theme.

A sign has a name and a value, mostly 1. Its weight for each theme stands in the tables of signs, which the calibration
fits to annotated entries; a sign without a row says nothing.

    always           the same for every passage: how common a theme is
    cue:energy       how much the words speak for a theme (the sum of its cues, up to a limit)
    does:meeting     how much they speak for an activity, up to 1
    side:japan       the area topic of a state that acts; side:CN a state without one
    named:, discussed:, land:   the same for states that are named besides, talked about, or the scene
    sides:2          how many states act

and for activities, which have neither states nor other themes for signs:

    rank:1           the highest protocol rank among those who take part
    body:party       a body of this kind acts
    where:visit      somebody or something is somewhere, and why; where:nowhere
"""

from collections.abc import Mapping

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.records import AreaTopic, covers
from sinorus.coding.scene import Scene
from sinorus.coding.tallies import Tally

Signs = dict[str, float]

_FULL = 2.0
_MANY_SIDES = 4
# Protocol ranks that are told apart: heads of state, of government, ministers, other officials, none.
_RANKS = (1, 2, 3, 8)
_NO_RANK = 9


class TopicSigns:
    """Reads the signs of topics by one codebook."""

    def __init__(self, book: Codebook) -> None:
        self._areas = {
            code: found
            for code, country in book.countries.items()
            if (found := book.area_topics.get(code) or book.area_topics.get(country.region))
        }

    def read(self, scene: Scene, day: str, tallies: Mapping[str, Tally], doing: Mapping[str, Tally]) -> Signs:
        """Return what speaks for topics on an ISO day; `doing` are the tallies of activities."""
        signs = {"always": 1.0, f"sides:{min(len(scene.sides), _MANY_SIDES)}": 1.0}
        signs.update((f"cue:{slug}", min(tally.weight, _FULL)) for slug, tally in tallies.items())
        signs.update((f"does:{slug}", min(tally.weight, 1.0)) for slug, tally in doing.items())
        for role, codes in (
            ("side", scene.sides),
            ("named", scene.named),
            ("discussed", scene.discussed),
            ("land", scene.lands),
        ):
            for code in codes:
                area = self._area(code, day)
                sign, weight = (area.topic, area.weight) if area is not None else (code, 1.0)
                signs[f"{role}:{sign}"] = max(signs.get(f"{role}:{sign}", 0.0), weight)
        return signs

    def _area(self, code: str, day: str) -> AreaTopic | None:
        return next((area for area in self._areas.get(code, ()) if covers(area, day)), None)


def of_activities(scene: Scene, tallies: Mapping[str, Tally]) -> Signs:
    """Return what speaks for activities."""
    rank = next((rank for rank in _RANKS if scene.rank <= rank), _NO_RANK)
    signs = {"always": 1.0, f"rank:{rank}": 1.0}
    signs.update((f"cue:{slug}", min(tally.weight, _FULL)) for slug, tally in tallies.items())
    signs.update((f"body:{kind}", 1.0) for kind in scene.bodies)
    signs.update((f"where:{reason}", 1.0) for reason in scene.grounds or ("nowhere",))
    return signs
