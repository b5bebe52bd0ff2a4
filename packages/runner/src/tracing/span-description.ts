/** What a span is about; names follow the semantic conventions of OpenTelemetry where they have one. */
export interface SpanDescription {
  /** A fixed word or a template. */
  readonly name: string;
  /** Who is the caller: the runner of a vendor, or a client of the runner. Within the runner when not given. */
  readonly kind?: 'client' | 'server';
  readonly attributes?: SpanAttributes;
}

/** The attributes that spans may carry. */
export interface SpanAttributes {
  readonly 'dsr.request'?: string;
  readonly 'dsr.task'?: string;
  readonly 'dsr.connection'?: string;
  readonly 'dsr.connector'?: string;
  readonly 'dsr.step'?: string;
  readonly 'dsr.resource'?: string;
  readonly 'dsr.operation'?: string;
  /** How often a call was sent. */
  readonly 'dsr.attempts'?: number;
  readonly 'http.request.method'?: string;
  readonly 'http.route'?: string;
  readonly 'url.template'?: string;
  readonly 'http.response.status_code'?: number;
  /** The code of an error; a span that has one failed. */
  readonly 'error.type'?: string;
}
