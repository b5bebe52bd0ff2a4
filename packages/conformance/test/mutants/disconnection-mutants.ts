import { AuthError, MissingScopeError } from '@privacy-connectors/core/errors';
import { forbiddingConnector, forbiddingVendor } from '../pigeon/forbidding.js';
import { manifest } from '../pigeon/manifest.js';
import { changing } from './changing.js';
import { original, withImplementation, type Mutant } from './mutant.js';

const ended = 'a connection that is ended leaves no live token, and its secrets are told to nobody';
const told = 'dead credentials are told from those that may do less';
const { manualSteps } = manifest.disconnection;

/** Connectors that leave live tokens behind, or take them for dead. */
export const disconnectionMutants: readonly Mutant[] = [
  {
    fault: 'says that the access has ended, and ends nothing',
    connector: withImplementation({
      disconnect: async (context) => {
        await original.check(context, { accessToken: '' });
        return { outcome: 'accepted' };
      },
    }),
    check: ended,
    says: /the token, or what renews it, is alive after disconnect/,
  },
  {
    fault: 'does not say how the vendor refuses what is dead',
    connector: changing(forbiddingConnector).withManifest({ disconnection: { manualSteps } }),
    vendor: forbiddingVendor,
    check: ended,
    says: /check ended as AuthError \(403\) for a dead token, which the manifest does not declare/,
  },
  {
    fault: 'declares what a missing permission is refused with, too',
    connector: {
      ...withImplementation({
        check: (...given) =>
          original.check(...given).catch((error: unknown) => {
            throw error instanceof MissingScopeError ? new AuthError('Refused.', error.place) : error;
          }),
      }),
      manifest: { ...manifest, disconnection: { manualSteps, deadStatuses: [401, 403] } },
    },
    check: told,
    says: /check ended as AuthError \(403\) without read: a live token would be taken for dead/,
  },
  {
    fault: 'declares a status that its own check takes for a missing permission',
    connector: changing(forbiddingConnector).withImplementation({
      connect: (io) => original.connect(io),
    }),
    vendor: forbiddingVendor,
    check: told,
    says: /check ended as MissingScopeError \(403\) where the vendor answers 403, which is declared/,
  },
];
