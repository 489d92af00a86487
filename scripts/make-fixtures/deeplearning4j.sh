#!/bin/sh
# Writes test/fixtures/deeplearning4j with Deeplearning4j 1.0.0-M2.1 (Maven, Java 17; 0.5 GB of libraries):
#
#     scripts/make-fixtures/deeplearning4j.sh test/fixtures/deeplearning4j
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>fixtures</groupId><artifactId>fixtures</artifactId><version>1</version>
<dependencies>
<dependency><groupId>org.deeplearning4j</groupId><artifactId>deeplearning4j-nlp</artifactId><version>1.0.0-M2.1</version></dependency>
<dependency><groupId>org.nd4j</groupId><artifactId>nd4j-native</artifactId><version>1.0.0-M2.1</version></dependency>
<dependency><groupId>org.nd4j</groupId><artifactId>nd4j-native</artifactId><version>1.0.0-M2.1</version><classifier>linux-x86_64</classifier></dependency>
</dependencies></project>
POM
mvn -q -f "$work/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/lib"
PYTHONPATH="$here" python3 -c '
from common import corpus
for sentence in corpus(): print(" ".join(sentence))' > "$work/corpus.txt"
java -cp "$work/lib/*" "$here/Deeplearning4j.java" "$work/corpus.txt" "$1"
