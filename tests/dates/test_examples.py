"""The examples in the docstrings are true."""

import doctest

import pytest

import sinorus.dates.parsing
import sinorus.edtf
import sinorus.labels
import sinorus.reading.markup
import sinorus.span

MODULES = (sinorus.edtf, sinorus.labels, sinorus.span, sinorus.dates.parsing, sinorus.reading.markup)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_examples_of_a_module_hold(module: object) -> None:
    outcome = doctest.testmod(module)  # type: ignore[arg-type]
    assert outcome.attempted > 0
    assert outcome.failed == 0
