/* Answers every request with as little work as can be: what is measured around it is the host's. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char in[1 << 20], out[1 << 20];

int main(void) {
  size_t have = 0;
  for (;;) {
    ssize_t count = read(0, in + have, sizeof in - have);
    if (count <= 0) return 0;
    have += count;
    char *line = in, *end;
    size_t written = 0;
    while ((end = memchr(line, '\n', in + have - line))) {
      /* The host writes the type and the id first. */
      char *id = strstr(line, "\"id\":\"") + 6;
      int digits = strchr(id, '"') - id;
      if (line[9] == 'd')
        written += sprintf(out + written,
                           "{\"id\":\"%.*s\",\"soat-plugin\":1,\"name\":\"echo\","
                           "\"version\":\"1.0.0\"}\n",
                           digits, id);
      else
        written += sprintf(out + written,
                           "{\"id\":\"%.*s\",\"verdict\":\"met\",\"reason\":{\"vi\":\"đủ\","
                           "\"en\":\"enough\"}}\n",
                           digits, id);
      line = end + 1;
      if (written > sizeof out - 4096) {
        if (write(1, out, written) < 0) return 1;
        written = 0;
      }
    }
    if (written && write(1, out, written) < 0) return 1;
    have = in + have - line;
    memmove(in, line, have);
  }
}
