"""The help of a command: options under headings, and examples that are printed as they stand."""

from collections.abc import Mapping
from typing import Any

from typer.core import TyperCommand, TyperGroup

_OTHER = "Options"


class GroupedCommand(TyperCommand):
    """A command whose help groups its options under the headings that they name."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed; a word too many is told with what it was probably meant for."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            words = " ".join(rest)
            ctx.fail(f"Got unexpected extra argument(s) ({words}). {self._remedy(words)}".rstrip())
        return rest

    def _remedy(self, words: str) -> str:
        from shlex import quote

        names = {param.name for param in self.params}
        if any(param.param_type_name == "argument" for param in self.params):
            return "Put a name of several words into quotes."
        return f"Write --actor or --text before it: --actor {quote(words)}." if "actor" in names else ""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments and options, heading by heading."""
        headings: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            if record := param.get_help_record(ctx):
                kind = "Arguments" if param.param_type_name == "argument" else _OTHER
                headings.setdefault(getattr(param, "rich_help_panel", None) or kind, []).append(record)
        for heading in sorted(headings, key=lambda one: one == _OTHER):
            with formatter.section(heading):
                formatter.write_dl(headings[heading], col_max=32)


def write_commands(group: TyperGroup, ctx: Any, formatter: Any, commands: Mapping[str, Mapping[str, str]]) -> None:
    """Write commands under their headings, each with the first sentence of its text, and then a group's options."""
    for heading, texts in commands.items():
        rows = [
            (name, TyperCommand(name, help=text).get_short_help_str(formatter.width)) for name, text in texts.items()
        ]
        with formatter.section(heading):
            formatter.write_dl(rows)
    records = [record for param in group.get_params(ctx) if (record := param.get_help_record(ctx))]
    with formatter.section(_OTHER):
        formatter.write_dl(records)
