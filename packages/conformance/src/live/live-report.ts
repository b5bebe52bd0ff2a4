/** One statement about a connector and a real account, and what became of it. Nothing in it is personal. @public */
export interface LiveFinding {
  readonly statement: string;
  readonly outcome: 'kept' | 'broken' | 'not run';
  /** What was found, why it is broken, or what to do so that it is run. */
  readonly detail: string;
}

/** `broken` when any statement is, `not run` without a token. @public */
export interface LiveReport {
  readonly connector: string;
  readonly outcome: LiveFinding['outcome'];
  readonly findings: readonly LiveFinding[];
}

/** A report from its findings; the first one decides whether anything was run at all. */
export function reportOf(connector: string, findings: readonly LiveFinding[]): LiveReport {
  const broken = findings.some(({ outcome }) => outcome === 'broken');
  return { connector, findings, outcome: broken ? 'broken' : (findings[0]?.outcome ?? 'not run') };
}

/** The report for a terminal, a line for each statement. @public */
export function printLiveReport({ connector, outcome, findings }: LiveReport): string {
  const lines = findings.map((each) => `  ${each.outcome.padEnd(7)}  ${each.statement}: ${each.detail}`);
  return [`${connector}, live: ${outcome}`, ...lines, ''].join('\n');
}
