/**
 * The tables in PostgreSQL's SQL. Every statement can be repeated.
 *
 * Ids and categories are sorted by bytes as in SQLite, independent of the locale of the database. Only short texts are
 * indexed, because an index entry may have 2,700 bytes.
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

  // A shared answer of the vendor, and the process that has the lease.
  `CREATE TABLE IF NOT EXISTS vendor_answers (
    id TEXT COLLATE "C" PRIMARY KEY,
    holder TEXT NOT NULL,
    lease_until_ms BIGINT NOT NULL,
    asked_sequence BIGINT NOT NULL,
    received_ms BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    envelope TEXT NOT NULL
  )`,

  // Numbers of requests of busy clients in a window of time, in all processes.
  `CREATE TABLE IF NOT EXISTS request_counts (
    window_ms BIGINT NOT NULL,
    client TEXT COLLATE "C" NOT NULL,
    points BIGINT NOT NULL,
    PRIMARY KEY (window_ms, client)
  )`,

  // Saved texts, such as the vendor's tree of categories.
  `CREATE TABLE IF NOT EXISTS kept_texts (
    name TEXT PRIMARY KEY,
    at_ms BIGINT NOT NULL,
    text TEXT NOT NULL
  )`,
];

/** Index for parts of names with three characters or more. It needs an extension, which some users may not create. */
export const TRIGRAMS: readonly string[] = [
  'CREATE EXTENSION IF NOT EXISTS pg_trgm',
  'CREATE INDEX IF NOT EXISTS videos_by_name ON videos USING gin (name gin_trgm_ops)',
];
