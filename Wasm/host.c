// What the engine needs of its host when it is compiled for WebAssembly, and the command that runs
// it under any WASI runtime: requests in on standard input, answers out on standard output.
//
// Input: one request a line (JSON). Output: one answer a line, in the same order.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern uint8_t *soat_answer(const uint8_t *request, int32_t count);
extern void soat_free(uint8_t *pointer);

// Swift seeds its hashing from here. The engine's results never depend on the order of a hash
// table, and the same bytes everywhere keep a run repeatable.
void arc4random_buf(void *buffer, size_t count) { memset(buffer, 0x5A, count); }

unsigned long __stack_chk_guard = 0x5AFE57AC;
_Noreturn void __stack_chk_fail(void) { abort(); }

double strtod(const char *text, char **end);
char *_swift_stdlib_strtod_clocale(const char *text, double *result) {
  char *end;
  *result = strtod(text, &end);
  return end;
}

#ifdef SOAT_WASI_COMMAND
int main(void) {
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  while ((length = getline(&line, &room, stdin)) > 0) {
    uint8_t *answer = soat_answer((const uint8_t *)line, (int32_t)length);
    if (answer == NULL) return 3;
    uint32_t size = answer[0] | answer[1] << 8 | answer[2] << 16 | (uint32_t)answer[3] << 24;
    if (fwrite(answer + 4, 1, size, stdout) != size || putchar('\n') == EOF) return 3;
    soat_free(answer);
  }
  free(line);
  return fflush(stdout) == 0 ? 0 : 3;
}
#endif
