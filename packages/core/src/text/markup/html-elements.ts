const page = 'html head title base link meta style body script noscript template slot';
const sections = 'address article aside footer header h1 h2 h3 h4 h5 h6 hgroup main nav section search';
const blocks = 'blockquote dd div dl dt figcaption figure hr li menu ol p pre ul';
const inline =
  'a abbr b bdi bdo br cite code data dfn em i kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr del ins';
const embedded =
  'area audio canvas embed iframe img map math object param picture portal source svg track video g path defs';
const tables = 'caption col colgroup table tbody td tfoot th thead tr';
const forms =
  'button datalist fieldset form input label legend meter optgroup option output progress select textarea details dialog summary';
const obsolete =
  'acronym applet basefont bgsound big blink center dir font frame frameset image isindex keygen listing marquee menuitem ' +
  'multicol nobr noembed noframes plaintext rb rtc spacer strike tt xml xmp';
const names = new Set(
  [page, sections, blocks, inline, embedded, tables, forms, obsolete].join(' ').split(' '),
);

/** What programs of mail write into their HTML, such as `o:p` and `st1:place`. */
const ofOffice = /^(?:[a-z]|st|ns)\d*:[a-z]/;

/** Whether HTML, or HTML as programs of mail write it, knows an element of this name, in lower case. */
export function isHtmlElement(name: string): boolean {
  return names.has(name) || ofOffice.test(name);
}
