/** A path as Fastify writes it: `/v1/requests/:id` for `/v1/requests/{id}`. */
export function fastifyPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
