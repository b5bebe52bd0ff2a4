import type { PurgeView } from '../../application/views/retention-view.js';
import type { Destroyed } from '../../retention/retention-part.js';
import { counted } from './worded.js';
import type { TimeText } from './part-words.js';

/** What was destroyed here, as a receipt has it. */
export interface RetentionTold {
  readonly expired: {
    readonly at: string;
    readonly by: 'time' | 'deletion';
    readonly destroyed: Destroyed | null;
  } | null;
  readonly purged: PurgeView | null;
}

/** Sentences about what was destroyed in the installation itself. */
export function retentionWords({ expired, purged }: RetentionTold, time: TimeText): readonly string[] {
  return [
    ...(expired === null ? [] : [expiredWords(expired, time)]),
    ...(purged === null ? [] : purgedWords(purged)),
  ];
}

function expiredWords({ at, by, destroyed }: NonNullable<RetentionTold['expired']>, time: TimeText): string {
  const why = by === 'deletion' ? 'the person asked for deletion' : 'its time was over';
  const what = destroyed === null ? 'how much it was, nobody counted' : amount(destroyed);
  return `What the request found was destroyed on ${time(at)}, because ${why}: ${what}.`;
}

function amount({ tasks, records, files }: Destroyed): string {
  return `${counted(records, 'record')} and ${counted(files, 'file')} of ${counted(tasks, 'connection')}`;
}

function purgedWords({ requests, held, underWay, partly, indexEntries }: PurgeView): readonly string[] {
  const earlier = (count: number) => counted(count, 'earlier access request');
  const kept = [
    ...(held > 0 ? [`${earlier(held)}: kept by a legal hold until it is released.`] : []),
    ...(underWay > 0 ? [`${earlier(underWay)}: still under way, and destroyed when it has ended.`] : []),
    ...(partly > 0 ? [`${earlier(partly)}: perhaps of others as well, so a person decides.`] : []),
  ];
  const gone = `${earlier(requests)} of the person and ${counted(indexEntries, 'entry', 'entries')} of search indexes`;
  return [`The deletion was carried out in this installation's own store as well: ${gone} went.`, ...kept];
}
