"""What the grammar finds before it is known which year is meant: points in time with gaps, and pairs of them."""

from dataclasses import dataclass
from typing import Literal

from sinorus.dates.figures import Numeric

Part = Literal["early", "mid", "late"]
Joint = Literal["", "-", "/", "&", "("]


@dataclass(slots=True)
class Point:
    """A point in time as far as the author gave it; 0 and None stand for what is left out.

    `month` is 1-12 or a season 21-24, `short` tells that the year has two digits, or a
    number of them that no year of ours has, `part_end` is the second of
    "mid-to-late", `numeric` holds three numbers (or two) whose order is open, `until` the last month or day of a
    quarter, a half or a week.
    """

    year: int = 0
    month: int = 0
    day: int = 0
    short: bool = False
    part: Part | None = None
    part_end: Part | None = None
    qualifier: str = ""
    unspecified: int = 0
    weekday: int | None = None
    numeric: Numeric | None = None
    until: "Point | None" = None
    before_christ: bool = False
    misspelt: bool = False

    @property
    def has_year(self) -> bool:
        """Tell whether the author gave the year."""
        return self.year > 0 or (self.numeric is not None and self.numeric.year >= 0)

    @property
    def kind(self) -> Literal["day", "month", "year"]:
        """Return how fine the point is: a day, a month or season, or a year or decade."""
        if self.day or self.numeric is not None:
            return "day"
        return "month" if self.month else "year"


@dataclass(slots=True)
class Expression:
    """A date as it is written: one point, or the first and last of a range or a list; `last` is None for one point.

    `joint` is what stands between the two, `open_ended` tells "to present"; `end` is the offset after the last
    token.
    """

    first: Point
    last: Point | None
    joint: Joint
    open_ended: bool
    end: int

    @property
    def has_year(self) -> bool:
        """Tell whether the author gave a year anywhere in the expression."""
        return self.first.has_year or (self.last is not None and self.last.has_year)

    @property
    def kind(self) -> Literal["day", "month", "year"]:
        """Return how fine the expression is, by its coarser end."""
        kinds = {self.first.kind, self.last.kind if self.last is not None else self.first.kind}
        return "day" if kinds == {"day"} else "year" if kinds == {"year"} else "month" if "day" not in kinds else "day"

    @property
    def has_month(self) -> bool:
        """Tell whether the author gave a month anywhere in the expression."""
        return any(point.month or point.numeric for point in (self.first, self.last) if point is not None)
