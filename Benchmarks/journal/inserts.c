/* Inserts the rows of a journal into the same tables and indexes with prepared statements, nothing more:
   what any journal on SQLite pays at the least. The rows are read before each transaction and not timed.

   inserts SOURCE TARGET BATCH SINGLES: the last SINGLES events one a transaction, those before in batches
   of BATCH. Prints the seconds of all batches and of the processor in them, of each single, and of each
   of 200 bare commits. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  sqlite3_int64 number, sequence, version;
  char *origin, *kind, *subject, *body;
  int body_length;
  unsigned char hash[32], seal[32];
} Row;

static double seconds_of(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double now(void) { return seconds_of(CLOCK_MONOTONIC); }

static sqlite3 *target;
static double processor; /* seconds of the processor in all transactions */

static void must(int code, int wanted, const char *what) {
  if (code == wanted) return;
  fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(target));
  exit(1);
}

static void run(const char *sql) { must(sqlite3_exec(target, sql, 0, 0, 0), SQLITE_OK, sql); }

static sqlite3_stmt *prepared(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement;
  must(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, 0), SQLITE_OK, sql);
  return statement;
}

static char *copy(sqlite3_stmt *row, int column) {
  return strdup((const char *)sqlite3_column_text(row, column));
}

static int read_row(sqlite3_stmt *source, Row *row) {
  if (sqlite3_step(source) != SQLITE_ROW) return 0;
  row->number = sqlite3_column_int64(source, 0);
  row->origin = copy(source, 1);
  row->sequence = sqlite3_column_int64(source, 2);
  row->kind = copy(source, 3);
  row->subject = copy(source, 4);
  row->version = sqlite3_column_int64(source, 5);
  row->body = copy(source, 6);
  row->body_length = sqlite3_column_bytes(source, 6);
  memcpy(row->hash, sqlite3_column_blob(source, 7), 32);
  memcpy(row->seal, sqlite3_column_blob(source, 8), 32);
  return 1;
}

static int by_subject(const void *a, const void *b) {
  const Row *one = *(Row *const *)a, *other = *(Row *const *)b;
  int order = strcmp(one->kind, other->kind);
  if (!order) order = strcmp(one->subject, other->subject);
  return order ? order : (one->number > other->number) - (one->number < other->number);
}

static sqlite3_stmt *event, *subject, *projection;

static void insert_event(const Row *row) {
  sqlite3_bind_int64(event, 1, row->number);
  sqlite3_bind_text(event, 2, row->origin, -1, SQLITE_STATIC);
  sqlite3_bind_int64(event, 3, row->sequence);
  sqlite3_bind_text(event, 4, row->kind, -1, SQLITE_STATIC);
  sqlite3_bind_text(event, 5, row->subject, -1, SQLITE_STATIC);
  sqlite3_bind_int64(event, 6, row->version);
  sqlite3_bind_text(event, 7, row->body, row->body_length, SQLITE_STATIC);
  sqlite3_bind_blob(event, 8, row->hash, 32, SQLITE_STATIC);
  sqlite3_bind_blob(event, 9, row->seal, 32, SQLITE_STATIC);
  must(sqlite3_step(event), SQLITE_DONE, "event");
  sqlite3_reset(event);
}

static void insert_subject(const Row *row) {
  sqlite3_bind_text(subject, 1, row->kind, -1, SQLITE_STATIC);
  sqlite3_bind_text(subject, 2, row->subject, -1, SQLITE_STATIC);
  sqlite3_bind_int64(subject, 3, row->version);
  sqlite3_bind_int64(subject, 4, row->number);
  must(sqlite3_step(subject), SQLITE_DONE, "subject");
  sqlite3_reset(subject);
}

