import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is yes; a failure counts as no, as while the database restarts. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (;;) {
    try {
      if (await isSo()) return;
    } catch {
      // Asked again below.
    }
    await sleep(50);
  }
}
