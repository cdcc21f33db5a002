/**
 * The tables, in SQLite's language: a file and the servers that speak libSQL understand the same. Every
 * statement may be repeated, so that several processes can start on one database at the same time.
 *
 * `sequence` grows with each change: who remembers one can ask for what came later. It is handed out
 * inside the write transaction, of which SQLite has one at a time, so nobody ever sees a later number
 * before an earlier one.
 *
 * Each index ends with the order of the list, so that one filter is found and ordered in one go.
 * `videos_by_creation` holds everything that is filtered by: any mixture of filters is answered by
 * walking along it without touching a record.
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

  // Trigrams find any part of a name that has three characters or more.
  `CREATE VIRTUAL TABLE IF NOT EXISTS video_names
    USING fts5(name, content='', contentless_delete=1, tokenize='trigram')`,

  `CREATE TRIGGER IF NOT EXISTS video_inserted AFTER INSERT ON videos BEGIN
    INSERT INTO video_names (rowid, name) VALUES (new.id, new.name);
    INSERT INTO video_categories
      SELECT value, new.created_ms, new.video_id, new.id
      FROM json_each(new.categories) WHERE value <> '';
  END`,
  `CREATE TRIGGER IF NOT EXISTS video_renamed AFTER UPDATE ON videos WHEN old.name <> new.name BEGIN
    UPDATE video_names SET name = new.name WHERE rowid = new.id;
  END`,
  `CREATE TRIGGER IF NOT EXISTS video_refiled AFTER UPDATE ON videos
    WHEN old.categories <> new.categories OR old.created_ms <> new.created_ms BEGIN
    DELETE FROM video_categories
      WHERE category IN (SELECT value FROM json_each(old.categories))
        AND created_ms = old.created_ms AND video_id = old.video_id;
    INSERT INTO video_categories
      SELECT value, new.created_ms, new.video_id, new.id
      FROM json_each(new.categories) WHERE value <> '';
  END`,
];
