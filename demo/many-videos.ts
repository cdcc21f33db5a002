/** How many there are: as far as the vendor's list can be looked through. */
const COUNT = 100_000;

/** Milliseconds that the vendor would take. */
const LATENCY = 150;

interface WireRecord {
  readonly videoName?: string | null;
}

/**
 * Answers for a list of 100,000 videos, made up of the catalogue's again and again. With `?total=no` it
 * does not say how many there are, as the vendor's own list does not.
 */
export function manyVideos(catalogue: readonly WireRecord[]) {
  return async (request: Request): Promise<Response> => {
    const {searchParams} = new URL(request.url);
    const pageIndex = Number(searchParams.get('pageIndex'));
    const pageSize = Number(searchParams.get('pageSize'));
    const isOldestFirst = searchParams.get('listOrder') === '1';
    const start = (pageIndex - 1) * pageSize;
    const length = Math.max(0, Math.min(pageSize, COUNT - start));
    const videoListInfo = Array.from({length}, (_, at) => {
      const place = start + at;
      return recordAt(isOldestFirst ? COUNT - 1 - place : place, catalogue);
    });
    const total = searchParams.get('total') === 'no' ? undefined : COUNT;
    await new Promise((resolve) => setTimeout(resolve, LATENCY));
    return Response.json({
      code: 200,
      message: 'success',
      data: {videoTotal: length, total, videoListInfo},
    });
  };
}

function recordAt(index: number, catalogue: readonly WireRecord[]) {
  const record = catalogue[index % catalogue.length];
  const videoName = `${index + 1} · ${record?.videoName ?? ''}`;
  return {...record, videoId: `many-${index + 1}`, videoName};
}
