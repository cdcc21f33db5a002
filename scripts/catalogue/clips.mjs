/** Which clip plays for which video: the one whose scene and shape come closest to the cover. */

/**
 * The clips, each an animated scene; `fits` names the covers' scenes that it stands in for, `rate`
 * the frames a second where frames take long to draw.
 */
export const clips = [
  {
    name: 'ridge',
    scene: 'ridge',
    variant: 1,
    width: 640,
    height: 360,
    seconds: 6,
    fits: ['ridge', 'alpine', 'forest', 'clouds', 'dunes', 'ski', 'cyclist', 'turbines'],
  },
  {
    name: 'ocean',
    scene: 'ocean',
    variant: 1,
    width: 640,
    height: 360,
    seconds: 6,
    fits: ['ocean', 'shore', 'sail', 'lighthouse', 'pool', 'lake', 'drone'],
  },
  {
    name: 'skyline',
    scene: 'skyline',
    variant: 1,
    width: 640,
    height: 360,
    seconds: 6,
    fits: ['skyline', 'bridge', 'street', 'traffic', 'bokeh', 'stadium', 'track', 'court'],
  },
  {
    name: 'code',
    scene: 'code',
    variant: 1,
    width: 640,
    height: 360,
    seconds: 6,
    fits: ['code', 'timeline', 'dashboard', 'servers', 'globe', 'webinar', 'phone'],
  },
  {
    name: 'stage',
    scene: 'stage',
    variant: 1,
    width: 640,
    height: 360,
    seconds: 6,
    fits: ['stage', 'silk', 'spheres', 'paper', 'lens', 'camera'],
  },
  {
    name: 'aurora',
    scene: 'aurora',
    variant: 1,
    width: 640,
    height: 360,
    seconds: 6,
    rate: 15,
    fits: ['aurora', 'nebula', 'planet'],
  },
  {
    name: 'lake',
    scene: 'lake',
    variant: 1,
    width: 360,
    height: 640,
    seconds: 6,
    rate: 15,
    fits: [],
    shape: 'portrait',
  },
];

/** The clip's name for an entry of the library. */
export function clipFor({cover = '', shape}) {
  if (shape === 'portrait') return clips.find((clip) => clip.shape === 'portrait').name;
  const scene = cover.split('/')[0];
  return (clips.find(({fits}) => fits.includes(scene)) ?? clips[0]).name;
}
