import type {Capabilities} from '../../src/wire/capabilities.js';
import type {Access} from './access/gallery.js';
import type {CoverAnswers} from './covers/cover-answers.js';
import type {SourceAnswer} from './list-source.js';

/** Adds the members `capabilities` and `covers` to an answer with videos. */
export function completeAnswers(
  capabilities: Capabilities,
  covers: CoverAnswers | undefined,
): (answer: SourceAnswer, access: Access) => Promise<SourceAnswer> {
  return async (answer, access) => {
    // An <img> cannot send a token in a header, so such a client gets no cover addresses.
    const member = access.isTokenInHeader ? undefined : await covers?.ofList(answer, access);
    const extra = {...answer.extra, capabilities};
    if (!member) return {...answer, extra};
    return {...answer, identity: member, extra: {...extra, covers: member}};
  };
}
