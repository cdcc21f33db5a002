import type {Plugin, Rolldown} from 'vite';

export function filesOf(script: string): Rolldown.OutputOptions;
export function ownCopies(): Plugin;
export function featureFiles(script: string): Plugin;
