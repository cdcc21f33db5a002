import type {Linter} from 'eslint';

/** For ESLint's configuration. */
export const importRules: Linter.Config[];
