import { ServiceProblem, type FieldProblem } from '../errors/service-problem.js';
import { retryAfterSeconds } from './retry-after.js';

/** Bytes of a problem that are read at most; what is longer was not written by the service. */
const longest = 65_536;

/** The problem that an answer tells. What is no problem document, e.g. a proxy's page, is told by its status alone. */
export async function readProblem(answer: Response): Promise<ServiceProblem> {
  const { status } = answer;
  const retry = { retryAfterSeconds: retryAfterSeconds(answer) };
  if (status >= 300 && status < 400) {
    await answer.body?.cancel();
    return new ServiceProblem({ status, code: 'redirect', detail: redirected, errors: [], ...retry });
  }
  const told = parse(await readStart(answer));
  return new ServiceProblem({
    status,
    code: textOf(told['code']) ?? 'unexpected_answer',
    detail: textOf(told['detail']) ?? textOf(told['title']) ?? undocumented(status),
    errors: fieldsOf(told['errors']),
    ...retry,
  });
}

const redirected =
  'The service answered with a redirect, which is not followed with a key: use the URL that it leads to.';

function undocumented(status: number): string {
  return `The answer (status ${String(status)}) is not one of the service: something else may listen at that URL.`;
}

async function readStart(answer: Response): Promise<string> {
  if (answer.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longest) break;
  }
  return text;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return recordOf(JSON.parse(text)) ?? {};
  } catch {
    return {};
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function fieldsOf(value: unknown): readonly FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.map(recordOf).flatMap((one) => {
    const [field, message] = [textOf(one?.['field']), textOf(one?.['message'])];
    return field === undefined || message === undefined ? [] : [{ field, message }];
  });
}
