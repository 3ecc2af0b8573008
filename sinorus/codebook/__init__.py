"""The codebook: what sinorus knows of the world, as CSV tables in `seeds/codebook/` and in the user's own folder.

A table is `NAME.csv` or every file in `NAME/`. A user's row with a known key goes over that row (see `rows`); a new
key adds a row. `load_codebook` gives typed records.
"""

from sinorus.codebook.codebook import Codebook, load_codebook

__all__ = ["Codebook", "load_codebook"]
