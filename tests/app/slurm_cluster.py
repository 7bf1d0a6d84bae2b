"""A Slurm of one node in a folder of its own, with its own keys and ports."""
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time

CONFIGURATION = """\
ClusterName=test
SlurmctldHost=localhost
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
ReturnToService=2
SchedulerParameters=batch_sched_delay=0
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
NodeName=localhost CPUs=2 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""
CGROUPS = """\
CgroupPlugin=cgroup/v1
CgroupAutomount=no
CgroupMountpoint={folder}/cgroup
"""
PROGRAMS = "munged", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo"


def missing():
    """Why there can be no cluster here; empty if there can."""
    absent = [name for name in PROGRAMS if shutil.which(name) is None]
    if absent:
        return f"not installed: {', '.join(absent)} (apt-get install slurm-wlm munge)"
    return "" if os.geteuid() == 0 else "only root can start it"


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()


class Cluster:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        # munged insists on folders that only their owner can write.
        self.folder.chmod(0o755)
        for name in "state", "spool", "cgroup":
            (self.folder / name).mkdir()
        (self.folder / "slurm.conf").write_text(
            CONFIGURATION.format(folder=folder, ports=free_ports(2)))
        (self.folder / "cgroup.conf").write_text(CGROUPS.format(folder=folder))
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)
        self.environment = {**os.environ, "SLURM_CONF": str(self.folder / "slurm.conf")}

    def start(self):
        self.run("munged", "--force", f"--key-file={self.folder}/munge.key",
                 f"--socket={self.folder}/munge.socket", f"--pid-file={self.folder}/munged.pid",
                 f"--log-file={self.folder}/munged.log", f"--seed-file={self.folder}/munged.seed")
        self.run("slurmctld")
        self.run("slurmd", "-N", "localhost")
        return self.wait(lambda: "idle" in self.run("sinfo", "-h", "-o", "%t").stdout, 30)

    def run(self, *words):
        return subprocess.run(list(map(str, words)), env=self.environment, text=True,
                              capture_output=True)

    def wait(self, holds, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if holds():
                return True
            time.sleep(0.3)
        return False

    def is_empty(self):
        queue = self.run("squeue", "-h")
        return queue.returncode == 0 and queue.stdout.strip() == ""

    def log(self):
        return "".join(path.read_text(errors="replace")[-2000:]
                       for path in sorted(self.folder.glob("*.log")))

    def stop(self):
        for name in "slurmd", "slurmctld", "munged":
            path = self.folder / f"{name}.pid"
            if not path.exists():
                continue
            process = int(path.read_text())
            try:
                os.kill(process, signal.SIGTERM)
                self.wait(lambda: not pathlib.Path(f"/proc/{process}").exists(), 10)
            except ProcessLookupError:
                pass
