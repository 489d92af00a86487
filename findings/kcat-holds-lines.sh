#!/bin/sh
# kcat 1.7.1, as a producer (-P): lines from a pipe that stays open are not sent as they come. It reads by fread in blocks of
# 1024 bytes, which waits until a block is full or the pipe ends, so that up to a kilobyte of whole lines waits for later ones:
# on a quiet topic the last message is never seen until the next. `stdbuf -i0` does not help, nor is there an option. The
# console producer of Apache Kafka 4.1.1 sends each line within a second.
#
# Seen: what a consumer has of three short lines while the pipe is open, and after two kilobytes more. Fails when that changes.
# Needs kcat alone: librdkafka brings a broker for tests.
set -eu
work=$(mktemp -d)
mkfifo "$work/lines"
kcat -P -b none -X test.mock.num.brokers=1 -t topic <"$work/lines" 2>"$work/log" &
trap 'kill $! 2>/dev/null || true; rm -rf "$work"' EXIT
exec 3>"$work/lines"
until broker=$(grep -o '127.0.0.1:[0-9]*' "$work/log"); do sleep 0.1; done
seen() {
  sleep 5
  kcat -C -q -e -b "$broker" -t topic -o beginning | cut -c1-5 | tr '\n' ' '
}
printf 'one\ntwo\nthree\n' >&3
waiting=$(seen)
printf '%2047s\n' four >&3
sent=$(seen)
echo "while the pipe is open: ${waiting:-nothing}; two kilobytes later: $sent"
[ -z "$waiting" ] && [ "$sent" = 'one two three ' ]
