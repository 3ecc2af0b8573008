"""Measurements of sinorus: side by side with other tools, as ratios and exponents more than as seconds.

    python -m benchmarks                     all of them, as Markdown tables on stdout
    python -m benchmarks startup scale       some of them
    python -m benchmarks --write             and into docs/benchmarks.md, between the markers of each

A benchmark is a module whose `measure` gives tables. Nothing here passes or fails: a shared machine has bad days.
"""
