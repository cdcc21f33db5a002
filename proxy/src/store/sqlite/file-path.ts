/** The path in a `file:` address; `:memory:` for a database in memory. */
export function filePath(url: string): string {
  const path = url.replace(/^file:(\/\/(localhost)?(?=\/))?/, '').replace(/\?.*$/, '');
  return path.startsWith(':memory:') ? ':memory:' : decodeURIComponent(path);
}
