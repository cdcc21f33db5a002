import {assert} from '@open-wc/testing/pure';
import {html, type TemplateResult} from 'lit';
import '../../../src/define/resolution-badge.js';
import type {ResolutionBadgeElement} from '../../../src/elements/resolution-badge/resolution-badge.js';
import type {Resolution} from '../../../src/model/resolution.js';
import {hasPart, part, render, textOf} from '../../support/page.js';

const chip = async (template: TemplateResult) => textOf(await render(template), 'base');

async function spoken(template: TemplateResult) {
  return part(await render(template), 'base').getAttribute('aria-label');
}

describe('<resolution-badge>', () => {
  it('accepts an attribute for a property', async () => {
    const badge = await render<ResolutionBadgeElement>(
      html`<resolution-badge width="1920" height="1080" clarity="high"></resolution-badge>`,
    );
    assert.deepInclude(badge, {width: 1920, height: 1080, clarity: 'high'});
  });

  it('shows nothing without properties', async () => {
    const badge = await render(html`<resolution-badge></resolution-badge>`);
    assert.isFalse(hasPart(badge, 'base'));
  });

  it('uses the shorter side', async () => {
    const landscape = html`<resolution-badge width="1920" height="1080"></resolution-badge>`;
    const portrait = html`<resolution-badge width="1080" height="1920"></resolution-badge>`;
    assert.equal(await chip(landscape), 'Full HD');
    assert.equal(await chip(portrait), 'Full HD');
  });

  it('follows its properties', async () => {
    const badge = await render<ResolutionBadgeElement>(
      html`<resolution-badge width="1280" height="720"></resolution-badge>`,
    );
    badge.setAttribute('width', '3840');
    badge.setAttribute('height', '2160');
    await badge.updateComplete;
    assert.equal(textOf(badge, 'base'), '4K');
  });

  it('uses the best of a video’s files', async () => {
    const files: Resolution[] = [{width: 640, height: 360}, {width: 3840, height: 2160}, {}];
    assert.equal(
      await chip(html`<resolution-badge .resolutions=${files} width="10"></resolution-badge>`),
      '4K',
    );
    const badge = await render(html`<resolution-badge .resolutions=${[]}></resolution-badge>`);
    assert.isFalse(hasPart(badge, 'base'));
  });

  for (const [clarity, label] of [
    ['fluent', 'FD'],
    ['low', 'LD'],
    ['standard', 'SD'],
    ['high', 'HD'],
    ['super', 'Super HD'],
    ['original', 'Original'],
    ['5', 'HD'],
  ]) {
    it(`names the clarity ${clarity} if there is no pixel size`, async () => {
      assert.equal(
        await chip(html`<resolution-badge clarity=${clarity}></resolution-badge>`),
        label,
      );
    });
  }

  it('prefers the size in pixels to the clarity', async () => {
    assert.equal(
      await chip(html`<resolution-badge clarity="super" height="720"></resolution-badge>`),
      'HD',
    );
  });

  describe('with its properties', () => {
    const sized = (format: string) => html`
      <resolution-badge
        .format=${format}
        clarity="high"
        width="1080"
        height="1920"
      ></resolution-badge>
    `;

    it('shows the tier', async () => assert.equal(await chip(sized('tier')), 'Full HD'));
    it('shows the height of the picture in landscape', async () =>
      assert.equal(await chip(sized('height')), '1080p'));
    it('shows the vendor’s clarity', async () => assert.equal(await chip(sized('clarity')), 'HD'));

    it('shows the tier if there is no clarity, and the clarity if there is no height', async () => {
      const noClarity = html`<resolution-badge format="clarity" height="720"></resolution-badge>`;
      const noHeight = html`<resolution-badge format="height" clarity="low"></resolution-badge>`;
      assert.equal(await chip(noClarity), 'HD');
      assert.equal(await chip(noHeight), 'LD');
    });
  });

  it('uses the thresholds of the page', async () => {
    const tiers = [
      {label: 'Cinema', minShortSide: 800},
      {label: 'Phone', minShortSide: 1},
    ];
    assert.equal(
      await chip(html`<resolution-badge .tiers=${tiers} height="1080"></resolution-badge>`),
      'Cinema',
    );
    assert.equal(
      await chip(html`<resolution-badge .tiers=${tiers} height="720"></resolution-badge>`),
      'Phone',
    );
  });

  it('marks a live recording', async () => {
    const live = html`<resolution-badge
      clarity="live-recording"
      width="1280"
      height="720"
    ></resolution-badge>`;
    assert.isTrue(hasPart(await render(live), 'live'));
    const upload = html`<resolution-badge clarity="original" height="720"></resolution-badge>`;
    assert.isFalse(hasPart(await render(upload), 'live'));
  });

  it('describes its text in words, with the exact pixels', async () => {
    const plain = html`<resolution-badge width="1364" height="768"></resolution-badge>`;
    assert.equal(await spoken(plain), 'Quality: HD, 1364 by 768 pixels');
    const live = html`<resolution-badge
      clarity="-99"
      width="1364"
      height="768"
    ></resolution-badge>`;
    assert.equal(await spoken(live), 'Quality: HD, 1364 by 768 pixels, Live recording');
    const unsized = html`<resolution-badge clarity="-99"></resolution-badge>`;
    assert.equal(await spoken(unsized), 'Quality: Live recording');
  });

  it('uses the texts of the page', async () => {
    const strings = {quality: '画质：{label}', clarities: {high: '高清'}};
    const badge = await render(
      html`<resolution-badge .strings=${strings} clarity="high"></resolution-badge>`,
    );
    assert.equal(textOf(badge, 'base'), '高清');
    assert.equal(part(badge, 'base').getAttribute('aria-label'), '画质：高清');
  });

  it('is not a status region: it announces nothing', async () => {
    const badge = await render(html`<resolution-badge height="720"></resolution-badge>`);
    assert.equal(part(badge, 'base').getAttribute('role'), 'img');
  });
});
