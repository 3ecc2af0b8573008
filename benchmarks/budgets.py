"""What is aimed at, and what was measured -> the table at the head of the page."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Budget(NamedTuple):
    """One aim with its bound, as text and as numbers; `least` says that the bound is one from below."""

    aim: str
    bound: float
    measured: float
    least: bool = False
    where: str = ""

    @property
    def kept(self) -> bool:
        """Tell whether it was kept."""
        return self.measured >= self.bound if self.least else self.measured <= self.bound


def worst(aim: str, bound: float, measured: Mapping[str, float]) -> Budget:
    """Return the budget of the dearest of several things, with its name."""
    where = max(measured, key=measured.__getitem__)
    return Budget(aim, bound, measured[where], where=where)


def render_budgets(budgets: Iterable[Budget]) -> str:
    """Return the budgets as a Markdown table."""
    lines = ["| aim | budget | measured | kept |", "|---|---:|---:|:---:|"]
    for one in budgets:
        where = f" ({one.where})" if one.where else ""
        bound = f"at {'least' if one.least else 'most'} {one.bound:,g}"
        lines.append(f"| {one.aim} | {bound} | {_figure(one.measured)}{where} | {'yes' if one.kept else '**no**'} |")
    return "\n".join(lines)


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"
