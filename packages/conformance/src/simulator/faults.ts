import type { Call } from './call-log.js';
import { matches, type CallMatch } from './call-match.js';
import type { Fault } from './fault.js';
import { Hold } from './hold.js';

interface Rule {
  readonly match: CallMatch;
  readonly effect: Fault | Hold;
  readonly lasting: boolean;
}

/** Which calls go wrong. The first rule that matches a call is taken. */
export class Faults {
  #rules: readonly Rule[] = [];

  /** What planted answers repeat, as vendors repeat what they were asked; nothing by default. */
  quote = '';

  /** The next call that matches goes wrong. */
  once(match: CallMatch, fault: Fault): void {
    this.#add({ match, effect: fault, lasting: false });
  }

  /** Every call that matches goes wrong, until the returned function is called. */
  always(match: CallMatch, fault: Fault): () => void {
    const rule = { match, effect: fault, lasting: true };
    this.#add(rule);
    return () => {
      this.#remove(rule);
    };
  }

  /** The next call that matches waits, unhandled, until it is released or its client gives up. */
  hold(match: CallMatch): Hold {
    const hold = new Hold();
    this.#add({ match, effect: hold, lasting: false });
    return hold;
  }

  /** Forgets every rule. */
  clear(): void {
    this.#rules = [];
  }

  take(call: Call): Fault | Hold | undefined {
    const rule = this.#rules.find(({ match }) => matches(match, call));
    if (rule !== undefined && !rule.lasting) this.#remove(rule);
    return rule?.effect;
  }

  #add(rule: Rule): void {
    this.#rules = [...this.#rules, rule];
  }

  #remove(rule: Rule): void {
    this.#rules = this.#rules.filter((other) => other !== rule);
  }
}
