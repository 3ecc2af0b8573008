"""How well entries are coded that nothing was made for: precision, recall and F1 by field, as a Markdown table.

Run as `python -m docs.accuracy` it prints the table; `--show N` adds the first N entries with mistakes.
"""

import argparse
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sinorus.codebook import load_codebook
from sinorus.coding.coder import Coder
from sinorus.coding.identity import same_office, title_words
from sinorus.folding import fold
from sinorus.model import Entry, Event, Participation
from sinorus.span import DateSpan

SET = Path(__file__).parent.parent / "tests" / "data" / "unseen-2026.jsonl"
_FIELDS = ("persons", "organizations", "places", "topics", "activities")
Gold = dict[str, Any]


@dataclass(slots=True)
class Score:
    """Counts of one field."""

    hits: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.spurious) if self.hits + self.spurious else 1.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def read_set(file: Path = SET) -> list[Gold]:
    """Read the annotated entries."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def code_set(golds: Iterable[Gold]) -> list[Event]:
    """Code the texts of annotated entries, in order, by one coder."""
    coder = Coder(load_codebook())
    spans = [(g, DateSpan.range(date.fromisoformat(g["start"]), date.fromisoformat(g["end"]))) for g in golds]
    return [coder.code(Entry(span, g["date_text"], g["text"], 1)) for g, span in spans]


def score(
    golds: list[Gold], events: list[Event], tell: Callable[[str], None] | None = None
) -> dict[str, Score | float]:
    """Compare annotation and coding; the shares of right offices, states and parts are over the persons found."""
    scores = {field: Score() for field in _FIELDS}
    right = {"title": [0, 0], "country": [0, 0], "part": [0, 0]}
    whole = 0
    for gold, event in zip(golds, events, strict=True):
        faults = _compare_persons(gold, event, scores["persons"], right)
        bodies = [p.actor.name for p in event.actors if p.actor.kind == "organization"]
        places = [p.place.name for p in event.places]
        for field, found, same in (
            ("organizations", bodies, _same_name),
            ("places", places, _same_name),
            ("topics", [t.slug for t in event.topics], str.__eq__),
            ("activities", [a.slug for a in event.activities], str.__eq__),
        ):
            wrong = _compare(gold[field], found, same, scores[field])
            if field in ("organizations", "places"):
                faults += wrong
            elif wrong and tell is not None:
                tell(f"  {gold['id']} {field}: {wrong}")
        whole += not faults
        if faults and tell is not None:
            tell(f"{gold['id']} {gold['text'][:110]}\n    " + "\n    ".join(faults))
    shares = {f"{name} of persons": hit / total if total else 1.0 for name, (hit, total) in right.items()}
    return {**scores, **shares, "who and where all right": whole / len(golds)}


def table() -> str:
    """Return the figures as a Markdown table."""
    golds = read_set()
    figures = score(golds, code_set(golds))
    years = sorted(gold["start"][:4] for gold in golds)
    rows = [f"{len(golds)} entries, {years[0]} to {years[-1]}, from every region of the world:", ""]
    rows += ["| field | precision | recall | F1 |", "|---|---|---|---|"]
    for field, value in figures.items():
        if isinstance(value, Score):
            rows.append(f"| {field} | {value.precision:.2f} | {value.recall:.2f} | {value.f1:.2f} |")
    shares = [f"{name} {value:.2f}" for name, value in figures.items() if isinstance(value, float)]
    return "\n".join([*rows, "", "Shares that are right: " + ", ".join(shares) + "."])


def _compare_persons(gold: Gold, event: Event, tally: Score, right: dict[str, list[int]]) -> list[str]:
    left = [p for p in event.actors if p.actor.kind == "person"]
    faults = []
    for person in gold["persons"]:
        match = next((p for p in left if _is_person(person["name"], p)), None)
        if match is None:
            tally.missed += 1
            faults.append(f"missed {person['name']}")
            continue
        left.remove(match)
        tally.hits += 1
        role = match.role.title if match.role else ""
        country = match.role.country if match.role and match.role.country else match.actor.country
        checks = {
            "title": (person["title"], same_office(title_words(person["title"] or ""), title_words(role))),
            "country": (person["country"], person["country"] == country),
            "part": (person["part"], person["part"] == match.part),
        }
        for name, (wanted, good) in checks.items():
            if wanted:
                right[name][0] += good
                right[name][1] += 1
                if not good:
                    faults.append(f"{name} of {person['name']}: {wanted} != {role, country, match.part}")
    tally.spurious += len(left)
    return faults + [f"spurious {p.actor.name} ({p.mention})" for p in left]


def _compare(gold: list[str], found: list[str], same: Callable[[str, str], bool], tally: Score) -> list[str]:
    left, faults = list(found), []
    for wanted in gold:
        match = next((one for one in left if same(wanted, one)), None)
        if match is None:
            tally.missed += 1
            faults.append(f"missed {wanted}")
        else:
            tally.hits += 1
            left.remove(match)
    tally.spurious += len(left)
    return faults + [f"spurious {one}" for one in left]


def _is_person(name: str, found: Participation) -> bool:
    return _same_name(name, found.actor.name) or _same_name(name, found.mention)


def _same_name(one: str, other: str) -> bool:
    a, b = set(fold(one.replace("’s", "")).split()), set(fold(other.replace("’s", "")).split())
    return bool(a and b) and (a <= b or b <= a)


def main() -> None:
    """Print the table, and mistakes if asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", action="store_true", help="print every entry with a mistake")
    if options.parse_args().show:
        golds = read_set()
        score(golds, code_set(golds), print)
    print(table())


if __name__ == "__main__":
    main()
