/* Reads every file named on standard input and goes through its YAML events, nothing more: what any
   reader built on libyaml pays at the least. Prints the number of events. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static char *contents(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  *length = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*length + 1);
  if (bytes && fread(bytes, 1, *length, file) != *length) {
    free(bytes);
    bytes = NULL;
  }
  fclose(file);
  return bytes;
}

static long events(const char *bytes, size_t length) {
  yaml_parser_t parser;
  yaml_event_t event;
  long count = 0;
  int is_last = 0;
  if (!yaml_parser_initialize(&parser)) return -1;
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, length);
  while (!is_last) {
    if (!yaml_parser_parse(&parser, &event)) {
      count = -1;
      break;
    }
    is_last = event.type == YAML_STREAM_END_EVENT;
    count++;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return count;
}

int main(void) {
  char path[4096];
  long total = 0;
  while (fgets(path, sizeof path, stdin)) {
    size_t length = 0;
    path[strcspn(path, "\n")] = 0;
    char *bytes = contents(path, &length);
    long count = bytes ? events(bytes, length) : -1;
    free(bytes);
    if (count < 0) {
      fprintf(stderr, "%s: cannot be read\n", path);
      return 1;
    }
    total += count;
  }
  printf("%ld\n", total);
  return 0;
}
