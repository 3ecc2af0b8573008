"""What targets share: bytes as the text that a program gets, and a law that has to be kept."""


def text_of(data: bytes) -> str:
    """Return bytes as text, as arguments reach a program: what is not UTF-8 becomes halves of surrogate pairs."""
    return data.decode("utf-8", "surrogateescape")


def must(kept: object, law: str) -> None:
    """Raise AssertionError when a law is not kept; `assert` would be gone under `python -O`."""
    if not kept:
        raise AssertionError(law)
