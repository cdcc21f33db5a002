import {readFileSync} from 'node:fs';

/** The data of an element in custom-elements.json that the site shows. */
export interface ElementInfo {
  readonly tagName: string;
  readonly description: string;
  readonly members: readonly MemberInfo[];
  readonly events?: readonly NamedInfo[];
  readonly slots?: readonly NamedInfo[];
  readonly cssParts?: readonly NamedInfo[];
  readonly cssProperties?: readonly NamedInfo[];
  readonly cssStates?: readonly NamedInfo[];
}

/** A property, with or without an attribute, or a method. */
export interface MemberInfo extends NamedInfo {
  readonly kind: 'field' | 'method';
  readonly attribute?: string;
  readonly readonly?: boolean;
}

export interface NamedInfo {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: {readonly text: string};
}

/** The public members of an element, from custom-elements.json. */
export function elementInfo(tagName: string): ElementInfo {
  const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
    readonly modules: readonly {readonly declarations: readonly ElementInfo[]}[];
  };
  const declarations = manifest.modules.flatMap(({declarations}) => declarations);
  const element = declarations.find((declaration) => declaration.tagName === tagName);
  if (!element) throw new Error(`custom-elements.json has no <${tagName}>.`);
  return element;
}
