"""Where the data folders `migrations/` and `seeds/` are, in a checkout and in an installed wheel.

A wheel carries both inside the package (`sinorus/_data/`); a checkout has them beside it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_HOME = next((home for home in (_PACKAGE / "_data", _PACKAGE.parent) if (home / "seeds").is_dir()), _PACKAGE / "_data")

MIGRATIONS = _HOME / "migrations"
CODEBOOK = _HOME / "seeds" / "codebook"
CHRONOLOGIES = _HOME / "seeds" / "chronologies"
