/** Where everything that stands for an e-mail address or a URL leads: a name that never exists (RFC 2606). */
export const nowhere = 'example.invalid';

/** The country code of what stands for a phone number: E.164 has not given it to anybody. */
export const nobodysCountry = '999';

const emailPattern = /[^\s@]{1,64}@(?:[\p{L}\p{N}_-]{1,63}\.){1,10}[\p{L}\p{N}-]{2,63}/gu;

/** Digits, in an international spelling or in groups, that stand for themselves. */
const phonePattern =
  /(?<![\w+./:@-])(?:\+\d(?:[\s().-]{0,3}\d){6,14}|\(?\d{2,5}\)?(?:[\s/.-]\(?\d{2,5}\)?){1,5})(?![\w@]|[./:-]\w)/g;

/** Digits that are grouped as a date or as an IP address are. */
const otherGroups = /^(?:\d{4}-\d{2}-\d{2}|\d{2}[./]\d{2}[./]\d{4}|\d{1,3}(?:\.\d{1,3}){3})$/;

const urlPattern = /[a-z][a-z\d+.-]*:\/\/\S/i;

/** Every phone number in a text. */
export function phonesIn(text: string): readonly string[] {
  return (text.match(phonePattern) ?? []).filter((found) => {
    const digits = digitsOf(found).length;
    return digits >= 7 && digits <= 15 && !otherGroups.test(found);
  });
}

/** Whether a text is an e-mail address, or at least means one. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u.test(text) && !hasUrl(text);
}

/** Every e-mail address in a text. */
export function emailsIn(text: string): readonly string[] {
  return text.match(emailPattern) ?? [];
}

/** Whether a URL is in a text. */
export function hasUrl(text: string): boolean {
  return urlPattern.test(text);
}

/** The digits of a phone number, without its spelling. */
export function digitsOf(phone: string): string {
  return phone.replaceAll(/\D/g, '');
}
