/** Failures of connectors that a person mends; the others are the vendor's. */
const exitCodes: Readonly<Record<string, number>> = { authentication: 5, missing_scope: 5, configuration: 2 };

/** What the command line ends with when a connector fails with this code. */
export function connectorExitCode(code: string): number {
  return exitCodes[code] ?? 4;
}
