#define _GNU_SOURCE
#include "plugin_process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int bound(int resource, uint64_t soft, uint64_t hard) {
  struct rlimit limit = {.rlim_cur = soft, .rlim_max = hard};
  return setrlimit(resource, &limit);
}

/// Everything after fork; gives an errno where the program could not be started.
static int become(const struct plugin_launch *launch, int report) {
  if (setsid() < 0) return errno;
  // Three descriptors may stand on each other's places: lift them above first.
  int input = fcntl(launch->input, F_DUPFD, 10);
  int output = fcntl(launch->output, F_DUPFD, 10);
  int error = fcntl(launch->error, F_DUPFD, 10);
  if (input < 0 || output < 0 || error < 0) return errno;
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(error, 2) < 0) return errno;
  if (dup2(report, 3) < 0 || fcntl(3, F_SETFD, FD_CLOEXEC) < 0) return errno;
  if (syscall(SYS_close_range, 4U, ~0U, 0U) < 0) {
    for (int descriptor = 4; descriptor < 4096; descriptor++) close(descriptor);
  }
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, 0);
  if (chdir(launch->folder) < 0) return errno;
  umask(077);
  if (bound(RLIMIT_CORE, 0, 0) < 0 || bound(RLIMIT_NOFILE, 256, 256) < 0) return errno;
  if (launch->memory && bound(RLIMIT_AS, launch->memory, launch->memory) < 0) return errno;
  if (launch->file_size && bound(RLIMIT_FSIZE, launch->file_size, launch->file_size) < 0)
    return errno;
  // At the soft limit a signal tells why; one second later nothing can be done about it.
  if (launch->processor_seconds &&
      bound(RLIMIT_CPU, launch->processor_seconds, launch->processor_seconds + 1) < 0)
    return errno;
  execve(launch->path, launch->arguments, launch->environment);
  return errno;
}

pid_t plugin_start(const struct plugin_launch *launch) {
  int report[2];
  if (pipe2(report, O_CLOEXEC) < 0) return -errno;
  pid_t child = fork();
  if (child < 0) {
    int code = errno;
    close(report[0]);
    close(report[1]);
    return -code;
  }
  if (child == 0) {
    int code = become(launch, report[1]);
    // The descriptor stands at its place or at 3, according to how far it got.
    if (write(3, &code, sizeof code) < 0) (void)!write(report[1], &code, sizeof code);
    _exit(127);
  }
  close(report[1]);
  int code = 0;
  ssize_t count;
  do count = read(report[0], &code, sizeof code);
  while (count < 0 && errno == EINTR);
  close(report[0]);
  if (count != sizeof code) return child;
  while (waitpid(child, 0, 0) < 0 && errno == EINTR) {}
  return -code;
}

int plugin_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) < 0 ? -errno : 0; }

int plugin_adopt_orphans(void) {
  return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) < 0 ? -errno : 0;
}
