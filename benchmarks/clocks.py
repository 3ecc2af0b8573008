"""Work -> what it costs: wall time, processor time, memory, and how these grow with the size of the work.

Wall time of two programs is only compared when they ran in turns; processor time also stands a busy machine.
"""

import gc
import math
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from statistics import linear_regression, median
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
Result = TypeVar("Result")
Tool = TypeVar("Tool")


def processor_seconds(work: Callable[[Tool], object], prepare: Callable[[], Tool], times: int = 3) -> float:
    """Return the median processor time of some work, without that of preparing a fresh tool for each turn."""
    taken = []
    for _ in range(times):
        tool = prepare()
        gc.collect()
        begun = time.process_time()
        work(tool)
        taken.append(time.process_time() - begun)
    return median(taken)


def wall_seconds(work: Callable[[], object], times: int = 5) -> float:
    """Return the median wall time of some work."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return median(taken)


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """Return the k of cost = c * size ** k that fits best; 1 is linear, 2 quadratic."""
    return linear_regression([math.log(size) for size in sizes], [math.log(cost) for cost in costs]).slope


def steepest(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """Return the exponent between the last two sizes, where what grows fastest shows first."""
    *_, ((small, cheap), (large, dear)) = pairwise(zip(sizes, costs, strict=True))
    return math.log(dear / cheap) / math.log(large / small)


def apart(work: Callable[P, Result], *args: P.args, **kwargs: P.kwargs) -> tuple[Result, float]:
    """Run a function in a process of its own; return its result and the most memory that the process held.

    Units: MiB.
    """
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        result = pool.submit(work, *args, **kwargs).result()
        return result, pool.submit(peak_memory).result()


def peak_memory() -> float:
    """Return the most memory that this process has held so far. Units: MiB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024
