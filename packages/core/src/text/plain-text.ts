import { compile } from 'html-to-text';
import { flatTag } from './flat-markup.js';
import { withoutStrayMarkup } from './stray-markup.js';

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const cells = ['td', 'th'];

/** Stands where the converter stopped, which would leave out all words that are nested deeper. */
const stopped = '\uE000nested too deeply\uE000';

const convert = compile({
  // The converter calls itself for every level, which a few thousand levels do not survive.
  limits: { maxDepth: 500, ellipsis: stopped, maxInputLength: Infinity },
  wordwrap: false,
  baseElements: { selectors: [] },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'block' },
    ...cells.map((selector) => ({
      selector,
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
  ],
});

/** Hidden elements would hide what somebody typed; under another name their content is text like any other. */
const hiddenElement = /(<\/?)(script|style)\b/gi;

/**
 * What a reader of a message sees: its HTML without markup, entities decoded, links and images with their addresses. What is
 * no whole tag or comment is shown as it stands, however a program would read it; so is a tag of which HTML does not know
 * the name or an attribute without value, unless it has values in quotation marks. A word that is itself a tag of HTML, such
 * as `<object>`, is markup. @public
 */
export function plainText(html: string): string {
  const text = convert(withHidden(withoutStrayMarkup(html)));
  return text.includes(stopped) ? convert(withHidden(withoutStrayMarkup(html, flatTag))).trim() : text;
}

function withHidden(html: string): string {
  return html.replace(hiddenElement, '$1shown-$2');
}
