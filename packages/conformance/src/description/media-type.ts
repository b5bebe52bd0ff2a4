/** The media type of a `Content-Type` header without its parameters, in lower case; undefined when there is none. */
export function mediaTypeOf(contentType: string | null | undefined): string | undefined {
  const essence = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return essence === '' ? undefined : essence;
}

/** Whether bodies of that media type are JSON. */
export function isJson(mediaType: string | undefined): boolean {
  return mediaType === 'application/json' || (mediaType?.endsWith('+json') ?? false);
}

/** Whether a declared media type or range covers a media type. `application/octet-stream` promises bytes, of any kind. */
export function covers(declared: string, mediaType: string): boolean {
  if (declared === mediaType || declared === '*/*' || declared === 'application/octet-stream') return true;
  return declared.endsWith('/*') && mediaType.startsWith(declared.slice(0, -1));
}
