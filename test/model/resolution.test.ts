import {assert} from '@open-wc/testing/pure';
import {clarityFromCode, parseClarity} from '../../src/model/clarity.js';
import {bestResolution, defaultTiers, isPortrait, tierOf} from '../../src/model/resolution.js';

const tier = (width?: number, height?: number) => tierOf({width, height}, defaultTiers)?.label;

describe('tierOf()', () => {
  it('judges by the shorter side, so that portrait and landscape count alike', () => {
    assert.equal(tier(1920, 1080), 'Full HD');
    assert.equal(tier(1080, 1920), 'Full HD');
  });

  for (const [width, height, label] of [
    [7680, 4320, '8K'],
    [3840, 2160, '4K'],
    [4096, 2159, '1440p'],
    [2560, 1440, '1440p'],
    [1920, 1080, 'Full HD'],
    [1919, 1079, 'HD'],
    [1364, 768, 'HD'],
    [1280, 720, 'HD'],
    [1279, 719, 'SD'],
    [320, 240, 'SD'],
  ] as const) {
    it(`calls ${width} × ${height} ${label}`, () => {
      assert.equal(tier(width, height), label);
    });
  }

  it('uses the known side', () => {
    assert.equal(tier(undefined, 1080), 'Full HD');
    assert.equal(tier(720, undefined), 'HD');
  });

  it('has no tier without a pixel size', () => {
    assert.isUndefined(tier());
  });

  it('uses the given thresholds', () => {
    const tiers = [{label: 'Sharp', minShortSide: 1000}];
    assert.equal(tierOf({width: 1920, height: 1080}, tiers)?.label, 'Sharp');
    assert.isUndefined(tierOf({width: 640, height: 360}, tiers));
  });
});

describe('bestResolution()', () => {
  const small = {width: 640, height: 360, clarity: 'high'} as const;
  const large = {width: 1920, height: 1080, clarity: 'fluent'} as const;

  it('is the one with the most pixels, in any order', () => {
    assert.equal(bestResolution([small, large]), large);
    assert.equal(bestResolution([large, small]), large);
  });

  it('is the best clarity if no size is known', () => {
    const fluent = {clarity: 'fluent'} as const;
    const high = {clarity: 'high'} as const;
    assert.equal(bestResolution([fluent, high]), high);
  });

  it('prefers a file with a size', () => {
    assert.equal(bestResolution([{clarity: 'super'}, small]), small);
  });

  it('is undefined without files', () => {
    assert.isUndefined(bestResolution([]));
  });

  it('does not change the given list', () => {
    const files = Object.freeze([small, large]);
    assert.equal(bestResolution(files), large);
  });
});

describe('isPortrait()', () => {
  it('is true for an image that is higher than wide', () => {
    assert.isTrue(isPortrait({width: 1080, height: 1920}));
    assert.isFalse(isPortrait({width: 1920, height: 1080}));
    assert.isFalse(isPortrait({width: 500, height: 500}));
    assert.isFalse(isPortrait({}));
  });
});

describe('clarities in markup', () => {
  it('are named, or numbered as in the callback document', () => {
    assert.equal(parseClarity('super'), 'super');
    assert.equal(parseClarity('5'), 'high');
    assert.equal(parseClarity('-99'), 'live-recording');
  });

  it('are unknown for other values', () => {
    for (const text of ['', 'best', '17', '0']) assert.equal(parseClarity(text), 'unknown');
    assert.equal(clarityFromCode(undefined, 'callback'), 'unknown');
  });
});
