import { joinPathFragments } from '@nx/devkit';
import { ensure } from './refusal.mjs';

/** Rewrites a file of the tree. @throws Refusal when it does not exist. */
export function change(tree, folder, file, rewrite) {
  const path = joinPathFragments(folder, file);
  tree.write(path, rewrite(textOf(tree, path)));
}

/** The text of a file of the tree. @throws Refusal when it does not exist. */
export function textOf(tree, path) {
  const text = tree.read(path, 'utf8');
  ensure(text !== null, `${path} is missing: this is no connector as the generator writes it.`);
  return text;
}
