"""Installs the tools that the recipes and the comparisons of tables run.

Debian packages come from apt-get, as root or with sudo; Python packages go into a virtual environment
in a folder of the caller.
"""

import os
import pathlib
import shutil
import subprocess
import sys

# Command and its package.
DEBIAN = {"mlr": "miller", "jq": "jq", "parallel": "parallel", "sqlite3": "sqlite3", "gawk": "gawk",
          "mawk": "mawk", "join": "coreutils", "xargs": "findutils", "bash": "bash"}
# Module or command in the environment, and its package.
PYTHON = {"pandas": "pandas==3.1.1", "duckdb": "duckdb-cli==1.5.6", "csvcut": "csvkit==2.2.0"}


def install_debian(packages, log):
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    install = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y",
               "--no-install-recommends", "install", *packages]
    try:
        for command in [*as_root, "apt-get", "-qq", "update"], install:
            subprocess.run(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        log.write(f"{error}\n")


def need_debian(commands, log):
    """The packages that are still missing after an attempt to install them."""
    def missing():
        return sorted({DEBIAN[command] for command in commands if not shutil.which(command)})
    if missing():
        print("installing:", *missing(), flush=True)
        install_debian(missing(), log)
    return missing()


def is_installed(venv, name):
    return (venv / "bin" / name).exists() or any(venv.glob(f"lib/python*/site-packages/{name}"))


def install_python(venv, packages, log):
    try:
        if not (venv / "bin/pip").exists():
            subprocess.run([sys.executable, "-m", "venv", venv], stdout=log, stderr=log, check=True)
        subprocess.run([venv / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                        *packages], stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        log.write(f"{error}\n")


def need_python(venv, names, log):
    def missing():
        return sorted(PYTHON[name] for name in names if not is_installed(venv, name))
    if missing():
        print("installing:", *missing(), flush=True)
        install_python(venv, missing(), log)
    return missing()


def need(folder, debian=(), python=()):
    """Installs what is missing. Returns the packages that could not be installed."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "install.log", "w", encoding="utf-8") as log:
        return need_debian(debian, log) + need_python(folder / "venv", python, log)


def path_with_tools(folder):
    """PATH with the virtual environment of the folder first."""
    return os.pathsep.join([str(pathlib.Path(folder).resolve() / "venv/bin"),
                            os.environ.get("PATH", os.defpath)])
