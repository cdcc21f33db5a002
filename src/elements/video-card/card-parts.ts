/** The parts of a card that a list passes on to its page, as `card-…`: the value of `exportparts`. */
export const exportedParts =
  'thumbnail image preview placeholder states state failed transcoding not-transcoded unavailable encrypted chips badge badge-base badge-live duration body heading link title meta details description progress check actions'.replace(
    /\S+/g,
    (part) => `${part}: card-${part},`,
  );
