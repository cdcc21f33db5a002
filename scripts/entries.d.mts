/** See entries.mjs. */
export function entriesOf(folder: string): readonly {
  readonly key: string;
  readonly path: string;
  readonly file: string | undefined;
  readonly types: string | undefined;
}[];
