-- Full-text search: over the text and note of events, and over the names of actors, roles and places.

-- Words: case and accents do not count.
CREATE VIRTUAL TABLE events_fts USING fts5 (
    text, note, content="events", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER events_fts_insert AFTER INSERT ON events BEGIN
    INSERT INTO events_fts (rowid, text, note) VALUES (new.id, new.text, new.note);
END;
CREATE TRIGGER events_fts_delete AFTER DELETE ON events BEGIN
    INSERT INTO events_fts (events_fts, rowid, text, note) VALUES ('delete', old.id, old.text, old.note);
END;
CREATE TRIGGER events_fts_update AFTER UPDATE OF text, note ON events BEGIN
    INSERT INTO events_fts (events_fts, rowid, text, note) VALUES ('delete', old.id, old.text, old.note);
    INSERT INTO events_fts (rowid, text, note) VALUES (new.id, new.text, new.note);
END;
INSERT INTO events_fts (events_fts) VALUES ('rebuild');

-- Letters: an entry with letters of another script than Latin stands here once more, with a blank between each two
-- of them, so that a phrase of letters finds any part of a word: Chinese writes no blanks, Russian inflects.
-- The program writes these rows; an entry that is changed by hand leaves here until 'sinorus recode' puts it back.
CREATE VIRTUAL TABLE event_letters USING fts5 (letters, tokenize="unicode61 remove_diacritics 0 tokenchars '|'");
CREATE TRIGGER event_letters_delete AFTER DELETE ON events BEGIN
    DELETE FROM event_letters WHERE rowid = old.id;
END;
CREATE TRIGGER event_letters_update AFTER UPDATE OF text, note ON events BEGIN
    DELETE FROM event_letters WHERE rowid = old.id;
END;

-- Names, by whole words in any order.
CREATE VIRTUAL TABLE actor_names_fts USING fts5 (
    folded, content="actor_names", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER actor_names_fts_insert AFTER INSERT ON actor_names BEGIN
    INSERT INTO actor_names_fts (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER actor_names_fts_delete AFTER DELETE ON actor_names BEGIN
    INSERT INTO actor_names_fts (actor_names_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
CREATE TRIGGER actor_names_fts_update AFTER UPDATE OF folded ON actor_names BEGIN
    INSERT INTO actor_names_fts (actor_names_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
    INSERT INTO actor_names_fts (rowid, folded) VALUES (new.id, new.folded);
END;
INSERT INTO actor_names_fts (actor_names_fts) VALUES ('rebuild');

CREATE VIRTUAL TABLE place_names_fts USING fts5 (
    folded, content="place_names", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER place_names_fts_insert AFTER INSERT ON place_names BEGIN
    INSERT INTO place_names_fts (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER place_names_fts_delete AFTER DELETE ON place_names BEGIN
    INSERT INTO place_names_fts (place_names_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
CREATE TRIGGER place_names_fts_update AFTER UPDATE OF folded ON place_names BEGIN
    INSERT INTO place_names_fts (place_names_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
    INSERT INTO place_names_fts (rowid, folded) VALUES (new.id, new.folded);
END;
INSERT INTO place_names_fts (place_names_fts) VALUES ('rebuild');

CREATE VIRTUAL TABLE roles_fts USING fts5 (
    title, content="roles", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER roles_fts_insert AFTER INSERT ON roles BEGIN
    INSERT INTO roles_fts (rowid, title) VALUES (new.id, new.title);
END;
CREATE TRIGGER roles_fts_delete AFTER DELETE ON roles BEGIN
    INSERT INTO roles_fts (roles_fts, rowid, title) VALUES ('delete', old.id, old.title);
END;
CREATE TRIGGER roles_fts_update AFTER UPDATE OF title ON roles BEGIN
    INSERT INTO roles_fts (roles_fts, rowid, title) VALUES ('delete', old.id, old.title);
    INSERT INTO roles_fts (rowid, title) VALUES (new.id, new.title);
END;
INSERT INTO roles_fts (roles_fts) VALUES ('rebuild');

PRAGMA user_version = 3;
