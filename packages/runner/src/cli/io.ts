/** A stream of the process that text is printed to. */
export interface TextStream {
  readonly isTTY: boolean;
  /** Width of the terminal; undefined when it is none. */
  readonly columns: number | undefined;
  write(text: string): void;
}

/** All of the process that the command line touches. */
export interface CliIo {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly stdin: { readonly isTTY: boolean; readToEnd(): Promise<string> };
  readonly environment: NodeJS.ProcessEnv;
  /** Aborted when the person or the system wants the process to end. */
  readonly signal: AbortSignal;
  /** How long work may take to settle after `signal` was aborted. */
  readonly graceMilliseconds: number;
}
