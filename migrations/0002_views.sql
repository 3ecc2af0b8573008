-- Views for people who write SQL: names instead of numbers.

-- One row an event; several names in a cell are joined with "; ".
CREATE VIEW event_list AS
SELECT
    events.id,
    events.edtf AS date,
    events.date_text,
    events.start,
    events."end",
    events.precision,
    events.text,
    events.note,
    (SELECT group_concat(name, '; ') FROM (
        SELECT actors.name FROM event_actors JOIN actors ON actors.id = event_actors.actor_id
        WHERE event_actors.event_id = events.id AND event_actors.part = 'participant'
        GROUP BY actors.id ORDER BY min(event_actors.id))) AS actors,
    (SELECT group_concat(name, '; ') FROM (
        SELECT actors.name FROM event_actors JOIN actors ON actors.id = event_actors.actor_id
        WHERE event_actors.event_id = events.id AND event_actors.part = 'mentioned'
        GROUP BY actors.id ORDER BY min(event_actors.id))) AS mentioned,
    (SELECT group_concat(title, '; ') FROM (
        SELECT roles.title FROM event_actors JOIN roles ON roles.id = event_actors.role_id
        WHERE event_actors.event_id = events.id AND event_actors.part = 'participant'
        GROUP BY roles.title ORDER BY min(event_actors.id))) AS roles,
    (SELECT group_concat(country, '; ') FROM (
        SELECT actors.country FROM event_actors JOIN actors ON actors.id = event_actors.actor_id
        WHERE event_actors.event_id = events.id AND event_actors.part = 'participant' AND actors.country IS NOT NULL
        GROUP BY actors.country ORDER BY min(event_actors.id))) AS countries,
    (SELECT group_concat(name, '; ') FROM (
        SELECT places.name FROM event_places JOIN places ON places.id = event_places.place_id
        WHERE event_places.event_id = events.id
        GROUP BY places.id ORDER BY min(event_places.id))) AS places,
    (SELECT group_concat(slug, '; ') FROM (
        SELECT topics.slug FROM event_topics JOIN topics ON topics.id = event_topics.topic_id
        WHERE event_topics.event_id = events.id ORDER BY event_topics.id)) AS topics,
    (SELECT group_concat(slug, '; ') FROM (
        SELECT activities.slug FROM event_activities JOIN activities ON activities.id = event_activities.activity_id
        WHERE event_activities.event_id = events.id ORDER BY event_activities.id)) AS activities,
    (SELECT sources.title FROM sources WHERE sources.id = events.source_id) AS source,
    events.line,
    events.source_id
FROM events;

-- One row for each actor in each event.
CREATE VIEW participations AS
SELECT
    event_actors.event_id,
    events.edtf AS date,
    events.start,
    events."end",
    event_actors.actor_id,
    actors.name AS actor,
    actors.kind,
    coalesce(roles.country, actors.country) AS country,
    roles.title AS role,
    roles.organization,
    event_actors.role_basis,
    event_actors.part,
    event_actors.mention,
    events.text
FROM event_actors
JOIN events ON events.id = event_actors.event_id
JOIN actors ON actors.id = event_actors.actor_id
LEFT JOIN roles ON roles.id = event_actors.role_id;

-- One row an actor: in how many events it takes part, in how many it is only talked about, and from when to when.
CREATE VIEW actor_summary AS
SELECT
    actors.id,
    actors.name,
    actors.kind,
    actors.country,
    actors.native_name,
    actors.origin,
    count(DISTINCT CASE WHEN event_actors.part = 'participant' THEN event_actors.event_id END) AS events,
    count(DISTINCT CASE WHEN event_actors.part = 'mentioned' THEN event_actors.event_id END) AS mentions,
    min(events.start) AS first,
    max(coalesce(events."end", events.start)) AS last
FROM actors
LEFT JOIN event_actors ON event_actors.actor_id = actors.id
LEFT JOIN events ON events.id = event_actors.event_id
GROUP BY actors.id;

PRAGMA user_version = 2;
