import { fileURLToPath } from 'node:url';
import { generateFiles, joinPathFragments, names } from '@nx/devkit';
import { appendImport, appendTo } from '../text/literals.mjs';
import { change } from '../text/change.mjs';
import { specificationOf } from './resource-specification.mjs';

const files = fileURLToPath(new URL('./files', import.meta.url));

const meanings = {
  locate: 'found from the identifiers',
  scan: 'found by listing those of everybody',
  parent: 'named by the records of their parent',
};

/** Adds a resource to a connector: its steps, its entry in the manifest, and its place in the implementation. */
export function addResource(tree, connector, resource) {
  const { className: type, propertyName: variable, fileName: file } = names(resource.name);
  const target = joinPathFragments(connector.root, 'src', file);
  const words = { ...connector, type, variable, file, resource: resource.name };
  generateFiles(tree, files, target, { ...words, ...stepsOf(connector.name, type, resource) });
  change(tree, connector.root, 'src/manifest/resources.ts', (text) =>
    appendTo(text, 'resources', `${resource.name}: ${JSON.stringify(specificationOf(resource))}`),
  );
  change(tree, connector.root, 'src/connector.ts', (text) => {
    const steps = variable === resource.name ? variable : `${resource.name}: ${variable}`;
    const imported = `import { ${variable} } from './${file}/${file}.js';`;
    return appendImport(appendTo(text, 'resources', steps), imported);
  });
}

function stepsOf(name, type, { lookup, binary }) {
  const scanned = lookup === 'scan';
  const types = {
    ReadStep: [`${type}Ref`, 'never'],
    ...(scanned ? { ScanStep: [`${type}Ref`, 'never'] } : {}),
    ...(binary ? { OpenStep: [`${type}Ref`] } : {}),
  };
  const stepTypes = Object.entries(types).map(
    ([step, handles]) => `${step}<${['VendorClient', `${name}Settings`, ...handles].join(', ')}>`,
  );
  const meaning = `Things ${meanings[lookup]}${binary ? ', with a file each' : ''}.`;
  return { scanned, binary, meaning, steps: Object.keys(types), stepTypes: stepTypes.join(' & ') };
}
