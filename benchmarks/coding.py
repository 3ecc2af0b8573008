"""Coding on one core: entries a second, growth with the length of an entry and of the codebook, and memory."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from statistics import mean

from benchmarks.budgets import Budget, worst
from benchmarks.clocks import apart, exponent, processor_seconds, steepest
from benchmarks.prose import WORDS, dated, entries, passage
from benchmarks.tables import Table, milliseconds, number
from sinorus.codebook import Codebook, load_codebook
from sinorus.codebook.lexicon import Lexicon
from sinorus.coding.coder import Coder
from sinorus.model import Entry, Event
from sinorus.span import DateSpan

_ENTRIES = 2_000
_LENGTHS = (45, 450, 4_500, 45_000)
_PATIENCE = 8.0
_KNOWN_TENTHS = (1, 2, 5, 10)
_TIMES_LARGER = (2, 4)
_FLAT = (10_000, 100_000)
# Budgets with some room: clocks are not exact, and caches that fill up grow until they are full.
LINEAR = 1.15
FLAT = 32
# Texts that could tempt a coder to look at every pair of words; `{}` counts up.
_SHAPES = {
    "prose": "",
    "names without a stop": "Wang Yi Lavrov Putin Kerry ",
    "titles without a name": "deputy foreign minister of the president of ",
    "a list of titled names": "FM Lavrov, President Xi Jinping, Ambassador Otto Nordmann {}, and ",
    "new persons": "Minister Anton Bar{} meets Foreign Minister Carla Vel{} in Beijing. ",
    "quotation marks opened": "“he said ‘China ",
    "brackets opened": "(the foreign minister ",
    "dates": "on March {}, two days later, the next week, ",
    "capitals": "BRICS SCO UNSC GDP ",
    "adjectives of states": "Chinese Russian Japanese and ",
    "one word": "meets ",
}


def code(texts: Iterable[str], coder: Coder, a_day: float = 4) -> Iterator[Event]:
    """Code texts as the entries of one chronology, so many to a day."""
    for line, (day, text) in enumerate(dated(texts, a_day), 1):
        yield coder.code(Entry(DateSpan.day(day), day.isoformat(), text, line))


def measure() -> list[Table]:
    """Return throughput, growth with an entry and with the codebook, and memory."""
    book = load_codebook()
    lexicon = Lexicon(book)
    return [_throughput(book, lexicon), _lengths(book, lexicon), _codebooks(book), _memory()]


def _time(texts: list[str], book: Codebook, lexicon: Lexicon, times: int = 3) -> float:
    """Return the processor time of coding texts by a coder that has coded nothing yet."""
    return processor_seconds(lambda coder: list(code(texts, coder)), lambda: Coder(book, lexicon), times)


def _throughput(book: Codebook, lexicon: Lexicon) -> Table:
    rows, rates = [], {}
    for name, texts in (("generated", list(entries(_ENTRIES))), ("bundled", _bundled())):
        words = mean(len(text.split()) for text in texts)
        taken = _time(texts, book, lexicon)
        rate = len(texts) / taken
        rates[name] = rate * words / WORDS
        rows.append((name, number(len(texts)), f"{words:.0f}", number(rate), number(rates[name])))
    loading = processor_seconds(lambda _: load_codebook(), lambda: None)
    indexing = processor_seconds(Lexicon, lambda: book)
    making = processor_seconds(lambda known: Coder(book, known), lambda: lexicon)
    return Table(
        "Coding",
        "Entries a second of processor time on one core, median of 3; the last column is for entries of"
        f" {WORDS} words. Before the first entry stand {milliseconds(loading)} to load the codebook,"
        f" {milliseconds(indexing)} to index its names, and {milliseconds(making)} to make a coder for a source.",
        ("chronology", "entries", "words an entry", "entries a second", f"at {WORDS} words"),
        rows,
        (Budget(f"entries of {WORDS} words coded in a second on one core", 2_000, rates["generated"], least=True),),
    )


def _bundled() -> list[str]:
    from sinorus.importer import read_bundled  # noqa: PLC0415 - not in the processes whose memory counts

    passages = [passage for source in read_bundled() for passage in source.passages()]
    return [passage.text for passage in passages if isinstance(passage, Entry)] * 20


def _lengths(book: Codebook, lexicon: Lexicon) -> Table:
    rows, steps = [], {}
    for name, pattern in _SHAPES.items():
        sizes, costs = [], []
        for length in _LENGTHS:
            text = _repeated(pattern, length) if pattern else passage(length)
            taken = _time([text], book, lexicon, times=1 if length == _LENGTHS[-1] else 3)
            sizes.append(float(len(text.split())))
            costs.append(taken)
            if taken > _PATIENCE:
                break
        told = [milliseconds(cost) for cost in costs] + ["not tried"] * (len(_LENGTHS) - len(costs))
        steps[name] = steepest(sizes, costs)
        rows.append((name, *told, f"{exponent(sizes, costs):.2f}", f"{steps[name]:.2f}"))
    return Table(
        "Coding one long entry",
        "Processor time by the number of words in a single entry; an exponent of 1 is linear. The second exponent is"
        " that of the last step alone.",
        ("text of", *(f"{number(length)} words" for length in _LENGTHS), "exponent", "last step"),
        rows,
        (worst("growth of coding with the length of an entry: exponent of the last step", LINEAR, steps),),
    )


def _repeated(pattern: str, words: int) -> str:
    pieces: list[str] = []
    count = 0
    while count < words:
        pieces.append(pattern.replace("{}", _letters(len(pieces)) if "Bar{}" in pattern else str(len(pieces) % 28 + 1)))
        count += len(pattern.split())
    return "".join(pieces).strip()


def _letters(value: int) -> str:
    """Write a number in letters, as part of a name."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(value))


