# Builds the binary as README.md does.
FROM rust:1.95-bookworm AS build
WORKDIR /build
COPY . .
RUN cargo build --release --locked

FROM debian:bookworm-slim
RUN useradd --uid 10001 --user-group --home-dir /data --no-create-home --shell /usr/sbin/nologin consentry \
    && install --directory --owner=consentry --group=consentry --mode=0750 /data
COPY --from=build /build/target/release/consentry /usr/local/bin/consentry

# What Consentry keeps (with SQLite, all of it) lies here.
WORKDIR /data
VOLUME /data
USER consentry

# Inside a container loopback reaches nobody; what is reachable from outside is said by `docker run --publish`.
ENV CONSENTRY_LISTEN=0.0.0.0:8025
EXPOSE 8025
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["consentry", "health"]

# SIGTERM, what `docker stop` sends, drains.
ENTRYPOINT ["consentry"]
CMD ["serve"]
