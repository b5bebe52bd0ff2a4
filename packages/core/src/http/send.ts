/** Sends one request. The shape of `fetch`, narrowed to what the pipeline and openapi-fetch need. @public */
export type Send = (request: Request) => Promise<Response>;
