/**
 * Functions of the proxy besides listing videos: the member `capabilities` of its responses. A proxy that does not send it has
 * none of them. The member is not validated, so its values may have other types.
 */
export interface Capabilities {
  /** Whether `…/{videoId}/play` returns play addresses. */
  readonly play?: boolean | undefined;
  /** Whether `…/{videoId}` returns one video. */
  readonly video?: boolean | undefined;
  /** Whether `…/{videoId}/index` returns the index of a video in a list. */
  readonly index?: boolean | undefined;
  /** What lists can be sorted by besides the time of creation: values of `sortBy`. */
  readonly sorts?: readonly string[] | undefined;
  /** Whether `categories/tree` returns all categories at once. */
  readonly categoryTree?: boolean | undefined;
}
