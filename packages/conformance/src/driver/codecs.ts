import type { AnyImplementation, Codec, Json } from '@privacy-connectors/core';
import type { PreviousHandle } from '../vendor.js';

/** What reads back stored values, and whose name it has. */
export interface NamedCodec {
  readonly name: string;
  readonly codec: Codec<Json>;
}

type Place = Pick<PreviousHandle, 'codec' | 'resource'>;

/** Every codec of a connector. */
export function codecsOf(implementation: AnyImplementation): readonly NamedCodec[] {
  const ofResources = Object.keys(implementation.resources).flatMap((resource) =>
    (['ref', 'cursor', 'scanCursor'] as const).map((codec) => ({ codec, resource })),
  );
  const places: readonly Place[] = [
    { codec: 'locateCursor' },
    ...ofResources,
    { codec: 'planCursor' },
    { codec: 'operation' },
    { codec: 'ticket' },
  ];
  return places.flatMap((place) => {
    const codec = codecAt(implementation, place);
    return codec === undefined ? [] : [{ name: nameOf(place), codec }];
  });
}

/** The codec at that place; undefined when there is none. */
export function codecAt(
  { subject, resources, deletion }: AnyImplementation,
  { codec, resource = '' }: Place,
): Codec<Json> | undefined {
  if (codec === 'locateCursor') return subject.cursor;
  if (codec === 'planCursor' || codec === 'operation' || codec === 'ticket') return deletion?.[codec];
  return resources[resource]?.[codec];
}

/** For a reader of a failure. */
export function nameOf({ codec, resource }: Place): string {
  return resource === undefined ? codec : `${codec} of ${resource}`;
}
