# The runner as an image: no root, no build tools, nothing to write but /data and /tmp.
ARG NODE_IMAGE=node:20.20.2-bookworm-slim

FROM ${NODE_IMAGE} AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/client/package.json packages/client/
COPY packages/conformance/package.json packages/conformance/
COPY packages/connector-drift/package.json packages/connector-drift/
COPY packages/connector-intercom/package.json packages/connector-intercom/
COPY packages/connector-klaviyo/package.json packages/connector-klaviyo/
COPY packages/core/package.json packages/core/
COPY packages/runner/package.json packages/runner/
COPY tools/package.json tools/

FROM manifests AS build
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

# The test kit is a workspace, so npm would install what it asks of those who test. The embedded PostgreSQL is optional.
FROM manifests AS production
RUN npm pkg delete peerDependencies --workspace packages/conformance
RUN npm ci --omit=dev --omit=optional --ignore-scripts --workspace packages/runner --workspace packages/connector-drift --workspace packages/connector-intercom --workspace packages/connector-klaviyo
COPY --from=build /app/packages/client/dist packages/client/dist
COPY --from=build /app/packages/connector-drift/dist packages/connector-drift/dist
COPY --from=build /app/packages/connector-intercom/dist packages/connector-intercom/dist
COPY --from=build /app/packages/connector-klaviyo/dist packages/connector-klaviyo/dist
COPY --from=build /app/packages/core/dist packages/core/dist
COPY --from=build /app/packages/runner/bin packages/runner/bin
COPY --from=build /app/packages/runner/dist packages/runner/dist

FROM ${NODE_IMAGE}
ENV NODE_ENV=production DSR_HOME=/data DSR_HOST=0.0.0.0 DSR_PORT=8787
COPY --from=production /app /app
RUN ln -s /app/packages/runner/bin/dsr.js /usr/local/bin/dsr && install -d -o node -g node -m 0700 /data /keys
USER node
WORKDIR /data
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.DSR_PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["dsr"]
CMD ["serve"]
