/**
 * The tables in SQLite's SQL. Every statement can be repeated, so that several processes can start with one file at the
 * same time, and files of earlier versions are migrated.
 *
 * Each index ends with the columns of the list order, so that one filter is answered in order by its index.
 * `videos_by_creation` has all filter columns: it answers any combination of filters without reading a record.
 */
export const SCHEMA: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS videos (
    id INTEGER PRIMARY KEY,
    video_id TEXT NOT NULL UNIQUE,
    sequence INTEGER NOT NULL UNIQUE,
    updated_ms INTEGER NOT NULL,
    created_ms INTEGER NOT NULL,
    name TEXT NOT NULL,
    create_user TEXT,
    video_state INTEGER,
    transcode_state INTEGER,
    categories TEXT NOT NULL,
    record TEXT NOT NULL
  )`,
  `CREATE INDEX IF NOT EXISTS videos_by_creation ON videos
    (created_ms, video_id, video_state, transcode_state, create_user, categories, name)`,
  `CREATE INDEX IF NOT EXISTS videos_by_state ON videos (video_state, created_ms, video_id)`,
  `CREATE INDEX IF NOT EXISTS videos_by_transcoding ON videos (transcode_state, created_ms, video_id)`,
  `CREATE INDEX IF NOT EXISTS videos_by_user ON videos (create_user, created_ms, video_id)`,

  `CREATE TABLE IF NOT EXISTS video_categories (
    category TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    video_id TEXT NOT NULL,
    id INTEGER NOT NULL,
    PRIMARY KEY (category, created_ms, video_id)
  ) WITHOUT ROWID`,

  // Finds parts of names with three characters or more.
  `CREATE VIRTUAL TABLE IF NOT EXISTS video_names
    USING fts5(name, content='', contentless_delete=1, tokenize='trigram')`,

  // Earlier versions updated the categories with triggers.
  `DROP TRIGGER IF EXISTS video_inserted`,
  `DROP TRIGGER IF EXISTS video_refiled`,
  `CREATE TRIGGER IF NOT EXISTS video_named AFTER INSERT ON videos BEGIN
    INSERT INTO video_names (rowid, name) VALUES (new.id, new.name);
  END`,
  `CREATE TRIGGER IF NOT EXISTS video_renamed AFTER UPDATE ON videos WHEN old.name <> new.name BEGIN
    UPDATE video_names SET name = new.name WHERE rowid = new.id;
  END`,

  `CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID`,
  `INSERT INTO counters SELECT 'sequence', coalesce(max(sequence), 0) FROM videos WHERE true
    ON CONFLICT DO NOTHING`,
  `INSERT INTO counters VALUES ('vendor_closed_until_ms', 0) ON CONFLICT DO NOTHING`,

  `CREATE TABLE IF NOT EXISTS vendor_calls (
    id INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    share TEXT NOT NULL,
    client TEXT
  )`,

  // A shared answer of the vendor, and the process that has the lease.
  `CREATE TABLE IF NOT EXISTS vendor_answers (
    id TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    lease_until_ms INTEGER NOT NULL,
    asked_sequence INTEGER NOT NULL,
    received_ms INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    envelope TEXT NOT NULL
  )`,

  // Numbers of requests of busy clients in a window of time, in all processes.
  `CREATE TABLE IF NOT EXISTS request_counts (
    window_ms INTEGER NOT NULL,
    client TEXT NOT NULL,
    points INTEGER NOT NULL,
    PRIMARY KEY (window_ms, client)
  ) WITHOUT ROWID`,

  // Saved texts, such as the vendor's tree of categories.
  `CREATE TABLE IF NOT EXISTS kept_texts (
    name TEXT PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    text TEXT NOT NULL
  ) WITHOUT ROWID`,

  // A write, so that a full disk or a read-only file is detected at the start.
  `UPDATE counters SET value = value WHERE name = 'sequence'`,
];
