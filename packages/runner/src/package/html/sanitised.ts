import sanitizeHtml from 'sanitize-html';
import { cleaned } from './escape.js';

const blocks = [
  ...[
    'p',
    'div',
    'section',
    'article',
    'header',
    'footer',
    'main',
    'center',
    'address',
    'figure',
    'figcaption',
  ],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'tr', 'ul', 'ol', 'dl', 'dt', 'dd', 'fieldset', 'form'],
];

/**
 * Everything that makes a block becomes a `div`: vendors nest lists, tables and headings as HTML does not allow, and a reader
 * of the page would stumble over their order. Pictures would be fetched from elsewhere, so their words take their place.
 */
const transformTags: sanitizeHtml.IOptions['transformTags'] = {
  ...Object.fromEntries(blocks.map((block) => [block, 'div'])),
  li: () => ({ tagName: 'div', attribs: { class: 'item' } }),
  td: 'span',
  th: 'span',
  img: (_name, { alt }) => ({
    tagName: 'span',
    attribs: {},
    text: alt === undefined || alt.trim() === '' ? '[Picture]' : `[Picture: ${alt}]`,
  }),
  a: (_name, { href = '' }) => ({
    tagName: 'a',
    attribs: { href, rel: 'noopener noreferrer nofollow' },
  }),
};

const shownTags = [
  'div',
  'span',
  'br',
  'a',
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'code',
  'pre',
  'blockquote',
  'sub',
  'sup',
];

const nestingLimit = 40;

const options: sanitizeHtml.IOptions = {
  allowedTags: shownTags,
  allowedAttributes: { a: ['href', 'rel'], div: ['class'] },
  allowedClasses: { div: ['item'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit,
  transformTags,
};

/** Besides what is shown, all that a plain text makes words or marks of. Nothing of it is safe yet. */
const readOptions: sanitizeHtml.IOptions = {
  allowedTags: [...shownTags, ...blocks, 'li', 'td', 'th', 'img', 'hr'],
  allowedAttributes: { a: ['href'], img: ['src', 'alt'], ol: ['start', 'type'] },
  allowedSchemesAppliedToAttributes: [],
  nestingLimit,
};

/** A vendor's HTML as the sanitiser reads it, well-formed: what it drops, such as the content of a script, is missing. */
export function asRead(html: string): string {
  return cleaned(sanitizeHtml(html, readOptions));
}

/**
 * The HTML of a vendor with nothing left but text, plain formatting and links that a reader may follow: no script, style,
 * picture, frame, form, nor any attribute but the address of a link.
 */
export function sanitised(html: string): string {
  return sanitizeHtml(cleaned(html).replace(cellStart, ' '), options);
}

/** Cells become spans, which would touch each other. */
const cellStart = /(?=<t[dh][\s/>])/gi;
