"""One input -> what went wrong with it, if anything: an exception that nobody promised, a broken law, or a hang.

Time is counted in seconds of processor time, so that a busy machine makes no findings.
"""

import signal
import traceback
from collections.abc import Callable
from time import process_time
from types import FrameType
from typing import NamedTuple

_HANGS_AFTER = 10.0


class Finding(NamedTuple):
    """What went wrong: the exception, and the line of the project where it came from."""

    what: str
    where: str


class Hang(BaseException):
    """An input takes longer than any honest input does."""


def watch(run: Callable[[bytes], None], data: bytes) -> tuple[Finding | None, float]:
    """Run a target on an input; return what went wrong, and the seconds that it took."""
    signal.signal(signal.SIGPROF, _give_up)
    signal.setitimer(signal.ITIMER_PROF, _HANGS_AFTER)
    began = process_time()
    finding = None
    try:
        run(data)
    except (Exception, Hang) as fault:  # noqa: BLE001 - finding what nobody thought of is what this is for
        finding = Finding(f"{type(fault).__name__}: {str(fault)[:200]!a}", _place(fault))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return finding, process_time() - began


def _give_up(_number: int, _frame: FrameType | None) -> None:
    raise Hang(f"no end after {_HANGS_AFTER} seconds")


def _place(fault: BaseException) -> str:
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if "sinorus" in frame.filename]
    last = frames[-1] if frames else traceback.extract_tb(fault.__traceback__)[-1]
    return f"{last.filename.rpartition('/')[2]}:{last.name}"
