import type { AliveReason, RemovedConnectionView } from '../../application/views/connection-view.js';
import { type Lines, paragraph } from '../output/layout.js';
import type { Style } from '../output/style.js';

/** Completes "… because". */
const reasons: Readonly<Record<AliveReason, string>> = {
  unsupported: 'no call of the vendor ends credentials of this kind',
  refused: 'a call was refused, which does not prove that the credentials are dead',
  unreachable: 'the vendor does not answer',
  accepted_yet_alive: 'the vendor said that it ended it, and lets it in all the same',
  shared: 'another connection works with the same app at the same account',
  unusable: 'what is stored of it (settings, secret or key) cannot be used any more to ask the vendor',
  connector_missing: 'its connector is not configured any more',
};

/** What became of a connection that was removed. */
export function removedConnection(
  { removed, state, reason, manualSteps }: RemovedConnectionView,
  style: Style,
): Lines {
  if (state === 'disconnected')
    return paragraph(
      `Connection ${removed} is removed: the vendor refuses its credentials, and they are destroyed.`,
      '',
      style.good,
    );
  return [
    ...paragraph(stillAlive(removed, reason), '', style.bad),
    ...steps(manualSteps),
    ...after(removed, state, reason),
  ];
}

/** A sentence that names the state. */
export function stillAlive(name: string, reason: AliveReason | null): string {
  const because = reason === null ? 'it was not tried yet' : reasons[reason];
  return `Connection ${name} is removed here, and still alive at the vendor: ${because}.`;
}

export function steps(manualSteps: readonly string[]): Lines {
  return manualSteps.flatMap((step, index) => paragraph(step, `${index + 1}. `));
}

function after(name: string, state: RemovedConnectionView['state'], reason: AliveReason | null): Lines {
  if (state === 'forgotten')
    return paragraph('Its credentials are destroyed here: nothing will tell when it is dead.');
  if (reason === 'unusable')
    return paragraph(
      `Nobody can see when it is dead. Once you have ended it at the vendor: dsr connection remove ${name} --forget`,
    );
  return paragraph(
    `Its credentials stay sealed, and workers look again until the vendor refuses them. To look now: dsr connection remove ${name}`,
  );
}
