import type { AuthScheme } from '@privacy-connectors/core';
import { AuthError } from '@privacy-connectors/core/errors';
import type { Bench, Check } from '../check.js';
import { runAccess } from '../driver/access.js';
import { runDeletion } from '../driver/deletion.js';
import { withCredential } from '../driver/overridden.js';
import { ConnectorProcess } from '../driver/process.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import type { Taps } from '../driver/taps.js';
import { withSite } from '../driver/with-site.js';
import { ensure, ensureSame } from '../failure.js';

/** Every call is signed as the manifest says, and the token or key stands nowhere else in its URL and headers. */
export function credentialStaysInItsHeader(bench: Bench): Check {
  return {
    name: 'the token or key is sent in its header, never in a URL or another header',
    run: () =>
      withSite(bench, async (site) => {
        const { subject } = site.vendor.subject;
        const problems: string[] = [];
        const process = new ConnectorProcess(site, inspecting(site, problems));
        await process.check();
        await runAccess(process, subject);
        if (process.implementation.deletion !== undefined) await runDeletion(process, subject);
        ensureSame(problems, [], problems[0] ?? '');
        await ensureOthersAreRejected(site);
      }),
  };
}

async function ensureOthersAreRejected(site: Site): Promise<void> {
  const stranger = new ConnectorProcess(withCredential(site, 'another-credential'));
  const end = await settled('check', stranger.check());
  const said = !end.ok && end.error instanceof AuthError;
  ensure(said, 'the vendor takes any credential, or check does not notice a wrong one');
}

function inspecting({ connector, vendor: { accessToken } }: Site, problems: string[]): Taps {
  const { header, prefix } = placeOf(connector.manifest.auth);
  return {
    attempt: (request, next) => {
      const call = `${request.method} ${new URL(request.url).pathname}`;
      const signed = request.headers.get(header) === `${prefix}${accessToken}`;
      if (!signed) problems.push(`${call}: the call is not signed as the manifest says`);
      const others = [...request.headers].filter(([name]) => name !== header).map(([, value]) => value);
      const leaked = [decodeURIComponent(request.url), ...others].some((text) => text.includes(accessToken));
      if (leaked) problems.push(`${call}: the credential stands in the URL or in another header`);
      return next(request);
    },
  };
}

function placeOf(auth: AuthScheme): { readonly header: string; readonly prefix: string } {
  return auth.kind === 'api_key' ? auth : { header: 'authorization', prefix: 'Bearer ' };
}
