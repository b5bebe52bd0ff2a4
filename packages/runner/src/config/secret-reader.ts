import { readFileSync } from 'node:fs';
import type { Environment } from './resolve-home.js';

/** Reads secrets from the environment and from files, and keeps what was wrong with them; never a value. */
export class SecretReader {
  readonly #environment: Environment;
  readonly #problems: string[] = [];

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  get problems(): readonly string[] {
    return this.#problems;
  }

  /** The secret of a variable, or of the file that the variable `<name>_FILE` names; undefined when both are empty. */
  given(name: string): string | undefined {
    const value = this.#environment[name];
    const path = this.#environment[`${name}_FILE`];
    if (value && path) this.refuse(`environment: set ${name} or ${name}_FILE, not both`);
    return path ? this.file(path, `environment: ${name}_FILE`) : value || undefined;
  }

  /** The secret of a variable that `place` names. */
  variable(name: string, place: string): string | undefined {
    const value = this.#environment[name] || undefined;
    if (value === undefined) this.refuse(`${place} names a variable that is not set`);
    return value;
  }

  /** The secret in a file that `place` names, without the white space around it. */
  file(path: string, place: string): string | undefined {
    const value = readText(path) || undefined;
    if (value === undefined) this.refuse(`${place} names a file that is empty or cannot be read`);
    return value;
  }

  refuse(problem: string): void {
    this.#problems.push(problem);
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
