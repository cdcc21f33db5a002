/** The words of an attribute that holds several. */
export function words(text: string | null | undefined): readonly string[] {
  return text?.match(/\S+/g) ?? [];
}
