/**
 * @typedef {object} Step What a reader does before the tutorial says what happens.
 * @property {{ path: string, text: string }[]} files What is written first, relative to the workspace.
 * @property {string} commands What is run then.
 * @property {boolean} fails Whether it is to fail.
 * @property {string[]} output Lines of what it prints.
 */

/** A block of code with the words after its fence, and the path in bold above it. */
const fenced = /(?:^\*\*`([^`\n]+)`\*\*\n\n)?^```([^\n]*)\n([^]*?)^```$/gm;

/**
 * The steps of a tutorial, in order. A block of code with its path in bold above it is a file; `sh` is run, and `sh fails` is
 * to fail; `text` after it is what it prints.
 * @param {string} markdown
 * @returns {Step[]}
 * @throws Error for a block that is none of these, so that no code stands in a tutorial untried.
 */
export function stepsOf(markdown) {
  const steps = [];
  let files = [];
  for (const [, path, words, text] of markdown.matchAll(fenced)) {
    if (path !== undefined) files.push({ path, text });
    else if (words === 'text') printedBy(files.length === 0 ? steps.at(-1) : undefined, text);
    else {
      steps.push({ files, ...commandsOf(words, text) });
      files = [];
    }
  }
  if (files.length > 0) throw new Error(`Nothing is run after ${files.at(-1).path} is written.`);
  return steps;
}

function commandsOf(words, commands) {
  if (words !== 'sh' && words !== 'sh fails') {
    throw new Error(
      `The block "${firstLine(commands)}" is no file with a path above it, and no shell command.`,
    );
  }
  return { commands, fails: words === 'sh fails', output: [] };
}

function printedBy(step, text) {
  if (step === undefined || step.output.length > 0) {
    throw new Error(`The block "${firstLine(text)}" does not follow a command that could print it.`);
  }
  step.output.push(...text.trimEnd().split('\n'));
}

function firstLine(text) {
  return text.split('\n')[0];
}
