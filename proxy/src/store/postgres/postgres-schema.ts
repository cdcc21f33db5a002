/**
 * The tables, in PostgreSQL's language. Every statement may be repeated.
 *
 * Ids and categories are ordered by their bytes, as in SQLite, whatever the language of the database.
 * Texts are in an index only where they are short: an entry has room for 2,700 bytes.
 */
export const SCHEMA: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS videos (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    video_id TEXT COLLATE "C" NOT NULL UNIQUE,
    sequence BIGINT NOT NULL UNIQUE,
    updated_ms BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    name TEXT NOT NULL,
    create_user TEXT COLLATE "C",
    video_state INTEGER,
    transcode_state INTEGER,
    categories TEXT NOT NULL,
    record TEXT NOT NULL
  )`,
  `CREATE INDEX IF NOT EXISTS videos_by_creation ON videos (created_ms, video_id)`,
  `CREATE INDEX IF NOT EXISTS videos_by_state ON videos (video_state, created_ms, video_id)`,
  `CREATE INDEX IF NOT EXISTS videos_by_transcoding ON videos (transcode_state, created_ms, video_id)`,
  `CREATE INDEX IF NOT EXISTS videos_by_user ON videos (create_user, created_ms, video_id)`,

  `CREATE TABLE IF NOT EXISTS video_categories (
    category TEXT COLLATE "C" NOT NULL,
    created_ms BIGINT NOT NULL,
    video_id TEXT COLLATE "C" NOT NULL,
    id BIGINT NOT NULL,
    PRIMARY KEY (category, created_ms, video_id)
  )`,

  `CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value BIGINT NOT NULL)`,
  `INSERT INTO counters VALUES ('sequence', 0), ('vendor_closed_until_ms', 0) ON CONFLICT DO NOTHING`,

  `CREATE TABLE IF NOT EXISTS vendor_calls (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at_ms BIGINT NOT NULL,
    share TEXT NOT NULL,
    client TEXT
  )`,

  // An answer of the vendor, and the process that is to ask for the next one.
  `CREATE TABLE IF NOT EXISTS vendor_answers (
    id TEXT COLLATE "C" PRIMARY KEY,
    holder TEXT NOT NULL,
    lease_until_ms BIGINT NOT NULL,
    asked_sequence BIGINT NOT NULL,
    received_ms BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    envelope TEXT NOT NULL
  )`,

  // Requests of busy clients in a window of time, in all processes.
  `CREATE TABLE IF NOT EXISTS request_counts (
    window_ms BIGINT NOT NULL,
    client TEXT COLLATE "C" NOT NULL,
    points BIGINT NOT NULL,
    PRIMARY KEY (window_ms, client)
  )`,

  // What was read elsewhere, such as the vendor's tree of categories.
  `CREATE TABLE IF NOT EXISTS kept_texts (
    name TEXT PRIMARY KEY,
    at_ms BIGINT NOT NULL,
    text TEXT NOT NULL
  )`,
];

/** Finds parts of names of three characters or more. It needs an extension, which not everybody may make. */
export const TRIGRAMS: readonly string[] = [
  'CREATE EXTENSION IF NOT EXISTS pg_trgm',
  'CREATE INDEX IF NOT EXISTS videos_by_name ON videos USING gin (name gin_trgm_ops)',
];
