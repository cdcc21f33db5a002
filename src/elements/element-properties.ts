import type {LitElement} from 'lit';

/** The properties of an element that a page may set: neither methods nor what can only be read. */
export type ElementProperties<E extends LitElement> = OrUndefined<
  Pick<E, SettableKey<E, Exclude<keyof E, keyof LitElement>>>
>;

/** What a framework no longer has a value for, it sets to undefined. */
type OrUndefined<T> = {[Key in keyof T]?: T[Key] | undefined};

type SettableKey<E, K extends keyof E> = {
  [Key in K]-?: E[Key] extends (...args: never) => unknown
    ? never
    : AreSame<Pick<E, Key>, Readonly<Pick<E, Key>>> extends true
      ? never
      : Key;
}[K];

/** To the letter: TypeScript itself does not mind whether a property can be written. */
type AreSame<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
