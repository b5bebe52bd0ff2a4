import { repositoryText } from '../support/repository.js';

/** The guide for those who run an installation. */
export const guide = repositoryText('docs/guides/operate.md');

/** The shell commands of a step of the drill, as the guide gives them. @throws Error when it has no such step. */
export function drillStep(name: string): string {
  const block = new RegExp(`<!-- drill: ${name} -->\\s+\`\`\`sh\\n([^]*?)\`\`\``).exec(guide)?.[1];
  if (block === undefined) throw new Error(`The guide has no step ${name} of the drill.`);
  return block;
}
