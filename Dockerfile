# syntax=docker/dockerfile:1
FROM maven:3.9.9-eclipse-temurin-17 AS build
WORKDIR /source
COPY pom.xml ./
COPY processes processes
COPY forms forms
COPY src src
# The tests run in CI, with a browser; here only the jar is made.
RUN mvn -B -ntp -DskipTests package

FROM eclipse-temurin:17.0.13_11-jre-jammy
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /app giaouoc
WORKDIR /app
COPY --from=build /source/target/giaouoc-*.jar giaouoc.jar
USER giaouoc
ENV GIAOUOC_ADDRESS=0.0.0.0
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=5 \
    CMD curl -fsS http://localhost:8080/actuator/health/readiness || exit 1
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-Dfile.encoding=UTF-8", "-jar", "giaouoc.jar"]
