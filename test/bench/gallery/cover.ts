/** The cover of every video: a striped image of 64 × 36 pixels, so small that its cost is negligible. */
export const COVER = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAkAQMAAAADwq7RAAAABlBMVEVGbqBajLQtHosjAAAAE0lEQVR42mP4DwUMeBjEgBFsDgDh4J9hpVxbAAAAAABJRU5ErkJggg==',
  'base64',
);
