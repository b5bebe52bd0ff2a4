import {
  noCursor,
  type DataRecord,
  type OpenedBinary,
  type OpenStep,
  type ReadPage,
  type ReadStep,
  type SkippedBinary,
} from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';
import { answeredWith } from '@privacy-connectors/core/http';
import { unwrap, type VendorClient } from '../generated/client.js';
import type { DriftContext } from '../client/context.js';
import type { DriftSettings } from '../settings/drift-settings.js';
import { attachmentRef, type AttachmentRef } from './attachment-ref.js';

const WITHOUT_ID = 'Drift names this file without an id, so it cannot be downloaded.';

/** Describes a file from what its message says, and streams its bytes. */
export const attachments: ReadStep<VendorClient, DriftSettings, AttachmentRef, never> &
  OpenStep<VendorClient, DriftSettings, AttachmentRef> = {
  ref: attachmentRef,
  cursor: noCursor,
  read: (_context, ref) => Promise.resolve(pageOf(ref)),
  open,
};

/** Without an id the record stays, and an outcome beside it says that its bytes are missing. */
function pageOf(ref: AttachmentRef): ReadPage<never> {
  const page = { records: [recordOf(ref)], next: null };
  return ref.attachmentId === null ? { ...page, skipped: { why: WITHOUT_ID } } : page;
}

function recordOf(ref: AttachmentRef): DataRecord {
  const { attachmentId, position, messageId, fileName, mimeType } = ref;
  const name = fileName ?? `attachment-${attachmentId ?? position}`;
  const common = { data: ref, parent: { resource: 'messages', id: String(messageId) }, title: name };
  if (attachmentId === null) return { ...common, id: `${messageId}-${position}`, text: WITHOUT_ID };
  return {
    ...common,
    id: String(attachmentId),
    file: { name, mediaType: mimeType ?? 'application/octet-stream' },
  };
}

async function open(context: DriftContext, ref: AttachmentRef): Promise<OpenedBinary | SkippedBinary> {
  const { attachmentId } = ref;
  if (attachmentId === null) return { skipped: { why: WITHOUT_ID } };
  try {
    return { body: await download(context, ref, attachmentId) };
  } catch (error) {
    if (answeredWith(error, 404, 410)) return { skipped: { why: 'Drift no longer knows this file.' } };
    throw error;
  }
}

async function download(
  { client, signal }: DriftContext,
  ref: AttachmentRef,
  documentId: number,
): Promise<ReadableStream<Uint8Array>> {
  const params = { path: { documentId } };
  const result = await client.GET('/attachments/{documentId}/data', { params, parseAs: 'stream', signal });
  if (result.response.ok) refuseWebPage(result.response, ref);
  // openapi-fetch gives no stream for `Content-Length: 0`, and an empty file is a file.
  return unwrap('downloadAttachment', { ...result, data: result.data ?? new Blob([]).stream() });
}

/** An error page in the place of a file must not be handed over as the file. */
function refuseWebPage({ headers, status }: Response, { mimeType, fileName }: AttachmentRef): void {
  const isPage = headers.get('content-type')?.toLowerCase().startsWith('text/html') === true;
  const isExpected = mimeType?.toLowerCase().includes('html') === true || /\.x?html?$/i.test(fileName ?? '');
  if (!isPage || isExpected) return;
  throw new VendorContractError('Drift answered with a web page instead of the file.', {
    operation: 'downloadAttachment',
    status,
  });
}
