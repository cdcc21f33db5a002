/** The value of `exportparts` of cards in a list: their parts as `card-…`. */
export const exportedParts =
  'thumbnail image preview placeholder states state failed transcoding not-transcoded unavailable encrypted chips badge badge-base badge-live duration body heading link title meta details description progress check actions'.replace(
    /\S+/g,
    (part) => `${part}: card-${part},`,
  );
