#!/usr/bin/env python3
"""One thread or several: the same answers, messages and status. threads.py GEODIST [FAULT_SHIM]

A stream of three megabytes, of which the first is read by one thread, is answered with 1, 2, 3 and 8
threads, from a file and from a pipe that is filled in pieces. Then what ends a stream early:
--fail-fast, a reader that goes away, a full disk and other failed calls (with the shim, see
faults.py), a signal. Under a sanitizer nothing else may be said on standard error.
"""

import errno
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

NAMES = ["Nairobi", "El Paso", "Tokyo", "東京", "München", "São Paulo", "paris, tx", "Springfield",
         "San Jose", "LHR", "New York", "Hyderabad", "Córdoba", "52.52 13.405", "Georgia", "Zürich"]
SEED = 12
SIZE = 3_000_000
THREADS = [2, 3, 8]
SLOW_SIZE, SLOW_WAYS = 1_700_000, 7  # of those below, under a sanitizer

results = []


def check(name, passed, detail=""):
    results.append(bool(passed))
    if not passed:
        print(f"failed: {name} {detail}")


def make_line(chance):
    """Mostly answered; names that are unknown, ambiguous or frequent, and lines that are too long."""
    kind = chance.random()
    first, second = chance.choices(NAMES, k=2)
    if kind < 0.5:
        return f"{chance.uniform(-90, 90):.5f},{chance.uniform(-180, 180):.5f};{first}"
    if kind < 0.80:
        return f"{first};{second}"
    if kind < 0.85:
        return f"{first} to {second}"
    if kind < 0.90:
        return chance.choice(["", "# comment", " "])
    if kind < 0.96:
        return f"xqz{int(chance.paretovariate(0.4)) % 3000};{second}"
    if kind < 0.999:
        return f'"{first}","{second}, x""y"'
    return "paris;" + "x" * chance.choice([100, 32761, 32762, 40_000, 300_000])


def make_stream(size_wanted):
    chance, lines, size = random.Random(SEED), [], 0
    while size < size_wanted:
        lines.append(make_line(chance))
        size += len(lines[-1]) + 1
    return "\n".join(lines).encode()


def run(command, stream, **more):
    stream.seek(0)
    return subprocess.run(command, stdin=stream, capture_output=True, timeout=300, **more)


def same(one, other):
    return (one.stdout, one.stderr, one.returncode) == (other.stdout, other.stderr, other.returncode)


# ---- The same, whatever the number of threads ----------------------------------------

WAYS = [[], ["-q"], ["-f", "json"], ["-f", "csv", "--header"], ["-f", "tsv", "--strict"],
        ["-f", "geojson", "--collect"], ["-q", "-m", "wgs84"], ["--to", "rome"], ["-i", "words"],
        ["--locate", "-f", "json"], ["--near", "-", "--count", "1"],
        ["--near", "-", "--count", "2", "-f", "tsv"], ["-q", "--country", "US"],
        ["-q", "--decimal-comma"]]


def is_the_same_with_any_number(geodist, stream, ways):
    for way in ways:
        alone = run([geodist, *way, "-j", "1"], stream)
        check(f"{way} is answered", alone.returncode in (0, 1) and alone.stdout)
        for threads in THREADS if not way else THREADS[:1]:
            check(f"{way} with {threads} threads",
                  same(run([geodist, *way, "-j", str(threads)], stream), alone))
        if not way:
            check("as many as there are", same(run([geodist], stream), alone))


def is_the_same_from_a_pipe(geodist, stream):
    stream.seek(0)
    given = stream.read()
    alone = run([geodist, "-j", "1"], stream)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as told:
        process = subprocess.Popen([geodist, "-j", "2"], stdin=subprocess.PIPE, stdout=out, stderr=told)
        chance, at = random.Random(SEED), 0
        while at < len(given):
            size = chance.choice([1, 100, 5000, 65536, 200_000])
            process.stdin.write(given[at:at + size])
            process.stdin.flush()
            at += size
        process.stdin.close()
        process.wait(timeout=300)
        out.seek(0)
        told.seek(0)
        check("pipe", (out.read(), told.read(), process.returncode)
              == (alone.stdout, alone.stderr, alone.returncode))


