import type { Connector, ResourceSpecification } from '@privacy-connectors/core';

/** Each resource and its steps fit. */
export function resourceProblems({ manifest, implementation }: Connector): readonly string[] {
  const declared = Object.keys(manifest.resources);
  const surplus = Object.keys(implementation.resources).filter((name) => !declared.includes(name));
  return [
    ...surplus.map((name) => `${name} has steps and is not declared`),
    ...Object.entries(manifest.resources).flatMap(([name, specification]) => [
      ...shapeProblems(specification).map((problem) => `${name} ${problem}`),
      ...stepProblems({ manifest, implementation }, name).map((problem) => `${name} ${problem}`),
    ]),
  ];
}

function shapeProblems({
  lookup,
  parent,
  scanOrder,
  dataCategories,
}: ResourceSpecification): readonly string[] {
  const problems = {
    'is reached through its parent and names none': lookup === 'parent' && parent === undefined,
    'is scanned and does not name the parent that owns it': lookup === 'scan' && parent === undefined,
    'is scanned and does not say in which order': lookup === 'scan' && scanOrder === undefined,
    'names a scan order and is not scanned': lookup !== 'scan' && scanOrder !== undefined,
    'names no data category': dataCategories.length === 0,
  };
  return holding(problems);
}

function stepProblems({ manifest, implementation }: Connector, name: string): readonly string[] {
  const { lookup, binary } = manifest.resources[name] ?? { lookup: 'locate', binary: false };
  const steps = implementation.resources[name];
  if (steps === undefined) return ['has no steps'];
  return holding({
    'must have a scan step exactly when it is scanned': (steps.scan !== undefined) !== (lookup === 'scan'),
    'must have an open step exactly when it is binary': (steps.open !== undefined) !== binary,
  });
}

function holding(problems: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.keys(problems).filter((problem) => problems[problem]);
}
