import type { Blocked } from '@privacy-connectors/core';
import type { TaskRun } from './task-run.js';

/**
 * What an access request may miss because the connection was not granted all it needs. A vendor often hides what a token
 * may not see instead of refusing, so what is found is handed over, and that it may not be all is said.
 */
export function missingScopes(
  run: TaskRun,
): readonly { resource: string; count: number; outcome: Blocked }[] {
  const granted = run.context().grantedScopes;
  if (run.request.type !== 'access' || granted === 'unknown') return [];
  const { manifest, implementation } = run.session.connector;
  const missing = Object.entries(manifest.scopes)
    .filter(([name, scope]) => scope.neededFor.includes('access') && !granted.includes(name))
    .map(([name]) => name);
  if (missing.length === 0) return [];
  const remedy = `Data may be missing, because the connection lacks ${missing.join(' and ')}. Grant it at the vendor, authorise the connection again and repeat the request.`;
  return [{ resource: implementation.subject.resource, count: 0, outcome: { outcome: 'blocked', remedy } }];
}
