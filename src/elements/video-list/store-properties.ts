import type {PropertyDeclaration, ReactiveElement} from 'lit';
import {filterNames} from '../../model/video-filters.js';
import {ListStore} from '../../store/list-store.js';
import {declare} from '../properties.js';

const stores = new WeakMap<object, ListStore>();

/** The store of a list. */
export function storeOf(list: object): ListStore {
  const store = stores.get(list) ?? new ListStore();
  stores.set(list, store);
  return store;
}

/** Declares a property whose value is in the store of the list, because the user can change it too. */
function stored(options: PropertyDeclaration) {
  return (prototype: ReactiveElement, name: string): void => {
    const isFilter = (filterNames as readonly string[]).includes(name);
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: object): unknown {
        const {state} = storeOf(this);
        return (isFilter ? state.filters : state)[name as never];
      },
      set(this: object, value: unknown) {
        const store = storeOf(this);
        const {filters} = store.state;
        store.configure(isFilter ? {filters: {...filters, [name]: value}} : {[name]: value});
      },
    });
    declare(options)(prototype, name);
  };
}

export const storedText = stored({});
export const storedNumber = stored({type: Number});
