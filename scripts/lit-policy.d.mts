import type {Plugin} from 'vite';

export function litPolicy(): Plugin;
