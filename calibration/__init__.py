"""Calibration: fits the weights of signs (`topic_signs.csv`, `activity_signs.csv`) to annotated entries.

    python -m calibration            how well weights fitted on four fifths of the entries label the last fifth
    python -m calibration --write    fit on all entries and write the two tables

The entries in `sets/` are in the project's own words and annotated by the rules of docs/annotation.md. None of them is
in the set by which the README's figures are measured. Fitting needs the extra `calibrate`; sinorus itself never does.
"""
