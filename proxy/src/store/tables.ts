import type {Generated} from 'kysely';

/** A video: columns for filters and order, and the record as it was delivered. */
export interface VideosTable {
  readonly id: Generated<number>;
  readonly video_id: string;
  /** Number of its last change. */
  readonly sequence: number;
  readonly updated_ms: number;
  readonly created_ms: number;
  /** Folded for searching, see `foldName`. */
  readonly name: string;
  readonly create_user: string | null;
  readonly video_state: number | null;
  readonly transcode_state: number | null;
  /** See `categoryList`. */
  readonly categories: string;
  /** JSON. */
  readonly record: string;
}

/** One category of a video. */
interface VideoCategoriesTable {
  readonly category: string;
  readonly created_ms: number;
  readonly video_id: string;
  /** `id` of the video. */
  readonly id: number;
}

/** Numbers that all processes share. `sequence` is the number of the last change. */
interface CountersTable {
  readonly name: string;
  readonly value: number;
}

/** A call to the vendor that counts against the limit of its account. */
interface VendorCallsTable {
  readonly id: Generated<number>;
  readonly at_ms: number;
  /** Purpose of the call. */
  readonly share: string;
  /** Key of the client, if it is known. */
  readonly client: string | null;
}

/** The tables, the same in all databases. */
export interface Tables {
  readonly videos: VideosTable;
  readonly video_categories: VideoCategoriesTable;
  readonly counters: CountersTable;
  readonly vendor_calls: VendorCallsTable;
}
