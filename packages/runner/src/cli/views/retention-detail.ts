import type { ReappearanceView } from '../../application/views/reappearance-view.js';
import type { RequestView } from '../../application/views/request-view.js';
import type { PurgeView } from '../../application/views/retention-view.js';
import { findingWords } from '../../reappearance/finding-words.js';
import type { Field } from '../output/layout.js';
import { plain, type Style } from '../output/style.js';
import { formatCount, formatTime } from './format.js';

/** How long what a request found is kept, and who keeps it. */
export function retentionFields({ retention }: RequestView, style: Style): readonly Field[] {
  const { expiresAt, expiredAt, expiredBy, hold, purgeDue, purged } = retention;
  const why = expiredBy === 'deletion' ? 'the person asked for deletion' : 'its time was over';
  return [
    ...(purgeDue ? [['To be purged', goesWithDeletion, style.warning] as const] : []),
    ...field('Expires', expiresAt === null ? null : formatTime(expiresAt)),
    ...field('Expired', expiredAt === null ? null : `${formatTime(expiredAt)}, ${why}`),
    ...(hold === null
      ? []
      : [
          ['Held', `since ${formatTime(hold.placedAt)}, by ${hold.placedBy}`, style.warning] as const,
          ['Hold reason', hold.reason ?? 'cannot be opened', plain] as const,
        ]),
    ...field('Purged here', purged === null ? null : purgedText(purged)),
  ];
}

const goesWithDeletion =
  'when it has ended and nobody holds it, for the person was deleted; to hand it over, hold it: dsr request hold';

/** Whether people who were deleted are back. */
export function reappearanceFields(request: RequestView, style: Style): readonly Field[] {
  return request.reappearance.map((look) => {
    const mark = look.finding === null || look.finding === 'none' ? plain : style.bad;
    return ['Looked again', `${look.connection}: ${lookText(look)}`, mark] as const;
  });
}

function field(name: string, value: string | null): readonly Field[] {
  return value === null ? [] : [[name, value, plain]];
}

function purgedText({ requests, held, underWay, partly, indexEntries }: PurgeView): string {
  const kept = [
    ...(held > 0 ? [`${formatCount(held)} kept by a legal hold`] : []),
    ...(underWay > 0 ? [`${formatCount(underWay)} still under way`] : []),
    ...(partly > 0 ? [`${formatCount(partly)} of others perhaps: decide`] : []),
  ];
  const gone = `${formatCount(requests)} earlier requests, ${formatCount(indexEntries)} index entries`;
  return kept.length === 0 ? gone : `${gone}; ${kept.join(', ')}`;
}

function lookText({ lookedAt, nextLookAt, finding, things }: ReappearanceView): string {
  const next = nextLookAt === null ? '' : `, next ${formatTime(nextLookAt)}`;
  if (lookedAt === null || finding === null) return `not yet${next}`;
  const count = things > 0 ? ` (${formatCount(things)})` : '';
  return `${findingWords[finding]}${count}, ${formatTime(lookedAt)}${next}`;
}
