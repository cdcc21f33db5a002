/** The words of an attribute with several, separated by spaces. */
export function words(text: string | null | undefined): readonly string[] {
  return text?.match(/\S+/g) ?? [];
}
