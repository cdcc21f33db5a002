import type {Capabilities} from '../../src/wire/capabilities.js';
import type {Access} from './access/gallery.js';
import type {CoverAnswers} from './covers/cover-answers.js';
import type {SourceAnswer} from './list-source.js';

/** Adds to an answer that has videos what our proxy says beside them: what it can do, and which covers it has. */
export function completeAnswers(
  capabilities: Capabilities,
  covers: CoverAnswers | undefined,
): (answer: SourceAnswer, access: Access) => Promise<SourceAnswer> {
  return async (answer, access) => {
    // The request of a picture has no header for a token.
    const told = access.isTokenInHeader ? undefined : await covers?.ofList(answer, access);
    const extra = {...answer.extra, capabilities};
    if (!told) return {...answer, extra};
    return {...answer, identity: told, extra: {...extra, covers: told}};
  };
}
