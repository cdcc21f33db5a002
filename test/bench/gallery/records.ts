/** The generated videos of the benchmark: the same for every contestant, in the vendor's JSON. */

const TITLES = [
  'Morning above the alpine lake',
  'Product launch: the keynote in full, with questions from the audience afterwards',
  'Quarterly report',
  'Night train through the old town, filmed from the driver’s cab without a cut',
  'How the new harbour bridge was built',
  '城市夜景：从塔顶俯瞰整个海湾，灯光次第亮起',
  'Training, part four: handing over to the late shift',
  'Concert',
];
const SIZES = [
  [1920, 1080],
  [1280, 720],
  [3840, 2160],
  [854, 480],
];
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const DAYS = 700;

/** The title of the video at an index of the list. */
export function titleAt(index: number): string {
  return `${TITLES[index % TITLES.length]} (${index + 1})`;
}

/** The wire record of the video at an index of the list. */
export function recordAt(index: number, coverOrigin: string): object {
  const [width, height] = SIZES[index % SIZES.length]!;
  const created = new Date(FIRST_DAY + (index % DAYS) * DAY_MS);
  const size = 10_000_000 + index;
  return {
    videoId: `id-${index}`,
    videoName: titleAt(index),
    videoDescription: 'What the video is about, in a sentence.',
    createUser: `editor-${index % 7}`,
    encrypt: 0,
    videoSize: String(size),
    videoDuration: String(30 + (index % 5_000)),
    createTime: created.toISOString().slice(0, 19).replace('T', ' '),
    updateTime: created.toISOString().slice(0, 19).replace('T', ' '),
    videoState: '1',
    transcodeState: '1',
    videoSourceCode: 1,
    videoClassification: `category-${index % 11}`,
    publishDomain: 'media.example.com',
    imageUrl: `${coverOrigin}/covers/${index}.png`,
    videoResolutions: [{clarity: 1, serverType: -1, width, height, fileSize: size}],
  };
}

/** The vendor's envelope around records, as text. */
export function envelopeOf(records: readonly object[], total?: number): string {
  const data = {videoTotal: records.length, total, videoListInfo: records};
  return JSON.stringify({code: 200, message: 'success', data});
}
