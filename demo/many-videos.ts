/** Number of videos: the maximum that the vendor's list gives access to. */
const COUNT = 100_000;

/** Delay of a response in milliseconds, about that of the vendor. */
const LATENCY = 150;

interface WireRecord {
  readonly videoName?: string | null;
}

/**
 * Answers requests for a list of 100,000 videos, which repeats the catalogue. With `?total=no`, responses do not contain the
 * length of the list, like those of the vendor.
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
