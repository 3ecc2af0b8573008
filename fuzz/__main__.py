"""The runner: so many inputs for each target, from one seed; what goes wrong is kept and told."""

import argparse
import json
import resource
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from random import Random
from time import monotonic

from fuzz.targets import TARGETS
from fuzz.watch import Finding, watch

_MEMORY = 4 << 30
_TOLD_EVERY = 60.0


def main() -> int:
    """Run the targets that the command line names."""
    asked = _arguments()
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    total = sum(TARGETS[name].weight for name in asked.targets)
    found = 0
    for name in asked.targets:
        count = round(asked.inputs * TARGETS[name].weight / total)
        found += run_target(name, count, asked.seed, asked.keep)
    return 1 if found else 0


def run_target(name: str, count: int, seed: int, keep: Path | None) -> int:
    """Give a target so many inputs; keep one input for each place where something goes wrong."""
    target, chance = TARGETS[name], Random(f"{name} {seed}")
    findings: Counter[Finding] = Counter()
    places: set[str] = set()
    began = told = monotonic()
    slowest = 0.0
    for number in range(count):
        data = target.make(chance)
        finding, seconds = watch(target.run, data)
        slowest = max(slowest, seconds)
        if finding is not None:
            findings[finding] += 1
            if f"{finding.where} {finding.what[:40]}" not in places:
                places.add(f"{finding.where} {finding.what[:40]}")
                _tell({"target": name, "number": number, "what": finding.what, "where": finding.where})
                _keep(keep, name, data)
        if monotonic() - told > _TOLD_EVERY:
            told = monotonic()
            sys.stderr.write(f"{name}: {number + 1} of {count}\n")
    spent = round(monotonic() - began, 1)
    counts = {"inputs": count, "findings": findings.total(), "places": len(places)}
    _tell({"target": name, "seed": seed, **counts, "seconds": spent, "slowest": round(slowest, 3)})
    return len(places)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--inputs", type=int, default=10_000, help="how many in all, by the targets' weights")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for the inputs with which something went wrong")
    asked = parser.parse_args()
    asked.targets = asked.targets or list(TARGETS)
    return asked


def _keep(folder: Path | None, name: str, data: bytes) -> None:
    if folder is not None:
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / sha256(data).hexdigest()[:12]).write_bytes(data)


def _tell(record: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(record) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
