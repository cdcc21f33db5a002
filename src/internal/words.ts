/** Splits a value at spaces. */
export function words(text: string | null | undefined): readonly string[] {
  return text?.match(/\S+/g) ?? [];
}
