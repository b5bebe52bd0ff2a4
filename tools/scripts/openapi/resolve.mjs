/** The shared part that a reference of the description names; what is no reference is returned as it is. */
export function resolve(description, value) {
  if (value.$ref === undefined) return value;
  return value.$ref
    .slice('#/'.length)
    .split('/')
    .reduce((node, key) => node[key], description);
}
