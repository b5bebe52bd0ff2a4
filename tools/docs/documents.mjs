import { format, resolveConfig } from 'prettier';
import { catalogue } from './catalogue/catalogue.mjs';
import { connectorPage } from './page/connector-page.mjs';

/**
 * The generated documents: file name to text, formatted like all files of the workspace.
 * @param {readonly import('./workspace/load-connector.mjs').DocumentedConnector[]} connectors
 * @returns {Promise<Map<string, string>>}
 * @throws Error when two connectors have the same id.
 */
export async function documents(connectors) {
  const files = new Map([['README.md', await formatted(catalogue(connectors))]]);
  for (const connector of connectors) {
    const file = `${connector.manifest.id}.md`;
    if (files.has(file)) throw new Error(`There are two connectors with the id ${connector.manifest.id}.`);
    files.set(file, await formatted(connectorPage(connector)));
  }
  return files;
}

async function formatted(markdown) {
  const options = await resolveConfig(import.meta.filename);
  return format(markdown, { ...options, parser: 'markdown' });
}
