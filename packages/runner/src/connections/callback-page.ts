/** What the browser is sent with every page of ours: nothing may run, nothing is kept, nothing is told to others. */
export const callbackHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

/** The page that a browser sees when it comes back from a vendor. `text` is ours: nothing of the call is repeated. */
export function callbackPage(text: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Privacy Connectors</title><p>${text}</p></html>`;
}
