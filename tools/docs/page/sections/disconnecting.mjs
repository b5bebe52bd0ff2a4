import { blocks } from '../../markdown/blocks.mjs';
import { steps as numbered } from '../../markdown/list.mjs';
import { text } from '../../markdown/text.mjs';

/** How access ends at the vendor when a connection is removed. */
export function disconnecting({ manifest }) {
  const ends = Object.values(manifest.operations).some(({ usedFor }) => usedFor.includes('disconnection'));
  const call = ends
    ? 'The access of an OAuth app is ended by a call when its connection is removed. Other credentials are ended by a person:'
    : 'No call ends the access when a connection is removed. A person does:';
  const steps = manifest.disconnection?.manualSteps ?? [
    `End the access in the settings of ${manifest.title}.`,
  ];
  return blocks(call, numbered(steps.map(text)));
}
