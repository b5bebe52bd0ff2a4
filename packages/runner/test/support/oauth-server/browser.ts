/** What a browser does of itself: it follows redirects and keeps cookies. */
export interface Visit {
  /** The first address that is not the vendor's: where the browser was sent back to. Undefined when it was not. */
  readonly returned: URL | undefined;
  /** The status of the vendor's last page. */
  readonly status: number;
}

const longestWay = 10;

/** Opens the vendor's page as a person who consents, or `declines`. */
export async function browse(url: string, person: 'consents' | 'declines' = 'consents'): Promise<Visit> {
  const vendor = new URL(url).origin;
  const cookies = new Map<string, string>();
  let next = new URL(url);
  for (let step = 0; step < longestWay; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie, 'x-person': person } });
    for (const set of answer.headers.getSetCookie()) keep(cookies, set);
    await answer.body?.cancel();
    const location = answer.headers.get('location');
    if (location === null) return { returned: undefined, status: answer.status };
    next = new URL(location, next);
    if (next.origin !== vendor) return { returned: next, status: answer.status };
  }
  throw new Error('The vendor redirects without an end.');
}

function keep(cookies: Map<string, string>, set: string): void {
  const [pair = ''] = set.split(';');
  const separator = pair.indexOf('=');
  cookies.set(pair.slice(0, separator), pair.slice(separator + 1));
}
