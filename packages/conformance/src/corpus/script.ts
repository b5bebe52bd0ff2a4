import type { CastMember } from './cast.js';
import type { Block } from './layout.js';
import type { Writer } from './writer.js';

/** A message before it is a record. The bot has no author. */
export interface Turn {
  readonly author?: CastMember;
  readonly internal?: boolean;
  readonly form: 'chat' | 'mail';
  readonly blocks: readonly Block[];
}

/** Who says what in a thread, in order: with signatures, quotations, a forwarded mail and an internal note. */
export function scriptOf(writer: Writer): readonly Turn[] {
  const { subject, agent, colleague, other, outsider } = writer.cast;
  const complaint = writer.say(subject, 'subject', 3);
  const answer = writer.say(agent, 'agent', 3);
  const reply = writer.say(subject, 'subject', 3);
  return [
    { author: subject, form: 'chat', blocks: [complaint] },
    { form: 'chat', blocks: [writer.say(colleague, 'bot', 1)] },
    {
      author: agent,
      form: 'mail',
      blocks: [answer, writer.signature(agent), ...writer.quote(subject, complaint)],
    },
    {
      author: subject,
      form: 'chat',
      blocks: [reply, writer.signature(subject), ...writer.quote(agent, answer)],
    },
    {
      author: other,
      form: 'chat',
      blocks: [writer.say(other, 'otherPerson', 2), ...writer.forward(agent, answer, complaint)],
    },
    { author: colleague, internal: true, form: 'chat', blocks: [writer.say(colleague, 'note', 2)] },
    {
      author: colleague,
      form: 'chat',
      blocks: [writer.say(colleague, 'agent', 3), ...writer.quote(subject, reply)],
    },
    {
      author: other,
      form: 'mail',
      blocks: [writer.say(other, 'otherPerson', 2), writer.signature(other), ...writer.quote(subject, reply)],
    },
    {
      author: subject,
      form: 'mail',
      blocks: [
        writer.remark(agent, colleague),
        writer.say(subject, 'subject', 4),
        ...writer.forward(colleague, answer, reply),
        ...writer.quote(outsider, writer.say(outsider, 'otherPerson', 1)),
        writer.unended(writer.say(subject, 'subject', 2)),
      ],
    },
  ];
}
