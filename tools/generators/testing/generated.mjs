import { connectorGenerator } from '../connector/generator.mjs';
import { virtualWorkspace } from './virtual-workspace.mjs';

/** A virtual workspace with the connector of these options. */
export async function generated(options) {
  const tree = virtualWorkspace();
  await connectorGenerator(tree, options);
  return tree;
}
