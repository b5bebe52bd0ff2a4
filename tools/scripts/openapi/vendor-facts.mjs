import { settingsOf } from './settings-source.mjs';

/** What of a manifest a description may hold at its top, besides what OpenAPI has a place for. */
const extensions = {
  auth: 'x-auth',
  identifiers: 'x-identifiers',
  capabilities: 'x-capabilities',
  scopes: 'x-scopes',
  rateLimits: 'x-rate-limits',
  resources: 'x-resources',
  notCovered: 'x-not-covered',
  sources: 'x-sources',
};

/** The part of a manifest that is facts about the vendor: version and hosts of the API, and the extensions that are there. */
export function vendorFacts(description) {
  const found = Object.entries(extensions).filter(([, field]) => description[field] !== undefined);
  return {
    vendorApiVersion: description.info.version,
    ...placesOf(description),
    ...(description['x-settings'] === undefined ? {} : { settings: settingsOf(description) }),
    ...Object.fromEntries(found.map(([name, field]) => [name, description[field]])),
  };
}

function placesOf({ servers = [] }) {
  const [first] = servers;
  if (first === undefined) return {};
  return { baseUrl: first.url, hosts: servers.map(({ url }) => new URL(url).hostname) };
}