def _codebooks(book: Codebook) -> Table:
    texts = list(entries(500))
    rows, sizes, costs = [], [], []
    for part in (*(_thinned(book, tenths) for tenths in _KNOWN_TENTHS), *(_grown(book, n) for n in _TIMES_LARGER)):
        lexicon = Lexicon(part)
        taken = _time(texts, part, lexicon)
        sizes.append(float(len(part.people) + len(part.places) + len(part.organizations)))
        costs.append(taken / len(texts))
        rows.append((number(sizes[-1]), milliseconds(costs[-1]), number(1 / costs[-1])))
    return Table(
        "Coding by the size of the codebook",
        f"The same {len(texts)} entries by parts of the codebook, the whole, and the whole with made-up persons and"
        f" places added. Exponent {exponent(sizes, costs):.2f} over all, {exponent(sizes[3:], costs[3:]):.2f} from the"
        " whole codebook on: 0 is no growth at all, and what grows in the parts is what they find in the text.",
        ("persons, places, bodies", "an entry", "entries a second"),
        rows,
    )


def _thinned(book: Codebook, tenths: int) -> Codebook:
    """Keep some tenths of the persons, places and bodies."""
    kept = (
        {key: item for place, (key, item) in enumerate(table.items()) if place % 10 < tenths}
        for table in (book.people, book.places, book.organizations)
    )
    people, places, organizations = kept
    return replace(book, people=people, places=places, organizations=organizations)  # type: ignore[arg-type]


def _grown(book: Codebook, times: int) -> Codebook:
    """Add persons and places of other names until there are so many times as many."""
    people, places = dict(book.people), dict(book.places)
    for copy in range(1, times):
        suffix = "xyzw"[copy - 1]
        for person in book.people.values():
            name = person.name + suffix
            short = tuple(one + suffix for one in person.short)
            people[name, person.country] = replace(person, name=name, short=short, names=(), native=())
        for place in book.places.values():
            name = place.name + suffix
            places[name, place.country] = replace(place, name=name, names=(), native=())
    return replace(book, people=people, places=places)


def _memory() -> Table:
    few, many = _FLAT
    at = {count: apart(_code_and_forget, count) for count in (100, *_FLAT)}
    slope = (at[many][1] - at[few][1]) / (many - few) * 1_000_000
    rows = [(number(count), f"{peak:,.0f} MiB", number(persons)) for count, (persons, peak) in at.items()]
    return Table(
        "Memory of coding",
        "The most memory of a process that codes so many entries one by one and keeps none, every entry different."
        f" From the last two lines, a million entries would take {slope:,.0f} MiB more than {number(few)}, if the names"
        " that the codebook does not know went on being new.",
        ("entries", "peak", "actors found"),
        rows,
        (Budget("MiB more for coding a million entries than for 10,000", FLAT, slope),),
    )


def _code_and_forget(count: int) -> int:
    coder = Coder(load_codebook())
    return sum(len(event.actors) for event in islice(code(entries(count, seed=7), coder), count))
