import { authOf } from '../auth/auth-scheme.mjs';
import { scopesOf } from './scopes.mjs';

const ASSUMED_LIMIT =
  'Rate limit: one request a second is assumed, the figure of the vendor was not looked up';

/** Handles of somebody whom no vendor knows. */
const NOBODY = {
  email: 'nobody@nowhere.example',
  phone: '+15550000000',
  user_id: 'nobody',
  external_id: 'nobody',
};

/**
 * What the files say that follows from the options and the description. What is assumed is said to be, in its sources.
 * @throws Refusal for an authentication that cannot be.
 */
export function manifestWords(connector, vendor) {
  const { scheme, assumed } = authOf(connector, vendor);
  const sources = [...(connector.limitsAreAssumed ? [ASSUMED_LIMIT] : []), ...assumed];
  return {
    auth: scheme,
    credential: credentialOf(scheme),
    bucket: onlyBucketOf(connector.rateLimits),
    unknown: connector.identifiers.consumes.map((kind) => ({ kind, value: NOBODY[kind] })),
    scopes: scopesOf(vendor),
    rateLimits: Object.fromEntries(connector.rateLimits.map(({ name, ...rateClass }) => [name, rateClass])),
    operationIds: Object.keys(vendor.operations),
    capabilities: { access: { mode: 'synchronous', granularity: 'per_record', description: '' } },
    locates: connector.resources.find(({ lookup }) => lookup === 'locate').name,
    sources: sources.map((title) => ({ title, confidence: 'inferred' })),
  };
}

/** Where a call carries its token or key. */
function credentialOf({ kind, header, prefix }) {
  if (kind === 'oauth2') return { word: 'token', header: 'authorization', prefix: 'Bearer ' };
  return { word: 'key', header, prefix };
}

/** The limit, when it is one leaky bucket for all calls: the base of simulators can keep it. */
function onlyBucketOf([first, ...others]) {
  const { limits, per } = first;
  const isOne = others.length === 0 && limits.length === 1 && per === 'connection';
  return isOne && 'burst' in limits[0] ? limits[0] : undefined;
}
