const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/** The operations of a description in its order: `[{ route, path, method, operation }]`, `route` as in `GET /contacts`. */
export function describedOperations({ paths }) {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => ({
      route: `${method.toUpperCase()} ${path}`,
      path,
      method,
      operation: item[method],
    })),
  );
}
