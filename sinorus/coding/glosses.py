"""Glosses in brackets behind a name, such as "(杨洁篪)", "(63)" or "(R-SC)": skipped from either side."""

from sinorus.coding.passage import Passage


def after_gloss(passage: Passage, i: int) -> int:
    """Return the token behind a gloss in brackets, such as "(杨洁篪)", "(63)" or "(R-SC)", or `i` itself."""
    if passage.word(i) == "(":
        for j in range(i + 1, min(i + 8, passage.size)):
            if passage.word(j) == ")":
                return j + 1
    return i


def before_gloss(passage: Passage, i: int) -> int:
    """Return the token at which a gloss in brackets that ends here begins, or `i` itself."""
    if passage.word(i - 1) == ")":
        for j in range(i - 2, max(i - 10, -1), -1):
            if passage.word(j) == "(":
                return j
    return i
