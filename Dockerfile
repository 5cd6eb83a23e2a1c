# One image for every role: ROLE says which part of the house a container is.
#   docker build -t kho-hoc-lieu .

FROM node:22.20.0-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --include=optional --no-audit --no-fund
COPY . .
RUN npm run build
# What only building needs: development packages, Next's compiler, caches and traces.
RUN npm prune --omit=dev --no-audit --no-fund \
 && rm -rf node_modules/@next/swc-* .next/cache .next/build .next/types .next/diagnostics .next/trace*

FROM node:22.20.0-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/data STORAGE_URL=file:/media
# The program belongs to root and is only read by whoever runs it; two folders are written.
RUN install -d -o node -g node /data /media
COPY --from=build /app/package.json /app/next.config.mjs /app/LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY --from=build /app/dist ./dist
COPY --from=build /app/seed ./seed
USER node
VOLUME ["/data", "/media"]
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm: SIGTERM reaches it, and requests under way get their 15 seconds.
CMD ["node", "--enable-source-maps", "dist/server.js"]
