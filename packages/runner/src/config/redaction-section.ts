import { IsIn } from 'class-validator';
import { defaultPolicy, policyModes, type PolicyMode, type RedactionPolicy } from '../redaction/policy.js';
import { Section } from './section.js';

function IsMode(kind: string): PropertyDecorator {
  return IsIn(policyModes, { message: `${kind} must be one of ${policyModes.join(', ')}` });
}

/** What is done with the words and names of whom, at connections that say nothing else; its initialisers are the defaults. */
export class PolicySection implements RedactionPolicy {
  /** What the data subject wrote is always handed over. */
  @IsIn(['export'], { message: 'subject must be export' })
  readonly subject: PolicyMode = defaultPolicy.subject;

  @IsMode('agent')
  readonly agent: PolicyMode = defaultPolicy.agent;

  @IsMode('bot')
  readonly bot: PolicyMode = defaultPolicy.bot;

  @IsMode('other_person')
  readonly other_person: PolicyMode = defaultPolicy.other_person;

  @IsMode('internal_note')
  readonly internal_note: PolicyMode = defaultPolicy.internal_note;
}

/** What packages do about other people's data. */
export class RedactionSection {
  @Section(PolicySection, 'policy must be an object')
  readonly policy: PolicySection = new PolicySection();
}
