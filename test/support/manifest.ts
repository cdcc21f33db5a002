/** A property, a method or a part in custom-elements.json. */
interface Named {
  readonly name: string;
}

/** A field or a method. */
export interface Member extends Named {
  readonly kind: string;
  readonly readonly?: boolean;
  readonly type?: {readonly text: string};
  readonly default?: string;
  readonly attribute?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly members: readonly Member[];
  readonly cssParts: readonly Named[];
}

interface Manifest {
  readonly modules: readonly {readonly declarations: readonly Declaration[]}[];
}

/** The declaration of an element in the manifest. */
export async function declarationOf(tagName: string): Promise<Declaration> {
  const response = await fetch('/custom-elements.json');
  const {modules} = (await response.json()) as Manifest;
  return modules
    .flatMap(({declarations}) => declarations)
    .find((declaration) => declaration.tagName === tagName)!;
}
