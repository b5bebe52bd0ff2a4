const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** Seconds in the largest unit that they are a whole number of, e.g. `10 minutes`. */
export function duration(seconds) {
  const [unit, size] = units.find(([, size]) => seconds >= size && seconds % size === 0) ?? units.at(-1);
  const count = seconds / size;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
