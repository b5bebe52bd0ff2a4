/** What the process ends with; documented in docs/guides/command-line.md and `dsr --help`. */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  input: 2,
  awaitingApproval: 3,
  notComplete: 4,
  connectionRejected: 5,
  database: 6,
  vault: 7,
  service: 8,
  evidence: 9,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** One line per code, as `dsr --help` prints them. */
export const exitCodeDescriptions: readonly (readonly [ExitCode, string])[] = [
  [exitCodes.done, 'done; also: request recorded, plan printed'],
  [exitCodes.unexpected, 'something unexpected went wrong'],
  [exitCodes.input, 'the input or the configuration is wrong'],
  [exitCodes.awaitingApproval, 'the request waits for approval'],
  [exitCodes.notComplete, 'a request ended incomplete, failed or cancelled; a vendor failed'],
  [exitCodes.connectionRejected, 'the vendor rejects the connection'],
  [exitCodes.database, 'the database cannot be used'],
  [exitCodes.vault, 'stored values cannot be decrypted'],
  [exitCodes.service, 'the service at DSR_URL cannot be used'],
  [exitCodes.evidence, 'evidence does not hold: something signed or chained was changed'],
  [exitCodes.interrupted, 'interrupted; nothing recorded is lost'],
];
