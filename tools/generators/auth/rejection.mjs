/** Statuses with which a dead token or key is rejected, until somebody looks. */
export const rejectionStatuses = [401];

/** Says of them that nobody has looked. */
export const assumedRejection = 'A dead token is rejected with 401: assumed, not looked up';
