# One image for the API and the workers; the command decides which (see docker-compose.yml).
FROM node:20.20.2-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-progress && npm cache clean --force

FROM node:20.20.2-bookworm-slim
# Fonts for the pictures of pages whose PDF embeds none; tini takes in the ends of child processes.
RUN apt-get update \
  && apt-get install -y --no-install-recommends fonts-noto-cjk tini \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json tsconfig.json ./
COPY schemas ./schemas
COPY rules ./rules
COPY workers ./workers
COPY api ./api
# The pages, once and for all: the running container can write nothing here.
RUN node api/ui/build.mjs
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 3000
ENTRYPOINT ["tini", "--"]
CMD ["node", "--import", "tsx", "api/main.ts"]
