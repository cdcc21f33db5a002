import {StrictMode, type ComponentType} from 'react';
import {Drawn} from './drawn';
import {Filters} from './examples/Filters';
import {Gallery} from './examples/Gallery';
import {Layouts} from './examples/Layouts';
import {Player} from './examples/Player';
import {Badges} from './examples/ResolutionBadge';
import {Selection} from './examples/Selection';
import {SingleCard} from './examples/VideoCard';
import {Tags} from './tags';

/** What `?example=…` shows. */
const examples: Readonly<Record<string, ComponentType>> = {
  Gallery,
  Selection,
  Filters,
  Layouts,
  Player,
  VideoCard: SingleCard,
  ResolutionBadge: Badges,
  Tags,
  Drawn,
};

export function App({name}: {name: string}) {
  const Example = examples[name] ?? Gallery;
  return (
    <StrictMode>
      <Example />
    </StrictMode>
  );
}
