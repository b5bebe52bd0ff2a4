import type { PreviousHandle } from '../../src/index.js';

/** What Pigeon Post's connector stored before: the first release kept letters without their owner. */
export const previousHandles: readonly PreviousHandle[] = [
  { codec: 'locateCursor', stored: '1' },
  { codec: 'ref', resource: 'members', stored: 'm1-1' },
  { codec: 'ref', resource: 'letters', stored: 'lm1-1-0' },
  { codec: 'ref', resource: 'letters', stored: { id: 'lm1-1-0', owner: 'm1-1' } },
  { codec: 'scanCursor', resource: 'letters', stored: '4' },
  { codec: 'cursor', resource: 'pages', stored: '2' },
  { codec: 'operation', stored: { email: 'p1@mail.example' } },
  { codec: 'ticket', stored: { email: 'p1@mail.example' } },
];
