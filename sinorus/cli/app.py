"""The program: `main` runs a command, and here alone an error becomes words on stderr and an exit code.

Typer is loaded inside, so that an interruption is quiet from the first moment on.
"""

import atexit
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType

from sinorus.errors import ExitCode, SinorusError

# Nearly all that starting up makes stays: looking through it for waste, over and over, costs a tenth of the start, and
# looking through it once more at the end an eighth of a short run.
_LIVING = 100_000


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; always ends with SystemExit."""
    gc.set_threshold(_LIVING)
    atexit.register(gc.freeze)
    with told_to_the_user():
        _speak_unicode()
        sys.excepthook = _tell_fault
        from sinorus.cli.commands import program

        program().main(args=None if arguments is None else list(arguments), prog_name="sinorus")


@contextmanager
def told_to_the_user() -> Iterator[None]:
    """Turn what goes wrong inside into a message and an exit code; nothing else in the program catches for the user."""
    try:
        yield
        sys.stdout.flush()
    except SinorusError as error:
        _tell(error)
        raise SystemExit(error.exit_code) from None
    except BrokenPipeError:
        _close_quietly()
        raise SystemExit(ExitCode.DONE) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _tell(SinorusError(f"{where}{error.strerror or error}.", "Check the path, its permissions and the disk."))
        raise SystemExit(ExitCode.FAILED) from None
    except KeyboardInterrupt:
        raise SystemExit(ExitCode.INTERRUPTED) from None


def _tell(error: SinorusError) -> None:
    from sinorus.render.safe import harmless

    lines = [f"Error: {error.message}", *([error.hint] if error.hint else [])]
    print(*map(harmless, lines), sep="\n", file=sys.stderr)  # noqa: T201 - this is where the program speaks


def _tell_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """Tell an error that nobody thought of: a fault of the program, for its makers to see."""
    if os.environ.get("SINORUS_DEBUG"):
        sys.__excepthook__(kind, fault, trace)
        return
    hint = "Nothing was stored. Please report it, with what SINORUS_DEBUG=1 prints for the same command."
    _tell(SinorusError(f"This is a fault in sinorus: {kind.__name__}: {fault}", hint))


def _close_quietly() -> None:
    """Let what is left in the buffer go nowhere, since nobody reads it any more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _speak_unicode() -> None:
    """Write UTF-8 where the locale cannot, and never fail over a character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = stream.encoding if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="backslashreplace")
