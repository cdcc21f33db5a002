import {assert} from '@open-wc/testing/pure';
import {
  decodeVideoPage,
  type PageFault,
  type VideoPage,
} from '../../src/model/decode-video-page.js';
import {parseJson} from '../../src/wire/parse-json.js';
import {anEnvelope, aRecord, recordsTitled} from '../support/records.js';

const page = (...args: Parameters<typeof decodeVideoPage>) => decodeVideoPage(...args) as VideoPage;

describe('decodeVideoPage()', () => {
  it('keeps the order of the records', () => {
    const {videos} = page(anEnvelope(recordsTitled('First', 'Second', 'Third')));
    assert.deepEqual(
      videos.map(({title}) => title),
      ['First', 'Second', 'Third'],
    );
  });

  it('skips only the invalid record', () => {
    const [first, second] = recordsTitled('First', 'Second');
    const {videos, skipped, recordCount} = page(anEnvelope([first, null, 'broken', {}, second]));
    assert.deepEqual(
      videos.map(({title}) => title),
      ['First', 'Second'],
    );
    assert.deepEqual(skipped, [
      {index: 1, reason: 'not-a-record'},
      {index: 2, reason: 'not-a-record'},
      {index: 3, reason: 'not-a-record'},
    ]);
    assert.equal(recordCount, 5);
  });

  it('contains a video once, also if it is repeated', () => {
    const {videos, skipped} = page(anEnvelope([aRecord(), aRecord({videoName: 'Again'})]));
    assert.deepEqual(
      videos.map(({title}) => title),
      ['A walk by the sea'],
    );
    assert.deepEqual(skipped, [{index: 1, reason: 'duplicate'}]);
  });

  it('distinguishes two videos with ids above 2^53', () => {
    const text = JSON.stringify(anEnvelope(recordsTitled('First', 'Second')));
    const withNumbers = text
      .replace('"id-1"', '9007199254740993')
      .replace('"id-2"', '9007199254740992');
    const {videos} = page(parseJson(withNumbers).json);
    assert.deepEqual(
      videos.map(({id, title}) => [id, title]),
      [
        ['9007199254740993', 'First'],
        ['9007199254740992', 'Second'],
      ],
    );
  });

  it('treats an id as the same as a number and as a text', () => {
    const {skipped} = page(anEnvelope([aRecord({videoId: 5}), aRecord({videoId: '5'})]));
    assert.deepEqual(skipped, [{index: 1, reason: 'duplicate'}]);
  });

  it('skips only a record that is nested 8,000 levels deep', () => {
    const text = JSON.stringify(anEnvelope(recordsTitled('First', 'Second', 'Third')));
    const deep = '['.repeat(8000) + ']'.repeat(8000);
    const {json} = parseJson(text.replace('"Second"', deep));
    assert.deepEqual(
      page(json).videos.map(({title}) => title),
      ['First', '', 'Third'],
    );
  });

  it('has the length of the list only if it is possible', () => {
    const records = recordsTitled('First', 'Second');
    const total = (value: unknown) =>
      page({code: 200, data: {videoListInfo: records, total: value}}).total;
    assert.equal(total(2), 2);
    for (const odd of [-1, 0, 1, 1e99, 2.5, 'two']) assert.isUndefined(total(odd), String(odd));
  });

  it('has no videos if the vendor has none', () => {
    assert.deepEqual(page(anEnvelope([])).videos, []);
  });

  describe('what videoState means', () => {
    const availability = (...args: Parameters<typeof decodeVideoPage>) =>
      page(...args).videos[0]?.availability;
    const record = aRecord({videoState: '1'});

    it('follows the callback document', () => {
      assert.equal(availability(anEnvelope([record])), 'available');
    });

    it('follows getVideoList if the caller names it', () => {
      assert.equal(availability(anEnvelope([record]), {source: 'getVideoList'}), 'unavailable');
    });

    it('follows getVideoList if the envelope names it', () => {
      const envelope = anEnvelope([record], {source: 'getVideoList'});
      assert.equal(availability(envelope), 'unavailable');
    });

    it('follows the caller if the two differ', () => {
      const envelope = anEnvelope([record], {source: 'getVideoList'});
      assert.equal(availability(envelope, {source: 'callback'}), 'available');
    });

    it('follows the callback document for an unknown source', () => {
      assert.equal(availability(anEnvelope([record], {source: 'newest'})), 'available');
    });
  });

  it('contains the vendor’s error message', () => {
    const fault = decodeVideoPage({code: 1502, message: '视频不存在'});
    assert.deepEqual(fault, {
      fault: 'error 1502: 视频不存在',
      vendorCode: 1502,
      vendorMessage: '视频不存在',
    });
  });

  it('shortens the message to one line', () => {
    const message = `No\npermission\u202e ${'x'.repeat(500)}`;
    const {vendorMessage = ''} = decodeVideoPage({code: 1535, message}) as PageFault;
    assert.match(vendorMessage, /^No permission x+…$/);
    assert.isAtMost(vendorMessage.length, 201);
  });

  it('names what is missing in an invalid envelope', () => {
    assert.deepEqual(Object.keys(decodeVideoPage({videos: []})), ['fault']);
    assert.deepEqual(Object.keys(decodeVideoPage({code: 200, data: {}})), ['fault']);
    assert.deepEqual(Object.keys(decodeVideoPage([])), ['fault']);
  });

  it('accepts the vendor’s example with any wrong values in its fields', async () => {
    const response = await fetch('/demo/catalogue/example.json');
    const example = (await response.json()) as {data: {videoListInfo: object[]}};
    const fields = Object.keys(example.data.videoListInfo[0] ?? {}).filter(
      (key) => key !== 'videoId',
    );
    for (const nonsense of [null, '', 'null', -7, 1e99, [], {}, [null], true]) {
      const records = fields.map((field, index) => {
        const record = example.data.videoListInfo[0];
        return {...record, videoId: `id-${index}`, [field]: nonsense};
      });
      assert.lengthOf(page(anEnvelope(records)).videos, fields.length, JSON.stringify(nonsense));
    }
  });
});
