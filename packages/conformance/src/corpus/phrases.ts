import type { Random } from '../simulator/random.js';
import type { Cast, CastMember, Role } from './cast.js';
import { mention } from './mention.js';
import type { Piece, Sentence } from './sentence.js';

/** Who a text is about: the people of the thread, and `author`, who wrote it. */
export interface Speech {
  readonly cast: Cast;
  readonly author: CastMember;
  readonly random: Random;
}

/** Fills in a text of a phrasebook. */
export function sentenceOf(template: string, speech: Speech): Sentence {
  const own: string[] = [];
  const pieces = template.split(/(\{\w+\.\w+\})/).map((part): Piece => {
    const [, who, naming] = /^\{(\w+)\.(\w+)\}$/.exec(part) ?? [];
    if (who === undefined || naming === undefined) return part;
    const member = who === 'author' ? speech.author : speech.cast[who as Role];
    if (member.role !== 'subject') return mention(member, naming, speech.cast, speech.random);
    const { surface } = mention(member, plainly(naming), speech.cast, speech.random);
    own.push(surface);
    return surface;
  });
  return { pieces, bySubject: speech.author.role === 'subject', own };
}

/** The data subject's own name and address are written as they are known. */
function plainly(naming: string): string {
  return naming === 'email' ? 'address' : naming;
}
