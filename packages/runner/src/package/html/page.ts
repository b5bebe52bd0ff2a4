import type { RequestView } from '../../application/views.js';
import type { SectionContents } from '../contents.js';
import { markup, type Markup } from './markup.js';
import { opening } from './opening.js';
import { connectionSection } from './section.js';
import { documentHead } from './style.js';

/**
 * `index.html`, piece by piece: one page without script or anything from elsewhere, for the person whose data it is.
 * Memory does not grow with the number of records.
 */
export async function* packagePage(
  request: RequestView,
  sections: readonly SectionContents[],
): AsyncGenerator<string> {
  yield documentHead('Your personal data').text;
  yield opening(request, sections).text;
  for await (const part of allSections(request, sections)) yield part.text;
  yield closing.text;
}

async function* allSections(
  request: RequestView,
  sections: readonly SectionContents[],
): AsyncGenerator<Markup> {
  for (const [index, section] of sections.entries()) {
    yield* connectionSection(section, `service-${String(index + 1)}`, request.type);
  }
}

const closing = markup`</main>
<footer><p>Times are in UTC. The files under <code>data/</code> hold every record completely, in a form that programs can
read; <code>manifest.json</code> lists every file of this package with its size and SHA-256 checksum.</p></footer>
</body>
</html>
`;
