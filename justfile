# `just` lists the recipes; each runs what CI runs.

_default:
    @just --list

# all that a change must pass
ci:
    .ci/run

# the README's two commands: the main job, then the tests
readme:
    .ci/run readme

# the tests alone
test *ARGS:
    .venv/bin/python -m pytest {{ARGS}}

# ruff and mypy
check:
    .ci/run lint types

# rewrite what the program prints into the documents
docs:
    .venv/bin/python -m cogapp -r README.md docs/*.md

# fit the weights of signs anew, after a change of cues or of coding
weights:
    .venv/bin/python -m calibration --write

# the built wheel in an empty environment
wheel:
    .ci/run wheel

# side-by-side timings, as tables
bench *ARGS:
    .venv/bin/python -m benchmarks {{ARGS}}

# two hundred kills of each kind, or as many as are asked for
stress KILLS="200":
    SINORUS_STRESS={{KILLS}} .venv/bin/python -m pytest tests/faults/test_kill.py

# generated inputs for every part that takes any: `just fuzz --inputs 1000000`
fuzz *ARGS:
    .venv/bin/python -m fuzz {{ARGS}}
