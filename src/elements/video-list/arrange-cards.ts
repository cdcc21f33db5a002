export type {CardItem as CardPlace} from './reconcile-cards.js';
