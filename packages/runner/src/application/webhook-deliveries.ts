import type { Page } from './page.js';
import type { FailedDeliveryView } from './views/failed-delivery-view.js';

/** Webhooks that were given up. */
export interface WebhookDeliveries {
  /** Oldest event first. @throws InputError when `cursor` is none that a page gave. */
  failed(cursor: string | null, limit: number): Promise<Page<FailedDeliveryView>>;
  /**
   * Makes one due again, with the patience of a new one and under the id that its receiver may know.
   * @throws NotFoundError when none of this id has failed.
   */
  retry(id: string): Promise<void>;
}
