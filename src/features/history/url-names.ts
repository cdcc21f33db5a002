import {words} from '../../internal/words.js';
import {filterNames, type FilterName} from '../../model/video-filters.js';

/** Fields that `history="url"` keeps in the address: the picked video, the page, and each filter. */
export type UrlField = 'video' | 'page' | FilterName;

const fields: readonly UrlField[] = ['video', 'page', ...filterNames];

/**
 * The query parameter of each field. Default: the name of its attribute, and `video`.
 *
 * @param setting - `url`, then pairs such as `search=q`, separated by spaces. `prefix=a-` is put before all names that are
 *   not set.
 */
export function urlNames(setting: string): ReadonlyMap<UrlField, string> {
  const pairs = new Map(
    words(setting).map((word): [string, string] => {
      const [name = '', parameter = ''] = word.split('=', 2);
      return [name, parameter];
    }),
  );
  const prefix = pairs.get('prefix') ?? '';
  return new Map(
    fields.map((field) => {
      const attribute = field.replace(/[A-Z]/g, '-$&').toLowerCase();
      return [field, pairs.get(attribute) || prefix + attribute];
    }),
  );
}

/** Whether `history` is `url`. */
export function isUrl(setting: unknown): setting is string {
  return typeof setting === 'string' && words(setting)[0] === 'url';
}

/** Changes some parameters of a query; undefined removes one. The text of all other parameters stays unchanged. */
export function withParameters(
  search: string,
  values: ReadonlyMap<string, string | undefined>,
): string {
  const others = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair && !values.has([...new URLSearchParams(pair).keys()][0] ?? ''));
  const own = [...values].flatMap(([name, value]) =>
    value === undefined ? [] : `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const pairs = [...others, ...own];
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
