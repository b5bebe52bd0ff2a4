const known =
  /^\s*((?:application|audio|font|image|message|model|multipart|text|video)\/[a-z0-9][a-z0-9!#$&^_.+-]{0,99})\s*(?:;|$)/i;

/** The type and subtype of what a sender declared; its parameters may name anybody. Else it is any file. */
export function bareMediaType(declared: string): string {
  return known.exec(declared)?.[1]?.toLowerCase() ?? 'application/octet-stream';
}
