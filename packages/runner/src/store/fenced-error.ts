/** This process no longer holds the task: another one took it over, or a person cancelled it. Nothing was changed. */
export class FencedError extends Error {
  constructor() {
    super('The task is held by another process or was cancelled.');
    this.name = 'FencedError';
  }
}
