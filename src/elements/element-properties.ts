import type {LitElement} from 'lit';

/** The writable properties of an element, without methods. */
export type ElementProperties<E extends LitElement> = OrUndefined<
  Pick<E, SettableKey<E, Exclude<keyof E, keyof LitElement>>>
>;

/** Frameworks set a property to undefined when they have no value for it any more. */
type OrUndefined<T> = {[Key in keyof T]?: T[Key] | undefined};

type SettableKey<E, K extends keyof E> = {
  [Key in K]-?: E[Key] extends (...args: never) => unknown
    ? never
    : AreSame<Pick<E, Key>, Readonly<Pick<E, Key>>> extends true
      ? never
      : Key;
}[K];

/** Exact type equality, because assignability ignores `readonly`. */
type AreSame<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
