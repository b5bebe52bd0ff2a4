import type { NewRequest } from '../../src/application/new-request.js';
import type { RequestView } from '../../src/application/views/request-view.js';
import { never } from './never.js';
import { somebody, type TestServices } from './services.js';

/** Records a request, an access of somebody unless it is changed, and carries it to its end. */
export async function carryOut(services: TestServices, change: Partial<NewRequest>): Promise<RequestView> {
  const { id } = await services
    .requests()
    .create({ ...somebody, type: 'access', approved: change.type === 'deletion', ...change });
  return services.requests().wait(id, () => undefined, never);
}
