"""What the program does when reading and writing go wrong.

    python3 tests/faults.py FAULT_SHIM GEODIST...

One oracle: exit 0 means the output is whole and right; anything else means a non-zero status, a
message, and output that is a prefix of the right one. Never a hang; a signal only where the
reader went away. The faults come from a preloaded shim (tests/unit/fault_shim.c), each once and
then for ever.
"""

import errno
import fcntl
import os
import signal
import struct
import subprocess
import sys
import termios
import time

LINES = [
    b"nairobi elpaso", b"Paris, TX to London", b"", b"# a comment", b"new york\ttokyo",
    b'"San Jose, CA",london', b"-1.28333 36.81667 31.75872 -106.48693", b"\xe6\x9d\xb1\xe4\xba\xac;k\xc3\xb6ln",
    b"nairobbi elpaso", b'"open,quote', b"el\0paso,nairobi", b"\xff\xfe;x", b"paris london\r",
    b"0,0 90,0", b"31\xc2\xb045'31\"N,106\xc2\xb029'13\"W 0,0", b"a;b;c;d",
]
INPUT = b"\xef\xbb\xbf" + b"\n".join(LINES)
BULK = b"nairobi elpaso\n" * 20000

results = []


def check(name, passed, detail=""):
    results.append(bool(passed))
    if not passed:
        print(f"failed: {name} {detail}")


def run(command, given=INPUT, fault=None, **more):
    """The process after its end; a hang of 20 seconds is an error."""
    environment = dict(os.environ)
    if fault:
        environment.update(LD_PRELOAD=SHIM, FAULT=fault)
    return subprocess.run(command, input=given, capture_output=True, timeout=20,
                          env=environment, **more)


def obeys(done, whole):
    """The oracle, for a run whose right output is known."""
    if done.returncode == 0:
        return done.stdout == whole
    return done.returncode > 0 and done.stderr and whole.startswith(done.stdout)


# ---- Cuts and waiting ----------------------------------------------------------------


def unread(pipe):
    return struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4))[0]


def start(command):
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL)


def answers_the_same_wherever_it_is_cut(command):
    whole = run(command).stdout
    for cut in range(len(INPUT) + 1):
        process = start(command)
        process.stdin.write(INPUT[:cut])
        process.stdin.flush()
        while unread(process.stdin) and process.poll() is None:
            time.sleep(0)
        printed, _ = process.communicate(INPUT[cut:], timeout=20)
        check("cut", printed == whole, f"at byte {cut}")


def read_line(pipe, seconds):
    os.set_blocking(pipe.fileno(), False)
    line, end = b"", time.monotonic() + seconds
    while not line.endswith(b"\n") and time.monotonic() < end:
        line += pipe.read(1) or b""
    return line


def answers_each_line_before_it_asks_for_more(command):
    process = start(command + ["-q"])
    for _ in range(100):
        process.stdin.write(b"nairobi elpaso\n")
        process.stdin.flush()
        check("co-process", read_line(process.stdout, 10) == b"14888.8\n")
    process.stdin.write(b"nairobi ")
    process.stdin.flush()
    check("half a line", read_line(process.stdout, 0.1) == b"")
    printed, _ = process.communicate(b"elpaso", timeout=20)
    check("last line without its end", printed == b"14888.8\n" and process.returncode == 0)


# ---- Faults --------------------------------------------------------------------------


def survives_what_only_delays(command):
    whole, bulk = run(command), run(command, BULK)
    for call in "read", "write":
        for kind in "short", errno.EINTR, errno.EAGAIN:
            for when in "1", "2":
                done = run(command, fault=f"{call}:{kind}:{when}")
                check(f"{call} {kind} {when}", done.stdout == whole.stdout
                      and done.stderr == whole.stderr and done.returncode == whole.returncode)
                done = run(command, BULK, fault=f"{call}:{kind}:{when}")
                check(f"{call} {kind} {when}", done.stdout == bulk.stdout and done.returncode == 0)
        done = run(command, fault=f"{call}:short:all")
        check(f"{call} short all", done.stdout == whole.stdout
              and done.returncode == whole.returncode)
        for kind in errno.EINTR, errno.EAGAIN:
            done = run(command, BULK, fault=f"{call}:{kind}:all")
            check(f"{call} {kind} all", done.returncode == 3 and obeys(done, bulk.stdout),
                  f"{done.returncode} {done.stderr}")


