"""The codebook: what sinorus knows of the world, as CSV tables in `seeds/codebook/` and in the user's own folder.

A table is `NAME.csv` or every file in `NAME/`. A user's row with a known key adds its names to the known row and
overrides its other cells; a new key adds a row. `load_codebook` gives typed records, each with the line it is from.
"""

from sinorus.codebook.codebook import Codebook, load_codebook

__all__ = ["Codebook", "load_codebook"]
