import type { PackageRecord, PackageSection } from '../package-source.js';
import { documentEnd, documentHead } from './document.js';
import { markup, type Markup } from './markup.js';
import { fromPages, pagePath } from './page-path.js';
import type { Pager } from './pager.js';

/** Where a page stands: its number in the package, and which page of its connection it is, both from 1 on. */
export interface PagePlace {
  readonly number: number;
  readonly part: number;
  readonly section: PackageSection;
}

/** A page of one connection's data, and what was seen of it once it has been written. */
export class DataPage {
  readonly place: PagePlace;
  readonly #resources = new Map<string, number>();
  #earliest: number | undefined;
  #latest: number | undefined;

  constructor(place: PagePlace) {
    this.place = place;
  }

  get path(): string {
    return pagePath(this.place.number);
  }

  /** Records on it by resource. */
  get resources(): ReadonlyMap<string, number> {
    return this.#resources;
  }

  /** Epoch milliseconds of its earliest and its latest record; undefined when none has a time. */
  get times(): readonly [number, number] | undefined {
    return this.#earliest === undefined || this.#latest === undefined
      ? undefined
      : [this.#earliest, this.#latest];
  }

  /** The page, piece by piece; memory does not grow with the number of records. */
  async *content(pager: Pager): AsyncGenerator<string> {
    const { section, part } = this.place;
    yield documentHead(`${section.connector.title}, page ${part} – your personal data`).text;
    yield this.#opening().text;
    yield* pager.page((record) => {
      this.#note(record);
    });
    yield this.#closing(await pager.more()).text;
  }

  #note({ resource, occurredAt }: PackageRecord): void {
    this.#resources.set(resource, (this.#resources.get(resource) ?? 0) + 1);
    if (occurredAt === undefined) return;
    this.#earliest = Math.min(this.#earliest ?? occurredAt, occurredAt);
    this.#latest = Math.max(this.#latest ?? occurredAt, occurredAt);
  }

  #opening(): Markup {
    const { section, part } = this.place;
    return markup`<header class="opening">
<nav aria-label="Way back"><a href="${fromPages('index.html')}">Overview</a></nav>
<h1>${section.connector.title}</h1>
<p class="meta">Account <bdi>${section.connection}</bdi> · Page ${part}</p>
<search id="search-form" hidden><label for="search">Search this page</label>
<input type="search" id="search" autocomplete="off" spellcheck="false">
<p id="search-result" role="status" class="quiet"></p></search>
</header>
<main id="content">
`;
  }

  #closing(more: boolean): Markup {
    const { number, part } = this.place;
    const before = part > 1 ? markup`<li>${pageLink(number - 1, 'Page before', 'prev')}</li>` : undefined;
    const next = more ? markup`<li>${pageLink(number + 1, 'Next page', 'next')}</li>` : undefined;
    return markup`</main>
<nav aria-label="Pages"><ul>${before}<li><a href="${fromPages('index.html')}">Overview</a></li>${next}</ul></nav>
${documentEnd(markup`The overview says what else there is.`)}`;
  }
}

function pageLink(number: number, words: string, relation: string): Markup {
  return markup`<a rel="${relation}" href="${fromPages(pagePath(number))}">${words}</a>`;
}
