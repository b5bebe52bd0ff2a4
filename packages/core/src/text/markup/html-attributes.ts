/** Attributes that stand in tags without a value: those that need none, and those that programs leave empty. */
const switches =
  'allowfullscreen async autofocus autoplay checked compact contenteditable controls declare default defer disabled download ' +
  'formnovalidate hidden inert ismap itemscope loop multiple muted nohref nomodule noresize noshade novalidate nowrap open ' +
  'playsinline readonly required reversed selected';
const oftenEmpty =
  'align alt background bgcolor border cellpadding cellspacing class clear color cols colspan dir face height href id lang name ' +
  'rel role rowspan rows scope size span src style summary tabindex target title type valign value width';
const names = new Set(`${switches} ${oftenEmpty}`.split(' '));

/** Whether HTML knows an attribute of this name, in lower case, that may stand without a value. */
export function isHtmlAttribute(name: string): boolean {
  return names.has(name) || /^(?:data|aria)-./.test(name);
}
