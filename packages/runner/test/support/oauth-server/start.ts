import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A vendor with OAuth by `oidc-provider`, in a process of its own. */
export interface OAuthServer {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Calls to its token endpoint so far. */
  tokenCalls(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts one that knows a single redirect URI. It ends with the test process, however that ends. */
export async function startOAuthServer(redirectUri: string): Promise<OAuthServer> {
  const script = fileURLToPath(new URL('./server.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, redirectUri], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'] },
  });
  const exit = once(child, 'exit');
  let text = '';
  const early = exit.then(() => {
    throw new Error('The OAuth server ended before it listened.');
  });
  while (!text.includes('\n')) text += String((await Promise.race([once(child.stdout, 'data'), early]))[0]);
  early.catch(() => undefined);
  const baseUrl = text.trim();
  return {
    baseUrl,
    clientId: 'privacy-app',
    clientSecret: 'canary-client-secret-81c2',
    tokenCalls: async () => Number(await (await fetch(`${baseUrl}/token-calls`)).text()),
    stop: async () => {
      child.stdin.end();
      await exit;
    },
  };
}
