import { fileURLToPath } from 'node:url';
import { formatFiles, generateFiles, joinPathFragments } from '@nx/devkit';
import { stringify } from 'yaml';
import { ensureDeletion } from '../deletion/add-deletion.mjs';
import { generateTypes } from '../openapi/generate-types.mjs';
import { addResource } from '../resources/add-resource.mjs';
import { change } from '../text/change.mjs';
import { appendTo } from '../text/literals.mjs';
import { ensure } from '../text/refusal.mjs';
import { ensureUnwritten } from '../unwritten/ensure-unwritten.mjs';
import { manifestWords } from './manifest-words.mjs';
import { readOptions } from './options.mjs';
import { packageJson } from './package-json.mjs';
import { describeVendor } from './vendor-description.mjs';

const files = fileURLToPath(new URL('./files', import.meta.url));
const oauthFiles = fileURLToPath(new URL('./oauth-files', import.meta.url));
const windowFiles = fileURLToPath(new URL('./window-files', import.meta.url));

const SPOKEN = { email: 'e-mail', phone: 'phone number', user_id: 'user id', external_id: 'external id' };

/**
 * Writes a connector whose types are right and whose steps are not written: each fails and names itself, so that the
 * conformance kit lists them. @throws Refusal for options that cannot be, before anything is written.
 */
export async function connectorGenerator(tree, options) {
  const connector = readOptions(options);
  ensure(
    !tree.exists(connector.root),
    `${connector.root} exists already. To add to it, use the generator resource.`,
  );
  const vendor = describeVendor(tree.root, options, connector);
  writeFiles(tree, connector.root, substitutions(tree, connector, vendor));
  tree.write(joinPathFragments(connector.root, 'LICENSE'), tree.read('LICENSE'));
  ensureUnwritten(tree, connector);
  ensureDeletion(tree, connector, connector.resources);
  for (const resource of connector.resources) addResource(tree, connector, resource);
  register(tree, connector);
  await formatFiles(tree);
  generateTypes(tree, connector);
}

function writeFiles(tree, root, words) {
  generateFiles(tree, files, root, words);
  if (words.auth.kind === 'oauth2') generateFiles(tree, oauthFiles, root, words);
  if (words.bucket === undefined) generateFiles(tree, windowFiles, root, words);
}

function substitutions(tree, connector, vendor) {
  const erases = connector.resources.some(({ erasure }) => erasure !== 'none');
  const identifiers = connector.identifiers.consumes.map((identifier) => SPOKEN[identifier]);
  const summary = `${erases ? 'access and deletion' : 'access'} by ${identifiers.join(', ')}`;
  return {
    ...connector,
    ...vendor,
    ...manifestWords(connector, vendor),
    summary,
    code: (value) => JSON.stringify(value),
    description: stringify(vendor.description).trimEnd(),
    packageJson: JSON.stringify(packageJson(tree, connector, `${connector.title}: ${summary}.`)),
  };
}

/** The project references that `tsc -b` follows. */
function register(tree, { root }) {
  const append = (file, path) => {
    change(tree, '.', file, (text) => appendTo(text, 'references', JSON.stringify({ path })));
  };
  append('tsconfig.json', `${root}/tsconfig.lib.json`);
  append('tsconfig.check.json', root);
}
