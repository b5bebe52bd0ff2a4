/** Settings of the server: reachable by its socket alone, modest in memory, and silent about data. */
export function serverSettings(socketDirectory: string): Readonly<Record<string, string>> {
  return { ...access(socketDirectory), ...size, ...logging };
}

const access = (socketDirectory: string): Record<string, string> => ({
  listen_addresses: '',
  port: '5432',
  unix_socket_directories: socketDirectory,
  unix_socket_permissions: '0700',
});

const size = {
  max_connections: '100',
  shared_buffers: '32MB',
  huge_pages: 'off',
  // Inside the data directory: a killed server leaves nothing in /dev/shm.
  dynamic_shared_memory_type: 'mmap',
};

/** Errors quote values and statements, so they go to the client only; the log tells of the server itself. */
const logging = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  logging_collector: 'off',
};
