import { fileURLToPath } from 'node:url';
import { generateFiles, joinPathFragments } from '@nx/devkit';
import { change, textOf } from '../text/change.mjs';
import { appendAfter, appendImport, appendTo, propertyNames } from '../text/literals.mjs';

const files = fileURLToPath(new URL('./files', import.meta.url));

/** Adds the steps of a deletion and the promise of it, where one of the resources can be erased and there are none yet. */
export function ensureDeletion(tree, connector, resources) {
  const modes = resources.map(({ erasure }) => erasure);
  const promised = propertyNames(manifestOf(tree, connector), 'capabilities').includes('deletion');
  if (promised || modes.every((mode) => mode === 'none')) return;
  const mode = modes.includes('deferred') ? 'asynchronous' : 'synchronous';
  const capability = { mode, granularity: 'per_record', description: '' };
  generateFiles(tree, files, joinPathFragments(connector.root, 'src/deletion'), connector);
  change(tree, connector.root, 'src/manifest/manifest.ts', (text) =>
    appendTo(text, 'capabilities', `deletion: ${JSON.stringify(capability)}`),
  );
  change(tree, connector.root, 'src/connector.ts', (text) =>
    appendImport(
      appendAfter(text, 'resources', 'deletion'),
      "import { deletion } from './deletion/deletion.js';",
    ),
  );
}

function manifestOf(tree, { root }) {
  return textOf(tree, joinPathFragments(root, 'src/manifest/manifest.ts'));
}
