import { formatFiles, joinPathFragments } from '@nx/devkit';
import { connectorNames } from '../connector/options.mjs';
import { ensureDeletion } from '../deletion/add-deletion.mjs';
import { addResource } from '../resources/add-resource.mjs';
import { parseResource } from '../resources/parse-resource.mjs';
import { propertyNames } from '../text/literals.mjs';
import { ensure } from '../text/refusal.mjs';
import { ensureUnwritten } from '../unwritten/ensure-unwritten.mjs';

/** Adds one resource, with unwritten steps, to a connector. @throws Refusal for options that cannot be. */
export async function resourceGenerator(tree, { connector: id, resource: text }) {
  const connector = connectorNames(id);
  const manifest = tree.read(joinPathFragments(connector.root, 'src/manifest/resources.ts'), 'utf8');
  ensure(manifest !== null, `There is no connector ${id} as the generator connector writes it.`);
  const resource = parseResource(text, propertyNames(manifest, 'resources'));
  ensureUnwritten(tree, connector);
  ensureDeletion(tree, connector, [resource]);
  addResource(tree, connector, resource);
  await formatFiles(tree);
}
