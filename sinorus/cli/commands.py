"""The commands of the program, each loaded when it is run, or when the help lists it.

A command is a function in a module of its family. Its parameters are dataclasses of options (see `options`).
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Annotated, Any

import typer
from typer._click.exceptions import ClickException, UsageError
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from sinorus.cli.app import told_to_the_user
from sinorus.cli.help import GroupedCommand, write_commands
from sinorus.cli.parameters import with_options

# The name of a command, the module that has it, and the heading of the help under which it stands.
COMMANDS: dict[str, tuple[str, str]] = {
    "events": ("events", "Ask"),
    "show": ("show", "Ask"),
    "actor": ("profiles", "Ask"),
    "role": ("profiles", "Ask"),
    "place": ("profiles", "Ask"),
    "actors": ("lists", "List"),
    "roles": ("lists", "List"),
    "places": ("lists", "List"),
    "topics": ("lists", "List"),
    "activities": ("lists", "List"),
    "countries": ("lists", "List"),
    "sources": ("lists", "List"),
    "stats": ("statistics", "Count and draw"),
    "timeline": ("statistics", "Count and draw"),
    "network": ("statistics", "Count and draw"),
    "import": ("imports", "Keep the database"),
    "recode": ("imports", "Keep the database"),
    "forget": ("upkeep", "Keep the database"),
    "doctor": ("upkeep", "Keep the database"),
    "path": ("upkeep", "Keep the database"),
}


class Commands(TyperGroup):
    """The group that loads its commands one by one."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Return the names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:  # noqa: ARG002
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        return load_command(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is typed; an unknown one is told with those that come closest."""
        try:
            return super().resolve_command(ctx, args)
        except UsageError as error:
            from difflib import get_close_matches

            if near := get_close_matches(args[0], COMMANDS):
                error.message += f" Did you mean {' or '.join(near)}?"
            raise

    def make_context(self, *given: Any, **named: Any) -> Any:
        """Read the program's own options."""
        with _harmless_usage():
            return super().make_context(*given, **named)

    def invoke(self, ctx: Any) -> Any:
        """Run a command inside the one place that tells errors, before Typer sees them."""
        with told_to_the_user(), _harmless_usage():
            return super().invoke(ctx)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, and the commands under their headings."""
        headings: dict[str, dict[str, str]] = {}
        for name, (_, heading) in COMMANDS.items():
            headings.setdefault(heading, {})[name] = find_function(name).__doc__ or ""
        write_commands(self, ctx, formatter, headings)


@contextmanager
def _harmless_usage() -> Iterator[None]:
    """Make what Typer says of a wrong usage harmless: it repeats what was typed, and writes out control codes only."""
    try:
        yield
    except ClickException as error:
        from sinorus.render.safe import harmless

        error.message = harmless(error.message)
        raise


def load_command(name: str) -> TyperCommand:
    """Return a command as Typer runs it."""
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, cls=GroupedCommand, context_settings={"help_option_names": ["-h", "--help"]})(
        with_options(find_function(name))
    )
    command = get_command(single)
    assert isinstance(command, TyperCommand)
    return command


def find_function(name: str) -> Callable[..., None]:
    """Return the function of a command, with the options as its module has them."""
    module = import_module(f"sinorus.cli.{COMMANDS[name][0]}")
    function: Callable[..., None] = getattr(module, f"{name}_command")
    return function


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def program() -> TyperGroup:
    """Return the whole program as Typer runs it."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    if asked := os.environ.get("_SINORUS_COMPLETE"):
        from sinorus.cli.completion import complete_options

        complete_options()
        if asked == "complete_bash":
            from sinorus.cli.bash import complete_for_bash

            complete_for_bash()
    return group


def _show_version(wanted: bool) -> None:
    if wanted:
        from sinorus import __version__

        typer.echo(f"sinorus {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=False)
def root(
    ctx: typer.Context,
    db: Annotated[str | None, typer.Option("--db", metavar="PATH", help="The database.")] = None,
    version: Annotated[  # noqa: ARG001
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Ask chronologies of diplomacy who met whom, where, when and about what.

    \b
    sinorus events --actor Lavrov
    sinorus events --actor "Wang Yi" --since 2024-03 --csv
    sinorus import next-issue.html
    """
    ctx.obj = db
