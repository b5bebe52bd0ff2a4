import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { repository, repositoryText } from '../support/repository.js';

/** One line of the Dockerfile, e.g. `COPY` with its words. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** A stage of the Dockerfile; the last one has no name. */
export interface Stage {
  readonly name: string;
  readonly base: string;
  readonly instructions: readonly Instruction[];
}

/** The Dockerfile, stage by stage. */
export function stagesOfDockerfile(): readonly Stage[] {
  const lines = repositoryText('Dockerfile').replaceAll('\\\n', ' ').split('\n');
  const instructions = lines.flatMap((line) => {
    const [, name, text] = /^([A-Z]+) +(.+)$/.exec(line) ?? [];
    return name === undefined || text === undefined ? [] : [{ name, text }];
  });
  const stages: { name: string; base: string; instructions: Instruction[] }[] = [];
  for (const instruction of instructions) {
    const [base = '', , name = ''] = instruction.text.split(' ');
    if (instruction.name === 'FROM') stages.push({ name, base, instructions: [] });
    else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

/**
 * Does what a stage does in `folder` instead of `/app`: it copies and runs, for the account that tests run as. What another
 * stage built is taken from the repository, which is built.
 */
export function carryOut({ instructions }: Stage, folder: string): void {
  for (const { name, text } of instructions) {
    if (name === 'COPY') copy(text.split(/ +/), folder);
    if (name === 'RUN')
      execFileSync('/bin/sh', ['-c', text], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  }
}

function copy(words: readonly string[], folder: string): void {
  const paths = words.filter((word) => !word.startsWith('--'));
  const target = paths.at(-1) ?? '.';
  for (const path of paths.slice(0, -1)) {
    const source = path.replace(/^\/app\//, '');
    const place = /\/$|^\.$/.test(target) ? join(folder, target, basename(source)) : join(folder, target);
    mkdirSync(dirname(place), { recursive: true });
    cpSync(join(repository, source), place, { recursive: true });
  }
}
