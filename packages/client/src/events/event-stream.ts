/** An event as the service sent it. */
export interface ServerSentEvent {
  /** What a later reader goes on after; an event without an id has the one of the event before. */
  readonly id: string;
  readonly type: string;
  readonly data: string;
}

/** Reads `text/event-stream`, as the HTML standard defines it, however it is cut into chunks. */
export class EventStream {
  /** Milliseconds the service wants a reader to wait before it connects again. */
  retryMilliseconds: number | undefined;
  readonly #decoder = new TextDecoder();
  #rest = '';
  #id = '';
  #type = '';
  #data: string[] = [];

  /** The events that `chunk` completes. */
  push(chunk: Uint8Array): readonly ServerSentEvent[] {
    // A line ends with CR, LF or both: a CR at the end of a chunk waits for what follows it.
    const lines = (this.#rest + this.#decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#take(line));
  }

  #take(line: string): readonly ServerSentEvent[] {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    const [field, value] = colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1)];
    this.#set(field, value.replace(/^ /, ''));
    return [];
  }

  #set(field: string, value: string): void {
    if (field === 'event') this.#type = value;
    if (field === 'data') this.#data.push(value);
    if (field === 'id' && !value.includes('\0')) this.#id = value;
    if (field === 'retry' && /^\d{1,9}$/.test(value)) this.retryMilliseconds = Number(value);
  }

  #dispatch(): readonly ServerSentEvent[] {
    const event = { id: this.#id, type: this.#type || 'message', data: this.#data.join('\n') };
    const isEmpty = this.#data.length === 0;
    this.#type = '';
    this.#data = [];
    return isEmpty ? [] : [event];
  }
}
