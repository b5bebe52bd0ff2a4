import type { RequestView } from '../../application/views/request-view.js';
import type { SectionContents } from '../contents.js';
import type { PagesBySection } from './data-pages.js';
import { documentEnd, documentHead } from './document.js';
import { foundGroups } from './found-groups.js';
import { markup, type Markup } from './markup.js';
import { opening } from './opening.js';
import { serviceSection } from './service-section.js';

/**
 * `index.html`: for the person whose data it is, what was searched, found, withheld and not covered, and the ways to the
 * pages with the data.
 */
export async function* overviewPage(request: RequestView, pages: PagesBySection): AsyncGenerator<string> {
  await Promise.resolve();
  const sections = [...pages.keys()];
  yield documentHead('Your personal data').text;
  yield opening(request, sections).text;
  yield foundGroups(pages).text;
  yield services(request, sections, pages).text;
  yield aboutPackage.text;
  yield documentEnd(markup`Nothing on these pages needs or makes a connection to the internet.`).text;
}

function services(request: RequestView, sections: readonly SectionContents[], pages: PagesBySection): Markup {
  const parts = sections.map((contents) => serviceSection(contents, pages.get(contents) ?? [], request.type));
  return markup`<section id="services"><h2>Where we looked</h2>${parts}</section>\n`;
}

const aboutPackage = markup`<section id="files"><h2>What else is in this package</h2>
<ul class="plain">
<li><code>data/</code> holds every record completely, in a form that programs can read (JSON Lines: one record a line).</li>
<li><code>schemas/</code> describes these files, each as a JSON Schema.</li>
<li><code>attachments/</code> holds the files that came with your data.</li>
<li><code>manifest.json</code> lists every file of this package with its size and SHA-256 checksum.</li>
</ul></section>
</main>
`;
