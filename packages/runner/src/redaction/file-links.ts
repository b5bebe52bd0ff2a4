const withheldLink = '[link withheld]';

/** A value that is nothing but a link, such as the signed one of an attachment or of a picture of somebody. */
const wholeLink = /^\s*(?:(?:https?|ftp|blob|cid):|data:[^,\s]*,|\/\/)\S+\s*$/i;
const shownFile = /(\s(?:src|srcset|poster|background)\s*=\s*)(?:"[^"]*"|'[^']*'|[^\s"'>]+)/gi;

/** Whether a value is a link as a whole, or HTML that shows a file. */
export function isFileLink(text: string): boolean {
  return wholeLink.test(text) || (text.includes('<') && text.search(shownFile) !== -1);
}

/** A text without the links by which files can be fetched: where it is one as a whole, and where HTML shows a file. */
export function withoutFileLinks(text: string, onReplaced: () => void): string {
  if (wholeLink.test(text)) {
    onReplaced();
    return withheldLink;
  }
  if (!text.includes('<')) return text;
  return text.replace(shownFile, (_, name: string) => {
    onReplaced();
    return `${name}"about:blank"`;
  });
}
