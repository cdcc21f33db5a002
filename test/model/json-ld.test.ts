import {assert} from '@open-wc/testing';
import fc from 'fast-check';
import {videoListJsonLd} from '../../src/model/json-ld.js';
import type {Video} from '../../src/model/video.js';

const baseUrl = 'https://www.example.com/videos';
const video: Video = {
  id: 'a/b',
  title: 'A walk by the sea',
  description: 'Waves, mostly.',
  coverUrl: 'https://media.example.com/sea.jpg',
  durationSeconds: 65.4,
  createdAtMs: Date.UTC(2024, 4, 20, 12),
};

interface ItemList {
  readonly itemListElement: readonly {
    readonly position: number;
    readonly item: Readonly<Record<string, string>>;
  }[];
}

function itemsOf(...[videos, options]: Parameters<typeof videoListJsonLd>) {
  const list = JSON.parse(videoListJsonLd(videos, options)) as ItemList;
  return list.itemListElement.map(({item}) => item);
}

describe('videoListJsonLd()', () => {
  it('describes a video by the names of schema.org', () => {
    const text = videoListJsonLd([video], {
      baseUrl,
      cardHref: '/watch/{videoId}',
      contentUrl: ({id}) => `/files/${encodeURIComponent(id)}.mp4`,
      embedUrl: () => 'https://player.example.com/1',
    });
    assert.deepEqual(JSON.parse(text), {
      '@context': 'https://schema.org',
      '@type': 'ItemList',
      itemListElement: [
        {
          '@type': 'ListItem',
          position: 1,
          item: {
            '@type': 'VideoObject',
            name: 'A walk by the sea',
            description: 'Waves, mostly.',
            url: 'https://www.example.com/watch/a%2Fb',
            thumbnailUrl: 'https://media.example.com/sea.jpg',
            uploadDate: '2024-05-20T12:00:00.000Z',
            duration: 'PT65S',
            contentUrl: 'https://www.example.com/files/a%2Fb.mp4',
            embedUrl: 'https://player.example.com/1',
          },
        },
      ],
    });
  });

  it('has only the fields that a video has', () => {
    assert.deepEqual(
      itemsOf([{id: '1', title: 'Sea', description: '', durationSeconds: 0}], {baseUrl}),
      [{'@type': 'VideoObject', name: 'Sea'}],
    );
  });

  it('ignores videos without a title and those that cannot be played', () => {
    const others: Video[] = [
      {...video, title: ''},
      {...video, transcoding: 'failed'},
      {...video, availability: 'unavailable'},
    ];
    assert.lengthOf(itemsOf([...others, video], {baseUrl}), 1);
    assert.deepEqual(itemsOf(others, {baseUrl}), []);
  });

  it('has only http: and https: addresses', () => {
    const bad = () => 'javascript:alert(1)';
    const [item] = itemsOf([{...video, coverUrl: bad()}], {
      baseUrl,
      cardHref: 'javascript:{videoId}',
      contentUrl: bad,
      embedUrl: () => 'data:text/html,1',
    });
    for (const name of ['url', 'thumbnailUrl', 'contentUrl', 'embedUrl'])
      assert.notProperty(item, name);
  });

  it('cannot end a script, and keeps titles unchanged', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<', '/', '!--', 'script', '>', '&', '"', '\\', '\u2028', 'a'),
        }),
        (text) => {
          const title = `</script>${text}`;
          const json = videoListJsonLd([{...video, title}], {baseUrl});
          assert.notInclude(json, '<');
          const script = new DOMParser().parseFromString(
            `<script type="application/ld+json">${json}</script>`,
            'text/html',
          ).scripts[0]!;
          const list = JSON.parse(script.text) as ItemList;
          assert.equal(list.itemListElement[0]!.item['name'], title);
        },
      ),
      {numRuns: 50},
    );
  });

  it('has no invalid date or duration', () => {
    const odd = {...video, createdAtMs: 9e99, durationSeconds: Infinity};
    const [item] = itemsOf([odd], {baseUrl});
    assert.notProperty(item, 'uploadDate');
    assert.notProperty(item, 'duration');
  });
});
