import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseResource, parseResources } from './parse-resource.mjs';

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(_[a-z0-9]{1,4})?$/);

describe('a resource in words', () => {
  it('is located and stays, unless it says otherwise', () => {
    expect(parseResource('contacts:locate', [])).toEqual({
      name: 'contacts',
      lookup: 'locate',
      erasure: 'none',
      binary: false,
    });
  });

  it('belongs to the one before it', () => {
    const parents = parseResources(['contacts:locate', 'chats:scan:with_parent', 'files:parent:binary']).map(
      ({ name, parent }) => [name, parent],
    );
    expect(parents).toEqual([
      ['contacts', undefined],
      ['chats', 'contacts'],
      ['files', 'chats'],
    ]);
  });

  it('belongs to another one that it names', () => {
    const [, , notes] = parseResources(['contacts:locate', 'chats:scan', 'notes:parent:contacts:immediate']);
    expect(notes).toMatchObject({ parent: 'contacts', erasure: 'immediate' });
  });

  it('means the same in whatever order it is said', () => {
    const said = ['deferred', 'contacts', 'binary'];
    const expected = parseResource(['files', 'parent', ...said].join(':'), ['contacts', 'chats']);
    fc.assert(
      fc.property(fc.shuffledSubarray(said, { minLength: 3 }), (words) => {
        expect(parseResource(['files', 'parent', ...words].join(':'), ['contacts', 'chats'])).toEqual(
          expected,
        );
      }),
    );
  });

  it('is read completely or refused in a sentence', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.constantFrom('locate', 'scan', 'parent', 'none', '')), { maxLength: 5 }),
        (words) => {
          let read;
          try {
            read = parseResource(words.join(':'), ['contacts']);
          } catch (error) {
            expect(error).toMatchObject({ name: 'Refusal', message: expect.stringMatching(/\.$/) });
            return;
          }
          expect(Object.values(read)).toEqual(expect.arrayContaining(words));
        },
      ),
    );
  });

  it.each([
    [
      'Contacts:locate',
      '"Contacts" cannot name a resource: use lower-case words joined by underscores, such as push_tokens.',
    ],
    [
      'binary:locate',
      '"binary" cannot name a resource: use lower-case words joined by underscores, such as push_tokens.',
    ],
    ['manifest:locate', '"manifest" is the name of another part of a connector: choose another one.'],
    ['case:locate', '"case" is a word of TypeScript: choose another name for the resource.'],
    ['package:locate', '"package" is a word of TypeScript: choose another name for the resource.'],
    [
      'contacts:locate:none:deferred',
      'contacts:locate:none:deferred says twice what its erasure is: say it once.',
    ],
    ['members:locate', 'There already is a resource members.'],
    ['contacts', 'contacts has the lookup "": write contacts:<lookup> with one of locate, scan, parent.'],
    [
      'contacts:find',
      'contacts has the lookup "find": write contacts:<lookup> with one of locate, scan, parent.',
    ],
    [
      'contacts:locate:later',
      '"later" of contacts is neither an erasure mode (none, immediate, deferred, with_parent), nor "binary", nor a resource declared before it.',
    ],
    [
      'contacts:locate:with_parent',
      'contacts is erased with its parent and has none: name the parent, as in contacts:locate:with_parent:<parent>.',
    ],
  ])('is refused as %s', (text, message) => {
    expect(() => parseResource(text, ['members'])).toThrow(new Error(message));
  });

  it.each(['scan', 'parent'])('is refused with the lookup %s and nothing before it', (lookup) => {
    expect(() => parseResource(`chats:${lookup}`, [])).toThrow(
      `chats has the lookup ${lookup} and no parent: declare the resource that its things belong to before it.`,
    );
  });
});
