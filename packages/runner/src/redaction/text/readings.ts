import type { DecodedText } from './decoding/decoded-text.js';
import { type Decoding, layersOf } from './decoding/layers.js';
import { foldMarkup } from './fold-markup.js';
import { foldText } from './fold-text.js';
import type { FoldedText } from './folded-text.js';

/** One way to read a text; undefined when, by now, it cannot be read like that any more. */
export type Reading = (raw: string) => FoldedText | undefined;

/**
 * All ways in which a text shows something: decoded as often as that goes down to not at all, each time as a program shows it
 * and with what its tags hold. None can be left out, since decoding reveals one name and spoils another.
 */
export function readingsOf(raw: string): readonly Reading[] {
  const usual = layersOf(raw, 'usual');
  const mail = layersOf(raw, 'mail');
  const isMail = mail.at(-1)?.text !== usual.at(-1)?.text;
  return [...(isMail ? readings(mail, 'mail') : []), ...readings(usual, 'usual')];
}

function readings(layers: readonly DecodedText[], decoding: Decoding): readonly Reading[] {
  const layerAt = remembering(layers, decoding);
  return layers.toReversed().flatMap(({ text }, index) => {
    const depth = layers.length - 1 - index;
    const read = (fold: (layer: DecodedText) => FoldedText) => (raw: string) => {
      const layer = layerAt(raw, depth);
      return layer && fold(layer);
    };
    return text.includes('<') ? [read(foldMarkup), read(foldText)] : [read(foldText)];
  });
}

/** Most readings find nothing to replace, so that the next one is of the same text; it is decoded no further than this one. */
function remembering(first: readonly DecodedText[], decoding: Decoding) {
  let layers = first;
  return (raw: string, depth: number): DecodedText | undefined => {
    if (layers[0]?.raw !== raw) layers = layersOf(raw, decoding, depth);
    return layers[depth];
  };
}
