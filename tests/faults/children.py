"""Children of the test's own process that can be killed, and the program run in one of them.

A child is forked: it has everything loaded, so that most of its life is the work that is to be broken, and hundreds of
kills take minutes.
"""

import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

KILLS = int(os.environ.get("SINORUS_STRESS") or 2)


def start(work: Callable[[], object]) -> int:
    """Do some work in a child and return its process id."""
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    except SystemExit as ended:
        code = int(ended.code or 0)
    except BaseException:  # noqa: BLE001 - nothing of a child may reach the test that it was forked from
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def wait(child: int) -> int:
    """Wait for a child; return its exit code, or minus the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def duration(work: Callable[[], object]) -> float:
    """Return how many seconds some work takes in a child."""
    began = time.monotonic()
    assert wait(start(work)) == 0
    return time.monotonic() - began


def kill_somewhere(work: Callable[[], object], length: float, journal: Path, number: int) -> bool:
    """Kill some work at a moment that only its number decides; tell whether it was still under way.

    Every second time the moment is counted from the first byte of the journal: that is when it matters.
    """
    chance = random.Random(number)
    child = start(work)
    if number % 2:
        give_up = time.monotonic() + length * 2
        while not journal.exists() and time.monotonic() < give_up:
            time.sleep(0.0002)
        time.sleep(chance.uniform(0, length / 4))
    else:
        time.sleep(chance.uniform(0, length))
    os.kill(child, signal.SIGKILL)
    return wait(child) == -signal.SIGKILL
