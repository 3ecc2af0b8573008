"""The small closed classes of English words that the rules of coding lean on, folded."""

DETERMINERS = frozenset(
    "the a an his her its their this that these those both each some several two three four five".split()
)
POSSESSIVE_PRONOUNS = frozenset(["his", "her", "its", "their", "whose"])
PREPOSITIONS = frozenset(
    (
        "of in on at to from for with by about over under between among against through during after before near "
        "into toward towards across via within without outside inside since until despite per off onto upon "
        "around along alongside amid beyond regarding concerning following including besides like as than versus"
    ).split()
)
CONJUNCTIONS = frozenset(
    "and or but nor while when where as if because although though that which who whom whose".split()
)
PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i", "you", "him", "them", "us", "me"])
AUXILIARIES = frozenset(
    (
        "is are was were be been being has have had having do does did will would shall should can could may might must"
    ).split()
)
# What is said with one of these has not happened yet.
FUTURE = frozenset({"will", "would", "should", "could"})
ADVERBS = frozenset(
    (
        "also later then meanwhile however moreover earlier afterwards separately additionally jointly reportedly "
        "again today yesterday still just only soon finally subsequently instead further furthermore likewise "
        "thus therefore here there not no yes more most other others another such same own early mid late "
        "together back away abroad home"
    ).split()
)
MONTHS = frozenset(
    (
        "january february march april may june july august september october november december jan feb mar apr "
        "jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday"
    ).split()
)
FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES | ADVERBS | MONTHS

# Lower-case words inside a surname; they join what stands around them into one name.
NAME_PARTICLES = frozenset(
    (
        "de del della di da das dos do du des la le les van von der den ter ten bin bint ibn ben abu al el as ash "
        "ul ur zu"
    ).split()
)

# Verbs that lead from a person to an office ("becomes prime minister", "is appointed ambassador").
BECOMES = frozenset(
    (
        "becomes became become remains is was named appointed elected reelected nominated inaugurated chosen "
        "sworn confirmed designated takes assumes"
    ).split()
)
# Nouns for gatherings, papers and works: a capitalised run with one of them is no person's name.
EVENT_NOUNS = frozenset(
    (
        "summit summits meeting meetings conference conferences forum forums session dialogue talks treaty "
        "agreement pact accord charter declaration communique initiative war wars day week month year years "
        "festival games olympics cup championship exercise exercises operation program programme plan project "
        "sea ocean bay island islands river lake mountain bridge line pipeline street square palace hall "
        "house hotel airport station times news post daily tribune television radio interest relations policy "
        "act law bill code resolution report paper network road belt agency formula doctrine thought shrine "
        "temple church cathedral mosque monument cemetery tower stadium park garden theatre theater memorial "
        "base fort castle mansion estate ranch resort center centre plant factory mine reef shoal peninsula "
        "desert valley province region county oblast district nations states peoples people republic "
        "revolution movement club symposium world"
    ).split()
)

# Words behind which a body is only where somebody works or learns.
WORKS = frozenset("teaches works worked taught studies professor lecturer student study".split())

# Past forms that end neither in "ed" nor in "s".
PAST_FORMS = frozenset(
    (
        "said told met held sent began became took won gave led left put made saw went came brought sought found "
        "struck shot fired drew broke chose cut set let hit lost paid sold bought built kept bore wrote spoke stood "
        "withdrew agreed rose fell grew threw drove flew ran swore thought understood taught caught laid lay sank "
        "got forbade overthrew undertook beat bid cast quit shut spread split spent lent"
    ).split()
)
