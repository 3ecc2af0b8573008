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
