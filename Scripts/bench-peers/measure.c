/* measure <file> <command> <argument>...   runs the command, whose standard output goes to the file, and prints its wall, user
   and system seconds, its peak memory in KiB and its exit code. The kernel counts the memory of whoever starts a program as
   the program's own, so this has next to none. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

int main(int count, char **arguments) {
  posix_spawn_file_actions_t files;
  struct timespec began, ended;
  struct rusage usage;
  pid_t child;
  int status;
  if (count < 3) return 64;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, 1, arguments[1], O_WRONLY | O_CREAT | O_TRUNC, 0644);
  clock_gettime(CLOCK_MONOTONIC, &began);
  if (posix_spawnp(&child, arguments[2], &files, NULL, arguments + 2, environ) != 0) {
    fprintf(stderr, "measure: %s cannot be started\n", arguments[2]);
    return 1;
  }
  if (wait4(child, &status, 0, &usage) < 0) return 1;
  clock_gettime(CLOCK_MONOTONIC, &ended);
  printf("%.6f %.6f %.6f %ld %d\n", (double)(ended.tv_sec - began.tv_sec) + (double)(ended.tv_nsec - began.tv_nsec) / 1e9,
         seconds(usage.ru_utime), seconds(usage.ru_stime), usage.ru_maxrss,
         WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}
