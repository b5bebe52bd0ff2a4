/** Whether the version `actual` (e.g. `20.18.1`) is lower than `required`. */
export function isOldNode(actual, required) {
  const [have, need] = [actual, required].map((version) => version.split('.').map(Number));
  const different = need.findIndex((part, index) => part !== have[index]);
  return different !== -1 && have[different] < need[different];
}
