"""An entry -> who took part in which office, where, and about what: pure functions over the codebook.

`Coder(codebook).code(entry)` is the front door. Each module below it answers one question about a passage.
"""
