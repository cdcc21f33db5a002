/** See entries.mjs. */
export function entriesOf(
  folder: string,
  conditions?: readonly string[],
): readonly {
  readonly key: string;
  readonly path: string;
  readonly file: string | undefined;
  readonly types: string | undefined;
}[];