def ends_with_3_at_what_it_cannot_mend(command):
    whole = run(command, BULK).stdout
    for call, verb in ("read", b"read"), ("write", b"write"):
        for kind in errno.EIO, errno.ENOSPC, errno.EBADF:
            for when in "1", "2", "all":
                done = run(command, BULK, fault=f"{call}:{kind}:{when}")
                told = done.stderr == b"geodist: cannot " + verb + b": " + os.strerror(kind).encode() + b"\n"
                check(f"{call} {kind} {when}", done.returncode == 3 and told
                      and obeys(done, whole), f"{done.returncode} {done.stderr}")
    for arguments in [], ["--help"], ["--version"], ["--self-test"], ["nairobi", "elpaso"]:
        done = run(command + arguments, BULK, fault=f"write:{errno.ENOSPC}:1")
        check(f"full disk {arguments}", done.returncode == 3 and done.stderr)
        done = run(["sh", "-c", 'exec "$@" >/dev/full', "sh"] + command + arguments, BULK)
        check(f"/dev/full {arguments}", done.returncode == 3 and done.stderr)
        done = run(["sh", "-c", 'exec "$@" >&-', "sh"] + command + arguments, BULK)
        check(f"closed output {arguments}", done.returncode == 3 and done.stderr)
    done = run(["sh", "-c", 'exec "$@" <&-', "sh"] + command)
    check("closed input", done.returncode == 3 and done.stderr)
    done = run(["sh", "-c", 'exec "$@" </', "sh"] + command)
    check("a folder as input", done.returncode == 3 and done.stderr)


def ends_promptly_on_endless_input(command):
    shell = 'yes "nairobi elpaso" | "$@" '
    done = run(["bash", "-c", shell + '>/dev/full; exit ${PIPESTATUS[1]}', "bash"] + command)
    check("full disk on endless input", done.returncode == 3)
    done = run(["bash", "-c", shell + '| head -n 1; exit ${PIPESTATUS[1]}', "bash"] + command)
    check("head", done.returncode == 128 + signal.SIGPIPE and not done.stderr
          and done.stdout.count(b"\n") == 1, f"{done.returncode} {done.stderr}")
    done = run(["bash", "-c", 'trap "" PIPE; ' + shell + '| head -n 1; exit ${PIPESTATUS[1]}',
                "bash"] + command)
    check("head, SIGPIPE ignored", done.returncode == 3 and b"geodist" not in done.stderr,
          f"{done.returncode} {done.stderr}")


# ---- Sizes ---------------------------------------------------------------------------


def answers_lines_of_any_length_in_place(command):
    for length in 32767, 32768, 32769, 70000, 262143, 262144, 400000, 1000000:
        long = b"x" * length
        done = run(command + ["-q"], b"nairobi elpaso\n" + long + b"\nnairobi elpaso\n")
        check(f"a line of {length}", done.stdout == b"14888.8\nNaN\n14888.8\n"
              and done.returncode == 1, done.stdout[:100])
        check(f"what is said of {length}", (b"longer than" in done.stderr) == (length > 32768)
              and len(done.stderr) < 600)
        done = run(command + ["-q"], b"nairobi elpaso\n" + long)
        check(f"a last line of {length}", done.stdout == b"14888.8\nNaN\n")
    for separator in b";", b",", b"\t", b" ", b'"', b"'", b"to ", b"x,", b"1 ", b"1,", b'"",':
        done = run(command + ["-q"], (separator * 32768)[:32768] + b"\nnairobi elpaso\n")
        check(f"nothing but {separator}", done.stdout.endswith(b"\n14888.8\n")
              and done.stdout.count(b"\n") == 2 and done.returncode in (0, 1), done.returncode)
    wide = b";".join([b"0.0,0"] * 5000)
    check("many places", run(command + ["-q"], wide).stdout == b"0.0\n")
    done = run(command, b"\x1b[31m;\x9b\n" * 100000)
    check("standard error is bounded", len(done.stderr) < 65536 and b"\x1b" not in done.stderr
          and b"99980 more lines" in done.stderr)
    check("line for line", done.stdout == b"\n" * 100000)


def resident_kib(command, lines):
    """Kilobytes resident at most while so many lines go through."""
    feeder = subprocess.Popen(["bash", "-c", f'yes "$(printf "%b" "nairobi elpaso\\nlondon,tokyo\\n1 2 3 4\\nx")" | head -n {lines}'],
                              stdout=subprocess.PIPE)
    process = subprocess.Popen(command + ["-q"], stdin=feeder.stdout, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    feeder.wait()
    return usage.ru_maxrss


def needs_no_more_memory_for_more_lines(command):
    few, many = resident_kib(command, 100000), resident_kib(command, 2000000)
    check("constant memory", many - few <= 256, f"{few} KiB, then {many} KiB")


def main(command):
    answers_the_same_wherever_it_is_cut(command)
    answers_each_line_before_it_asks_for_more(command)
    survives_what_only_delays(command)
    ends_with_3_at_what_it_cannot_mend(command)
    ends_promptly_on_endless_input(command)
    answers_lines_of_any_length_in_place(command)
    needs_no_more_memory_for_more_lines(command)
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    sys.exit(0 if results and all(results) else 1)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    SHIM = sys.argv[1]
    main(sys.argv[2:])