/* One transaction: each event, each subject's last row once, how far the projection came. */
static double insert(Row *rows, int count, Row **last) {
  int subjects = 0;
  for (int i = 0; i < count; i++) last[i] = &rows[i];
  qsort(last, (size_t)count, sizeof *last, by_subject);
  for (int i = 0; i < count; i++)
    if (i + 1 == count || strcmp(last[i]->subject, last[i + 1]->subject) ||
        strcmp(last[i]->kind, last[i + 1]->kind))
      last[subjects++] = last[i];
  double start = now(), used = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
  run("BEGIN IMMEDIATE");
  for (int i = 0; i < count; i++) insert_event(&rows[i]);
  for (int i = 0; i < subjects; i++) insert_subject(last[i]);
  sqlite3_bind_int64(projection, 1, rows[count - 1].number);
  must(sqlite3_step(projection), SQLITE_DONE, "projection");
  sqlite3_reset(projection);
  run("COMMIT");
  double seconds = now() - start;
  processor += seconds_of(CLOCK_PROCESS_CPUTIME_ID) - used;
  for (int i = 0; i < count; i++) {
    free(rows[i].origin);
    free(rows[i].kind);
    free(rows[i].subject);
    free(rows[i].body);
  }
  return seconds;
}

static void copy_schema(sqlite3 *source) {
  sqlite3_stmt *sql = prepared(
      source,
      "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN"
      " ('events', 'subjects', 'projections') ORDER BY rowid");
  while (sqlite3_step(sql) == SQLITE_ROW) run((const char *)sqlite3_column_text(sql, 0));
  sqlite3_finalize(sql);
}

int main(int count, char **arguments) {
  sqlite3 *source;
  if (count != 5) return 64;
  int batch = atoi(arguments[3]), singles = atoi(arguments[4]);
  if (sqlite3_open_v2(arguments[1], &source, SQLITE_OPEN_READWRITE, 0)) return 1;
  if (sqlite3_open(arguments[2], &target)) return 1;
  run("PRAGMA journal_mode = WAL");
  run("PRAGMA synchronous = FULL");
  run("PRAGMA cache_size = -65536");
  run("PRAGMA secure_delete = ON");
  run("PRAGMA foreign_keys = ON");
  copy_schema(source);
  event = prepared(
      target,
      "INSERT INTO events (number, origin, sequence, kind, subject, version, body, hash, seal)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  subject = prepared(
      target,
      "INSERT INTO subjects (kind, subject, version, last) VALUES (?, ?, ?, ?)"
      " ON CONFLICT (kind, subject) DO UPDATE SET version = excluded.version, last = excluded.last");
  projection = prepared(
      target,
      "INSERT INTO projections (name, version, number) VALUES ('subjects', 1, ?)"
      " ON CONFLICT (name) DO UPDATE SET version = excluded.version, number = excluded.number");
  sqlite3_stmt *all = prepared(source, "SELECT count(*) FROM events");
  sqlite3_step(all);
  int batched = sqlite3_column_int(all, 0) - singles;
  sqlite3_finalize(all);
  sqlite3_stmt *rows = prepared(
      source,
      "SELECT number, origin, sequence, kind, subject, version, body, hash, seal FROM events"
      " ORDER BY number");
  Row *buffer = malloc((size_t)batch * sizeof *buffer);
  Row **last = malloc((size_t)batch * sizeof *last);
  double seconds = 0;
  for (int done = 0; done < batched;) {
    int size = batched - done < batch ? batched - done : batch;
    for (int i = 0; i < size; i++) read_row(rows, &buffer[i]);
    seconds += insert(buffer, size, last);
    done += size;
  }
  printf("batches %f %f\n", seconds, processor);
  while (read_row(rows, buffer)) printf("single %f\n", insert(buffer, 1, last));
  run("CREATE TABLE bare (id INTEGER PRIMARY KEY, value INTEGER)");
  run("INSERT INTO bare VALUES (1, 0)");
  for (int i = 0; i < 200; i++) {
    double start = now();
    run("UPDATE bare SET value = value + 1");
    printf("commit %f\n", now() - start);
  }
  return 0;
}
