import { authentication } from './sections/authentication.mjs';
import { baseUrl } from './sections/base-url.mjs';
import { capabilities } from './sections/capabilities.mjs';
import { dataInteractions } from './sections/data-interactions.mjs';
import { deletion } from './sections/deletion.mjs';
import { disconnecting } from './sections/disconnecting.mjs';
import { endpoints } from './sections/endpoints.mjs';
import { identifiers } from './sections/identifiers.mjs';
import { limits } from './sections/limits.mjs';
import { notCovered } from './sections/not-covered.mjs';
import { notes } from './sections/notes.mjs';
import { resources } from './sections/resources.mjs';
import { scopes } from './sections/scopes.mjs';
import { settings } from './sections/settings.mjs';
import { sources } from './sections/sources.mjs';

/** The sections of every page, in their order. One that has nothing to say says so; only notes may be missing. */
export const sections = [
  ['Base URL', baseUrl],
  ['Authentication', authentication],
  ['Scopes', scopes],
  ['Endpoints', endpoints],
  ['Limits', limits],
  ['Capabilities', capabilities],
  ['Data interactions', dataInteractions],
  ['Identifiers', identifiers],
  ['What deletion means', deletion],
  ['Disconnecting', disconnecting],
  ['Not covered', notCovered],
  ['Settings', settings],
  ['Resources', resources],
  ['Sources', sources],
  ['Notes', notes],
];
