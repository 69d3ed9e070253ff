#ifndef SOAT_PLUGIN_PROCESS_H
#define SOAT_PLUGIN_PROCESS_H

#include <stdint.h>
#include <sys/types.h>

/// How a program is started; all of it is prepared by the caller, since between fork and exec nothing
/// may be allocated.
struct plugin_launch {
  /// The program's path, and its arguments and environment, each ended by a null pointer.
  const char *path;
  char *const *arguments;
  char *const *environment;
  /// The folder it starts in.
  const char *folder;
  /// What becomes its standard input, output and error.
  int input, output, error;
  /// Bounds: bytes of address space and of a file it writes, seconds of processor time; 0 for none.
  uint64_t memory, file_size, processor_seconds;
};

/// Starts a program in a session of its own, with default signals, no other open files, and the bounds.
/// Gives its process id, or a negative errno.
pid_t plugin_start(const struct plugin_launch *launch);

/// Opens a pipe whose ends other programs do not inherit. Gives 0, or a negative errno.
int plugin_pipe(int ends[2]);

/// Makes orphans of this process's descendants its own children, so that none is lost. Gives 0, or a
/// negative errno.
int plugin_adopt_orphans(void);

#endif
