"""The line that bash is completing -> the arguments so far; what is found -> the words as bash must have them.

bash puts in what it is given as if it were typed, so blanks need a backslash where no quote is open. It also cuts words
at = and : outside quotes, and wants back only what follows the last cut. Who asks with blanks between the words, as
bash itself never does, gets the bare values.
"""

import os
import re

from typer._click.shell_completion import CompletionItem, add_completion_class, split_arg_string
from typer._completion_classes import BashComplete

_CUT = re.compile(r"[=:]+")
_SPECIAL = re.compile(r"([^\w./,+:=@%·’-])")


class BashLine(BashComplete):
    """Completion for bash, with its quotes and cuts."""

    _kept = ""  # what stands before the last cut of the word, and stays
    _quoted = False

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is typed, and that one."""
        if "\n" not in os.environ["COMP_WORDS"]:
            self._quoted = True
            return super().get_completion_args()
        cut = os.environ["COMP_WORDS"].split("\n")[: int(os.environ["COMP_CWORD"]) + 1]
        words: list[str] = []
        for number, word in enumerate(cut):
            if words and (_CUT.fullmatch(word) or _CUT.fullmatch(cut[number - 1])):
                words[-1] += word
            else:
                words.append(word)
        last = "" if _CUT.fullmatch(cut[-1]) else cut[-1]
        self._quoted = last.startswith(("'", '"'))
        self._kept = words[-1].removesuffix(last) if last else words[-1]
        *before, typed = map(_unquoted, words)
        return before[1:], typed

    def format_completion(self, item: CompletionItem) -> str:
        """Return a found value as bash must have it."""
        value = str(item.value).removeprefix(self._kept)
        return value if self._quoted else _SPECIAL.sub(r"\\\1", value)


def _unquoted(word: str) -> str:
    return next(iter(split_arg_string(word)), "")


def complete_for_bash() -> None:
    """Let the program complete for bash as told here."""
    add_completion_class(BashLine, "bash")
