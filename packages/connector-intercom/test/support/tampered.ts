import type { IntercomContext } from '../../src/client/context.js';

type Send = (
  ...parameters: readonly unknown[]
) => Promise<{ readonly data?: unknown; readonly response: Response }>;

/** A vendor that answers as it does, but for what `change` does to the results of a method. */
export function tampered(
  context: IntercomContext,
  method: 'GET' | 'POST',
  change: (result: Awaited<ReturnType<Send>>) => Awaited<ReturnType<Send>>,
): IntercomContext {
  const send = context.client[method] as unknown as Send;
  const changed: Send = async (...parameters) => change(await send(...parameters));
  return {
    ...context,
    client: { ...context.client, [method]: changed },
  };
}

/** Changes the JSON of successful answers by text. */
export function rewriting(
  context: IntercomContext,
  method: 'GET' | 'POST',
  rewrite: (text: string) => string,
) {
  return tampered(context, method, (result) => ({
    ...result,
    ...(result.data === undefined
      ? {}
      : { data: JSON.parse(rewrite(JSON.stringify(result.data))) as unknown }),
  }));
}
