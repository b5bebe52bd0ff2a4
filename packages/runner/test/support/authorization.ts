import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { firstLineOf, startDsr, type DsrEnd } from './dsr.js';
import { fastSettings, type Installation } from './installation.js';

/** What a person's browser does with the authorisation URL. */
export type Browse = (authorizationUrl: string) => Promise<unknown>;

/** Where the vendor is, and the app that it knows. */
export type VendorWithApp = Pick<
  DriftSimulator,
  'baseUrl' | 'authorizationUrl' | 'clientId' | 'clientSecret'
>;

/** Goes to the vendor, which consents at once, and back to where it sends the browser. */
export const consent: Browse = (authorizationUrl) => fetch(authorizationUrl);

/** Adds a connection, or authorises it again, with OAuth and `--json`; `browse` plays the browser. */
export async function authorize(
  installation: Pick<Installation, 'environment'>,
  name: string,
  vendor: VendorWithApp,
  browse: Browse = consent,
  clientSecret = vendor.clientSecret,
): Promise<DsrEnd> {
  const all = { baseUrl: vendor.baseUrl, authorizationUrl: vendor.authorizationUrl, ...fastSettings };
  const settings = Object.entries(all).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
  const app = ['--client-id', vendor.clientId, '--client-secret-env', 'SECRET'];
  const parameters = ['connection', 'add', 'drift', '--name', name, ...settings, ...app, '--json'];
  const process = startDsr(parameters, { ...installation.environment, SECRET: clientSecret });
  const { authorizationUrl } = (await firstLineOf(process)) as { authorizationUrl: string };
  await browse(authorizationUrl);
  return process.ended;
}

/** Where the vendor sends the browser back to. */
export async function redirectOf(authorizationUrl: string): Promise<URL> {
  const answer = await fetch(authorizationUrl, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '');
}
