import { operationOf } from '@privacy-connectors/core/http';
import type { Bench, Check } from '../check.js';
import { runAccess } from '../driver/access.js';
import { runDeletion } from '../driver/deletion.js';
import { matchesTemplate } from '../driver/path-template.js';
import { ConnectorProcess } from '../driver/process.js';
import type { Taps } from '../driver/taps.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { ensure, ensureSame } from '../failure.js';

/** What the manifest declares is what is called: through the pipeline, at the vendor, and nothing else. */
export function callsAreDeclared(bench: Bench): Check {
  return {
    name: 'only declared operations of the vendor are called, through the given fetch',
    run: () =>
      withSite(bench, async (site) => {
        const strange: string[] = [];
        const before = site.vendor.calls.total;
        const process = new ConnectorProcess(site, listening(site, strange));
        const { sent, work } = await countingSent(() => everything(process));
        ensureSame(strange, [], `called without being declared: ${strange.join(', ')}`);
        ensure(sent === process.attempts, 'requests were sent past the given fetch');
        ensure(
          site.vendor.calls.total - before === process.attempts,
          'the vendor was called past the given fetch',
        );
        await work.settled;
      }),
  };
}

function listening({ connector, vendor }: Site, strange: string[]): Taps {
  const settings = Object.assign(new connector.implementation.settings(), vendor.settings);
  const { baseUrl } = connector.implementation.configure(settings);
  return {
    call: (request, next) => {
      const declared = operationOf(request);
      const { host, pathname } = new URL(request.url);
      const { method, path } = declared?.operation ?? { method: '', path: '' };
      const fits = method === request.method && matchesTemplate(`${baseUrl}${path}`, request.url);
      if (!fits) strange.push(`${request.method} ${host}${pathname}`);
      return next(request);
    },
  };
}

async function everything(process: ConnectorProcess): Promise<void> {
  const { subject } = process.site.vendor.subject;
  await process.check();
  await runAccess(process, subject);
  if (process.implementation.deletion !== undefined) await runDeletion(process, subject);
}

interface Counted {
  readonly sent: number;
  /** Rejects as the act did. An object, because a promise that is awaited cannot be handed on unsettled. */
  readonly work: { readonly settled: Promise<void> };
}

/** Counts every use of the global fetch, also by code that was not given one. */
async function countingSent(act: () => Promise<void>): Promise<Counted> {
  const { fetch } = globalThis;
  let sent = 0;
  globalThis.fetch = (...parameters) => {
    sent += 1;
    return fetch(...parameters);
  };
  const settled = act();
  await Promise.allSettled([settled]);
  globalThis.fetch = fetch;
  return { sent, work: { settled } };
}
