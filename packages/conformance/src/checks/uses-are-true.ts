import type { OperationUse } from '@privacy-connectors/core';
import type { Bench, Check } from '../check.js';
import { refusedUses, undisturbedUses, type Uses } from '../driver/uses.js';
import { ensureSame } from '../failure.js';
import type { VendorSettings } from '../vendor.js';

const allUses: readonly OperationUse[] = ['connection', 'disconnection', 'access', 'deletion'];

/** People read from the manifest what a connection is used for: every call is made for the work that is declared, and no other. */
export function usesAreTrue(bench: Bench): Check {
  return {
    name: 'every operation is used for what the manifest says, and for nothing else',
    run: async () => {
      const connections: readonly VendorSettings[] = [{}, ...(bench.vendor.variants ?? [])];
      const seen = new Set<string>();
      for (const settings of connections) add(seen, await undisturbedUses(bench, settings));
      // Some calls are made only when another one is refused.
      if (declaredUses(bench).some((use) => !seen.has(use)))
        for (const settings of connections) add(seen, await refusedUses(bench, settings));
      const declared = declaredUses(bench);
      const undeclared = [...seen].filter((use) => !declared.includes(use));
      ensureSame(undeclared, [], `called without being declared for it: ${undeclared.join(', ')}`);
      const unseen = declared.filter((use) => !seen.has(use));
      ensureSame(unseen, [], `declared, and never called: ${unseen.join(', ')}`);
    },
  };
}

function add(seen: Set<string>, uses: Uses): void {
  for (const use of allUses) for (const operationId of uses[use]) seen.add(nameOf(operationId, use));
}

function declaredUses({ connector }: Bench): readonly string[] {
  return Object.entries(connector.manifest.operations).flatMap(([operationId, { usedFor }]) =>
    usedFor.map((use) => nameOf(operationId, use)),
  );
}

function nameOf(operationId: string, use: OperationUse): string {
  return `${operationId} for ${use}`;
}
