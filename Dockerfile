# ai-audit in a container: docker build -t ai-audit . (see docs/ci.md for how to run it)
FROM eclipse-temurin:21-jdk AS build
WORKDIR /build
COPY . .
RUN ./mvnw -q -B -Dquick -DskipTests package

FROM eclipse-temurin:21-jre
# git is started by --diff-base only, in a tree that belongs to somebody else.
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
COPY --from=build /build/target/ai-audit.jar /opt/ai-audit.jar
USER 1000
WORKDIR /src
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "/opt/ai-audit.jar"]
