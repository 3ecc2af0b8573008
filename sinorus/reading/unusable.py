"""Why a record of a table or JSON file cannot be an entry, in a sentence, and what would help."""


class UnusableRecordError(ValueError):
    """A record that cannot be taken: `reason` says why, `remedy` what would help, as for a date that cannot be."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy
