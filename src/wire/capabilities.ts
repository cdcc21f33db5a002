/**
 * What a proxy of ours can do beside listing: the member `capabilities` of its answers. A proxy that does not send it can do
 * nothing of it. A page cannot rely on the types: the member may come from anybody.
 */
export interface Capabilities {
  /** Whether `…/{videoId}/play` gives play addresses. */
  readonly play?: boolean | undefined;
  /** Whether `…/{videoId}` gives one video. */
  readonly video?: boolean | undefined;
  /** Whether `…/{videoId}/index` says where in a list a video is. */
  readonly index?: boolean | undefined;
  /** What lists can be sorted by beside the time of creation: values of `sortBy`. */
  readonly sorts?: readonly string[] | undefined;
  /** Whether `categories/tree` gives all categories at once. */
  readonly categoryTree?: boolean | undefined;
}
