/**
 * The resources in the order in which a request reaches them: what is located first, then what is scanned or named by
 * records, each after its parent; otherwise as in the manifest.
 * @returns {[name: string, specification: object][]}
 */
export function resourcesInOrder({ resources }) {
  const entries = Object.entries(resources);
  const depths = new Map(entries.map(([name]) => [name, depthOf(resources, name, entries.length)]));
  return entries.toSorted(([one], [other]) => depths.get(one) - depths.get(other));
}

/** Parents above a resource. More than there are resources means that they go round in a circle. */
function depthOf(resources, name, limit) {
  const parent = resources[name]?.parent;
  if (parent === undefined) return 0;
  if (limit === 0)
    throw new Error(`The resource ${name} is its own ancestor: mend \`parent\` in the manifest.`);
  return 1 + depthOf(resources, parent, limit - 1);
}
