import type { AddedConnectionView } from '../../application/views/connection-view.js';
import { type Lines, paragraph } from '../output/layout.js';
import type { Style } from '../output/style.js';
import { steps } from './removed-connection.js';

/** What is left of the credentials that a connection had before; nothing when it had none, or the same. */
export function replacedCredentials({ manualSteps }: AddedConnectionView, style: Style): Lines {
  if (manualSteps.length === 0) return [];
  const left =
    'The credentials that it had before are not kept, and may be valid at the vendor. To end them:';
  return ['', ...paragraph(left, '', style.warning), ...steps(manualSteps)];
}
