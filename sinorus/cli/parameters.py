"""A command's function, with dataclasses of options among its parameters -> the function that Typer is shown.

It has the fields of all these dataclasses as its parameters, and calls the real one with the dataclasses filled in.
Only the command that runs is worth this: the annotations are taken as they stand, so none may be a string.
"""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

import typer


def with_options(function: Callable[..., None]) -> Callable[..., None]:
    """Return a function for Typer with the fields of the dataclasses among a function's parameters as parameters."""
    own = inspect.signature(function).parameters
    spread: dict[str, Any] = {name: one.annotation for name, one in own.items() if is_dataclass(one.annotation)}
    parameters = [inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)]
    for name, parameter in own.items():
        if name in spread:
            parameters += _parameters_of(spread[name])
        else:
            parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))

    def command(ctx: typer.Context, **given: Any) -> None:
        if given.get("db") is None:
            given["db"] = ctx.obj
        ready = {name: kind(**{one.name: given.pop(one.name) for one in fields(kind)}) for name, kind in spread.items()}
        function(**ready, **given)

    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {}  # Typer would evaluate them, and has them in the signature
    command.__doc__ = function.__doc__
    command.__name__ = function.__name__
    return command


def _parameters_of(kind: Any) -> Iterator[inspect.Parameter]:
    for one in fields(kind):
        default = one.default_factory() if one.default_factory is not MISSING else one.default
        yield inspect.Parameter(one.name, inspect.Parameter.KEYWORD_ONLY, annotation=one.type, default=default)
