import { objectCodec, type Codec, type StepContext } from '@privacy-connectors/core';
import { IsIn, IsString } from 'class-validator';
import type { ReferenceClient } from '../support/reference-client.js';
import { manifest } from './manifest.js';
import type { Answers } from './model.js';

const { baseUrl, region } = manifest.settings;

/** Settings of a connection. */
export class OtterSettings {
  @IsString()
  baseUrl: string = baseUrl.default;

  @IsIn(region.values)
  region: string = region.default;
}

/** Calls Otter Desk. */
export type OtterClient = ReferenceClient<Answers>;

export type OtterContext = StepContext<OtterClient, OtterSettings>;

/** A handle that is one id, or the place in a listing. */
export type Named = { readonly id: string };

export const named: Codec<Named> = objectCodec<Named>('id', { id: 'string' });

export type Place = { readonly page: string };

export const place: Codec<Place> = objectCodec<Place>('place in a listing', { page: 'string' });

/** The place after a page, if there is one. */
export function placeOf(next: string | null): Place | null {
  return next === null ? null : { page: next };
}
