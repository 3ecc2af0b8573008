-- Tables: a source has events; an event has actors (in roles), places, topics, activities and further dates.
-- Dates are ISO days as text, both ends inclusive. Spans are character offsets into events.text, half-open.

PRAGMA application_id = 0x53494e4f; -- "SINO": tells this file from any other SQLite database

CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL UNIQUE, -- what a source is known by: a file with the same title is a new state of it
    author TEXT,
    publisher TEXT,
    url TEXT,
    period TEXT, -- the time that the source says it covers, in its words
    file TEXT NOT NULL, -- the file as it was named at the last import, or standard input
    sha256 TEXT NOT NULL, -- fingerprint of that file's bytes
    imported_at TEXT NOT NULL -- UTC, ISO 8601: when the file last brought something new
);

CREATE TABLE countries (
    code TEXT PRIMARY KEY, -- ISO 3166 alpha-2, EU, UN
    name TEXT NOT NULL,
    adjective TEXT -- "Russian"; several are separated by ;
) WITHOUT ROWID;

CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- kept over re-imports while the entry is the same, never given twice
    source_id INTEGER NOT NULL REFERENCES sources (id), -- the first source that told it; see event_sources
    line INTEGER NOT NULL, -- where the entry's date stands in that source's file
    date_text TEXT NOT NULL, -- the date as printed
    start TEXT NOT NULL, -- first day
    "end" TEXT, -- last day; empty while the event goes on
    precision TEXT NOT NULL, -- day, range, month, season, year, decade, approximate
    edtf TEXT NOT NULL, -- the date in EDTF level 1 (ISO 8601-2), as precise as it was given
    text TEXT NOT NULL, -- the entry, word for word
    note TEXT, -- a remark on the entry, as its source gives it
    given TEXT, -- JSON: what a person coded by hand and the program leaves alone
    content_key TEXT NOT NULL UNIQUE, -- hash of start, end and the folded text: the same entry is stored once
    coding_key TEXT NOT NULL -- hash of everything else, by which a change is seen
);
CREATE INDEX events_start_end ON events (start, "end");
-- Few events last longer than a month; with them in an index of their own, a period is looked up in a short range.
CREATE INDEX events_long ON events (start, "end") WHERE "end" IS NULL OR "end" > date(start, '+31 days');
CREATE INDEX events_source_id ON events (source_id);

CREATE TABLE event_sources (
    event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    source_id INTEGER NOT NULL REFERENCES sources (id),
    line INTEGER NOT NULL, -- where the entry stands in this source's file
    PRIMARY KEY (event_id, source_id)
) WITHOUT ROWID;
CREATE INDEX event_sources_source_id ON event_sources (source_id, event_id);

CREATE TABLE actors (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'country')),
    country TEXT REFERENCES countries (code), -- the state that the actor acts for
    native_name TEXT, -- in the script of its country
    origin TEXT NOT NULL CHECK (origin IN ('codebook', 'text')) -- text: found by grammar, unknown to the codebook
);
CREATE UNIQUE INDEX actors_name_kind_country ON actors (name, kind, coalesce(country, ''));
CREATE INDEX actors_country ON actors (country);

CREATE TABLE actor_names (
    id INTEGER PRIMARY KEY,
    actor_id INTEGER NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
    name TEXT NOT NULL, -- a spelling, an alias, another script
    folded TEXT NOT NULL, -- its words without case, accents and punctuation
    UNIQUE (actor_id, name)
);

CREATE TABLE roles (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL, -- the office, spelled out
    country TEXT REFERENCES countries (code), -- the state whose office it is
    organization TEXT -- the body whose office it is
);
CREATE UNIQUE INDEX roles_title_country_organization
    ON roles (title, coalesce(country, ''), coalesce(organization, ''));
CREATE INDEX roles_country ON roles (country);

CREATE TABLE tenures (
    id INTEGER PRIMARY KEY,
    actor_id INTEGER NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
    role_id INTEGER NOT NULL REFERENCES roles (id),
    since TEXT, -- year, month or day, as precise as known; empty when unknown
    until TEXT -- the last year, month or day in office; empty while it is held
);
CREATE INDEX tenures_actor_id ON tenures (actor_id);
CREATE INDEX tenures_role_id ON tenures (role_id);

CREATE TABLE event_actors (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    actor_id INTEGER NOT NULL REFERENCES actors (id),
    role_id INTEGER REFERENCES roles (id), -- the office held at the event
    role_basis TEXT CHECK (role_basis IN ('stated', 'inferred')), -- said by the entry, or known from a tenure
    part TEXT NOT NULL CHECK (part IN ('participant', 'mentioned')), -- takes part, or is only talked about
    mention TEXT, -- the words that name the actor
    mention_start INTEGER,
    mention_end INTEGER,
    reason TEXT -- the rule or the codebook row that found it
);
CREATE INDEX event_actors_event_id ON event_actors (event_id, part, actor_id);
CREATE INDEX event_actors_actor_id ON event_actors (actor_id, part, event_id);
CREATE INDEX event_actors_role_id ON event_actors (role_id, part, event_id);

CREATE TABLE places (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT, -- city, region, sea, venue, country ...
    country TEXT REFERENCES countries (code),
    latitude REAL, -- decimal degrees
    longitude REAL
);
CREATE UNIQUE INDEX places_name_country ON places (name, coalesce(country, ''));
CREATE INDEX places_country ON places (country);

CREATE TABLE place_names (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    name TEXT NOT NULL, -- a spelling, a former name, another script
    folded TEXT NOT NULL, -- its words without case, accents and punctuation
    UNIQUE (place_id, name)
);

CREATE TABLE event_places (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    place_id INTEGER NOT NULL REFERENCES places (id),
    mention TEXT, -- the words that name the place
    mention_start INTEGER,
    mention_end INTEGER,
    reason TEXT -- the rule or the codebook row that found it
);
CREATE INDEX event_places_event_id ON event_places (event_id, place_id);
CREATE INDEX event_places_place_id ON event_places (place_id, event_id);

CREATE TABLE topics (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT
);

CREATE TABLE event_topics (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    cue TEXT, -- the words that gave the topic
    cue_start INTEGER,
    cue_end INTEGER
);
CREATE INDEX event_topics_event_id ON event_topics (event_id, topic_id);
CREATE INDEX event_topics_topic_id ON event_topics (topic_id, event_id);

CREATE TABLE activities (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT,
    plover_type TEXT, -- the PLOVER event type that fits, if one does
    plover_mode TEXT
);

CREATE TABLE event_activities (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    cue TEXT, -- the words that gave the activity
    cue_start INTEGER,
    cue_end INTEGER
);
CREATE INDEX event_activities_event_id ON event_activities (event_id, activity_id);
CREATE INDEX event_activities_activity_id ON event_activities (activity_id, event_id);

-- Further dates told inside an entry ("on Jan. 15").
CREATE TABLE event_dates (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    start TEXT NOT NULL, -- first day
    "end" TEXT, -- last day; empty while it goes on
    precision TEXT NOT NULL,
    edtf TEXT NOT NULL,
    mention TEXT NOT NULL, -- the words that tell the date
    mention_start INTEGER NOT NULL,
    mention_end INTEGER NOT NULL
);
CREATE INDEX event_dates_event_id ON event_dates (event_id);
CREATE INDEX event_dates_start_end ON event_dates (start, "end", event_id);
CREATE INDEX event_dates_long ON event_dates (start, "end", event_id)
    WHERE "end" IS NULL OR "end" > date(start, '+31 days');

PRAGMA user_version = 1;
