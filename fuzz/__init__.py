"""Inputs made by rule and chance -> every part of the program that takes what it is given, over and over.

    python -m fuzz                     each target for its share of ten thousand inputs, from seed 1
    python -m fuzz dates coding --inputs 100000 --seed 7 --keep found/
    python -m fuzz.guided html         one target under atheris, which looks for inputs that reach new code

    words      what inputs are made of           texts      chance -> texts, dates, questions
    files      chance -> files of every kind     targets    bytes -> the part of the program, and the laws it keeps
    watch      one input -> what went wrong      stored     a database in memory, to be asked and filled

An input is bytes, for every target: what was found is kept as a file, and `tests/faults/corpus/` runs it ever after.
"""