def answers_before_it_waits(geodist):
    """After more than a megabyte, each line is answered before the next is read."""
    process = subprocess.Popen([geodist, "-q", "-j", "3"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    line, count = b"nairobi;elpaso\n", 150_000
    with tempfile.TemporaryFile() as bulk:
        bulk.write(line * count)
        sender = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdout.buffer.write("
                                   f"{line!r} * {count})"], stdout=process.stdin)
        printed = process.stdout.read(count * 8)
        sender.wait()
    check("bulk", printed == b"14888.8\n" * count)
    for _ in range(20):
        process.stdin.write(line)
        process.stdin.flush()
        check("one line", process.stdout.read(8) == b"14888.8\n")
    process.stdin.close()
    check("end", process.stdout.read() == b"" and process.wait(timeout=60) == 0)


def answers_without_a_reader_of_messages(geodist):
    """A message of the first megabyte cannot be written: the answers go on, and the status is the same."""
    with tempfile.TemporaryFile() as stream:
        stream.write(b"xqzz;rome\n" + b"nairobi;elpaso\n" * 100_000)
        for way in [], ["-q", "--progress"]:
            for closed in "2>&-", "2>/dev/full":
                told = [["sh", "-c", f'exec "$@" {closed}', "sh", geodist, "-j", threads, *way]
                        for threads in ("1", "3")]
                check(f"{closed} {way}", same(run(told[0], stream), run(told[1], stream)))


# ---- Ends ----------------------------------------------------------------------------


def stops_at_the_first_failure(geodist):
    for place in 0, 70_000, 100_000, 199_999:
        with tempfile.TemporaryFile() as stream:
            lines = [b"nairobi;elpaso"] * 200_000
            lines[place] = b"nairobbi;elpaso"
            lines[-1] = b"xqzz;elpaso"
            stream.write(b"\n".join(lines))
            for threads in [1, *THREADS]:
                done = run([geodist, "-q", "--fail-fast", "-j", str(threads)], stream)
                told = done.stderr.startswith(b"geodist: line %d: no place called" % (place + 1))
                check(f"--fail-fast at {place} with {threads}", done.returncode == 1 and told
                      and done.stderr.count(b"\n") == 1 and done.stdout == b"14888.8\n" * place)


def ends_with_its_reader(geodist, stream):
    for size in 1, 100_000, 500_000:
        stream.seek(0)
        process = subprocess.Popen([geodist, "-j", "3"], stdin=stream, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL)
        process.stdout.read(size)
        process.stdout.close()
        check(f"reader of {size} bytes", process.wait(timeout=60) == -signal.SIGPIPE)


def ends_at_a_signal(geodist):
    source = subprocess.Popen(["yes", "paris;rome"], stdout=subprocess.PIPE)
    process = subprocess.Popen([geodist, "-j", "3"], stdin=source.stdout, stdout=subprocess.DEVNULL)
    source.stdout.close()
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    check("signal", process.wait(timeout=30) == -signal.SIGINT)
    source.wait(timeout=30)


def survives_faults(geodist, shim, stream):
    """As in faults.py: a prefix of the right answers, status 3 and a message; or all of them."""
    whole = run([geodist, "-j", "3"], stream)
    for call in "read", "write":
        for kind in "short", errno.EINTR, errno.EAGAIN, errno.EIO, errno.ENOSPC:
            for when in "1", "4", "9":
                environment = dict(os.environ, LD_PRELOAD=shim, FAULT=f"{call}:{kind}:{when}")
                done = run([geodist, "-j", "3"], stream, env=environment)
                name = f"{call} {kind} {when}"
                if done.returncode == 3:
                    check(name, kind in (errno.EIO, errno.ENOSPC) and whole.stdout.startswith(done.stdout)
                          and f"cannot {call}: {os.strerror(kind)}".encode() in done.stderr)
                else:
                    check(name, same(done, whole) and (kind not in (errno.EIO, errno.ENOSPC)))


def has_no_more_memory(geodist, stream):
    """Where there is no memory for more threads, those that there are do the work."""
    whole = run([geodist, "-q", "-j", "1"], stream)
    for kilobytes in 40_000, 60_000, 100_000:
        limited = ["sh", "-c", f'ulimit -v {kilobytes}; exec "$@"', "sh", geodist, "-q", "-j", "64"]
        check(f"{kilobytes} KB", same(run(limited, stream), whole))


def is_sanitized(geodist):
    """Whether the program says something about options of sanitizers."""
    options = dict(os.environ, TSAN_OPTIONS="help=1", ASAN_OPTIONS="help=1")
    return b"Sanitizer" in subprocess.run([geodist, "--version"], capture_output=True, env=options).stderr


def main(geodist, shim=None):
    slow = is_sanitized(geodist)
    with tempfile.TemporaryFile() as stream:
        stream.write(make_stream(SLOW_SIZE if slow else SIZE))
        is_the_same_with_any_number(geodist, stream, WAYS[:SLOW_WAYS] if slow else WAYS)
        is_the_same_from_a_pipe(geodist, stream)
        ends_with_its_reader(geodist, stream)
        if shim:
            survives_faults(geodist, shim, stream)
        if not slow:
            has_no_more_memory(geodist, stream)
    answers_before_it_waits(geodist)
    answers_without_a_reader_of_messages(geodist)
    stops_at_the_first_failure(geodist)
    ends_at_a_signal(geodist)
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if results and all(results) else 1


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
