import type { Connector } from '@privacy-connectors/core';
import { authenticationProblems } from './authentication.js';
import { capabilityProblems } from './capabilities.js';
import { originProblems } from './origins.js';
import { rateLimitProblems } from './rate-limits.js';
import { referenceProblems } from './references.js';
import { resourceProblems } from './resources.js';
import { settingProblems } from './settings.js';

const rules = [
  originProblems,
  authenticationProblems,
  rateLimitProblems,
  referenceProblems,
  resourceProblems,
  capabilityProblems,
  settingProblems,
];

/** Where the manifest contradicts itself or the steps. */
export function manifestProblems(connector: Connector): readonly string[] {
  return rules.flatMap((rule) => rule(connector));
}
