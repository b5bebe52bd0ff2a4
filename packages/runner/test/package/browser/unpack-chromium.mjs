/** Unpacks Chromium from its package, with the libraries and fonts that it needs, into the temporary folder of this process. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';

const folder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
const parts = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'];
await Promise.all(parts.map((part) => inflate(join(folder, part))));
