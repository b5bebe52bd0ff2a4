import { once } from 'node:events';
import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { startDsr, type DsrEnd, type DsrProcess } from './dsr.js';
import { fastSettings, type Installation } from './installation.js';

/** What a person's browser does with the authorisation URL. */
export type Browse = (authorizationUrl: string) => Promise<unknown>;

/** Goes to the vendor, which consents at once, and back to where it sends the browser. */
export const consent: Browse = (authorizationUrl) => fetch(authorizationUrl);

/** Adds a connection, or authorises it again, with OAuth and `--json`; `browse` plays the browser. */
export async function authorize(
  installation: Installation,
  name: string,
  vendor: DriftSimulator,
  browse: Browse = consent,
  clientSecret = vendor.clientSecret,
): Promise<DsrEnd> {
  const all = { baseUrl: vendor.baseUrl, authorizationUrl: vendor.authorizationUrl, ...fastSettings };
  const settings = Object.entries(all).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
  const app = ['--client-id', vendor.clientId, '--client-secret-env', 'SECRET'];
  const parameters = ['connection', 'add', 'drift', '--name', name, ...settings, ...app, '--json'];
  const process = startDsr(parameters, { ...installation.environment, SECRET: clientSecret });
  await browse(await announcedUrl(process));
  return process.ended;
}

/** The URL of the first line of stdout. @throws Error when the process ends without one. */
async function announcedUrl({ child, ended }: DsrProcess): Promise<string> {
  let text = '';
  const arrived = (async () => {
    while (!text.includes('\n')) text += String((await once(child.stdout ?? child, 'data'))[0]);
    return (JSON.parse(text.slice(0, text.indexOf('\n'))) as { authorizationUrl: string }).authorizationUrl;
  })();
  const early = ended.then(({ stderr }) => {
    throw new Error(`dsr ended before it asked for an authorisation: ${stderr}`);
  });
  return Promise.race([arrived, early]);
}
