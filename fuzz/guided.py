"""One target under atheris, which keeps what reaches new code and bends it further.

    python -m fuzz.guided html found/html -runs=100000 -max_len=2000

The folder holds what was found worth keeping, and is begun with inputs that the rules of `texts` and `files` make;
what follows it goes to libFuzzer. atheris is no part of the development tools: it has to be installed.
"""

import sys
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["sinorus"]):
    from fuzz.targets import TARGETS, Target
    from fuzz.watch import watch

_SEEDS = 300


def main() -> None:
    """Run the target that the command line names."""
    name, folder, *rest = sys.argv[1:]
    target = TARGETS[name]
    _begin(Path(folder), target)

    def run(data: bytes) -> None:
        finding, _ = watch(target.run, data)
        if finding is not None:
            raise AssertionError(f"{finding.what} at {finding.where}")

    atheris.Setup(["fuzz", folder, *rest], run)
    atheris.Fuzz()


def _begin(folder: Path, target: Target) -> None:
    """Fill an empty folder."""
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        for number in range(_SEEDS):
            (folder / str(number)).write_bytes(target.make(Random(number)))


if __name__ == "__main__":
    main()
