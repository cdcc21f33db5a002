import type {InStatement} from '@libsql/client';
import type {VideoRecord} from '../video-record.js';
import {recordColumns} from './record-columns.js';

/** The newer `updateTime` wins; among equal ones the last to arrive, unless it says the same. */
const UPSERT = `
  INSERT INTO videos (sequence, video_id, updated_ms, created_ms, name, create_user, video_state,
    transcode_state, categories, record)
  VALUES ((SELECT coalesce(max(sequence), 0) + 1 FROM videos), ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (video_id) DO UPDATE SET
    sequence = excluded.sequence, updated_ms = excluded.updated_ms,
    created_ms = excluded.created_ms, name = excluded.name, create_user = excluded.create_user,
    video_state = excluded.video_state, transcode_state = excluded.transcode_state,
    categories = excluded.categories, record = excluded.record
  WHERE excluded.updated_ms > videos.updated_ms
    OR (excluded.updated_ms = videos.updated_ms AND excluded.record <> videos.record)
  RETURNING sequence`;

/** Keeps one record; the answer has a row with its new sequence number, or none if nothing changed. */
export function upsertStatement(record: VideoRecord): InStatement {
  const columns = recordColumns(record);
  return {
    sql: UPSERT,
    args: [
      columns.videoId,
      columns.updatedMs,
      columns.createdMs,
      columns.name,
      columns.createUser,
      columns.videoState,
      columns.transcodeState,
      columns.categories,
      JSON.stringify(record),
    ],
  };
}
